package edit

// Label is the caller's name for why a change was made. This package only
// compares labels.
type Label uint32

// Change says that OldLen bytes at offset In of the source became NewLen bytes
// at offset Out of the output. At least one of the lengths is positive.
//
// The fields are 32 bits wide, which holds any offset up to [MaxLen], so that a
// change takes 20 bytes.
type Change struct {
	In, Out        uint32
	OldLen, NewLen uint32
	Label          Label
}

// Source returns the span of the source that c replaced.
func (c Change) Source() Span { return Span{int(c.In), int(c.In + c.OldLen)} }

// Output returns the span of the output that c wrote.
func (c Change) Output() Span { return Span{int(c.Out), int(c.Out + c.NewLen)} }

// side is one of the two sides of a change.
type side bool

const (
	onSource side = false
	onOutput side = true
)

// on returns the span of c on one side.
func (c Change) on(s side) Span {
	if s == onOutput {
		return c.Output()
	}
	return c.Source()
}

// kind tells what may be done to a change without losing anything.
type kind uint8

const (
	run         kind = iota // no change at all
	deletion                // no new bytes: can be cut, a point in the output
	insertion               // no old bytes: can be cut, a point in the source
	replacement             // both: cannot be cut
)

func (c Change) kind() kind {
	switch {
	case c.NewLen == 0:
		return deletion
	case c.OldLen == 0:
		return insertion
	}
	return replacement
}

// builder collects the changes of a map from left to right.
type builder struct {
	changes []Change
	in, out uint32 // how far the source and the output are accounted for
}

// keep accounts for a run of n bytes.
func (b *builder) keep(n uint32) {
	b.in += n
	b.out += n
}

// change accounts for old bytes that became new ones. It joins the change to
// the one before where nothing is lost by that.
func (b *builder) change(oldLen, newLen uint32, label Label) {
	if oldLen == 0 && newLen == 0 {
		return
	}
	c := Change{In: b.in, Out: b.out, OldLen: oldLen, NewLen: newLen, Label: label}
	b.in += oldLen
	b.out += newLen
	if last := len(b.changes) - 1; last >= 0 && joins(b.changes[last], c) {
		b.changes[last].OldLen += oldLen
		b.changes[last].NewLen += newLen
		return
	}
	b.changes = append(b.changes, c)
}

// joins reports whether a and the later b are one change.
func joins(a, b Change) bool {
	return a.In+a.OldLen == b.In && a.Label == b.Label &&
		a.kind() == b.kind() && a.kind() != replacement
}
