package stage

import (
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// isZeroWidth reports whether r is a joiner, non-joiner or space without width,
// or a byte order mark inside the text, which was once used as one.
func isZeroWidth(r rune) bool {
	return r >= '\u200B' && r <= '\u200D' || r == '\u2060' || r == '\uFEFF'
}

// meaningful reports whether the zero-width character at s may carry meaning:
// in emoji sequences, and next to letters or marks of scripts that join
// letters or write without spaces. Only between characters that never need
// one is it noise. Other zero-width characters beside it are looked through.
func meaningful(text []byte, s edit.Span) bool {
	before, after := rune(' '), rune(' ')
	for i := s.Start; i > 0; {
		r, n := utf8.DecodeLastRune(text[:i])
		if !isZeroWidth(r) && r != '\u00AD' {
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
		if !isZeroWidth(r) && r != '\u00AD' {
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
