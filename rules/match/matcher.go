package match

import (
	"math/bits"
	"slices"
)

// A Matcher matches texts against a [Set]. It learns as it goes and keeps what
// it has learnt, 64 MiB at most, about, so use one for many texts. It must not
// be used by two goroutines at once.
type Matcher struct {
	set      *Set
	anchored *dfa     // nil without patterns
	floating *search  // nil without patterns
	loose    *dfa     // nil without patterns
	seen     []uint64 // bit set of the patterns found in the text at hand
}

// NewMatcher returns a new matcher for the set.
func (s *Set) NewMatcher() *Matcher {
	m := &Matcher{set: s, seen: make([]uint64, len(s.always))}
	if len(s.anchored.starts) > 0 {
		m.anchored = newDFA(s.anchored, s.alphabet)
	}
	if len(s.floating.starts) > 0 {
		m.floating = newSearch(s.floating, &s.grams, s.alphabet)
	}
	if len(s.loose.starts) > 0 {
		m.loose = newDFA(s.loose, s.alphabet)
	}
	return m
}

// Match appends the indices of the patterns that match the text to dst, in
// ascending order, and returns the extended slice. It takes time linear in
// len(text), and allocates nothing for texts like those it has seen before.
func (m *Matcher) Match(text []byte, dst []int) []int {
	n := len(dst)
	dst = m.Candidates(text, dst)
	match := slices.DeleteFunc(dst[n:], func(i int) bool { return !m.set.Confirm(i, text) })
	return dst[:n+len(match)]
}

// Candidates is [Matcher.Match] without a last step, which a caller may have
// reason to put off: a candidate matches if [Set.Confirm] says so.
func (m *Matcher) Candidates(text []byte, dst []int) []int {
	copy(m.seen, m.set.always)
	if m.anchored != nil {
		m.anchored.scan(text, textStart, m.seen)
	}
	if m.floating != nil {
		m.floating.scan(text, m.seen)
	}
	if m.loose != nil {
		m.loose.scan(text, textStart, m.seen)
	}
	for i, word := range m.seen {
		for ; word != 0; word &= word - 1 {
			dst = append(dst, i<<6+bits.TrailingZeros64(word))
		}
	}
	return dst
}
