package mojibake

import (
	"bytes"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Fix is a repair: the bytes of Span become With. How names the damage, as in
// "utf-8 read as windows-1252, twice".
type Fix struct {
	Span edit.Span
	With string
	How  string
}

// Finder finds damage. Its zero value is ready; it keeps its memory from call
// to call, and serves one goroutine at a time.
type Finder struct {
	line evidence // what is known of the line

	left                []rune // the context before a cluster
	bad, good           []rune // the cluster measured last and what it stands for, after its context
	from                int    // where both begin
	firstBad, firstGood []rune // the cluster measured first of those at its place
	kept                []rune // what the best cluster stands for
	votes               votes  // what speaks for the pages there

	certain []certainty // the clusters of the line that are beyond doubt
}

// Find calls emit for each repair of text, which must be valid UTF-8. The spans
// do not overlap and come in ascending order. Repaired text is left alone by
// another Find.
func (f *Finder) Find(text []byte, emit func(Fix)) {
	for done := 0; ; {
		c, ok := f.next(text, done)
		if !ok {
			return
		}
		w := window(text, done, c.span)
		for _, fix := range f.repair(text[w.Start:w.End]) {
			fix.Span.Start += w.Start
			fix.Span.End += w.Start
			emit(fix)
		}
		done = w.End
	}
}

// maxWindow is the most text, in bytes, that is looked at together on either
// side of a cluster. Lines are mostly shorter.
const maxWindow = 8 << 10

// window returns the part of text around s, from done on, that is repaired
// together: a line, or what of it lies between spaces not too far away.
func window(text []byte, done int, s edit.Span) edit.Span {
	return edit.Span{Start: windowStart(text, done, s.Start), End: windowEnd(text, s.End)}
}

func windowStart(text []byte, done, at int) int {
	start := max(done, at-maxWindow)
	before := text[start:at]
	if i := bytes.LastIndexByte(before, '\n'); i >= 0 {
		return start + i + 1
	}
	if start == done {
		return start
	}
	if i := bytes.IndexByte(before, ' '); i >= 0 {
		return start + i + 1
	}
	return at
}

func windowEnd(text []byte, at int) int {
	end := min(len(text), at+maxWindow)
	after := text[at:end]
	if i := bytes.IndexByte(after, '\n'); i >= 0 {
		return at + i
	}
	if end == len(text) {
		return end
	}
	if i := bytes.LastIndexByte(after, ' '); i >= 0 {
		return at + i
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}
