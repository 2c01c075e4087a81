package edit

import (
	"bytes"
	"fmt"
	"slices"
)

// Writer edits one text from left to right and keeps the account. Text that no
// call names is kept.
//
// The spans of successive calls must ascend and may not overlap, though they
// may touch; anything else is an error in the program and panics, as does a
// source or an output longer than [MaxLen].
//
// The zero Writer edits an empty text; [Writer.Reset] gives it another. It is
// not safe for concurrent use.
type Writer struct {
	src   []byte
	built builder
	new   []byte // the new bytes of all changes, one after the other
}

// NewWriter returns a Writer that edits src. It never writes to src, which must
// not change until after Finish.
func NewWriter(src []byte) *Writer {
	w := new(Writer)
	w.Reset(src)
	return w
}

// Reset makes w ready to edit src, as if new, and keeps its buffers. What
// Finish has returned remains valid.
func (w *Writer) Reset(src []byte) {
	mustBeWithin("source", int64(len(src)))
	w.src = src
	w.built = builder{changes: w.built.changes[:0]}
	w.new = w.new[:0]
}

// Replace replaces the source bytes of s by a copy of with. Replacing bytes by
// the same bytes is no change.
func (w *Writer) Replace(s Span, with []byte, l Label) {
	w.mustFit(s, len(with))
	w.built.keep(uint32(s.Start) - w.built.in)
	if bytes.Equal(w.src[s.Start:s.End], with) {
		w.built.keep(uint32(s.Len()))
		return
	}
	w.built.change(uint32(s.Len()), uint32(len(with)), l)
	w.new = append(w.new, with...)
}

// Delete removes the source bytes of s.
func (w *Writer) Delete(s Span, l Label) { w.Replace(s, nil, l) }

// Insert puts a copy of with before the source byte at. Successive insertions
// at one place stand in the order of the calls.
func (w *Writer) Insert(at int, with []byte, l Label) { w.Replace(Span{at, at}, with, l) }

// mustFit panics unless s comes after all earlier spans, lies within the source
// and leaves an output within MaxLen when newLen bytes take its place.
func (w *Writer) mustFit(s Span, newLen int) {
	done := int(w.built.in)
	if s.Start < done || s.End < s.Start || s.End > len(w.src) {
		panic(fmt.Sprintf("edit: span [%d,%d) is not within [%d,%d), the rest of the source",
			s.Start, s.End, done, len(w.src)))
	}
	// 64 bits, since two lengths within the limit may add up to more than an int.
	mustBeWithin("output", int64(w.built.out)+int64(newLen)+int64(len(w.src)-done-s.Len()))
}

// mustBeWithin panics if a text of n bytes is longer than MaxLen.
func mustBeWithin(text string, n int64) {
	if n > MaxLen {
		panic(fmt.Sprintf("edit: %s of %d bytes: the limit is %d", text, n, MaxLen))
	}
}

// Finish returns the edited text and its map. If nothing changed it returns the
// source itself and the zero Map, without allocating; otherwise both are newly
// made and share no memory with w.
func (w *Writer) Finish() ([]byte, Map) {
	if len(w.built.changes) == 0 {
		return w.src, Map{}
	}
	m := Map{slices.Clone(w.built.changes)}
	out := make([]byte, 0, m.OutputLen(len(w.src)))
	in, rest := 0, w.new
	for _, c := range m.changes {
		out = append(out, w.src[in:c.In]...)
		out = append(out, rest[:c.NewLen]...)
		in, rest = c.Source().End, rest[c.NewLen:]
	}
	return append(out, w.src[in:]...), m
}
