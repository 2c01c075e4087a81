package sink

import (
	"io"

	"github.com/shuck-text/shuck/clean/doc"
)

// Ledger writes the accounts of documents whose clean texts go elsewhere.
type Ledger struct {
	batch
	encoder
	unit Unit
}

// NewLedger returns a sink that writes to w. [Restore] needs [Byte].
func NewLedger(w io.Writer, unit Unit) *Ledger {
	return &Ledger{batch{w: w}, newEncoder(unit), unit}
}

// Write writes the account of d, whose clean text stands at offset in the
// output.
func (l *Ledger) Write(d *doc.Document, text []byte, account *doc.Ledger, offset int64) error {
	l.buf = appendHead(l.buf, d, l.unit)
	l.buf = appendInt(l.buf, `,"clean":{"offset":`, offset)
	l.buf = append(l.buf, ',')
	l.buf = appendSum(l.buf, text)
	l.buf = append(l.buf, '}')
	l.buf = l.appendAccount(l.buf, d, text, account)
	return l.end()
}
