package source

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/shuck-text/shuck/clean/doc"
)

// JSONL reads a text from every line of a stream of JSON lines. It decodes
// nothing but that one string, so that whoever writes the record back can
// leave all else in it as it is, to the byte: big numbers, members of the same
// name, white space.
//
// The Source of a document is what the string stands for. Its Offset is that
// of the string behind the opening quote; offsets inside Source count after
// unescaping. The Framing is the line break. A record is numbered by its line;
// blank lines count, but are no records.
type JSONL struct {
	stream
	find   finder
	limit  int
	line   int
	record []byte
	text   []byte // an unescaped Source
	doc    doc.Document
}

// NewJSONL returns a reader of r. file names the stream in documents, and path
// the members that lead to the text, such as "content", "body". maxRecord is
// the limit on a line in bytes, its line break included.
func NewJSONL(r io.Reader, file string, path []string, maxRecord int) *JSONL {
	return &JSONL{
		stream: newStream(r, file, maxRecord),
		find:   finder{path: path},
		limit:  maxRecord,
	}
}

// Next returns the next document, or [io.EOF] after the last. The document
// and its bytes are valid until the next call, which reuses them.
//
// A [*RecordError] tells about one record: it is too long ([ErrTooLong]), is
// no JSON, or has no string at the path ([ErrNoText]). Next can be called
// again. After a [*ReadError] it cannot.
func (j *JSONL) Next() (*doc.Document, error) {
	for {
		j.line++
		offset := j.offset
		err := j.readLine()
		if err != nil {
			return nil, err
		}
		if len(bytes.Trim(j.record, " \t\r\n")) == 0 {
			continue
		}
		if err := j.parse(); err != nil {
			return nil, &RecordError{File: j.file, Record: j.line, Offset: offset, Err: err, Bytes: j.record}
		}
		return j.document(offset), nil
	}
}

// Record returns the record of the last document as it was read, with its
// line break if it has one. It is valid until the next call of Next.
func (j *JSONL) Record() []byte { return j.record }

// Value returns where the string with the text stands in [JSONL.Record], in
// bytes, its quotes included.
func (j *JSONL) Value() (start, end int) { return j.find.start, j.find.end }

// readLine reads the next line into j.record.
func (j *JSONL) readLine() error {
	seen := 0
	for {
		w := j.window()
		if i := bytes.IndexByte(w[seen:], '\n'); i >= 0 && seen+i < j.limit {
			j.record = j.take(seen + i + 1)
			return nil
		}
		seen = len(w)
		switch {
		case seen > j.limit:
			return j.tooLong()
		case j.eof() && seen > 0:
			j.record = j.take(seen)
			return nil
		case j.err != nil:
			return j.readError(j.line)
		}
		j.fill()
	}
}

// tooLong passes over the line in the window, which is longer than allowed.
func (j *JSONL) tooLong() error {
	err := &RecordError{File: j.file, Record: j.line, Offset: j.offset, Err: ErrTooLong, Bytes: j.keep(bytes.IndexByte(j.window(), '\n'))}
	for {
		w := j.window()
		if i := bytes.IndexByte(w, '\n'); i >= 0 {
			j.take(i + 1)
			return err
		}
		j.take(len(w))
		if j.err != nil {
			return err
		}
		j.fill()
	}
}

// byteOrderMark may stand before the first record.
var byteOrderMark = []byte("\ufeff")

// parse finds the text in j.record.
func (j *JSONL) parse() error {
	mark := 0
	if j.line == 1 && bytes.HasPrefix(j.record, byteOrderMark) {
		mark = len(byteOrderMark)
	}
	f := &j.find
	if err := f.search(j.record, mark); err != nil {
		return err
	}
	name := strings.Join(f.path, ".")
	switch {
	case f.end == 0:
		return fmt.Errorf("%w: no member %q", ErrNoText, name)
	case j.record[f.start] != '"':
		return fmt.Errorf("%w: %q is no string", ErrNoText, name)
	}
	return nil
}

// document returns the document of j.record, which begins at offset in the
// stream.
func (j *JSONL) document(offset int64) *doc.Document {
	start, end := j.find.start+1, j.find.end-1
	source := j.record[start:end:end]
	if bytes.IndexByte(source, '\\') >= 0 {
		j.text = appendUnescaped(j.text[:0], source)
		source = j.text
	}
	j.doc = doc.Document{
		ID:      recordID(j.file, j.line),
		File:    j.file,
		Offset:  offset + int64(start),
		Source:  source,
		Framing: lineBreak(j.record),
	}
	return &j.doc
}

// lineBreak returns the LF or CR LF at the end of line.
func lineBreak(line []byte) []byte {
	n := len(line)
	switch {
	case bytes.HasSuffix(line, []byte("\r\n")):
		return line[n-2:]
	case bytes.HasSuffix(line, []byte("\n")):
		return line[n-1:]
	}
	return nil
}
