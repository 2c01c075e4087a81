package edit

import "math"

// Compose returns the map of two edits made one after the other: given A to B
// and B to C it returns A to C, by the rules under "Composition" in the package
// documentation. It takes time linear in the number of changes.
func Compose(first, second Map) Map {
	switch {
	case first.IsIdentity():
		return second
	case second.IsIdentity():
		return first
	}
	c := composer{
		first:  newWalk(first, onOutput),
		second: newWalk(second, onSource),
		built:  builder{changes: make([]Change, 0, first.Len()+second.Len())},
	}
	for !c.first.atEnd() || !c.second.atEnd() {
		c.step()
	}
	if len(c.built.changes) == 0 {
		return Map{}
	}
	return Map{c.built.changes}
}

// composer walks two maps along the text between them, B, in steps over which
// neither map starts or ends anything.
//
// Runs, deletions and insertions can be cut at every step. A replacement
// cannot: while one is walked in part, all that the other map does belongs to
// the same change, the pending one.
type composer struct {
	first, second walk
	built         builder

	oldLen, newLen uint32 // of the pending change
	label          Label
}

// step takes one step along B. Changes that take no room in B come before
// those that do, so that nothing passes them by: they stay outside of what
// begins or ends where they stand.
func (c *composer) step() {
	f, s := &c.first, &c.second
	switch {
	case f.kind == deletion:
		c.addFirst(f.change.OldLen, 0)
		f.next()
	case s.kind == insertion:
		c.addSecond(0, s.change.NewLen)
		s.next()
	default:
		c.advance(min(f.left, s.left))
	}
	if !f.cut() && !s.cut() {
		c.flush()
	}
}

// advance walks n bytes of B which lie in one piece of each map: in a run, an
// insertion or a replacement of the first; in a run, a deletion or a
// replacement of the second.
func (c *composer) advance(n uint32) {
	f, s := &c.first, &c.second
	switch {
	case f.kind == run && s.kind == run:
		c.built.keep(n)
	case s.kind == run:
		c.addFirst(f.share(n, f.change.OldLen), n)
	default:
		c.addSecond(f.share(n, f.change.OldLen), s.share(n, s.change.NewLen))
	}
	f.advance(n)
	s.advance(n)
}

// addFirst adds to the pending change what is the first map's doing. A label
// that is there already stays: it may be the second's.
func (c *composer) addFirst(oldLen, newLen uint32) {
	if c.oldLen == 0 && c.newLen == 0 {
		c.label = c.first.change.Label
	}
	c.oldLen += oldLen
	c.newLen += newLen
}

// addSecond adds to the pending change what is the second map's doing.
func (c *composer) addSecond(oldLen, newLen uint32) {
	c.label = c.second.change.Label
	c.oldLen += oldLen
	c.newLen += newLen
}

// flush completes the pending change.
func (c *composer) flush() {
	c.built.change(c.oldLen, c.newLen, c.label)
	c.oldLen, c.newLen = 0, 0
}

// walk goes through the pieces of a map, its runs and its changes, along one of
// its two sides.
type walk struct {
	rest []Change // the changes to come
	side side     // the side walked along
	pos  int      // where the current piece ends on that side

	// The current piece.
	kind       kind
	change     Change // unless it is a run
	size, left uint32 // its length on the side walked along; how much of it is to come
}

func newWalk(m Map, along side) walk {
	w := walk{rest: m.changes, side: along}
	w.next()
	return w
}

// next goes to the next piece. After the last change comes a run without end,
// for a map does not know the lengths of its texts.
func (w *walk) next() {
	if len(w.rest) == 0 {
		w.enter(run, math.MaxUint32)
		return
	}
	s := w.rest[0].on(w.side)
	if w.pos < s.Start {
		w.enter(run, uint32(s.Start-w.pos))
		w.pos = s.Start
		return
	}
	w.change, w.rest, w.pos = w.rest[0], w.rest[1:], s.End
	w.enter(w.change.kind(), uint32(s.Len()))
}

func (w *walk) enter(k kind, size uint32) {
	w.kind, w.size, w.left = k, size, size
}

// atEnd reports whether no change is current or to come.
func (w *walk) atEnd() bool { return w.kind == run && len(w.rest) == 0 }

// cut reports whether the current piece is a replacement walked in part.
func (w *walk) cut() bool {
	return w.kind == replacement && w.left < w.size
}

// share returns what the next n bytes of the current piece are worth on the
// map's other side: as many bytes for a run, none for an insertion or a
// deletion, and for a replacement all its otherLen bytes with its first step.
func (w *walk) share(n, otherLen uint32) uint32 {
	switch {
	case w.kind == run:
		return n
	case w.kind == replacement && w.left == w.size:
		return otherLen
	}
	return 0
}

// advance walks n bytes of the current piece, and leaves it at its end.
func (w *walk) advance(n uint32) {
	w.left -= n
	if w.left == 0 {
		w.next()
	}
}
