package match

import (
	"encoding/binary"
	"math"
	"slices"
)

const (
	// cacheLimit bounds the memory of a dfa's states, in bytes, about.
	cacheLimit = 16 << 20

	// minYield is how many bytes of text a state must have served, on average,
	// when the cache is full, for the cache to be worth filling again. RE2 asks
	// for the same.
	minYield = 10

	// penance is how many bytes are scanned without a cache that is not worth
	// filling, before it gets another try.
	penance = 1 << 20
)

const (
	dead = -1            // the entry that leads nowhere; no row is at 1
	met  = math.MinInt32 // the entry for where one text has been led
)

// A dfa is an automaton made deterministic as far as texts have led into it.
//
// A state is known by the place of its row in trans, counting int32s. The
// entry for a byte in that row is where the byte leads:
//
//	 0  not known yet; hence no state has the row at 0
//	>0  that state
//	<0  the state at minus that, which has found patterns
//	-1  nowhere: nothing more can be found
//	met not known, and the next time it is worth knowing
type dfa struct {
	threads
	trans  []int32
	states []config         // by row; the first is no state
	index  map[string]int32 // config, as bytes -> entry for trans
	starts [contexts]int32  // entries that lead to the first states, 0 if not known
	blank  []int32          // a row
	key    []byte           // scratch of intern

	limit    int // of size
	size     int // bytes held by trans, states and index, about
	minYield int
	scanned  int // bytes, since the cache was empty
	penance  int // bytes still to be scanned without the cache
}

func newDFA(a *automaton, alpha *alphabet) *dfa {
	d := &dfa{
		threads:  newThreads(a, alpha),
		blank:    make([]int32, alpha.columns),
		limit:    cacheLimit,
		minYield: minYield,
	}
	d.empty()
	return d
}

// empty empties the cache.
func (d *dfa) empty() {
	d.trans = append(d.trans[:0], d.blank...)
	clear(d.states)
	d.states = append(d.states[:0], config{})
	d.index = make(map[string]int32)
	clear(d.fresh)
	clear(d.starts[:])
	d.size, d.scanned, d.freshSize = 0, 0, 0
}

// scan adds the patterns that match the text to seen, a bit set. It returns
// how many bytes it looked at before nothing more could be found.
func (d *dfa) scan(text []byte, prev context, seen []uint64) int {
	if d.penance > 0 {
		d.penance -= len(text) + 1
		d.begin(prev)
		return d.simulate(text, seen)
	}
	if d.starts[prev] == 0 {
		d.begin(prev)
		d.starts[prev] = d.intern()
	}
	return d.run(text, d.starts[prev], seen)
}

// run scans the text by table, from the state that an entry leads to.
func (d *dfa) run(text []byte, entry int32, seen []uint64) int {
	at := 0
	for entry != dead {
		n, state := glide(text[at:], d.trans, &d.column, d.enter(entry, seen))
		d.scanned += n + 1
		at += n
		if at == len(text) {
			d.runEnd(state, seen)
			return at
		}
		column := int(d.column[text[at]])
		at++
		entry = d.trans[int(state)+column]
		switch {
		case entry == 0 && !d.restart:
			at, entry = d.stroll(state, column, text, at, seen)
		case entry == 0 || entry == met:
			entry = d.extend(state, column)
		}
		if entry == 0 {
			return at + d.simulate(text[at:], seen)
		}
	}
	return at
}

// glide goes from state to state while these are known and not special. It
// returns how many bytes of text it consumed, and the state after them.
//
// It is where the time goes. A byte costs one load that waits for the load
// before it, and that latency is what bounds the speed; all else is hidden
// behind it, bounds checks included.
func glide(text []byte, trans []int32, column *[256]uint8, state int32) (int, int32) {
	s := uint32(state) // costs no sign extension as an index
	for i, b := range text {
		next := trans[s+uint32(column[b])]
		if next <= 0 {
			return i, int32(s)
		}
		s = uint32(next)
	}
	return len(text), int32(s)
}

// enter returns the state an entry leads to, and notes what it has found.
func (d *dfa) enter(entry int32, seen []uint64) (state int32) {
	if entry > 0 || entry == dead {
		return entry
	}
	for _, pattern := range d.states[int(-entry)/d.columns].found {
		mark(seen, int(pattern))
	}
	return -entry
}

// runEnd takes the last step, over the end of the text.
func (d *dfa) runEnd(state int32, seen []uint64) {
	last := d.columns - 1
	entry := d.trans[int(state)+last]
	if entry == 0 {
		entry = d.extend(state, last)
	}
	if entry == 0 {
		d.note(seen)
		return
	}
	d.enter(entry, seen)
}

// strollLength is how many bytes are scanned without new states where a column
// is met in a state for the first time.
const strollLength = 32

// stroll is extend for a column met in a state for the first time. Most such
// times are the last, and most threads die soon, so for some bytes it goes on
// without states. It returns how far it came, and the entry there.
func (d *dfa) stroll(state int32, column int, text []byte, at int, seen []uint64) (int, int32) {
	d.trans[int(state)+column] = met
	d.lead(state, column)
	for end := min(at+strollLength, len(text)); at < end; at++ {
		d.note(seen)
		if d.dead() {
			return at, dead
		}
		d.feed(text[at])
	}
	if at == len(text) {
		return at, 0
	}
	if d.size+d.freshSize > d.limit {
		d.empty()
	}
	return at, d.intern()
}

// lead sets the threads to where a column leads from a state.
func (d *dfa) lead(state int32, column int) {
	d.load(&d.states[int(state)/d.columns])
	if column < len(d.sample) {
		d.feed(d.sample[column])
	} else {
		d.finish()
	}
}

// extend works out where a column leads from a state, and keeps the entry in
// the cache. If the cache is not worth it, it returns 0 and leaves the result
// in the threads.
func (d *dfa) extend(state int32, column int) (entry int32) {
	d.lead(state, column)
	if d.size+d.freshSize > d.limit {
		wasted := d.scanned < d.minYield*len(d.states)
		d.empty()
		if wasted {
			d.penance = penance
			return 0
		}
		return d.intern()
	}
	entry = d.intern()
	d.trans[int(state)+column] = entry
	return entry
}

// intern returns the entry that leads to the state of the threads, a new one if
// need be.
func (d *dfa) intern() int32 {
	slices.Sort(d.pcs)
	slices.Sort(d.found)
	d.found = slices.Compact(d.found)
	if len(d.found) == 0 && d.dead() {
		return dead
	}
	d.key = d.config.appendKey(d.key[:0])
	if entry, ok := d.index[string(d.key)]; ok {
		return entry
	}
	entry := int32(len(d.trans))
	if len(d.found) > 0 {
		entry = -entry
	}
	d.index[string(d.key)] = entry
	d.trans = append(d.trans, d.blank...)
	d.states = append(d.states, d.config.clone())
	d.size += 4*len(d.blank) + len(d.key) + d.config.size()
	return entry
}

// appendKey appends bytes that tell the config from all others.
func (c *config) appendKey(key []byte) []byte {
	key = append(key, byte(c.prev))
	key = binary.AppendUvarint(key, uint64(c.node))
	key = binary.AppendUvarint(key, uint64(len(c.found)))
	for _, list := range [2][]uint32{c.found, c.pcs} {
		for _, n := range list {
			key = binary.AppendUvarint(key, uint64(n))
		}
	}
	return key
}

// simulate goes on from the threads through the rest of a text, without the
// cache. It returns how many bytes it looked at.
func (d *dfa) simulate(text []byte, seen []uint64) int {
	for i, b := range text {
		d.note(seen)
		if d.dead() {
			return i
		}
		d.feed(b)
	}
	d.note(seen)
	d.finish()
	d.note(seen)
	if d.freshSize > d.limit {
		d.empty()
	}
	return len(text)
}

// note notes what the threads have found.
func (d *dfa) note(seen []uint64) {
	for _, pattern := range d.found {
		mark(seen, int(pattern))
	}
	d.found = d.found[:0]
}
