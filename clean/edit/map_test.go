package edit

import (
	"slices"
	"strings"
	"testing"
	"unsafe"
)

func TestChangeSize(t *testing.T) {
	if n := unsafe.Sizeof(Change{}); n != 20 {
		t.Errorf("a Change takes %d bytes, want 20", n)
	}
}

func TestZeroMapIsIdentity(t *testing.T) {
	var m Map
	s := Span{3, 7}
	if !m.IsIdentity() || m.Len() != 0 || m.Source(s) != s || m.Output(s) != s || m.OutputLen(9) != 9 {
		t.Error("the zero Map is not the identity")
	}
	if err := m.Check([]byte("same"), []byte("same")); err != nil {
		t.Error(err)
	}
	text := []byte("same")
	back, err := Restore(text, m, nil)
	if err != nil || &back[0] != &text[0] {
		t.Errorf("Restore by the identity = %q, %v", back, err)
	}
}

func TestCheckRejects(t *testing.T) {
	for _, test := range []struct {
		name     string
		src, out string
		changes  []Change
		want     string
	}{
		{"empty change", "a", "a", []Change{{In: 1, Out: 1}}, "is empty"},
		{"overlap", "abc", "a", []Change{{In: 0, Out: 0, OldLen: 2}, {In: 1, Out: 0, OldLen: 1}}, "before the end"},
		{"order", "abc", "a", []Change{{In: 2, Out: 2, OldLen: 1}, {In: 0, Out: 0, OldLen: 1}}, "before the end"},
		{"uneven run", "abc", "c", []Change{{In: 2, Out: 0, OldLen: 1}}, "the run before change 0 is of 2 bytes"},
		{"past the source", "ab", "a", []Change{{In: 1, Out: 1, OldLen: 2}}, "ends at byte 3 of 2"},
		{"past the output", "ab", "ab", []Change{{In: 2, Out: 2, NewLen: 1}}, "3 of 2 in the output"},
		{"past the limit", "ab", "ab", []Change{{In: 0, Out: 0, OldLen: 1 << 31}}, "limit"},
		{"wrapping", "ab", "ab", []Change{{In: 1, Out: 1, OldLen: 1<<32 - 1}}, "limit"},
		{"run before differs", "axb", "ay", []Change{{In: 2, Out: 2, OldLen: 1}}, "source byte 0, before change 0"},
		{"run after differs", "bax", "ay", []Change{{In: 0, Out: 0, OldLen: 1}}, "source byte 1, after the last"},
		{"tail too long", "ba", "aa", []Change{{In: 0, Out: 0, OldLen: 1}}, "after the last"},
		{"identity of unlike texts", "a", "b", nil, "after the last"},
	} {
		err := Map{test.changes}.Check([]byte(test.src), []byte(test.out))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", test.name, err, test.want)
		}
	}
}

func TestNewMap(t *testing.T) {
	changes := []Change{{In: 1, Out: 1, OldLen: 1}, {In: 2, Out: 1, OldLen: 1}}
	m, err := NewMap(changes)
	if err != nil {
		t.Fatal(err)
	}
	changes[0].In = 9
	if m.Change(0).In != 1 || m.Len() != 2 {
		t.Errorf("NewMap kept the caller's slice or joined changes: %v", m)
	}
	if m, err := NewMap([]Change{}); err != nil || m.changes != nil {
		t.Errorf("NewMap of nothing = %v, %v", m, err)
	}
	if m, err := NewMap([]Change{{}}); err == nil || !m.IsIdentity() {
		t.Errorf("NewMap of an empty change = %v, %v, want an error and the zero Map", m, err)
	}
}

func TestRestoreRejects(t *testing.T) {
	m := Map{[]Change{{In: 0, Out: 0, OldLen: 2, NewLen: 1}}}
	if _, err := Restore([]byte("x"), m, func(int) []byte { return []byte("abc") }); err == nil {
		t.Error("no error for too many old bytes")
	}
	if _, err := Restore(nil, m, func(int) []byte { return []byte("ab") }); err == nil {
		t.Error("no error for an output that ends inside a change")
	}
}

// TestLookupManyChanges takes the binary search deeper than the fuzz targets do.
func TestLookupManyChanges(t *testing.T) {
	src := slices.Repeat([]byte("ab cd\r\n"), 10)
	w := NewWriter(src)
	for at := 0; at < len(src); at += 7 {
		w.Insert(at, []byte(">"), 1)
		w.Replace(Span{at + 2, at + 3}, []byte("--"), 2)
		w.Delete(Span{at + 5, at + 6}, 3)
	}
	out, m := w.Finish()
	checkLaws(t, src, out, m)
}
