package match

import "math/bits"

// A Matcher matches texts against a [Set]. It learns as it goes and keeps what
// it has learnt, about 16 MiB at most, so use one for many texts. It must not
// be used by two goroutines at once.
type Matcher struct {
	set  *Set
	dfas []*dfa
	seen []uint64 // bit set of the patterns found in the text at hand
}

// NewMatcher returns a new matcher for the set.
func (s *Set) NewMatcher() *Matcher {
	m := &Matcher{set: s, seen: make([]uint64, len(s.always))}
	for _, a := range []*automaton{s.anchored, s.floating} {
		if len(a.starts) > 0 {
			m.dfas = append(m.dfas, newDFA(a, s.alphabet))
		}
	}
	return m
}

// Match appends the indices of the patterns that match the text to dst, in
// ascending order, and returns the extended slice. It takes time linear in
// len(text), and allocates nothing for texts like those it has seen before.
func (m *Matcher) Match(text []byte, dst []int) []int {
	copy(m.seen, m.set.always)
	for _, d := range m.dfas {
		d.scan(text, m.seen)
	}
	for i, word := range m.seen {
		for ; word != 0; word &= word - 1 {
			pattern := i<<6 + bits.TrailingZeros64(word)
			if re := m.set.confirm[pattern]; re == nil || re().Match(text) {
				dst = append(dst, pattern)
			}
		}
	}
	return dst
}
