package doc

import (
	"fmt"

	"github.com/shuck-text/shuck/clean/edit"
)

// A Layout is a text seen as blocks and lines. Its offsets are bytes of the
// text it was made from, which need not be the source.
type Layout struct {
	Rows   []Row
	Lines  []Line
	Blocks []Block

	// BlankLines says that blank lines part the paragraphs; otherwise every
	// line is a paragraph of its own.
	BlankLines bool

	// Column is the width in runes to which hard-wrapped paragraphs are
	// filled, or 0 if the text is not hard-wrapped.
	Column int
}

// A Row is what stands between two line breaks of the text.
type Row struct {
	Span edit.Span // with its line break
	Text edit.Span // without break and surrounding white space; empty if blank
}

// Blank reports whether the row shows nothing.
func (r Row) Blank() bool { return r.Text.Empty() }

// A Line is a logical line, the unit most rules judge: one row, or the rows
// of a hard-wrapped paragraph.
type Line struct {
	Span     edit.Span // from the first row's text to the last row's
	FirstRow int
	EndRow   int // the row after the last
	Block    int
	Words    int  // counted up to the limit the layout was made with
	Prose    bool // reads like a sentence somebody wrote
}

// Wrapped reports whether the line runs over several rows.
func (l Line) Wrapped() bool { return l.EndRow-l.FirstRow > 1 }

// A Block is a paragraph: a run of lines.
type Block struct{ FirstLine, EndLine int }

// String describes the layout in words, as explain shows it.
func (l *Layout) String() string {
	s := "line"
	if l.BlankLines {
		s = "blank-line"
	}
	if l.Column > 0 {
		s += fmt.Sprintf(" wrapped at %d", l.Column)
	}
	return s
}
