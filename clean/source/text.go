// Package source reads inputs into documents.
package source

import (
	"io"
	"strconv"

	"github.com/shuck-text/shuck/clean/doc"
)

// DefaultMaxDoc is the size in bytes from which a record is cut into chunks
// unless the caller wants another.
const DefaultMaxDoc = 8 << 20

// MinMaxDoc is the smallest limit a [Text] works with.
const MinMaxDoc = 64

// Text reads one stream of plain text record by record. Its memory is
// bounded by the limit on a document, never by the length of a record: a
// longer record comes in chunks (see [Text.Chunk]).
//
// A compressed stream is decompressed; see [Decoded].
type Text struct {
	stream
	maxDoc  int
	scan    scanner
	records int
	chunk   int
	inside  bool // the last document was a chunk that is not the record's last
	doc     doc.Document
}

// NewText returns a reader of r. file names the stream in documents; maxDoc
// is the limit on a document in bytes, at least [MinMaxDoc].
func NewText(r io.Reader, file string, framing Framing, maxDoc int) *Text {
	maxDoc = max(maxDoc, MinMaxDoc)
	return &Text{
		// One has to see a document, and the separator after it.
		stream: newStream(r, file, maxDoc+maxSeparator),
		maxDoc: maxDoc,
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
		window, eof := t.window(), t.eof()
		at, size := t.scan.find(window, eof)
		switch {
		case at > t.maxDoc, at < 0 && t.scan.from > t.maxDoc, eof && at < 0 && len(window) > t.maxDoc:
			size, separator := cut(window, t.maxDoc)
			return t.deliver(size, separator, true), nil
		case at >= 0:
			return t.deliver(at, size, false), nil
		case eof && (len(window) > 0 || t.owesDocument()):
			return t.deliver(len(window), 0, false), nil
		case t.err != nil:
			return nil, t.readError(t.records + 1)
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
	t.records++
	t.doc = doc.Document{
		ID:        recordID(t.file, t.records),
		File:      t.file,
		Offset:    t.offset,
		Continues: t.inside,
		Continued: isChunk,
	}
	t.chunk = nextChunk(t.chunk, t.inside, isChunk)
	t.inside = isChunk
	t.doc.Source = t.take(size)
	t.doc.Framing = t.take(separator)
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

// recordID names a record by its file and its number in it, from 1.
func recordID(file string, record int) string {
	if record == 1 {
		return file
	}
	return file + "#" + strconv.Itoa(record)
}
