package sink

import (
	"io"

	"github.com/shuck-text/shuck/clean/doc"
)

// JSONL writes each document as one line of JSON: its account and its clean
// text in "text".
type JSONL struct {
	batch
	encoder
	unit Unit
}

// NewJSONL returns a sink that writes to w. [Restore] needs [Byte].
func NewJSONL(w io.Writer, unit Unit) *JSONL {
	return &JSONL{batch{w: w}, newEncoder(unit), unit}
}

// Write writes d with its clean text.
func (j *JSONL) Write(d *doc.Document, text []byte, account *doc.Ledger) error {
	j.buf = appendHead(j.buf, d, j.unit)
	j.buf = append(j.buf, `,"clean":{`...)
	j.buf = appendSum(j.buf, text)
	j.buf = append(j.buf, '}')
	j.buf = appendBytes(j.buf, "text", text)
	j.buf = j.appendAccount(j.buf, d, text, account)
	return j.end()
}
