package stage

import (
	"bytes"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// escapeLen returns the length of the escape sequence of ECMA-48 at the start
// of text, which is an ESC, or 0: a control sequence ("ESC [ 31 m", colours and
// cursor movements), an operating system command ("ESC ] 0 ; title BEL") or
// the designation of a character set ("ESC ( B"). Other sequences are an ESC
// and one letter, which might as well be text.
func escapeLen(text []byte) int {
	if len(text) < 3 {
		return 0
	}
	switch text[1] {
	case '[':
		return controlSequenceLen(text)
	case ']':
		return commandLen(text)
	case '(', ')':
		if bytes.IndexByte([]byte("AB0"), text[2]) >= 0 {
			return 3
		}
	}
	return 0
}

// controlSequenceLen is escapeLen for "ESC [": parameter bytes, intermediate
// bytes, a final byte.
func controlSequenceLen(text []byte) int {
	i := 2
	for i < len(text) && text[i] >= 0x30 && text[i] <= 0x3F {
		i++
	}
	for i < len(text) && text[i] >= 0x20 && text[i] <= 0x2F {
		i++
	}
	if i < len(text) && text[i] >= 0x40 && text[i] <= 0x7E {
		return i + 1
	}
	return 0
}

// commandLen is escapeLen for "ESC ]": text up to BEL or "ESC \". Any other
// control character before that means that it is none, so that a sequence
// without end costs no more than the way to the next.
func commandLen(text []byte) int {
	for i := 2; i < len(text); i++ {
		switch {
		case text[i] == '\a':
			return i + 1
		case text[i] == '\x1b' && i+1 < len(text) && text[i+1] == '\\':
			return i + 2
		case text[i] < ' ':
			return 0
		}
	}
	return 0
}

// proposeBackspace handles the backspace at i. Printers made letters bold by
// striking them twice, "N\bN", and underlined them by "_\bN": one is enough.
func proposeBackspace(text []byte, i int, p *Proposals) (next int) {
	before, n := utf8.DecodeLastRune(text[:i])
	after, m := utf8.DecodeRune(text[i+1:])
	switch {
	case before > ' ' && m > 0 && (before == after || before == '_'):
		p.Cut(edit.Span{Start: i - n, End: i + 1}, LabelControl)
	case after == '_' && n > 0 && before > ' ':
		p.Cut(edit.Span{Start: i, End: i + 2}, LabelControl)
		return i + 2
	default:
		p.Cut(edit.Span{Start: i, End: i + 1}, LabelControl)
	}
	return i + 1
}
