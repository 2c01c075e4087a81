package rules

import (
	"cmp"
	"slices"

	"github.com/shuck-text/shuck/rules/match"
)

// A Matcher finds the rules of a [Set] that fire on a text. It has scratch
// space: each goroutine needs its own.
type Matcher struct {
	set    *Set
	lines  bankMatcher
	blocks bankMatcher
	spans  groupMatcher
	lost   int
}

// NewMatcher returns a new matcher of the set's rules.
func (s *Set) NewMatcher() *Matcher {
	return &Matcher{
		set:    s,
		lines:  newBankMatcher(&s.lines),
		blocks: newBankMatcher(&s.blocks),
		spans:  newGroupMatcher(&s.spans),
	}
}

// Lines appends to dst the indices of the line rules that fire on line, in
// ascending order. A rule fires if the words of the line are within its
// bounds, one of its patterns matches and none of its `not` patterns does;
// zone and support are the caller's. Words is the number of words in line;
// WordsAtMost(line, set.MaxWords()) is enough.
func (m *Matcher) Lines(line []byte, words int, dst []int) []int {
	return m.fire(&m.lines, line, words, dst)
}

// Blocks is [Matcher.Lines] for a block and the block rules.
func (m *Matcher) Blocks(block []byte, words int, dst []int) []int {
	return m.fire(&m.blocks, block, words, dst)
}

func (m *Matcher) fire(b *bankMatcher, text []byte, words int, dst []int) []int {
	start := len(dst)
	if words <= b.maxWords {
		dst = m.fireGroup(&b.short, text, words, dst)
	}
	dst = m.fireGroup(&b.any, text, words, dst)
	slices.Sort(dst[start:])
	return dst
}

func (m *Matcher) fireGroup(g *groupMatcher, text []byte, words int, dst []int) []int {
	last := -1
	for _, i := range g.match(text) {
		rule := g.rule[i]
		if rule == last {
			continue // another pattern of the same rule
		}
		last = rule
		if m.set.rules[rule].wordsFit(words) && !matchesAny(m.set.nots[rule], text) {
			dst = append(dst, rule)
		}
	}
	return dst
}

func (r *Rule) wordsFit(words int) bool {
	return words >= r.MinWords && (r.MaxWords == 0 || words <= r.MaxWords)
}

func matchesAny(patterns []pattern, text []byte) bool {
	for _, p := range patterns {
		if p().Match(text) {
			return true
		}
	}
	return false
}

// A SpanHit is a match of a span rule: bytes [Start, End) of the line.
type SpanHit struct {
	Rule       int // index in [Set.Rules]
	Start, End int
}

// Spans appends to dst the matches of the span rules in line, in order of
// their start and without overlaps: of overlapping matches the one that
// starts first stays, and of those with one start the one of the earlier
// rule. A `not` pattern that matches anywhere in the line silences its rule.
func (m *Matcher) Spans(line []byte, dst []SpanHit) []SpanHit {
	m.lost = 0
	start := len(dst)
	for _, i := range m.spans.match(line) {
		rule := m.spans.rule[i]
		if matchesAny(m.set.nots[rule], line) {
			continue
		}
		for _, loc := range m.spans.patterns[i]().FindAllIndex(line, -1) {
			if loc[0] < loc[1] {
				dst = append(dst, SpanHit{rule, loc[0], loc[1]})
			}
		}
	}
	hits := dst[start:]
	slices.SortStableFunc(hits, func(a, b SpanHit) int { return cmp.Compare(a.Start, b.Start) })
	return dst[:start+m.withoutOverlaps(hits)]
}

// withoutOverlaps moves the hits that stay to the front and counts both.
func (m *Matcher) withoutOverlaps(hits []SpanHit) (kept int) {
	end := 0
	for _, h := range hits {
		if h.Start < end {
			m.lost++
			continue
		}
		end = h.End
		hits[kept] = h
		kept++
	}
	return kept
}

// Lost returns how many matches the last call of [Matcher.Spans] left out
// because they overlapped with an earlier one.
func (m *Matcher) Lost() int { return m.lost }

// A bankMatcher is the state of matching a bank.
type bankMatcher struct {
	short, any groupMatcher
	maxWords   int
}

func newBankMatcher(b *bank) bankMatcher {
	return bankMatcher{newGroupMatcher(&b.short), newGroupMatcher(&b.any), b.maxWords}
}

// A groupMatcher is the state of matching a group.
type groupMatcher struct {
	*group
	matcher *match.Matcher // nil without patterns
	found   []int
}

func newGroupMatcher(g *group) groupMatcher {
	m := groupMatcher{group: g}
	if g.set != nil {
		m.matcher = g.set.NewMatcher()
	}
	return m
}

// match returns the indices of the patterns that match text, ascending. The
// slice is valid until the next call.
func (m *groupMatcher) match(text []byte) []int {
	if m.matcher == nil {
		return nil
	}
	m.found = m.matcher.Match(text, m.found[:0])
	return m.found
}
