package stage

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/rules"
)

// Segment divides text into rows, logical lines and blocks. How a text parts
// its paragraphs is decided for the whole document, from what it does:
//
//   - blank lines part paragraphs in a text that has any between its lines;
//     in a text without them every line is a paragraph;
//   - rows filled to a common width are hard-wrapped, and a run of them is
//     one logical line.
//
// A Segment reuses its memory: the Layout it returned lasts until the next
// call.
type Segment struct {
	layout doc.Layout
	widths []int
}

// wordLimit is how far the words of a line are counted at least.
const wordLimit = 64

// Layout segments text. maxWords is the greatest number of words any rule
// asks about.
func (s *Segment) Layout(text []byte, maxWords int) *doc.Layout {
	l := &s.layout
	l.Rows = appendRows(l.Rows[:0], text)
	l.Lines, l.Blocks = l.Lines[:0], l.Blocks[:0]
	l.BlankLines = hasInnerBlank(l.Rows)
	l.Column = s.wrapColumn(text)
	s.appendLines(text, max(wordLimit, maxWords))
	return l
}

func appendRows(rows []doc.Row, text []byte) []doc.Row {
	for at := 0; at < len(text); {
		end := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		rows = append(rows, doc.Row{
			Span: edit.Span{Start: at, End: end},
			Text: trimmed(text, at, end),
		})
		at = end
	}
	return rows
}

// trimmed returns text[start:end] without surrounding white space.
func trimmed(text []byte, start, end int) edit.Span {
	left := bytes.TrimLeftFunc(text[start:end], unicode.IsSpace)
	both := bytes.TrimRightFunc(left, unicode.IsSpace)
	start = end - len(left)
	return edit.Span{Start: start, End: start + len(both)}
}

// hasInnerBlank reports whether a blank row stands between rows that are not.
func hasInnerBlank(rows []doc.Row) bool {
	shown, blank := false, false
	for _, r := range rows {
		switch {
		case r.Blank():
			blank = shown
		case blank:
			return true
		default:
			shown = true
		}
	}
	return false
}

// appendLines joins rows to logical lines and lines to blocks.
func (s *Segment) appendLines(text []byte, limit int) {
	l := &s.layout
	newBlock := true
	for i := 0; i < len(l.Rows); {
		if l.Rows[i].Blank() {
			newBlock = true
			i++
			continue
		}
		end := i + 1
		for l.Column > 0 && end < len(l.Rows) && s.continues(text, end-1) {
			end++
		}
		if newBlock || !l.BlankLines {
			l.Blocks = append(l.Blocks, doc.Block{FirstLine: len(l.Lines), EndLine: len(l.Lines)})
			newBlock = false
		}
		line := doc.Line{
			Span:     edit.Span{Start: l.Rows[i].Text.Start, End: l.Rows[end-1].Text.End},
			FirstRow: i,
			EndRow:   end,
			Block:    len(l.Blocks) - 1,
		}
		shown := text[line.Span.Start:line.Span.End]
		line.Words = rules.WordsAtMost(shown, limit)
		line.Prose = prose(shown, line.Words)
		l.Lines = append(l.Lines, line)
		l.Blocks[line.Block].EndLine = len(l.Lines)
		i = end
	}
}

// Bounds on what counts as hard-wrapped, in runes. Mail is wrapped at 60 to
// 78, terminals and old web pages at up to 100; columns of a newspaper at 40.
const (
	minColumn = 40
	maxColumn = 100
	// fewestFull rows must be filled before a width is evidence.
	fewestFull = 4
	// One row in so many may stick out: a URL, a table.
	stickingOut = 20
)

// wrapColumn returns the width to which rows are filled, or 0. The width is
// that of the widest rows which another row follows directly; it is evidence
// of wrapping if most rows so followed could not have taken the first word of
// the next one.
func (s *Segment) wrapColumn(text []byte) int {
	rows := s.layout.Rows
	if s.tooWide() {
		return 0
	}
	s.widths = s.widths[:0]
	for i := range rows[:max(0, len(rows)-1)] {
		if !rows[i].Blank() && !rows[i+1].Blank() {
			s.widths = append(s.widths, width(text, rows[i]))
		}
	}
	slices.Sort(s.widths)
	column := s.widths[len(s.widths)-1-len(s.widths)/stickingOut]
	if column < minColumn || column > maxColumn {
		return 0
	}
	s.layout.Column = column
	full := 0
	for i := range rows[:len(rows)-1] {
		if !rows[i].Blank() && !rows[i+1].Blank() && s.continues(text, i) {
			full++
		}
	}
	if full < fewestFull || full*10 < len(s.widths)*6 {
		return 0
	}
	return column
}

// tooWide reports whether more rows than may stick out have more bytes than
// any column, so that widths need not be counted.
func (s *Segment) tooWide() bool {
	rows := s.layout.Rows
	followed, wide := 0, 0
	for i := range rows[:max(0, len(rows)-1)] {
		if rows[i].Blank() || rows[i+1].Blank() {
			continue
		}
		followed++
		if rows[i].Text.Len() > utf8.UTFMax*maxColumn {
			wide++
		}
	}
	return followed < fewestFull || wide > followed/stickingOut
}

// width is the number of runes from the start of a row to the end of its text.
func width(text []byte, r doc.Row) int {
	return utf8.RuneCount(text[r.Span.Start:r.Text.End])
}

// continues reports whether row i was broken because the first word of the
// next row did not fit into the column.
func (s *Segment) continues(text []byte, i int) bool {
	row, next := s.layout.Rows[i], s.layout.Rows[i+1]
	if next.Blank() || row.Span.Len() > 4*(s.layout.Column+20) || isBullet(text[next.Text.Start:next.Text.End]) {
		return false
	}
	w := width(text, row)
	return w >= s.layout.Column/2 && w+1+firstWord(text[next.Text.Start:next.Text.End]) > s.layout.Column
}

// firstWord is the width in runes of the first word of text: up to white
// space, or one rune of a script that may break anywhere.
func firstWord(text []byte) int {
	r, _ := utf8.DecodeRune(text)
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return 1
	}
	if n := bytes.IndexFunc(text, unicode.IsSpace); n >= 0 {
		text = text[:n]
	}
	return utf8.RuneCount(text)
}

// isBullet reports whether text begins like an item of a list.
func isBullet(text []byte) bool {
	r, n := utf8.DecodeRune(text)
	next, _ := utf8.DecodeRune(text[n:])
	switch r {
	case '-', '*', '•', '·', '–', '—', '+', '#':
		return next == ' ' || next == '\t'
	}
	return false
}
