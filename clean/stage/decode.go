package stage

import (
	"bytes"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

var bom = []byte("\uFEFF")

// Decode makes the text valid UTF-8 without a byte order mark: each byte that
// is part of no rune becomes U+FFFD, as in Go's own conversions. Other
// charsets will be decoded here.
type Decode struct{}

func (Decode) Name() string { return "decode" }

func (Decode) Propose(v *View, p *Proposals) {
	if bytes.HasPrefix(v.Text, bom) {
		p.Cut(edit.Span{Start: 0, End: len(bom)}, LabelBOM)
	}
	if utf8.Valid(v.Text) {
		return
	}
	for i := 0; i < len(v.Text); {
		if v.Text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(v.Text[i:])
		if r == utf8.RuneError && n == 1 {
			p.Replace(edit.Span{Start: i, End: i + 1}, "\uFFFD", LabelInvalidUTF8)
		}
		i += n
	}
}
