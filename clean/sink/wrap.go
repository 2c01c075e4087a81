package sink

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// leastWidth is the narrowest column worth wrapping to.
const leastWidth = 20

// wrap breaks text into lines of up to columns columns, those after the first
// indented, for a terminal would break words and begin at its edge. It leaves
// text alone if that leaves next to no room, or columns is 0.
func wrap(text string, indent, columns int) string {
	room := columns - indent
	if room < leastWidth {
		return text
	}
	var b strings.Builder
	for rest := []byte(text); len(rest) > 0; {
		if b.Len() > 0 {
			b.WriteString("\n" + strings.Repeat(" ", indent))
		}
		n := breakAt(rest, room)
		b.Write(bytes.TrimRight(rest[:n], " "))
		rest = rest[n:]
	}
	return b.String()
}

// breakAt returns how much of text goes on a line with room for so many
// columns: up to the last space that is within or just behind it, else as many
// characters as there is room for.
func breakAt(text []byte, room int) int {
	column, space := 0, 0
	for i := 0; i < len(text); {
		if text[i] == '\x1b' { // a colour, up to its m
			i += bytes.IndexByte(text[i:], 'm') + 1
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		column += columnsOf(r)
		switch {
		case r == ' ':
			space = i + n
		case column <= room:
		case space > 0:
			return space
		default:
			return i
		}
		i += n
	}
	return len(text)
}

// columnsOf returns how many columns of a terminal r takes. Of a tab that is
// the most there can be.
func columnsOf(r rune) int {
	if r == '\t' {
		return 8
	}
	if r < utf8.RuneSelf {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
