package stage

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Unicode makes line breaks, spaces and invisible characters plain, where
// they are noise:
//
//   - CR, CRLF, NEL, VT, FF and LINE SEPARATOR become LF, PARAGRAPH SEPARATOR
//     two of them;
//   - no-break and typographic spaces become U+0020. The ideographic space
//     U+3000 stays: in CJK text it is ordinary;
//   - soft hyphens, BOMs inside the text and word joiners go; so do ZERO WIDTH
//     SPACE, JOINER and NON-JOINER where no neighbour gives them a meaning;
//   - C0 controls but tab, and DEL, go. C1 controls stay: in scraped text
//     they are damaged windows-1252, which charset repair will want to read.
//
// Before: valid UTF-8. After: lines end in LF.
type Unicode struct{}

func (Unicode) Name() string { return "unicode" }

// odd marks the bytes at which something this stage looks for can begin.
var odd = func() (t [256]bool) {
	for b := range 0x20 {
		t[b] = b != '\t' && b != '\n'
	}
	for _, b := range []byte{0x7F, 0xC2, 0xE1, 0xE2, 0xEF} {
		t[b] = true
	}
	return
}()

func (Unicode) Propose(v *View, p *Proposals) {
	text := v.Text
	for i := plainASCII(text, 0); i < len(text); i = plainASCII(text, i) {
		if !odd[text[i]] {
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		span := edit.Span{Start: i, End: i + n}
		switch i += n; {
		case r == '\r':
			if i < len(text) && text[i] == '\n' {
				p.Cut(span, LabelNewline)
			} else {
				p.Replace(span, "\n", LabelNewline)
			}
		case r == '\v', r == '\f', r == '\u0085', r == '\u2028':
			p.Replace(span, "\n", LabelNewline)
		case r == '\u2029':
			p.Replace(span, "\n\n", LabelNewline)
		case r < 0x20 && r != '\t' && r != '\n', r == 0x7F:
			p.Cut(span, LabelControl)
		case r > 0x7F && r != '\u3000' && unicode.Is(unicode.Zs, r):
			p.Replace(span, " ", LabelSpace)
		case r == '\u00AD':
			p.Cut(span, LabelSoftHyphen)
		case r == '\uFEFF', r == '\u2060':
			p.Cut(span, LabelZeroWidth)
		case r >= '\u200B' && r <= '\u200D':
			if !meaningful(text, span) {
				p.Cut(span, LabelZeroWidth)
			}
		}
	}
}

// plainASCII returns the end of the run of printable ASCII, tabs and line
// feeds that begins at i. It looks at eight bytes at a time.
func plainASCII(text []byte, i int) int {
	const low, high = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(text); i += 8 {
		w := binary.LittleEndian.Uint64(text[i:])
		// A byte below 0x20 or above 0x7E shows in its high bit.
		if ((w-0x20*low)|(w+low)|w)&high != 0 && anyOdd(text[i:i+8]) {
			break
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf && !odd[text[i]] {
		i++
	}
	return i
}

// anyOdd reports whether b has a byte that is odd or not ASCII.
func anyOdd(b []byte) bool {
	for _, c := range b {
		if odd[c] || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// meaningful reports whether the zero-width character at s may carry meaning:
// in emoji sequences, and next to letters or marks of scripts that join
// letters or write without spaces. Only between characters that never need
// one is it noise. Other zero-width characters beside it are looked through.
func meaningful(text []byte, s edit.Span) bool {
	before, after := rune(' '), rune(' ')
	for i := s.Start; i > 0; {
		r, n := utf8.DecodeLastRune(text[:i])
		if !zeroWidth(r) {
			before = r
			break
		}
		i -= n
		if s.Start-i > maxLook {
			return true
		}
	}
	for i := s.End; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if !zeroWidth(r) {
			after = r
			break
		}
		i += n
		if i-s.End > maxLook {
			return true
		}
	}
	return !needsNoJoiner(before) || !needsNoJoiner(after)
}

// maxLook bounds, in bytes, how far meaningful looks past zero-width
// characters, so that a run of them costs its length and not its square.
const maxLook = 32

func zeroWidth(r rune) bool {
	return r >= '\u200B' && r <= '\u200D' || r == '\u2060' || r == '\uFEFF' || r == '\u00AD'
}

// needsNoJoiner reports whether r is a character beside which a zero-width
// character means nothing.
func needsNoJoiner(r rune) bool {
	switch {
	case r < 0x80:
		return true
	case unicode.IsPunct(r), unicode.IsSpace(r):
		return true
	}
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic,
		unicode.Armenian, unicode.Georgian, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
