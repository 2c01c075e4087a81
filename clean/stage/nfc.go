package stage

import (
	"bytes"

	"golang.org/x/text/unicode/norm"

	"github.com/shuck-text/shuck/clean/edit"
)

// NFC brings the text into Unicode normalisation form C. Text that is already
// in it, nearly all text, is only looked at; otherwise just the segments that
// are not are replaced, so offsets stay exact to a character.
type NFC struct{ buf []byte }

func (*NFC) Name() string { return "nfc" }

func (s *NFC) Propose(v *View, p *Proposals) {
	text := v.Text
	for i := 0; ; {
		i += norm.NFC.QuickSpan(text[i:])
		if i >= len(text) {
			return
		}
		n := norm.NFC.NextBoundary(text[i:], true)
		s.buf = norm.NFC.Append(s.buf[:0], text[i:i+n]...)
		if !bytes.Equal(s.buf, text[i:i+n]) {
			p.Replace(edit.Span{Start: i, End: i + n}, string(s.buf), LabelNFC)
		}
		i += n
	}
}
