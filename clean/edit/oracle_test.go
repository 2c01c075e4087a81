package edit

// op is one call of a Writer, to be replayed on the oracle.
type op struct {
	Span
	with  string
	label Label
}

// oracle is the slow and plain model of a text under a series of edits: every
// byte with where it came from, the deleted ones still in place.
type oracle []cell

// cell is one byte: of the source, alive or dead, or written by an edit.
type cell struct {
	b     byte
	from  int // offset in the source; -1 for a written byte
	dead  bool
	label Label
	atom  *atom // the replacement it belongs to, if any
}

// atom is a replacement: its cells must stay in one change.
type atom struct {
	label Label
	into  *atom // the atom it was merged into
}

func (a *atom) root() *atom {
	for a != nil && a.into != nil {
		a = a.into
	}
	return a
}

func newOracle(src []byte) oracle {
	var o oracle
	for i, b := range src {
		o = append(o, cell{b: b, from: i})
	}
	return o
}

// text returns the current output.
func (o oracle) text() []byte {
	out := []byte{}
	for _, c := range o {
		if !c.dead {
			out = append(out, c.b)
		}
	}
	return out
}

// apply returns the account after one more edit, made of ascending operations
// on the current output.
func (o oracle) apply(ops []op) oracle {
	var live []int // the index of the cell of every output byte, and the end
	for i, c := range o {
		if !c.dead {
			live = append(live, i)
		}
	}
	live = append(live, len(o))

	var next oracle
	done := 0
	for _, p := range ops {
		if first := o.edge(live[p.Start]); first > done {
			next = append(next, o[done:first]...)
			done = first
		}
		if p.Empty() {
			next = next.write(p, o.atomAround(done, p.label))
			continue
		}
		last := live[p.End-1] + 1
		next = next.replace(p, o[done:last])
		done = last
	}
	return append(next, o[done:]...).settle()
}

// edge returns the place before cell i. If an atom's new bytes begin with that
// cell, it is before the old ones too.
func (o oracle) edge(i int) int {
	if i == len(o) || o[i].atom == nil {
		return i
	}
	a := o[i].atom.root()
	for j := i; j > 0 && o[j-1].dead && o[j-1].atom.root() == a; j-- {
		i = j - 1
	}
	return i
}

// atomAround returns the atom with written bytes on both sides of cell i. An
// insertion there becomes part of it.
func (o oracle) atomAround(i int, l Label) *atom {
	if i == 0 || i == len(o) || o[i-1].dead {
		return nil
	}
	a := o[i].atom.root()
	if a == nil || a != o[i-1].atom.root() {
		return nil
	}
	a.label = l
	return a
}

func (o oracle) write(p op, a *atom) oracle {
	for i := range len(p.with) {
		o = append(o, cell{b: p.with[i], from: -1, label: p.label, atom: a})
	}
	return o
}

// replace appends the covered cells, now dead, and what p writes for them. If p
// writes anything, all that it covers becomes one atom.
func (o oracle) replace(p op, covered []cell) oracle {
	var fresh *atom
	if p.with != "" {
		fresh = &atom{label: p.label}
	}
	for _, c := range covered {
		switch hit := c.atom.root(); {
		case hit == nil:
			c.atom = fresh
		case fresh == nil || hit == fresh:
			hit.label = p.label
		default:
			hit.into = fresh
		}
		switch {
		case c.dead:
		case c.from >= 0:
			c.dead, c.label = true, p.label
		default:
			continue // written by one edit, deleted by another: gone
		}
		o = append(o, c)
	}
	return o.write(p, fresh)
}

// settle ends an edit. An atom that no longer has both old and new bytes is a
// deletion or an insertion like any other; in the others the old bytes are put
// before the new.
func (o oracle) settle() oracle {
	var settled oracle
	for len(o) > 0 {
		a, n := o[0].atom.root(), 1
		for a != nil && n < len(o) && o[n].atom.root() == a {
			n++
		}
		var old, written oracle
		for _, c := range o[:n] {
			if c.atom = a; a != nil {
				c.label = a.label
			}
			if c.dead {
				old = append(old, c)
			} else {
				written = append(written, c)
			}
		}
		if group := append(old, written...); len(old) == 0 || len(written) == 0 {
			for _, c := range group {
				c.atom = nil
				settled = append(settled, c)
			}
		} else {
			settled = append(settled, group...)
		}
		o = o[n:]
	}
	return settled
}

// changes returns the account in the form a Map has.
func (o oracle) changes() []Change {
	changes := []Change{}
	var in, out uint32
	for i, c := range o {
		if c.from >= 0 && !c.dead {
			in, out = in+1, out+1
			continue
		}
		if i == 0 || !sameChange(o[i-1], c) {
			changes = append(changes, Change{In: in, Out: out, Label: c.label})
		}
		last := &changes[len(changes)-1]
		if c.dead {
			last.OldLen++
			in++
		} else {
			last.NewLen++
			out++
		}
	}
	return changes
}

// sameChange reports whether two neighbouring cells, the second of them not
// kept, are of one change.
func sameChange(a, b cell) bool {
	kept := a.from >= 0 && !a.dead
	if kept || a.atom != b.atom {
		return false
	}
	return a.atom != nil || a.dead == b.dead && a.label == b.label
}

// fused returns the changes with all that touch joined into one, without labels:
// the part of an account that is the same for every order of composition.
func fused(changes []Change) []Change {
	joined := []Change{}
	for _, c := range changes {
		c.Label = 0
		if n := len(joined); n > 0 && joined[n-1].In+joined[n-1].OldLen == c.In {
			joined[n-1].OldLen += c.OldLen
			joined[n-1].NewLen += c.NewLen
			continue
		}
		joined = append(joined, c)
	}
	return joined
}

// projection is Source or Output byte by byte.
type projection struct {
	changes   []Change
	near, far func(Change) Span
	images    []Span // what became of each byte
}

func newProjection(m Map, n int, near, far func(Change) Span) projection {
	p := projection{changes: m.changes, near: near, far: far}
	for at := range n {
		p.images = append(p.images, p.image(at))
	}
	return p
}

// of returns the smallest range that holds what became of each byte of s, or of
// the seam that s names.
func (p projection) of(s Span) Span {
	if s.Empty() {
		return p.seam(s.Start)
	}
	hull := p.images[s.Start]
	for _, image := range p.images[s.Start+1 : s.End] {
		hull = Span{min(hull.Start, image.Start), max(hull.End, image.End)}
	}
	return hull
}

func (p projection) image(at int) Span {
	shifted := at
	for _, c := range p.changes {
		n, f := p.near(c), p.far(c)
		if n.Contains(Span{at, at + 1}) {
			return f
		}
		if n.End <= at {
			shifted = at - n.End + f.End
		}
	}
	return Span{shifted, shifted + 1}
}

func (p projection) seam(at int) Span {
	var here *Span // what the far side has in the seam
	shifted := at
	for _, c := range p.changes {
		n, f := p.near(c), p.far(c)
		switch {
		case n.Start < at && at < n.End:
			return f
		case n == Span{at, at} && here == nil:
			here = &f
		case n == Span{at, at}:
			here.End = f.End
		}
		if n.End <= at {
			shifted = at - n.End + f.End
		}
	}
	if here != nil {
		return *here
	}
	return Span{shifted, shifted}
}
