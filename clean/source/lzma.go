package source

// A prob is the probability of a zero bit, in 2048ths.
type prob = uint16

const evenOdds prob = 1024

// A rangeDecoder reads bits, each of its own probability, from bytes. Past
// the end of its bytes it reads zeros; whoever uses it checks for that.
type rangeDecoder struct {
	in   []byte
	at   int
	size uint32 // of the range
	code uint32 // the place in it
}

// init begins with in, whose first byte is always 0.
func (r *rangeDecoder) init(in []byte) (ok bool) {
	if len(in) < 5 || in[0] != 0 {
		return false
	}
	*r = rangeDecoder{in: in, at: 1, size: 1<<32 - 1}
	for range 4 {
		r.code = r.code<<8 | uint32(r.in[r.at])
		r.at++
	}
	return true
}

// finished reports whether all bytes were read and meant something.
func (r *rangeDecoder) finished() bool { return r.at == len(r.in) && r.code == 0 }

func (r *rangeDecoder) normalize() {
	if r.size >= 1<<24 {
		return
	}
	r.size <<= 8
	r.code <<= 8
	if r.at < len(r.in) {
		r.code |= uint32(r.in[r.at])
	}
	r.at++
}

func (r *rangeDecoder) bit(p *prob) uint32 {
	bound := r.size >> 11 * uint32(*p)
	if r.code < bound {
		r.size = bound
		*p += (2048 - *p) >> 5
		r.normalize()
		return 0
	}
	r.size -= bound
	r.code -= bound
	*p -= *p >> 5
	r.normalize()
	return 1
}

// even reads n bits whose odds are even.
func (r *rangeDecoder) even(n uint32) (v uint32) {
	for range n {
		r.size >>= 1
		v <<= 1
		if r.code >= r.size {
			r.code -= r.size
			v |= 1
		}
		r.normalize()
	}
	return v
}

// tree reads n bits, highest first. The odds of each depend on those before.
func (r *rangeDecoder) tree(probs []prob, n uint32) uint32 {
	v := uint32(1)
	for range n {
		v = v<<1 | r.bit(&probs[v])
	}
	return v - 1<<n
}

// reverseTree is tree with the lowest bit first.
func (r *rangeDecoder) reverseTree(probs []prob, n uint32) (v uint32) {
	node := uint32(1)
	for i := range n {
		b := r.bit(&probs[node])
		node = node<<1 | b
		v |= b << i
	}
	return v
}

// The odds stand in one slice, by what they are of.
const (
	states    = 12 // what the last few symbols were
	posStates = 16 // the lowest bits of the position

	isMatch    = 0 // by state and position
	isRep      = isMatch + states*posStates
	isRep0     = isRep + states
	isRep1     = isRep0 + states
	isRep2     = isRep1 + states
	isRep0Long = isRep2 + states // by state and position
	slots      = isRep0Long + states*posStates
	distances  = slots + lenStates*64
	align      = distances + 115
	matchLen   = align + 16
	repLen     = matchLen + lenProbs
	literals   = repLen + lenProbs

	lenStates = 4 // of the length, which says something about the distance

	// In matchLen and repLen.
	isLong     = 0
	isLonger   = 1
	shortLens  = 2 // by position
	middleLens = shortLens + posStates*8
	longLens   = middleLens + posStates*8
	lenProbs   = longLens + 256
)

const minMatch = 2

// An lzmaDecoder undoes LZMA as it stands in LZMA2: without end marker, and in
// pieces whose sizes are known.
type lzmaDecoder struct {
	rangeDecoder
	probs    []prob
	lc       uint32 // bits of the last byte that say something about the next
	lpMask   uint32 // bits of the position that do
	pbMask   uint32 // bits of the position that say something about the rest
	state    uint32
	reps     [4]uint32 // the last distances less one
	out      []byte    // what came out, as far as it can be referred to
	position uint32    // of the next byte
}

// setProperties takes the byte that stands for lc, lp and pb.
func (d *lzmaDecoder) setProperties(b byte) (ok bool) {
	v := uint32(b)
	lc, lp, pb := v%9, v/9%5, v/45
	if lc+lp > 4 || pb > 4 {
		return false
	}
	d.lc, d.lpMask, d.pbMask = lc, 1<<lp-1, 1<<pb-1
	d.probs = make([]prob, literals+0x300<<(lc+lp))
	return true
}

func (d *lzmaDecoder) resetState() {
	d.state, d.reps = 0, [4]uint32{}
	for i := range d.probs {
		d.probs[i] = evenOdds
	}
}

// decode appends size bytes to d.out, which is all that in stands for.
func (d *lzmaDecoder) decode(in []byte, size int) (ok bool) {
	if !d.init(in) {
		return false
	}
	for end := len(d.out) + size; len(d.out) < end && d.at <= len(d.in); {
		posState := d.position & d.pbMask
		if d.bit(&d.probs[isMatch+d.state*posStates+posState]) == 0 {
			d.literal()
			continue
		}
		n := d.match(posState)
		if n > end-len(d.out) || uint64(d.reps[0]) >= uint64(len(d.out)) {
			return false
		}
		d.copy(int(d.reps[0])+1, n)
	}
	return d.finished()
}

// copy appends n bytes from distance back, which it may have appended itself.
func (d *lzmaDecoder) copy(distance, n int) {
	d.position += uint32(n)
	for n > 0 {
		from := len(d.out) - distance
		piece := d.out[from:min(len(d.out), from+n)]
		d.out = append(d.out, piece...)
		n -= len(piece)
	}
}

func (d *lzmaDecoder) literal() {
	last, v := uint32(0), uint32(1)
	if n := len(d.out); n > 0 {
		last = uint32(d.out[n-1])
	}
	context := (d.position&d.lpMask)<<d.lc | last>>(8-d.lc)
	probs := d.probs[literals+0x300*context:]
	if n := len(d.out) - int(d.reps[0]) - 1; d.state >= 7 && n >= 0 {
		// After a match comes a byte other than the one that goes on from it.
		for other := uint32(d.out[n]); v < 0x100; other <<= 1 {
			expected := other >> 7 & 1
			bit := d.bit(&probs[(1+expected)<<8|v])
			v = v<<1 | bit
			if bit != expected {
				break
			}
		}
	}
	for v < 0x100 {
		v = v<<1 | d.bit(&probs[v])
	}
	d.out = append(d.out, byte(v))
	d.position++
	switch {
	case d.state < 4:
		d.state = 0
	case d.state < 10:
		d.state -= 3
	default:
		d.state -= 6
	}
}

// match reads a match. It returns its length, and leaves its distance in
// d.reps[0].
func (d *lzmaDecoder) match(posState uint32) (n int) {
	before := d.state
	d.state = 7
	if before >= 7 {
		d.state = 10
	}
	if d.bit(&d.probs[isRep+before]) == 0 {
		n := d.length(matchLen, posState)
		d.reps = [4]uint32{d.distance(n), d.reps[0], d.reps[1], d.reps[2]}
		return int(n + minMatch)
	}
	d.state++ // to 8 or 11
	if d.repeat(before, posState) {
		d.state = max(9, d.state) // to 9 or 11
		return 1
	}
	return int(d.length(repLen, posState) + minMatch)
}

// repeat moves one of the last four distances to the front. The match is of
// one byte if short.
func (d *lzmaDecoder) repeat(state, posState uint32) (short bool) {
	if d.bit(&d.probs[isRep0+state]) == 0 {
		return d.bit(&d.probs[isRep0Long+state*posStates+posState]) == 0
	}
	i := 1
	if d.bit(&d.probs[isRep1+state]) == 1 {
		i = 2 + int(d.bit(&d.probs[isRep2+state]))
	}
	distance := d.reps[i]
	copy(d.reps[1:i+1], d.reps[:i])
	d.reps[0] = distance
	return false
}

// length reads a length less minMatch, whose odds stand at base.
func (d *lzmaDecoder) length(base, posState uint32) uint32 {
	probs := d.probs[base:][:lenProbs]
	switch {
	case d.bit(&probs[isLong]) == 0:
		return d.tree(probs[shortLens+posState*8:], 3)
	case d.bit(&probs[isLonger]) == 0:
		return 8 + d.tree(probs[middleLens+posState*8:], 3)
	default:
		return 16 + d.tree(probs[longLens:], 8)
	}
}

// distance reads the distance less one of a match of length n + minMatch.
func (d *lzmaDecoder) distance(n uint32) uint32 {
	slot := d.tree(d.probs[slots+min(n, lenStates-1)*64:], 6)
	if slot < 4 {
		return slot
	}
	bits := slot>>1 - 1
	v := (2 | slot&1) << bits
	if slot < 14 {
		return v + d.reverseTree(d.probs[distances+v-slot:], bits)
	}
	v += d.even(bits-4) << 4
	return v + d.reverseTree(d.probs[align:], 4)
}
