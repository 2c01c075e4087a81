package match

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"unicode/utf8"
)

// A gram is the first three bytes of a match, the first in the lowest place,
// each without the bit that tells small ASCII letters from capitals.
type gram uint32

const gramMask = 0xDFDFDF

// with returns the gram that has b in place n, too.
func (g gram) with(n int, b byte) gram { return (g | gram(b)<<(8*n)) & gramMask }

// A gramSet is a set of grams, and of a few others (Bloom, "Space/time
// trade-offs in hash coding with allowable errors", CACM 13(7), 1970).
type gramSet struct {
	bits  [1 << 10]uint64
	short bool // a match may be shorter than a gram
}

// hash returns sixteen bits. The factor is 2^32 divided by the golden ratio
// (Knuth, TAOCP 6.4), which spreads keys that are alike.
func (g gram) hash() uint32 { return uint32(g) * 0x9E3779B1 >> 16 }

// rehash returns sixteen other bits.
func (g gram) rehash() uint32 { return uint32(g) * 0x85EBCA6B >> 16 }

func (s *gramSet) add(g gram) {
	s.set(g.hash())
	s.set(g.rehash())
}

func (s *gramSet) has(g gram) bool { return s.isSet(g.hash()) && s.isSet(g.rehash()) }

func (s *gramSet) set(bit uint32)        { s.bits[bit>>6] |= 1 << (bit & 63) }
func (s *gramSet) isSet(bit uint32) bool { return s.bits[bit>>6]>>(bit&63)&1 != 0 }

// next returns the first place in text where a match may begin, or its length.
// It rules out most places of most texts, at the price of a look-up that waits
// for no other, where a step of an automaton waits for the step before it.
func (s *gramSet) next(text []byte) int {
	i := 0
	for ; i+8 <= len(text); i += 6 {
		eight := binary.LittleEndian.Uint64(text[i:])
		switch {
		case s.has(gram(eight & gramMask)):
			return i
		case s.has(gram(eight >> 8 & gramMask)):
			return i + 1
		case s.has(gram(eight >> 16 & gramMask)):
			return i + 2
		case s.has(gram(eight >> 24 & gramMask)):
			return i + 3
		case s.has(gram(eight >> 32 & gramMask)):
			return i + 4
		case s.has(gram(eight >> 40 & gramMask)):
			return i + 5
		}
	}
	for ; i+3 <= len(text); i++ {
		if s.has((gram(text[i]) | gram(text[i+1])<<8 | gram(text[i+2])<<16) & gramMask) {
			return i
		}
	}
	if s.short {
		return i
	}
	return len(text)
}

// Bounds on the search for grams, per pattern. A pattern beyond them is open
// to so many beginnings that looking for them is no use.
const (
	choices = 64      // runes in a set that are told apart
	maxWork = 1 << 13 // prefixes looked at
)

// gramsOf returns the grams that matches of a program begin with. It reports
// false if there are too many, or a match may have fewer than two bytes that
// are known.
func gramsOf(prog *syntax.Prog) (found gramFinder, ok bool) {
	f := gramFinder{prog: prog, work: maxWork}
	f.from(uint32(prog.Start), 0, 0)
	return f, f.work > 0
}

type gramFinder struct {
	prog  *syntax.Prog
	grams []gram
	short bool // a match may be shorter than a gram
	work  int  // prefixes that may still be looked at
}

// from adds the grams that begin with g, n bytes long, and go on from pc.
func (f *gramFinder) from(pc uint32, g gram, n int) {
	for _, pc := range f.reach(pc) {
		i := &f.prog.Inst[pc]
		switch i.Op {
		case syntax.InstMatch:
			f.short = true
			f.whatever(g, n)
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			f.over(i, g, n)
		}
	}
}

// over adds the grams that go on over an instruction that consumes a rune.
func (f *gramFinder) over(i *syntax.Inst, g gram, n int) {
	set := runesOf(i)
	count := 0
	for _, r := range set {
		count += int(r.hi-r.lo) + 1
		if r.lo <= utf8.RuneError && r.hi >= utf8.RuneError {
			count += choices // malformed bytes read as this rune
		}
	}
	if count > choices {
		f.whatever(g, n)
		return
	}
	for _, r := range set {
		for c := r.lo; c <= r.hi && f.work > 0; c++ {
			f.rune(c, i.Out, g, n)
		}
	}
}

// rune adds the grams that go on with a rune.
func (f *gramFinder) rune(c rune, out uint32, g gram, n int) {
	f.work--
	for _, b := range utf8.AppendRune(nil, c) {
		g = g.with(n, b)
		if n++; n == 3 {
			f.grams = append(f.grams, g)
			return
		}
	}
	f.from(out, g, n)
}

// whatever adds the grams that begin with g and go on in any way.
func (f *gramFinder) whatever(g gram, n int) {
	if n < 2 {
		f.work = 0
		return
	}
	for b := range 256 {
		f.grams = append(f.grams, g.with(2, byte(b)))
	}
}

// reach returns the instructions that pc leads to and that consume a rune or
// match, if all assertions hold.
func (f *gramFinder) reach(pc uint32) []uint32 {
	list := []uint32{pc}
	for at := 0; at < len(list); at++ {
		i := &f.prog.Inst[list[at]]
		switch i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			list = appendNew(list, i.Out, i.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			list = appendNew(list, i.Out)
		}
	}
	return list
}

func appendNew(list []uint32, pcs ...uint32) []uint32 {
	for _, pc := range pcs {
		if !slices.Contains(list, pc) {
			list = append(list, pc)
		}
	}
	return list
}
