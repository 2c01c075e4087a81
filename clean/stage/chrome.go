package stage

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/rules"
)

// Chrome claims the lines and blocks that pack rules match: bylines, share
// bars, prompts, legal tails. It only says what matches; zones and support
// are weighed when the claims are settled.
//
// Between the second line of plain prose and the last there is neither head
// nor tail (see FindZones), so rules for these need not be asked there.
type Chrome struct {
	matcher *rules.Matcher
	terms   []Terms
	hits    []int
	joined  []byte
}

// NewChrome returns the stage for the line and block rules of set.
func NewChrome(set *rules.Set, terms []Terms) *Chrome {
	return &Chrome{matcher: set.NewMatcher(), terms: terms}
}

func (*Chrome) Name() string { return "chrome" }

func (s *Chrome) Propose(v *View, p *Proposals) {
	n := len(v.Layout.Lines)
	enough := 2 // lines of plain prose that end the head
	if s.matcher.HasBlocks() {
		enough = n + 1 // a block rule may want a line, so none can be taken for plain
	}
	top, bottom := 0, n
	for plain := 0; top < n && plain < enough; top++ {
		if s.claimLine(v, p, top, true) {
			plain++
		}
	}
	for plain := false; bottom > top && !plain; {
		bottom--
		plain = s.claimLine(v, p, bottom, true)
	}
	for i := top; i < bottom; i++ {
		s.claimLine(v, p, i, false)
	}
	if s.matcher.HasBlocks() {
		for _, b := range v.Layout.Blocks {
			s.claimBlock(v, p, b)
		}
	}
	slices.SortStableFunc(p.Claims, func(a, b Claim) int { return cmp.Compare(a.First, b.First) })
}

// claimLine claims line i for the rules that match it. It reports whether the
// line is prose that no rule wants.
func (s *Chrome) claimLine(v *View, p *Proposals, i int, edge bool) (plain bool) {
	line := &v.Layout.Lines[i]
	s.hits = s.matcher.Lines(s.shown(v.Text, line), line.Words, edge, s.hits[:0])
	s.claim(p, i, i+1)
	return line.Prose && len(s.hits) == 0
}

func (s *Chrome) claimBlock(v *View, p *Proposals, b doc.Block) {
	words := 0
	for i := b.FirstLine; i < b.EndLine; i++ {
		words += v.Layout.Lines[i].Words
	}
	s.hits = s.matcher.Blocks(s.block(v, b), words, s.hits[:0])
	s.claim(p, b.FirstLine, b.EndLine)
}

func (s *Chrome) claim(p *Proposals, first, end int) {
	for _, h := range s.hits {
		p.Claims = append(p.Claims, Claim{First: first, End: end, Terms: &s.terms[h], Of: -1})
	}
}

// shown returns the text of a line as rules see it: the breaks of a wrapped
// line are spaces.
func (s *Chrome) shown(text []byte, line *doc.Line) []byte {
	b := text[line.Span.Start:line.Span.End]
	if !line.Wrapped() {
		return b
	}
	return s.join(b)
}

// block returns the text of a block as rules see it.
func (s *Chrome) block(v *View, b doc.Block) []byte {
	first, last := &v.Layout.Lines[b.FirstLine], &v.Layout.Lines[b.EndLine-1]
	text := v.Text[first.Span.Start:last.Span.End]
	if first.FirstRow+1 == last.EndRow {
		return text
	}
	return s.join(text)
}

// join replaces line breaks by spaces, in a copy.
func (s *Chrome) join(b []byte) []byte {
	s.joined = append(s.joined[:0], b...)
	for i := 0; ; i++ {
		n := bytes.IndexByte(s.joined[i:], '\n')
		if n < 0 {
			return s.joined
		}
		i += n
		s.joined[i] = ' '
	}
}
