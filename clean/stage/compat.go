package stage

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shuck-text/shuck/clean/edit"
)

// Compat puts plain characters in the place of three kinds of compatibility
// characters, which are forms rather than letters of their own:
//
//   - Latin and Armenian ligatures, as PDFs have them;
//   - full-width ASCII, in a text without CJK characters, beside which it is
//     ordinary;
//   - the shapes of Arabic letters, which fonts choose by themselves. The word
//     ligatures from U+FDF0 on, such as that for "peace be upon him", are
//     written on purpose and stay.
//
// All of them begin with the byte 0xEF.
type Compat struct{}

// CompatLabels are the rules that the stage makes edits by.
var CompatLabels = []edit.Label{LabelLigature, LabelFullwidth, LabelArabicForm}

func (Compat) Name() string { return "compat" }

func (Compat) Propose(v *View, p *Proposals) {
	cjk, known := false, false
	for i := nextByte(v.Text, 0, 0xEF); i < len(v.Text); i = nextByte(v.Text, i, 0xEF) {
		r, n := utf8.DecodeRune(v.Text[i:])
		span := edit.Span{Start: i, End: i + n}
		switch i += n; {
		case r >= 0xFB00 && r <= 0xFB17:
			p.Replace(span, norm.NFKC.String(string(r)), LabelLigature)
		case isArabicShape(r):
			// A mark that is shown alone would bring a space along.
			if with := norm.NFKC.String(string(r)); with[0] != ' ' {
				p.Replace(span, with, LabelArabicForm)
			}
		case r >= 0xFF01 && r <= 0xFF5E:
			if !known {
				cjk, known = hasCJK(v.Text), true
			}
			if !cjk {
				p.Replace(span, string(r-0xFF01+'!'), LabelFullwidth)
			}
		}
	}
}

// isArabicShape reports whether r is a letter, or a ligature of letters, in one
// of its shapes: Arabic Presentation Forms-A up to U+FDC7, without the ornate
// parentheses U+FD3E and U+FD3F and what is around them, and Forms-B.
func isArabicShape(r rune) bool {
	return r >= 0xFB50 && r <= 0xFBB1 || r >= 0xFBD3 && r <= 0xFD3D || r >= 0xFD50 && r <= 0xFDC7 || r >= 0xFE70 && r <= 0xFEFC
}

// hasCJK reports whether valid UTF-8 has a character from U+3000 to U+DFFF, as
// kana, ideographs and Hangul are.
func hasCJK(text []byte) bool {
	for _, b := range text {
		if b >= 0xE3 && b <= 0xED {
			return true
		}
	}
	return false
}
