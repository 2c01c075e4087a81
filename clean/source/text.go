// Package source reads inputs into documents.
package source

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/shuck-text/shuck/clean/doc"
)

// DefaultMaxDoc is the size in bytes from which a record is cut into chunks
// unless the caller wants another.
const DefaultMaxDoc = 8 << 20

// MinMaxDoc is the smallest limit a [Text] works with.
const MinMaxDoc = 64

// minRead is the least room there has to be for a read.
const minRead = 32 << 10

// Text reads one stream of plain text record by record. Its memory is
// bounded by the limit on a document, never by the length of a record: a
// longer record comes in chunks (see [Text.Chunk]).
//
// A stream that begins like gzip is decompressed, all its members.
type Text struct {
	file    string
	maxDoc  int
	in      io.Reader // nil before the first read
	raw     io.Reader
	scan    scanner
	buf     []byte
	start   int   // buf[start:end] is read but not delivered
	end     int   //
	offset  int64 // of buf[start] in the decompressed stream
	err     error // that ended the reading; io.EOF included
	records int
	chunk   int
	inside  bool // the last document was a chunk that is not the record's last
	doc     doc.Document
}

// NewText returns a reader of r. file names the stream in documents; maxDoc
// is the limit on a document in bytes, at least [MinMaxDoc].
func NewText(r io.Reader, file string, framing Framing, maxDoc int) *Text {
	return &Text{
		raw:    r,
		file:   file,
		maxDoc: max(maxDoc, MinMaxDoc),
		scan:   scanner{framing: framing},
	}
}

// Next returns the next document, or [io.EOF] after the last. The document
// and its bytes are valid until the next call, which reuses them.
//
// Any other error is a [*ReadError]. It comes after all records that could
// be read whole.
func (t *Text) Next() (*doc.Document, error) {
	for {
		window := t.buf[t.start:t.end]
		eof := t.err == io.EOF
		at, size := t.scan.find(window, eof)
		switch {
		case at > t.maxDoc, at < 0 && t.scan.from > t.maxDoc, eof && at < 0 && len(window) > t.maxDoc:
			size, separator := cut(window, t.maxDoc)
			return t.deliver(size, separator, true), nil
		case at >= 0:
			return t.deliver(at, size, false), nil
		case eof && (len(window) > 0 || t.owesDocument()):
			return t.deliver(len(window), 0, false), nil
		case eof:
			return nil, io.EOF
		case t.err != nil:
			return nil, &ReadError{Record: t.records + 1, Offset: t.offset + int64(len(window)), Err: t.err}
		}
		t.fill()
	}
}

// owesDocument says that an empty stream is an empty document: with File
// framing there is one document for each input.
func (t *Text) owesDocument() bool { return t.scan.framing == File && t.records == 0 }

// Chunk tells about the last document: 0 if it is a whole record, 1 if it is
// the first chunk of a record longer than the limit, 2 the second, and so
// on. Chunks are documents of their own; what stood between two of them, a
// blank line or a space at most, is the Framing of the first.
func (t *Text) Chunk() int { return t.chunk }

// deliver takes a document of size bytes and the separator after it.
func (t *Text) deliver(size, separator int, isChunk bool) *doc.Document {
	t.chunk = nextChunk(t.chunk, t.inside, isChunk)
	t.inside = isChunk
	t.records++
	source := t.start + size
	next := source + separator
	t.doc = doc.Document{
		ID:      t.id(),
		File:    t.file,
		Offset:  t.offset,
		Source:  t.buf[t.start:source:source],
		Framing: t.buf[source:next:next],
	}
	t.offset += int64(next - t.start)
	t.start = next
	if isChunk {
		t.scan.skip(size + separator)
	} else {
		t.scan = scanner{framing: t.scan.framing}
	}
	return &t.doc
}

func nextChunk(last int, inside, isChunk bool) int {
	switch {
	case inside:
		return last + 1
	case isChunk:
		return 1
	default:
		return 0
	}
}

func (t *Text) id() string {
	if t.records == 1 {
		return t.file
	}
	return t.file + "#" + strconv.Itoa(t.records)
}

// fill reads once.
func (t *Text) fill() {
	if t.in == nil {
		if t.in, t.err = decompressed(t.raw); t.err != nil {
			return
		}
	}
	t.makeRoom()
	n, err := t.in.Read(t.buf[t.end:])
	t.end += n
	t.err = err
}

// makeRoom moves what is left to the front of the buffer and doubles the
// buffer if that is not enough. It never has to hold more than a document, a
// separator and what one read brings.
func (t *Text) makeRoom() {
	if len(t.buf)-t.end >= minRead {
		return
	}
	to := t.buf
	most := t.maxDoc + 2*maxSeparator
	if left := t.end - t.start; len(t.buf) < most && left >= len(t.buf)/2 {
		to = make([]byte, min(max(2*len(t.buf), 2*minRead), most))
	}
	t.end = copy(to, t.buf[t.start:t.end])
	t.start = 0
	t.buf = to
}

// decompressed looks whether r is gzip.
func decompressed(r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, minRead)
	magic, _ := in.Peek(3) // an error comes again with the first read
	if string(magic) != "\x1f\x8b\x08" {
		return in, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, describe(err)
	}
	return gzipReader{z}, nil
}

// A gzipReader says what was wrong in words that name gzip.
type gzipReader struct{ z *gzip.Reader }

func (g gzipReader) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	return n, describe(err)
}

func describe(err error) error {
	switch {
	case err == nil, err == io.EOF:
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("gzip: the file ends too early")
	case errors.Is(err, gzip.ErrHeader):
		return errors.New("gzip: what follows the compressed data is not gzip")
	case errors.Is(err, gzip.ErrChecksum), errors.As(err, new(flate.CorruptInputError)):
		return errors.New("gzip: damaged data")
	default:
		return err
	}
}

// A ReadError says how far a stream could be read.
type ReadError struct {
	Record int   // the document that could not be read whole, from 1
	Offset int64 // of the first byte missing from the decompressed stream
	Err    error
}

func (e *ReadError) Error() string {
	return fmt.Sprintf("record %d, byte %d: %v", e.Record, e.Offset, e.Err)
}

func (e *ReadError) Unwrap() error { return e.Err }
