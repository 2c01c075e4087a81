package sink

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// A Unit is what the offsets of spans count.
type Unit uint8

const (
	Byte  Unit = iota
	Rune       // Unicode code points; each byte that is not UTF-8 is one
	UTF16      // UTF-16 code units, as in JavaScript and Java; likewise
)

var unitNames = []string{"byte", "rune", "utf16"}

func (u Unit) String() string { return unitNames[u] }

// UnitNames lists what [ParseUnit] understands.
func UnitNames() []string { return slices.Clone(unitNames) }

// ParseUnit finds a unit by its name.
func ParseUnit(name string) (u Unit, ok bool) {
	i := slices.Index(unitNames, name)
	if i < 0 {
		return Byte, false
	}
	return Unit(i), true
}

// size is the length of r in units.
func (u Unit) size(r rune) int {
	if u == UTF16 && r >= 0x10000 {
		return 2
	}
	return 1
}

// A ruler converts byte offsets in a text to another unit.
type ruler struct {
	unit  Unit
	text  []byte
	marks []mark // about one every markEvery bytes, none for Byte
}

type mark struct{ bytes, units int }

// markEvery bounds the bytes that have to be counted for one offset.
const markEvery = 1024

func (r *ruler) reset(text []byte) {
	r.text, r.marks = text, r.marks[:0]
	if r.unit == Byte {
		return
	}
	units := 0
	for i, next := 0, 0; i < len(text); {
		if i >= next {
			r.marks = append(r.marks, mark{i, units})
			next = i + markEvery
		}
		if text[i] < utf8.RuneSelf {
			units++
			i++
			continue
		}
		c, n := utf8.DecodeRune(text[i:])
		units += r.unit.size(c)
		i += n
	}
}

// at returns the number of units that start before the byte at offset.
func (r *ruler) at(offset int) int {
	after := sort.Search(len(r.marks), func(i int) bool { return r.marks[i].bytes > offset })
	if after == 0 {
		return offset // Byte, or an empty text
	}
	m := r.marks[after-1]
	for m.bytes < offset {
		c, n := utf8.DecodeRune(r.text[m.bytes:])
		m.units += r.unit.size(c)
		m.bytes += n
	}
	return m.units
}
