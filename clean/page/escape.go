package page

import (
	"strings"

	"github.com/shuck-text/shuck/clean/edit"
)

// An escaper writes the text of one block as Markdown.
type escaper struct {
	*edit.Writer
	block  *Block
	indent string // of lines after the first
	label  edit.Label

	addresses *int // see markdown

	marks []Mark // to come
	open  []Mark
	code  int // open marks of code
}

func (e *escaper) run() {
	e.marks = e.block.Marks
	for i := 0; i <= len(e.block.Text); i++ {
		e.endMarks(i)
		e.startMarks(i)
		if i < len(e.block.Text) {
			e.escape(i)
		}
	}
}

// startMarks opens the marks that start at byte i. A mark that reaches beyond
// the one around it, or stands in code, is left out.
func (e *escaper) startMarks(i int) {
	for len(e.marks) > 0 && e.marks[0].Span.Start <= i {
		m := e.marks[0]
		e.marks = e.marks[1:]
		if e.block.Kind == Code || e.code > 0 || m.Span.Start < i || !e.fits(m) {
			continue
		}
		if m.Kind == Link {
			if len(m.Href) > *e.addresses {
				continue
			}
			*e.addresses -= len(m.Href)
		}
		e.open = append(e.open, m)
		e.put(i, opening(m))
		if m.Kind == Verbatim {
			e.code++
		}
	}
}

func (e *escaper) fits(m Mark) bool {
	if len(e.open) == 0 {
		return true
	}
	return m.Span.End <= e.open[len(e.open)-1].Span.End
}

// endMarks closes the marks that end at byte i.
func (e *escaper) endMarks(i int) {
	for len(e.open) > 0 && e.open[len(e.open)-1].Span.End <= i {
		m := e.open[len(e.open)-1]
		e.open = e.open[:len(e.open)-1]
		e.put(i, closing(m))
		if m.Kind == Verbatim {
			e.code--
		}
	}
}

func opening(m Mark) string {
	if m.Kind == Link {
		return "["
	}
	return closing(m)
}

func closing(m Mark) string {
	switch m.Kind {
	case Link:
		return "](" + address(m.Href) + ")"
	case Emphasis:
		return "*"
	case Strong:
		return "**"
	case Verbatim:
		return "`"
	default:
		return "~~"
	}
}

// address escapes what would end a link's address.
var addressEscapes = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E",
	"\n", "", "\t", "", "\r", "", "\\", "%5C")

func address(href string) string { return addressEscapes.Replace(strings.TrimSpace(href)) }

// escape escapes byte i of the text if it means something to Markdown where it
// stands, and indents the line that begins there.
func (e *escaper) escape(i int) {
	c := e.block.Text[i]
	switch {
	case c == '\n' && e.block.Kind == DataCell:
		e.Replace(edit.Span{Start: i, End: i + 1}, []byte(" "), e.label)
		return
	case i > 0 && e.block.Text[i-1] == '\n':
		e.put(i, e.indent)
	}
	switch {
	case e.block.Kind == Code || e.code > 0:
	case c == '\n' && !e.paragraphEnd(i):
		e.put(i, "\\") // a line break that stays one
	case e.special(i):
		e.put(i, "\\")
	}
}

// paragraphEnd reports whether the line break at i stands beside another one.
func (e *escaper) paragraphEnd(i int) bool {
	text := e.block.Text
	return i == 0 || text[i-1] == '\n' || i+1 == len(text) || text[i+1] == '\n'
}

// special reports whether byte i must be escaped.
func (e *escaper) special(i int) bool {
	text := e.block.Text
	next := byte(' ')
	if i+1 < len(text) {
		next = text[i+1]
	}
	first := i == 0 || text[i-1] == '\n'
	switch c := text[i]; c {
	case '\\', '`', '*', '[', ']':
		return true
	case '_':
		return first || !word(text[i-1]) || !word(next)
	case '<':
		return letter(next) || next == '/' || next == '!' || next == '?'
	case '&':
		n := referenceEnd(text[i:])
		return n > 2 && text[i+n-1] == ';'
	case '|':
		return e.block.Kind == DataCell
	case '#', '>':
		return first
	case '-', '+', '=':
		return first && (space(next) || next == c)
	case '~':
		return next == '~'
	case '.', ')':
		return space(next) && e.numbered(i)
	}
	return false
}

// numbered reports whether the line that ends before i is a number.
func (e *escaper) numbered(i int) bool {
	for n := 1; n < 10 && i-n >= 0; n++ {
		c := e.block.Text[i-n]
		if c == '\n' {
			return n > 1
		}
		if c < '0' || c > '9' {
			return false
		}
		if i == n {
			return true
		}
	}
	return false
}

// word reports whether c is of a word; bytes of other letters than ASCII's are.
func word(c byte) bool { return letter(c) || '0' <= c && c <= '9' || c >= 0x80 }

func (e *escaper) put(i int, text string) {
	if text != "" {
		e.Insert(i, []byte(text), e.label)
	}
}
