package edit

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

// dice turns the bytes of a fuzz input into small choices.
type dice struct{ data []byte }

func (d *dice) roll(n int) int {
	if len(d.data) == 0 {
		return 0
	}
	v := int(d.data[0]) % n
	d.data = d.data[1:]
	return v
}

// share splits d so that each of several edits has choices left.
func (d *dice) share(n int) *dice {
	k := len(d.data) / n
	part := &dice{d.data[:k]}
	d.data = d.data[k:]
	return part
}

// source makes a text of two letters, so that coincidences are common.
func (d *dice) source() []byte {
	src := make([]byte, d.roll(24))
	for i := range src {
		src[i] = 'a' + byte(d.roll(2))
	}
	return src
}

// ops makes an edit of a text of n bytes. A plain edit has no replacements.
func (d *dice) ops(n int, plain bool) []op {
	var ops []op
	for at := 0; len(d.data) > 0; {
		at += d.roll(4)
		p := op{Span: Span{at, at + d.roll(4)}, label: Label(d.roll(3))}
		if p.End > n {
			break
		}
		if !plain || p.Empty() {
			for range d.roll(4) {
				p.with += string(rune('a' + d.roll(2)))
			}
		}
		ops = append(ops, p)
		at = p.End
	}
	return ops
}

// effective returns the operations that change src.
func effective(src []byte, ops []op) []op {
	return slices.DeleteFunc(slices.Clone(ops), func(p op) bool {
		return string(src[p.Start:p.End]) == p.with
	})
}

// write makes an edit with a Writer.
func write(w *Writer, src []byte, ops []op) ([]byte, Map) {
	w.Reset(src)
	for _, p := range ops {
		w.Replace(p.Span, []byte(p.with), p.label)
	}
	return w.Finish()
}

// seeds adds inputs that reach into every corner without waiting for luck.
func seeds(f *testing.F, add func([]byte)) {
	f.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		data := make([]byte, 8+random.IntN(120))
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		add(data)
	}
}

func equalChanges(t *testing.T, what string, got, want []Change) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Fatalf("%s\n got %v\nwant %v", what, got, want)
	}
}

func FuzzWriter(f *testing.F) {
	seeds(f, func(data []byte) { f.Add(data) })
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &dice{data}
		src := d.source()
		ops := d.ops(len(src), false)
		out, m := write(new(Writer), src, ops)

		want := newOracle(src).apply(effective(src, ops))
		equalChanges(t, "map", m.changes, want.changes())
		if !bytes.Equal(out, want.text()) {
			t.Fatalf("out %q, want %q", out, want.text())
		}
		checkLaws(t, src, out, m)
	})
}

// checkLaws checks what holds for any map of src and out.
func checkLaws(t *testing.T, src, out []byte, m Map) {
	t.Helper()
	if err := m.Check(src, out); err != nil {
		t.Fatal(err)
	}
	if n := m.OutputLen(len(src)); n != len(out) {
		t.Fatalf("OutputLen %d, want %d", n, len(out))
	}
	back, err := Restore(out, m, func(i int) []byte {
		s := m.Change(i).Source()
		return src[s.Start:s.End]
	})
	if err != nil || !bytes.Equal(back, src) {
		t.Fatalf("Restore = %q, %v, want %q", back, err, src)
	}
	again, err := NewMap(slices.Collect(m.Changes()))
	if err != nil || !slices.Equal(again.changes, m.changes) {
		t.Fatalf("NewMap = %v, %v, want %v", again, err, m)
	}
	checkLookups(t, m, len(src), len(out))
}

func checkLookups(t *testing.T, m Map, srcLen, outLen int) {
	t.Helper()
	source := newProjection(m, outLen, Change.Output, Change.Source)
	for s := range spans(outLen) {
		got, want := m.Source(s), source.of(s)
		if got != want {
			t.Fatalf("%v.Source(%v) = %v, want %v", m, s, got, want)
		}
		if !(Span{0, srcLen}).Contains(got) {
			t.Fatalf("%v.Source(%v) = %v, beyond %d", m, s, got, srcLen)
		}
	}
	output := newProjection(m, srcLen, Change.Source, Change.Output)
	for s := range spans(srcLen) {
		got, want := m.Output(s), output.of(s)
		if got != want {
			t.Fatalf("%v.Output(%v) = %v, want %v", m, s, got, want)
		}
		if !(Span{0, outLen}).Contains(got) {
			t.Fatalf("%v.Output(%v) = %v, beyond %d", m, s, got, outLen)
		}
		if back := m.Source(got); !back.Contains(s) && (got.Empty() || !endsDeleted(m, s)) {
			t.Fatalf("%v: Source(Output(%v)) = %v", m, s, back)
		}
	}
}

// endsDeleted reports whether the first or the last byte of s was deleted.
func endsDeleted(m Map, s Span) bool {
	for c := range m.Changes() {
		if c.NewLen == 0 && !s.Empty() &&
			(c.Source().Contains(Span{s.Start, s.Start + 1}) || c.Source().Contains(Span{s.End - 1, s.End})) {
			return true
		}
	}
	return false
}

// spans yields all spans within n bytes, the empty ones too.
func spans(n int) func(func(Span) bool) {
	return func(yield func(Span) bool) {
		for start := range n + 1 {
			for end := start; end <= n; end++ {
				if !yield(Span{start, end}) {
					return
				}
			}
		}
	}
}

func FuzzCompose(f *testing.F) {
	seeds(f, func(data []byte) { f.Add(data, false); f.Add(data, true) })
	f.Fuzz(func(t *testing.T, data []byte, plain bool) {
		d := &dice{data}
		w := new(Writer)
		a := d.source()
		opsA := d.share(3).ops(len(a), plain)
		b, ab := write(w, a, opsA)
		opsB := d.share(2).ops(len(b), plain)
		c, bc := write(w, b, opsB)
		opsC := d.ops(len(c), plain)
		e, ce := write(w, c, opsC)

		model := newOracle(a).apply(effective(a, opsA)).apply(effective(b, opsB))
		ac := Compose(ab, bc)
		equalChanges(t, "two edits", ac.changes, model.changes())
		checkLaws(t, a, c, ac)

		model = model.apply(effective(c, opsC))
		ae := Compose(ac, ce)
		equalChanges(t, "three edits", ae.changes, model.changes())
		checkLaws(t, a, e, ae)

		other := Compose(ab, Compose(bc, ce))
		checkLaws(t, a, e, other)
		equalChanges(t, "runs, in the other order", fused(other.changes), fused(ae.changes))
		if plain {
			equalChanges(t, "labels, in the other order", other.changes, ae.changes)
		}
	})
}

// FuzzCheck looks for changes that Check or Restore cannot take.
func FuzzCheck(f *testing.F) {
	f.Add([]byte("ab"), []byte("b"), uint32(0), uint32(0), uint32(1), uint32(0), uint32(2), uint32(1), uint32(0), uint32(1))
	f.Add([]byte("ab"), []byte("b"), uint32(1<<31), uint32(1<<31), uint32(1<<31), uint32(0), uint32(0), uint32(0), uint32(1), uint32(1))
	f.Fuzz(func(t *testing.T, src, out []byte, in1, out1, old1, new1, in2, out2, old2, new2 uint32) {
		changes := []Change{{In: in1, Out: out1, OldLen: old1, NewLen: new1}, {In: in2, Out: out2, OldLen: old2, NewLen: new2}}
		if err := (Map{changes}).Check(src, out); err == nil {
			checkLaws(t, src, out, Map{changes})
		}
		m, err := NewMap(changes)
		if err != nil {
			return
		}
		_, _ = Restore(out, m, func(int) []byte { return src })
	})
}
