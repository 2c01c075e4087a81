package sink

import (
	"bytes"
	"io"

	"github.com/shuck-text/shuck/clean/doc"
)

// Text writes clean texts one after the other, each followed by the
// separator its source had; of blank lines and line breaks that is one LF.
type Text struct {
	batch
	separator []byte
	last      struct {
		file   string
		framed bool
	}
}

// NewText returns a sink that writes to w. It puts separator between the last
// document of a file and the first one of the next, unless the file ended
// with a separator of its own.
func NewText(w io.Writer, separator []byte) *Text {
	return &Text{batch: batch{w: w}, separator: separator}
}

// Write writes the clean text of d. It returns the offset of that text in the
// output.
func (t *Text) Write(d *doc.Document, text []byte) (offset int64, err error) {
	if t.last.file != "" && t.last.file != d.File && !t.last.framed {
		t.buf = append(t.buf, t.separator...)
	}
	t.last.file, t.last.framed = d.File, len(d.Framing) > 0

	offset = t.flushed + int64(len(t.buf))
	t.buf = append(t.buf, text...)
	t.buf = append(t.buf, separator(d.Framing)...)
	return offset, t.end()
}

// separator returns what stands for framing in clean text.
func separator(framing []byte) []byte {
	if i := bytes.IndexByte(framing, '\n'); i >= 0 {
		return framing[i : i+1]
	}
	return framing
}
