package sink

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// appendShown appends text so that a terminal shows it and does nothing else:
// what is not printable appears as <U+00AD>, a byte that is not UTF-8 as
// <FF>. Tabs and the joiners of Persian, Indic and emoji sequences pass.
func appendShown(dst, text []byte) []byte {
	return appendEscaped(dst, text, func(r rune) bool {
		return unicode.IsPrint(r) || r == '\t' || r == '\u200C' || r == '\u200D'
	})
}

// appendVisible is appendShown for the text of a change, in which combining
// marks must be seen too, and spaces that stand alone.
func appendVisible(dst, text []byte) []byte {
	blank := isBlank(text)
	return appendEscaped(dst, text, func(r rune) bool {
		return unicode.IsPrint(r) && !unicode.IsMark(r) && !(blank && r == ' ')
	})
}

func isBlank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }

func appendEscaped(dst, text []byte, passes func(rune) bool) []byte {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			dst = fmt.Appendf(dst, "<%02X>", text[i])
		case passes(r):
			dst = append(dst, text[i:i+n]...)
		default:
			dst = fmt.Appendf(dst, "<U+%04X>", r)
		}
		i += n
	}
	return dst
}
