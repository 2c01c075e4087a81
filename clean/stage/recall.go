package stage

import (
	"bytes"
	"slices"

	"github.com/shuck-text/shuck/rules"
)

// A recall remembers which rules fired on the lines of the last text. The
// next text is most often the same document in another round, less some
// lines, and then nothing needs to be matched again.
type recall struct {
	past, now lineAnswers
	was       []int // by line: the same line in the past, or -1
}

// lineAnswers are what the rules said of the lines of a text.
type lineAnswers struct {
	lines []lineAnswer
	hits  []int // of all lines
}

type lineAnswer struct {
	text []byte
	to   [rules.Queries]struct{ first, end int } // in hits; end is 0 for a query not made
}

// begin turns to a text with these lines.
func (r *recall) begin(v *View) {
	r.past, r.now = r.now, r.past
	n := len(v.Layout.Lines)
	r.now.lines = slices.Grow(r.now.lines[:0], n)[:n]
	r.now.hits = append(r.now.hits[:0], 0) // so that no answer ends at 0
	r.was = slices.Grow(r.was[:0], n)[:n]
	at := 0
	for i := range r.was {
		text := lineText(v, i)
		r.now.lines[i] = lineAnswer{text: text}
		r.was[i] = r.find(text, at)
		if r.was[i] >= 0 {
			at = r.was[i] + 1
		}
	}
}

// find returns the place of a line in the past, from line at on, or -1.
func (r *recall) find(text []byte, at int) int {
	const reach = 32 // removals leave few longer gaps
	for j := at; j < len(r.past.lines) && j < at+reach; j++ {
		if bytes.Equal(r.past.lines[j].text, text) {
			return j
		}
	}
	return -1
}

// answer returns the rules that fired on line i in answer to a query, as far
// as the past tells.
func (r *recall) answer(i int, q rules.Query) (hits []int, ok bool) {
	if r.was[i] < 0 {
		return nil, false
	}
	to := r.past.lines[r.was[i]].to[q]
	return r.past.hits[to.first:to.end], to.end > 0
}

// keep remembers an answer.
func (r *recall) keep(i int, q rules.Query, hits []int) {
	to := &r.now.lines[i].to[q]
	to.first = len(r.now.hits)
	r.now.hits = append(r.now.hits, hits...)
	to.end = len(r.now.hits)
}
