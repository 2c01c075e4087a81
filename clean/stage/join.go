package stage

import "github.com/shuck-text/shuck/clean/edit"

// Join proposes the cuts that carry out what was settled, and makes the white
// space around what stays plain: one blank line between paragraphs that had
// any, none at the ends, no trailing spaces, a final newline. Indentation
// stays.
//
// Of the blank rows between two rows that stay, the first stays. Blank rows
// left over beside a dropped line go under that line's rule.
type Join struct{}

func (Join) Name() string { return "join" }

func (Join) Propose(v *View, p *Proposals) {
	rows := v.Layout.Rows
	line := 0               // the line of the row at hand, or the next one
	blank := true           // no blank row may stay before the next text
	blame := LabelBlankLine // the rule that takes superfluous blank rows
	spare := -1             // the blank row that stays if text follows
	spareBlame := blame
	for i, row := range rows {
		if row.Blank() {
			if blank {
				p.Cut(row.Span, blame)
			} else {
				blank, spare, spareBlame = true, i, blame
			}
			continue
		}
		for v.Layout.Lines[line].EndRow <= i {
			line++
		}
		if fate := v.Fate[line]; fate.Dropped {
			blame = fate.By
			p.Cut(row.Span, blame)
			continue
		}
		if spare >= 0 {
			trimEnd(v.Text, rows[spare].Span, rows[spare].Span.Start, p)
		}
		trimEnd(v.Text, row.Span, row.Text.End, p)
		blank, blame, spare = false, LabelBlankLine, -1
	}
	if spare >= 0 {
		p.Cut(rows[spare].Span, spareBlame)
	}
	if n := len(rows); n > 0 && !rows[n-1].Blank() && !v.Fate[len(v.Fate)-1].Dropped && v.Text[len(v.Text)-1] != '\n' {
		end := edit.Span{Start: len(v.Text), End: len(v.Text)}
		p.Replace(end, "\n", LabelFinalNewline)
	}
}

// trimEnd cuts what stands in a row between the end of its text and the line
// break.
func trimEnd(text []byte, row edit.Span, end int, p *Proposals) {
	last := row.End
	if text[last-1] == '\n' {
		last--
	}
	if end < last {
		p.Cut(edit.Span{Start: end, End: last}, LabelTrailingSpace)
	}
}
