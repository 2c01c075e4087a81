package mojibake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// isControl reports whether text begins with a C1 control, U+0080 to U+009F.
func isControl(text []byte) bool { return text[0] == 0xC2 && text[1] < 0xA0 }

// controlAt returns the cluster of the C1 control at i. Nobody writes these:
// they are what windows-1252 has in the place of them, read as Latin-1. All
// windows pages agree on the punctuation there; on the letters they do not,
// so that those need Latin letters, or none, beside them.
func controlAt(text []byte, i int) (cluster, bool) {
	c := cluster{span: edit.Span{Start: i, End: i + 2}, control: true}
	control := rune(text[i+1])
	r := controlChar(control)
	before, _ := utf8.DecodeLastRune(text[:i])
	after, _ := utf8.DecodeRune(text[i+2:])
	switch {
	case r == control, strings.ContainsRune("âïð", before):
		return c, false // undefined, or the rest of a unit that lost its end
	case unicode.IsLetter(r):
		return c, isLatinOrNone(before) && isLatinOrNone(after)
	case r == '…':
		return c, isEllipsis(before, after)
	}
	return c, true
}

// controlChar returns what windows-1252 has for the C1 control r, r itself if
// nothing.
func controlChar(r rune) rune {
	if c := pages[0].char(byte(r)); c != unicode.ReplacementChar {
		return c
	}
	return r
}

func isLatinOrNone(r rune) bool { return !unicode.IsLetter(r) || unicode.Is(unicode.Latin, r) }

// isEllipsis tells the ellipsis from NEXT LINE, which a few old systems put at
// the ends of lines: a new line begins with a capital, or is empty, while text
// goes on after an ellipsis in any other way.
func isEllipsis(before, after rune) bool {
	return !isSpace(before) && before != utf8.RuneError && before != '.' && !unicode.IsUpper(after) && after != '\u0085'
}
