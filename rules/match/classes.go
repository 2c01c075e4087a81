package match

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"unicode"
)

// A runeRange is the runes from lo to hi, both included.
type runeRange struct{ lo, hi rune }

// runeSets numbers the distinct sets of runes that the patterns mention.
type runeSets struct {
	list   [][]runeRange
	index  map[string]uint32 // set, as bytes -> its place in list
	copies map[*rune]uint32  // first rune of a class -> its place in list
	key    []byte
}

func newRuneSets() *runeSets {
	return &runeSets{index: make(map[string]uint32), copies: make(map[*rune]uint32)}
}

// addInst returns the number of the set of runes that an instruction consumes.
// A class that is repeated, as in \pL{2,40}, is written out as many times; these
// share their runes, so that the set need be looked at only once.
func (s *runeSets) addInst(i *syntax.Inst) uint32 {
	if len(i.Rune) < 2 {
		return s.add(runesOf(i))
	}
	n, ok := s.copies[&i.Rune[0]]
	if !ok {
		n = s.add(runesOf(i))
		s.copies[&i.Rune[0]] = n
	}
	return n
}

// add returns the number of a set, whose ranges must not overlap.
func (s *runeSets) add(set []runeRange) uint32 {
	s.key = s.key[:0]
	for _, r := range set {
		s.key = binary.AppendUvarint(s.key, uint64(r.lo))
		s.key = binary.AppendUvarint(s.key, uint64(r.hi))
	}
	if n, ok := s.index[string(s.key)]; ok {
		return n
	}
	n := uint32(len(s.list))
	s.index[string(s.key)] = n
	s.list = append(s.list, set)
	return n
}

// separate adds the set of runes that an assertion tells from all others, so
// that one rune of a class can speak for the class.
func (s *runeSets) separate(op syntax.EmptyOp) {
	switch op {
	case syntax.EmptyBeginLine, syntax.EmptyEndLine:
		s.add([]runeRange{{'\n', '\n'}})
	case syntax.EmptyWordBoundary, syntax.EmptyNoWordBoundary:
		s.add([]runeRange{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}})
	}
}

// runesOf returns the runes that an instruction consumes.
func runesOf(i *syntax.Inst) []runeRange {
	switch i.Op {
	case syntax.InstRuneAny:
		return []runeRange{{0, unicode.MaxRune}}
	case syntax.InstRuneAnyNotNL:
		return []runeRange{{0, '\n' - 1}, {'\n' + 1, unicode.MaxRune}}
	}
	if len(i.Rune) == 1 {
		return orbit(i.Rune[0], syntax.Flags(i.Arg)&syntax.FoldCase != 0)
	}
	set := make([]runeRange, 0, len(i.Rune)/2)
	for j := 0; j+1 < len(i.Rune); j += 2 {
		set = append(set, runeRange{i.Rune[j], i.Rune[j+1]})
	}
	return set
}

// orbit returns r and, if folding, the runes equal to it under simple folding,
// in ascending order: K, k and U+212A for each of the three.
func orbit(r rune, fold bool) []runeRange {
	set := []runeRange{{r, r}}
	if !fold {
		return set
	}
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		set = append(set, runeRange{f, f})
	}
	slices.SortFunc(set, func(a, b runeRange) int { return int(a.lo - b.lo) })
	return set
}

// classes is the coarsest partition of the runes that respects all rune sets:
// two runes are in one class if they are in the same sets.
type classes struct {
	cuts  []rune     // where an interval of runes of one class begins, ascending
	of    []int32    // the class of each interval
	rune  []rune     // a rune of each class
	in    [][]uint64 // the bit set of the rune sets that each class is in
	words int        // length of each of these
}

// cutRunes are the runes at which the length or the validity of UTF-8 changes.
// No interval crosses them, which spares the trie looking for them.
var cutRunes = []rune{0, 0x80, 0x800, surrogateMin, surrogateMax + 1, 0x10000, unicode.MaxRune + 1}

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// newClasses sweeps over the runes, from each place where a set begins or ends
// to the next, keeping the sets that it is in.
func newClasses(sets [][]runeRange) *classes {
	type event struct {
		at  rune
		set int
	}
	const none = -1
	var events []event
	for _, r := range cutRunes {
		events = append(events, event{r, none})
	}
	for n, set := range sets {
		for _, r := range set {
			events = append(events, event{r.lo, n}, event{r.hi + 1, n})
		}
	}
	slices.SortFunc(events, func(a, b event) int { return int(a.at - b.at) })

	c := &classes{words: (len(sets) + 63) / 64}
	in := make([]uint64, c.words)
	index := make(map[string]int32)
	for len(events) > 0 {
		at := events[0].at
		for len(events) > 0 && events[0].at == at {
			if n := events[0].set; n != none {
				in[n>>6] ^= 1 << (n & 63)
			}
			events = events[1:]
		}
		c.cuts = append(c.cuts, at)
		c.of = append(c.of, c.classFor(in, at, index))
	}
	return c
}

// classFor returns the class of the runes that are in exactly the given sets,
// a new one if r is the first of them.
func (c *classes) classFor(in []uint64, r rune, index map[string]int32) int32 {
	key := make([]byte, 0, 8*len(in))
	for _, word := range in {
		key = binary.LittleEndian.AppendUint64(key, word)
	}
	class, ok := index[string(key)]
	if !ok {
		class = int32(len(c.rune))
		index[string(key)] = class
		c.rune = append(c.rune, r)
		c.in = append(c.in, slices.Clone(in))
	}
	return class
}

// interval returns the interval that holds r, given one that may be near.
func (c *classes) interval(r rune, near int) int {
	for c.cuts[near] > r {
		near--
	}
	for near+1 < len(c.cuts) && c.cuts[near+1] <= r {
		near++
	}
	return near
}
