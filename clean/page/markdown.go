package page

import (
	"strings"

	"github.com/shuck-text/shuck/clean/edit"
)

// Markdown returns the page as [Page.Text] does, in CommonMark with tables:
// headings, lists, quotations, code, emphasis, links and tables are written
// out, and what would be taken for such is escaped.
func (p *Page) Markdown(cut Cut) ([]byte, edit.Map) {
	j := newJoiner(p)
	m := markdown{addresses: 2 * len(p.Source)}
	var last *Block
	for b := range p.kept(cut, j) {
		j.insert(m.between(last, b), Syntax)
		text, inner := m.block(b, p.label+Syntax)
		j.add(b.Span, text, inner)
		last = b
	}
	if last != nil {
		j.end(m.between(last, nil) + "\n")
	}
	return j.finish()
}

// markdown writes blocks as Markdown, one after the other.
type markdown struct {
	writer edit.Writer
	header bool // the current row is the first of its table
	indent string
	fence  string

	// addresses is how many bytes of addresses may still be written. Elements
	// that the parser opens again would repeat a long one without end.
	addresses int
}

// maxNesting is how many levels of lists and of quotations are written out, so
// that Markdown is not longer than the page by more than a factor.
const maxNesting = 8

// between returns what stands between two blocks, either of which may be nil:
// the end of the first, an empty line, the start of the second.
func (m *markdown) between(a, b *Block) string {
	end, sep := "", ""
	if a != nil && b != nil {
		sep = "\n\n"
		if a.Quotes == b.Quotes {
			sep = "\n" + strings.TrimRight(strings.Repeat("> ", min(b.Quotes, maxNesting)), " ") + "\n"
		}
		if a.Kind == Item && b.Kind == Item && b.Marker != "" && a.Quotes == b.Quotes {
			sep = "\n"
		}
	}
	inTable := a != nil && b != nil && a.Cell != nil && b.Cell != nil && a.Cell.Table == b.Cell.Table
	if inTable {
		return m.betweenCells(a.Cell, b.Cell)
	}
	if a != nil && a.Cell != nil {
		end = m.rowEnd(a.Cell)
	}
	if a != nil && a.Kind == Code {
		end = "\n" + m.indent + m.fence
	}
	return end + sep + m.start(b)
}

// start returns what a block begins with, and sets the indent of its lines.
func (m *markdown) start(b *Block) string {
	if b == nil {
		return ""
	}
	m.indent = strings.Repeat("> ", min(b.Quotes, maxNesting))
	switch {
	case b.Cell != nil:
		m.header = true
		return m.indent + strings.Repeat("| ", b.Cell.Column+1)
	case b.Kind == Heading:
		return m.indent + strings.Repeat("#", b.Level) + " "
	case b.Kind == Item:
		outer := m.indent + strings.Repeat("    ", min(b.Level, maxNesting)-1)
		m.indent = outer + "    "
		if b.Marker == "" {
			return m.indent
		}
		return outer + b.Marker + strings.Repeat(" ", max(1, 4-len(b.Marker)))
	case b.Kind == Code:
		m.fence = fence(b.Text)
		return m.indent + m.fence + "\n" + m.indent
	}
	return m.indent
}

func (m *markdown) betweenCells(a, b *Cell) string {
	switch {
	case a.Row < b.Row:
		end := m.rowEnd(a)
		m.header = false
		return end + "\n" + m.indent + strings.Repeat("| ", b.Column+1)
	case a.Column < b.Column:
		return strings.Repeat(" |", b.Column-a.Column) + " "
	}
	return " " // two blocks in one cell
}

// rowEnd returns the end of the row of which c is the last cell, with the rule
// under the first row of a table.
func (m *markdown) rowEnd(c *Cell) string {
	if !m.header {
		return " |"
	}
	return " |\n" + m.indent + "|" + strings.Repeat("---|", c.Column+1)
}

// block returns a block as Markdown without what stands before and after it,
// and the map that leads there from its source.
func (m *markdown) block(b *Block, label edit.Label) ([]byte, edit.Map) {
	m.writer.Reset(b.Text)
	e := escaper{Writer: &m.writer, block: b, indent: m.indent, label: label, addresses: &m.addresses}
	e.run()
	text, inner := m.writer.Finish()
	return text, edit.Compose(b.Map, inner)
}

// fence returns a code fence longer than any run of backticks in code.
func fence(code []byte) string {
	longest, run := 2, 0
	for _, c := range code {
		run++
		if c != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	return strings.Repeat("`", longest+1)
}
