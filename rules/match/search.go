package match

import "unicode/utf8"

// A search runs an automaton whose matches may begin anywhere but with few
// grams. These give the places where a match may begin, and a DFA that starts
// nowhere else looks at each: it is small, and dies after a few bytes. A text
// that makes it look at too many bytes is left to a DFA that starts at every
// rune.
type search struct {
	grams *gramSet
	probe *dfa
	full  *dfa
}

// patience is how many bytes a probe may look at, for each byte of the text.
const patience = 2

func newSearch(a *automaton, grams *gramSet, alpha *alphabet) *search {
	still := *a
	still.restart, still.asks = false, 0
	return &search{grams: grams, probe: newDFA(&still, alpha), full: newDFA(a, alpha)}
}

// scan adds the patterns that match the text to seen, a bit set.
func (s *search) scan(text []byte, seen []uint64) {
	left := patience * (len(text) + 1)
	for at := s.grams.next(text); at < len(text); at += 1 + s.grams.next(text[at+1:]) {
		prev := textStart
		if at > 0 {
			prev = contextAfterByte(text[at-1])
		}
		if left -= s.probe.scan(text[at:], prev, seen); left < 0 {
			s.full.scan(text, textStart, seen)
			return
		}
	}
}

// contextAfterByte is the context after a rune that ends with byte b.
func contextAfterByte(b byte) context {
	if b >= utf8.RuneSelf {
		return elsewhere
	}
	return contextAfter(rune(b))
}
