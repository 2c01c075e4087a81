package sink

import (
	"bytes"
	"io"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// Splice writes JSON records back with clean text in them. All bytes but those
// of the one string stay as they were, and that too if cleaning changed
// nothing. A string in ASCII stays in ASCII.
type Splice struct {
	batch
	encoder
	unit   Unit
	member string
	open   bool // the last record had no line break
}

// NewSplice returns a sink that writes to w. If member is not empty, each
// record gets a last member of that name: an object with the account, as in a
// ledger. Of members of the same name the last counts for most readers of
// JSON; an earlier one stays where it was.
func NewSplice(w io.Writer, unit Unit, member string) *Splice {
	return &Splice{batch: batch{w: w}, encoder: newEncoder(unit), unit: unit, member: member}
}

// Write writes record, a JSON object and the white space around it, with text
// in place of the string at value, which spans bytes of record, its quotes
// included.
func (s *Splice) Write(record []byte, value edit.Span, d *doc.Document, text []byte, account *doc.Ledger) error {
	s.begin()
	end := len(record)
	if s.member != "" {
		end = bytes.LastIndexByte(record, '}')
	}
	s.buf = append(s.buf, record[:value.Start]...)
	s.buf = appendValue(s.buf, record[value.Start:value.End], d.Source, text)
	s.buf = append(s.buf, record[value.End:end]...)
	if s.member != "" {
		s.appendMember(d, text, account)
	}
	return s.finish(record, end)
}

// Pass writes a record as it is, such as one without text.
func (s *Splice) Pass(record []byte) error {
	s.begin()
	return s.finish(record, 0)
}

// begin makes sure that a line begins here: the last line of a file can lack
// its line break.
func (s *Splice) begin() {
	if s.open {
		s.buf = append(s.buf, '\n')
	}
}

// finish writes record from offset from on.
func (s *Splice) finish(record []byte, from int) error {
	s.buf = append(s.buf, record[from:]...)
	s.open = !bytes.HasSuffix(record, []byte("\n"))
	return s.end()
}

// appendMember appends the account after a comma.
func (s *Splice) appendMember(d *doc.Document, text []byte, account *doc.Ledger) {
	s.buf = append(s.buf, ',')
	s.buf = appendString(s.buf, s.member)
	s.buf = append(s.buf, ':')
	s.buf = appendHead(s.buf, d, s.unit)
	s.buf = append(s.buf, `,"clean":{`...)
	s.buf = appendSum(s.buf, text)
	s.buf = append(s.buf, '}')
	s.buf = s.appendAccount(s.buf, d, text, account)
	s.buf = s.buf[:len(s.buf)-len("\n")]
}

// appendValue appends the string that takes the place of quoted, which stands
// for source.
func appendValue(dst, quoted, source, text []byte) []byte {
	switch {
	case bytes.Equal(source, text):
		return append(dst, quoted...)
	case isASCII(quoted) && !isASCII(text):
		return appendASCII(dst, text)
	case !utf8.Valid(text):
		return appendString(dst, text)
	}
	return appendQuoted(dst, text)
}
