package model

import "math/bits"

// A tally counts the hashes of a document: of words, of lines. Its zero value
// is empty.
type tally struct {
	slots []slot
	mask  uint32
}

type slot struct{ key, count uint32 }

// maxProbes bounds the search for a key, so that no text can be built on
// which counting takes more than linear time. A key that finds no place is
// not counted.
const maxProbes = 16

// reset empties the tally and makes room for so many keys.
func (t *tally) reset(keys int) {
	size := 1 << bits.Len(uint(2*keys+1))
	if size > cap(t.slots) {
		t.slots = make([]slot, size)
	}
	t.slots = t.slots[:size]
	clear(t.slots)
	t.mask = uint32(size - 1)
}

func (t *tally) add(key uint32) { t.addN(key, 1) }

func (t *tally) addN(key uint32, n int) {
	if s := t.find(key); s != nil {
		s.key = key
		s.count += uint32(n)
	}
}

func (t *tally) count(key uint32) int {
	if s := t.find(key); s != nil {
		return int(s.count)
	}
	return 0
}

// find returns the slot of the key, or the one it would take, or nil.
func (t *tally) find(key uint32) *slot {
	for i := range uint32(maxProbes) {
		s := &t.slots[(key+i)&t.mask]
		if s.key == key || s.count == 0 {
			return s
		}
	}
	return nil
}
