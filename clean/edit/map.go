package edit

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"sort"
)

// MaxLen is the length in bytes of the longest text this package accounts for,
// on either side of a map.
const MaxLen = 1<<31 - 1

// Map relates a source to the output made from it: a sorted list of disjoint
// changes, with identical bytes between them. The zero Map is the identity.
// Maps are immutable and may be copied and shared freely.
//
// A Map does not know the lengths of its texts. Spans given to its methods must
// lie within them.
type Map struct{ changes []Change }

// NewMap returns the map of the given changes, for an account that was stored
// and is read back. It reports an error if a change is empty or out of order, or
// if the runs between them differ in length. It copies the changes and joins
// none, so they keep their indexes.
func NewMap(changes []Change) (Map, error) {
	if len(changes) == 0 {
		return Map{}, nil
	}
	m := Map{slices.Clone(changes)}
	if err := m.valid(); err != nil {
		return Map{}, err
	}
	return m, nil
}

// IsIdentity reports whether m has no changes.
func (m Map) IsIdentity() bool { return len(m.changes) == 0 }

// Len returns the number of changes.
func (m Map) Len() int { return len(m.changes) }

// Change returns change i, counted from 0 in text order.
func (m Map) Change(i int) Change { return m.changes[i] }

// Changes yields the changes in text order.
func (m Map) Changes() iter.Seq[Change] { return slices.Values(m.changes) }

// Source returns the source range of an output range, by the rules under
// "Ranges" in the package documentation. It takes logarithmic time.
func (m Map) Source(out Span) Span { return project(m.changes, out, onOutput) }

// Output returns the output range of a source range, by the rules under
// "Ranges" in the package documentation. It takes logarithmic time.
func (m Map) Output(src Span) Span { return project(m.changes, src, onSource) }

// project carries s from the near side of the changes to the far side.
func project(changes []Change, s Span, near side) Span {
	if len(changes) == 0 {
		return s
	}
	// changes[first:end] are those that s takes in, whole or in part. An empty
	// s takes in those that are themselves empty on the near side at that place.
	first := sort.Search(len(changes), func(i int) bool {
		n := changes[i].on(near)
		return n.End > s.Start || s.Empty() && n.Start >= s.Start
	})
	end := first + sort.Search(len(changes)-first, func(i int) bool {
		n := changes[first+i].on(near)
		return n.Start >= s.End && (!s.Empty() || n.End > s.End)
	})
	far := Span{carry(changes[:first], s.Start, near), carry(changes[:end], s.End, near)}
	if first < end && changes[first].on(near).Start < s.Start { // s begins inside it
		far.Start = changes[first].on(!near).Start
	}
	return far
}

// carry carries a position that has the given changes before it. Inside the
// last of them it goes to that change's end.
func carry(before []Change, pos int, near side) int {
	if len(before) == 0 {
		return pos
	}
	last := before[len(before)-1]
	return last.on(!near).End + max(0, pos-last.on(near).End)
}

// OutputLen returns the length in bytes of the output of a source of srcLen bytes.
func (m Map) OutputLen(srcLen int) int {
	return carry(m.changes, srcLen, onSource)
}

// Check reports an error unless m accounts for every byte of src and out: the
// changes are in order and within both texts, and every byte outside them is
// the same in both.
func (m Map) Check(src, out []byte) error {
	if err := m.valid(); err != nil {
		return err
	}
	var in, at int // the end of the change before
	for i, c := range m.changes {
		s, o := c.Source(), c.Output()
		if s.End > len(src) || o.End > len(out) {
			return fmt.Errorf("edit: change %d ends at byte %d of %d in the source, %d of %d in the output",
				i, s.End, len(src), o.End, len(out))
		}
		if !bytes.Equal(src[in:s.Start], out[at:o.Start]) {
			return fmt.Errorf("edit: the run at source byte %d, before change %d, is not the same in the output", in, i)
		}
		in, at = s.End, o.End
	}
	if !bytes.Equal(src[in:], out[at:]) {
		return fmt.Errorf("edit: the run at source byte %d, after the last change, is not the same in the output", in)
	}
	return nil
}

// valid reports an error unless the changes are in order, disjoint and not
// empty, end within MaxLen, and have runs of one length on both sides between
// them.
func (m Map) valid() error {
	var in, out uint64 // the end of the change before; 64 bits, so sums cannot wrap
	for i, c := range m.changes {
		if c.OldLen == 0 && c.NewLen == 0 {
			return fmt.Errorf("edit: change %d is empty", i)
		}
		if uint64(c.In) < in || uint64(c.Out) < out {
			return fmt.Errorf("edit: change %d starts before the end of the one before", i)
		}
		if uint64(c.In)-in != uint64(c.Out)-out {
			return fmt.Errorf("edit: the run before change %d is of %d bytes in the source, %d in the output",
				i, uint64(c.In)-in, uint64(c.Out)-out)
		}
		in = uint64(c.In) + uint64(c.OldLen)
		out = uint64(c.Out) + uint64(c.NewLen)
		if in > MaxLen || out > MaxLen {
			return fmt.Errorf("edit: change %d ends beyond the limit of %d bytes", i, MaxLen)
		}
	}
	return nil
}
