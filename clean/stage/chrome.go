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
// nor tail (see FindZones), so rules for these need not be asked there; nor
// need likely rules, where no neighbour is claimed.
type Chrome struct {
	matcher *rules.Matcher
	terms   []Terms
	hits    []int
	joined  []byte
	recall  recall

	// By line:
	claimed []bool // some rule wants it dropped
	asked   []bool // likely rules have been asked too, in the middle
}

// NewChrome returns the stage for the line and block rules of set.
func NewChrome(set *rules.Set, terms []Terms) *Chrome {
	return &Chrome{matcher: set.NewMatcher(), terms: terms}
}

func (*Chrome) Name() string { return "chrome" }

func (s *Chrome) Propose(v *View, p *Proposals) {
	n := len(v.Layout.Lines)
	s.claimed = cleared(s.claimed, n)
	s.asked = cleared(s.asked, n)
	s.recall.begin(v)
	if s.matcher.HasBlocks() || v.Model {
		s.claimAll(v, p)
	} else {
		top, bottom := s.claimEdges(v, p)
		s.claimMiddle(v, p, top, bottom)
	}
	slices.SortStableFunc(p.Claims, func(a, b Claim) int { return cmp.Compare(a.First, b.First) })
}

// cleared returns n times false, in b's memory if it fits.
func cleared(b []bool, n int) []bool {
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	return b
}

// claimAll asks every rule about every line and block. With block rules at
// hand no line can be taken for plain prose before all have been asked.
func (s *Chrome) claimAll(v *View, p *Proposals) {
	if v.Model {
		v.Topics = make([]uint32, len(v.Layout.Lines))
	}
	for _, b := range v.Layout.Blocks {
		for i := b.FirstLine; i < b.EndLine; i++ {
			s.claimLine(v, p, i, rules.AskAll)
		}
		if s.matcher.HasBlocks() {
			s.claimBlock(v, p, b)
		}
	}
}

// claimEdges asks every rule about the lines down to the second of plain
// prose, and up to the last. It returns the lines between.
func (s *Chrome) claimEdges(v *View, p *Proposals) (top, bottom int) {
	bottom = len(v.Layout.Lines)
	for plain := 0; top < bottom && plain < 2; top++ {
		if s.claimLine(v, p, top, rules.AskAll) {
			plain++
		}
	}
	for plain := false; bottom > top && !plain; {
		bottom--
		plain = s.claimLine(v, p, bottom, rules.AskAll)
	}
	return top, bottom
}

// claimMiddle asks the certain rules about lines [top, bottom), and then the
// likely ones about the neighbours of those that are claimed: first down, then
// up, as support spreads.
func (s *Chrome) claimMiddle(v *View, p *Proposals, top, bottom int) {
	for i := top; i < bottom; i++ {
		s.claimLine(v, p, i, rules.AskCertain)
	}
	for i := top; i < bottom; i++ {
		s.askNeighbour(v, p, i)
	}
	for i := bottom - 1; i >= top; i-- {
		s.askNeighbour(v, p, i)
	}
}

// askNeighbour asks the likely rules about line i, once, if a line next to it
// is claimed.
func (s *Chrome) askNeighbour(v *View, p *Proposals, i int) {
	if !s.asked[i] && (s.claimed[i-1] || s.claimed[i+1]) {
		s.asked[i] = true
		s.claimLine(v, p, i, rules.AskLikely)
	}
}

// claimLine claims line i for the rules that match it. It reports whether the
// line is prose that no rule wants.
func (s *Chrome) claimLine(v *View, p *Proposals, i int, q rules.Query) (plain bool) {
	line := &v.Layout.Lines[i]
	hits, ok := s.recall.answer(i, q)
	if !ok {
		s.hits = s.matcher.Lines(s.shown(v.Text, line), line.Words, q, s.hits[:0])
		hits = s.hits
	}
	s.recall.keep(i, q, hits)
	s.claim(v, p, i, i+1, hits)
	return line.Prose && len(hits) == 0
}

func (s *Chrome) claimBlock(v *View, p *Proposals, b doc.Block) {
	words := 0
	for i := b.FirstLine; i < b.EndLine; i++ {
		words += v.Layout.Lines[i].Words
	}
	s.hits = s.matcher.Blocks(s.block(v, b), words, s.hits[:0])
	s.claim(v, p, b.FirstLine, b.EndLine, s.hits)
}

func (s *Chrome) claim(v *View, p *Proposals, first, end int, hits []int) {
	for _, h := range hits {
		p.Claims = append(p.Claims, Claim{First: first, End: end, Terms: &s.terms[h], Of: -1})
		if s.terms[h].Keep {
			continue
		}
		s.claimed[first] = true
		if v.Model {
			v.Topics[first] |= s.terms[h].Topic
		}
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
	s.joined = appendJoined(s.joined[:0], b)
	return s.joined
}

// appendJoined appends b to dst with spaces for line breaks.
func appendJoined(dst, b []byte) []byte {
	at := len(dst)
	dst = append(dst, b...)
	for {
		n := bytes.IndexByte(dst[at:], '\n')
		if n < 0 {
			return dst
		}
		at += n
		dst[at] = ' '
	}
}
