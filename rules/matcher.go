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

// A Query says which rules to ask. Those that can have no effect need not be:
// away from the edges of a document, rules for a zone, and there, without a
// dropped neighbour, rules that are likely.
type Query uint8

const (
	AskAll     Query = iota // every rule
	AskCertain              // rules for any zone that are certain
	AskLikely               // rules for any zone that are likely
	Queries                 // how many there are
)

// NewMatcher returns a new matcher of the set's rules.
func (s *Set) NewMatcher() *Matcher {
	return &Matcher{
		set:    s,
		lines:  newBankMatcher(s, &s.lines),
		blocks: newBankMatcher(s, &s.blocks),
		spans:  groupMatcher{group: &s.spans, owner: s},
	}
}

// Lines appends to dst the indices of the line rules that fire on line, in
// ascending order. A rule fires if the words of the line are within its
// bounds, one of its patterns matches and none of its `not` patterns does;
// zone and support are the caller's. Words is the number of words in line;
// WordsAtMost(line, set.MaxWords()) is enough.
func (m *Matcher) Lines(line []byte, words int, q Query, dst []int) []int {
	return m.fire(&m.lines, line, words, q, dst)
}

// HasBlocks reports whether there are block rules.
func (m *Matcher) HasBlocks() bool {
	return slices.ContainsFunc(m.blocks.groups(), func(g *groupMatcher) bool { return len(g.exprs) > 0 })
}

// Blocks is [Matcher.Lines] for a block and the block rules, all of them.
func (m *Matcher) Blocks(block []byte, words int, dst []int) []int {
	return m.fire(&m.blocks, block, words, AskAll, dst)
}

func (m *Matcher) fire(b *bankMatcher, text []byte, words int, q Query, dst []int) []int {
	start := len(dst)
	if q != AskLikely {
		if words <= shortWords {
			dst = m.fireGroup(&b.certainShort, text, words, q, dst)
		}
		dst = m.fireGroup(&b.certainLong, text, words, q, dst)
	}
	if q != AskCertain {
		if words <= shortWords {
			dst = m.fireGroup(&b.likelyShort, text, words, q, dst)
		}
		dst = m.fireGroup(&b.likelyLong, text, words, q, dst)
	}
	slices.Sort(dst[start:])
	return dst
}

func (m *Matcher) fireGroup(g *groupMatcher, text []byte, words int, q Query, dst []int) []int {
	last := -1
	for _, i := range g.candidates(text) {
		rule := g.rule[i]
		r := &m.set.rules[rule]
		if rule == last || q != AskAll && r.Zone != Any || !r.wordsFit(words) || !g.set.Confirm(i, text) {
			continue
		}
		last = rule // its other patterns need no look
		if !matchesAny(m.set.nots[rule], text) {
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
	for _, i := range m.spans.candidates(line) {
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
	certainShort, certainLong, likelyShort, likelyLong groupMatcher
}

func newBankMatcher(s *Set, b *bank) bankMatcher {
	of := func(g *group) groupMatcher { return groupMatcher{group: g, owner: s} }
	return bankMatcher{of(&b.certain.short), of(&b.certain.long), of(&b.likely.short), of(&b.likely.long)}
}

func (b *bankMatcher) groups() []*groupMatcher {
	return []*groupMatcher{&b.certainShort, &b.certainLong, &b.likelyShort, &b.likelyLong}
}

// A groupMatcher is the state of matching a group.
type groupMatcher struct {
	*group
	owner   *Set
	matcher *match.Matcher // nil until it is asked
	found   []int
}

// candidates returns the indices of the patterns that may match text,
// ascending. The slice is valid until the next call.
func (m *groupMatcher) candidates(text []byte) []int {
	if len(m.exprs) == 0 {
		return nil
	}
	if m.matcher == nil {
		m.owner.compile()
		m.matcher = m.set.NewMatcher()
	}
	m.found = m.matcher.Candidates(text, m.found[:0])
	return m.found
}
