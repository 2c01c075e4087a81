package edit

import "fmt"

// Restore rebuilds the source from the output, its map, and the source bytes of
// each change: old(i) returns those of m.Change(i), none for an insertion. It
// is called once per change, in order.
//
// Restore reports an error if out is too short for m or if old returns another
// number of bytes than the change removed. It cannot tell whether they are the
// right bytes. For the identity it returns out itself.
func Restore(out []byte, m Map, old func(i int) []byte) ([]byte, error) {
	if m.IsIdentity() {
		return out, nil
	}
	src := make([]byte, 0, len(out))
	at := 0
	for i, c := range m.changes {
		o, was := c.Output(), old(i)
		if len(was) != int(c.OldLen) {
			return nil, fmt.Errorf("edit: change %d removed %d bytes, got %d to restore", i, c.OldLen, len(was))
		}
		if o.End > len(out) {
			return nil, fmt.Errorf("edit: change %d ends at byte %d of an output of %d", i, o.End, len(out))
		}
		src = append(src, out[at:o.Start]...)
		src = append(src, was...)
		at = o.End
	}
	return append(src, out[at:]...), nil
}
