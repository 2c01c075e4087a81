package page

import (
	"strings"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// plainEnd returns the end of the bytes from at on that need no attention.
func plainEnd(text []byte, at int, p *place) int {
	for start := at; at < len(text); at++ {
		switch text[at] {
		case ' ':
			// One space between words is itself.
			if p.space != preserved && (at == start || at+1 == len(text) || space(text[at+1]) || text[at+1] == '&' && !p.raw) {
				return at
			}
		case '\t', '\n', '\f':
			if p.space != preserved {
				return at
			}
		case '\r', 0:
			return at
		case '&':
			if !p.raw {
				return at
			}
		}
	}
	return at
}

// special adds what stands at at: white space or a character reference. It
// returns where that ends.
func (f *flow) special(text []byte, at int, p *place) int {
	c := text[at]
	switch c {
	case 0: // dropped by the parser elsewhere
		f.replace(edit.Span{Start: at, End: at + 1}, "\ufffd", f.label+Markup, p)
		return at + 1
	case '&':
		size, decoded := decodeReference(text[at:])
		switch {
		case size == 0:
			size = 1
			f.ink(edit.Span{Start: at, End: at + 1}, p)
		case len(decoded) == 1 && space(decoded[0]):
			f.white(decoded, p)
		default:
			f.replace(edit.Span{Start: at, End: at + size}, decoded, f.label+Entity, p)
		}
		return at + size
	}
	end := at + 1
	if c == '\r' && end < len(text) && text[end] == '\n' {
		end++
	}
	if c == '\r' {
		c = '\n'
	}
	f.white(string(c), p)
	return end
}

// white adds white space, of which the line breaks are decoded.
func (f *flow) white(s string, p *place) {
	if s == "" {
		return
	}
	if p.space == preserved {
		f.kept = append(f.kept, s...)
		return
	}
	f.spaced = true
	if p.space == preLine {
		f.breaks += strings.Count(s, "\n")
	}
}

// lineBreak adds a br element.
func (f *flow) lineBreak(p *place) {
	switch {
	case p.space == preserved:
		f.kept = append(f.kept, '\n')
	case p.kind == DataCell: // a row is a line
		f.spaced = true
	default:
		f.breaks++
	}
}

// sign adds text that the page does not have, to be read with its neighbours.
func (f *flow) sign(s string) {
	if !f.in || f.pending() {
		f.signs += s
		return
	}
	f.edit(edit.Span{Start: f.end, End: f.end}, s, f.label+Markup)
}

// pending reports whether anything is due before the next letter.
func (f *flow) pending() bool {
	return f.spaced || f.breaks > 0 || f.gap || len(f.kept) > 0 || f.signs != ""
}

// settle says that nothing is due any more.
func (f *flow) settle() {
	f.spaced, f.breaks, f.gap, f.signs, f.unseen = false, 0, false, "", false
	f.kept = f.kept[:0]
}

// between returns the white space due before the letter at at.
func (f *flow) between(at int) string {
	switch {
	case len(f.kept) > 0:
		return string(f.kept)
	case f.breaks > 0:
		return "\n\n"[:min(f.breaks, 2)]
	case f.spaced || f.gap && f.parts(at):
		return " "
	}
	return ""
}

// parts reports whether words would be glued together around a gap before at.
func (f *flow) parts(at int) bool {
	before, _ := utf8.DecodeLastRune(f.src[:f.end])
	after, _ := utf8.DecodeRune(f.src[at:])
	return wordRune(before) && wordRune(after) && !unspaced(before) && !unspaced(after)
}

// reason returns why the bytes from the last letter to the one at at change.
func (f *flow) reason(at int) edit.Label {
	switch {
	case f.unseen:
		return Unseen
	case skipSpace(f.src[:at], f.end) == at:
		return Space
	}
	return Markup
}
