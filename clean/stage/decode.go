package stage

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/charset"
	"github.com/shuck-text/shuck/clean/edit"
)

// Decode makes the text valid UTF-8 without a byte order mark. In which
// charset it is, package charset decides.
type Decode struct{ forced string }

// NewDecode returns the stage for text in the charset that a label means, such
// as "latin1"; it is for the source alone, since what it makes is UTF-8.
func NewDecode(label string) (Decode, error) {
	name, ok := charset.Lookup(label)
	if !ok {
		return Decode{}, fmt.Errorf("no charset %q: there are those of https://encoding.spec.whatwg.org, and utf-32", label)
	}
	return Decode{forced: name}, nil
}

func (Decode) Name() string { return "decode" }

func (s Decode) Propose(v *View, p *Proposals) {
	if s.forced == "" && isPlainUTF8(v.Text) {
		return
	}
	decode(v.Text, s.decide(v.Text), p)
}

// isPlainUTF8 reports whether text is valid UTF-8 with nothing in it that could
// speak for another charset: no byte order mark, no zero bytes as in UTF-16, no
// escapes as in ISO-2022-JP.
func isPlainUTF8(text []byte) bool {
	return utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 && bytes.IndexByte(text, '\x1b') < 0 &&
		!bytes.HasPrefix(text, []byte("\uFEFF"))
}

func (s Decode) decide(text []byte) charset.Decision {
	return charset.Decide(text, charset.Hint{Forced: s.forced})
}

// Wide returns the name of the charset of text if its characters have two or
// four bytes each, and "" otherwise.
func (s Decode) Wide(text []byte) string {
	marked := bytes.HasPrefix(text, []byte("\xFF\xFE")) || bytes.HasPrefix(text, []byte("\xFE\xFF"))
	if s.forced == "" && !marked && bytes.IndexByte(text, 0) < 0 {
		return "" // the usual case, at no cost
	}
	name := s.decide(text).Name
	if strings.HasPrefix(name, "utf-16") || strings.HasPrefix(name, "utf-32") {
		return name
	}
	return ""
}

func decode(text []byte, decided charset.Decision, p *Proposals) {
	charset.Decode(text, decided.Name, func(span edit.Span, with string, kind charset.Kind) {
		e := Edit{Span: span, With: with}
		switch {
		case kind == charset.Mark && decided.Name == "utf-8":
			e.Label = LabelBOM
		case kind == charset.Mark, kind == charset.Legacy:
			e.Label, e.Note = LabelCharset, decided.Name+", "+string(decided.Why)
		case kind == charset.Stray:
			e.Label = LabelStray
		case kind == charset.Surrogates:
			e.Label = LabelSurrogates
		default:
			e.Label = LabelInvalidUTF8
		}
		p.Edits = append(p.Edits, e)
	})
}
