package edit

import (
	"slices"
	"strings"
	"testing"
)

func TestUntouchedWriterDoesNotAllocate(t *testing.T) {
	src := []byte("The quick brown fox.\n")
	w := new(Writer)
	allocs := testing.AllocsPerRun(100, func() {
		w.Reset(src)
		w.Replace(Span{4, 9}, src[4:9], 1) // the same bytes: no change
		out, m := w.Finish()
		if &out[0] != &src[0] || len(out) != len(src) || m.changes != nil {
			t.Fatal("an untouched Writer did not return its source and the zero Map")
		}
	})
	if allocs != 0 {
		t.Errorf("an untouched Writer allocates %v times", allocs)
	}
}

func TestFinishSurvivesReset(t *testing.T) {
	w := NewWriter([]byte("one two"))
	w.Replace(Span{0, 3}, []byte("1"), 1)
	out, m := w.Finish()
	changes := slices.Clone(m.changes)

	w.Reset([]byte("another text"))
	w.Delete(Span{0, 8}, 2)
	w.Insert(8, []byte("XXXX"), 3)
	if other, _ := w.Finish(); string(other) != "XXXXtext" {
		t.Errorf("after Reset: %q", other)
	}
	if string(out) != "1 two" || !slices.Equal(m.changes, changes) {
		t.Errorf("Reset spoiled what Finish had returned: %q, %v", out, m)
	}
}

func TestWriterCopiesNewBytes(t *testing.T) {
	w := NewWriter([]byte("ab"))
	with := []byte("x")
	w.Replace(Span{0, 1}, with, 1)
	with[0] = 'y'
	if out, _ := w.Finish(); string(out) != "xb" {
		t.Errorf("out = %q, want %q", out, "xb")
	}
}

func TestCoalescing(t *testing.T) {
	for _, test := range []struct {
		name  string
		write func(w *Writer)
		want  []Change
	}{
		{"deletions of one label join",
			func(w *Writer) { w.Delete(Span{1, 2}, 1); w.Delete(Span{2, 4}, 1) },
			[]Change{{In: 1, Out: 1, OldLen: 3, Label: 1}}},
		{"deletions of two labels do not",
			func(w *Writer) { w.Delete(Span{1, 2}, 1); w.Delete(Span{2, 4}, 2) },
			[]Change{{In: 1, Out: 1, OldLen: 1, Label: 1}, {In: 2, Out: 1, OldLen: 2, Label: 2}}},
		{"nor do deletions with a run between",
			func(w *Writer) { w.Delete(Span{1, 2}, 1); w.Delete(Span{3, 4}, 1) },
			[]Change{{In: 1, Out: 1, OldLen: 1, Label: 1}, {In: 3, Out: 2, OldLen: 1, Label: 1}}},
		{"insertions of one label join",
			func(w *Writer) { w.Insert(1, []byte("x"), 1); w.Insert(1, []byte("y"), 1) },
			[]Change{{In: 1, Out: 1, NewLen: 2, Label: 1}}},
		{"a deletion and an insertion do not",
			func(w *Writer) { w.Delete(Span{0, 1}, 1); w.Insert(1, []byte("y"), 1) },
			[]Change{{OldLen: 1, Label: 1}, {In: 1, NewLen: 1, Label: 1}}},
		{"nor do replacements",
			func(w *Writer) { w.Replace(Span{0, 1}, []byte("x"), 1); w.Replace(Span{1, 2}, []byte("y"), 1) },
			[]Change{{OldLen: 1, NewLen: 1, Label: 1}, {In: 1, Out: 1, OldLen: 1, NewLen: 1, Label: 1}}},
		{"nothing for nothing is no change",
			func(w *Writer) { w.Delete(Span{1, 1}, 1); w.Insert(2, nil, 1) },
			nil},
	} {
		w := NewWriter([]byte("abcd"))
		test.write(w)
		if _, m := w.Finish(); !slices.Equal(m.changes, test.want) {
			t.Errorf("%s: %v, want %v", test.name, m.changes, test.want)
		}
	}
}

func TestWriterPanics(t *testing.T) {
	for name, misuse := range map[string]func(w *Writer){
		"span before the last":          func(w *Writer) { w.Delete(Span{2, 3}, 1); w.Delete(Span{1, 2}, 1) },
		"overlap":                       func(w *Writer) { w.Delete(Span{0, 2}, 1); w.Delete(Span{1, 3}, 1) },
		"insertion in what is replaced": func(w *Writer) { w.Delete(Span{0, 2}, 1); w.Insert(1, []byte("x"), 1) },
		"overlap with unchanged bytes":  func(w *Writer) { w.Replace(Span{0, 2}, []byte("ab"), 1); w.Delete(Span{1, 3}, 1) },
		"end before start":              func(w *Writer) { w.Delete(Span{2, 1}, 1) },
		"beyond the end":                func(w *Writer) { w.Delete(Span{3, 5}, 1) },
		"negative":                      func(w *Writer) { w.Insert(-1, []byte("x"), 1) },
		"insertion into the empty text": func(w *Writer) { *w = Writer{}; w.Insert(1, []byte("x"), 1) },
		"output beyond the limit": func(w *Writer) {
			w.built.out = MaxLen - 4 // as if so much had been written
			w.Insert(0, []byte("x"), 1)
		},
		"source beyond the limit": func(*Writer) { mustBeWithin("source", MaxLen+1) },
	} {
		func() {
			defer func() {
				text, ok := recover().(string)
				if !ok || !strings.HasPrefix(text, "edit: ") {
					t.Errorf("%s: panic %q, want one of this package's", name, text)
				}
			}()
			misuse(NewWriter([]byte("abcd")))
		}()
	}
}
