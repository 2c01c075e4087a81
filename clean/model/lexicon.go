package model

import (
	"maps"
	"slices"
)

// A lexicon knows of some words, or of some lines as a whole, whether they
// tend to be content. It is learnt from pages, so it knows the languages of
// those pages only; of what it does not know it says nothing.
type lexicon struct{ weights tally }

// noWeight is added to weights, so that a tally can hold them.
const noWeight = 128

func newLexicon(weights map[string]int8, key func(s *scanner, text string) uint32) *lexicon {
	l := &lexicon{}
	l.weights.reset(len(weights))
	s := &scanner{glyphs: newGlyphs()}
	for _, text := range slices.Sorted(maps.Keys(weights)) { // in order: a full tally drops the last
		l.weights.addN(key(s, text), noWeight+int(weights[text]))
	}
	return l
}

// wordKey is the hash of a word; of a pair of letters it is that of the last,
// which knows the one before.
func wordKey(s *scanner, text string) uint32 {
	s.words = s.words[:0]
	s.scan([]byte(text))
	if len(s.words) == 0 {
		return 0
	}
	return s.words[len(s.words)-1]
}

func phraseKey(s *scanner, text string) uint32 {
	s.words = s.words[:0]
	return s.scan([]byte(text)).key
}

// weight is 0 for what the lexicon does not know.
func (l *lexicon) weight(key uint32) int {
	if n := l.weights.count(key); n > 0 {
		return n - noWeight
	}
	return 0
}

// judge returns how many of the words are known, and the mean of their
// weights, drawn towards none if they are few.
func (l *lexicon) judge(words []uint32) (known, mean int) {
	sum := 0
	for _, key := range words {
		if n := l.weights.count(key); n > 0 {
			sum += n - noWeight
			known++
		}
	}
	return known, sum / (known + 1)
}
