package edit

import (
	"slices"
	"strings"
	"testing"
)

// editing makes a map from two texts in which the changes are marked:
// "ab[cd>x/1]ef" replaces cd by x with label 1.
func editing(t *testing.T, marked string) (src, out string, m Map) {
	t.Helper()
	var before, after strings.Builder
	var b builder
	for {
		kept, rest, found := strings.Cut(marked, "[")
		before.WriteString(kept)
		after.WriteString(kept)
		b.keep(uint32(len(kept)))
		if !found {
			return before.String(), after.String(), Map{b.changes}
		}
		change, tail, _ := strings.Cut(rest, "]")
		change, label, _ := strings.Cut(change, "/")
		was, is, _ := strings.Cut(change, ">")
		before.WriteString(was)
		after.WriteString(is)
		b.change(uint32(len(was)), uint32(len(is)), Label(label[0]-'0'))
		marked = tail
	}
}

func TestCompose(t *testing.T) {
	// Labels 1 and 2 are the first edit's, 7 and 8 the second's.
	for _, test := range []struct{ name, first, second, want string }{
		{"changes far apart",
			"a[b>B/1]cdef", "aBcd[e>/7]f", "a[b>B/1]cd[e>/7]f"},
		{"a deletion inside a deletion keeps its label",
			"ab[cd>/1]ef", "a[be>/7]f", "a[b>/7][cd>/1][e>/7]f"},
		{"a deletion at either edge of a deletion",
			"a[b>/1]cd[e>/2]f", "a[cd>/7]f", "a[b>/1][cd>/7][e>/2]f"},
		{"deletions of one label join",
			"a[b>/1]cd[e>/2]f", "a[cd>/1]f", "a[bcd>/1][e>/2]f"},
		{"two deletions at one place, deleted around",
			"a[b>/1][c>/2]d", "[ad>/7]", "[a>/7][b>/1][c>/2][d>/7]"},
		{"a replacement deleted whole",
			"ab[cd>XYZ/1]ef", "a[bXYZe>/7]f", "a[bcde>/7]f"},
		{"a replacement deleted in part",
			"ab[cd>XYZ/1]ef", "abX[YZe>/7]f", "ab[cd>X/7][e>/7]f"},
		{"a replacement touched, but not inside",
			"ab[cd>XY/1]ef", "a[b>/7]XY[e>/8]f", "a[b>/7][cd>XY/1][e>/8]f"},
		{"a replacement with an insertion inside",
			"ab[cd>XY/1]ef", "abX[>-/7]Yef", "ab[cd>X-Y/7]ef"},
		{"a replacement with insertions beside it",
			"ab[cd>XY/1]ef", "ab[>(/7]XY[>)/8]ef", "ab[>(/7][cd>XY/1][>)/8]ef"},
		{"a replacement hit twice takes the last label",
			"ab[cd>XYZ/1]ef", "ab[X>/7]Y[Z>/8]ef", "ab[cd>Y/8]ef"},
		{"a replacement replaced in part",
			"ab[cd>XY/1]ef", "abX[Ye>!/7]f", "ab[cde>X!/7]f"},
		{"a chain of overlaps is one change",
			"a[b>XY/1]c[d>ZW/2]e", "aX[YcZ>!/7]We", "a[bcd>X!W/7]e"},
		{"an insertion deleted vanishes",
			"ab[>XY/1]cd", "ab[XY>/7]cd", "abcd"},
		{"an insertion deleted with its surroundings",
			"ab[>XY/1]cd", "a[bXYc>/7]d", "a[bc>/7]d"},
		{"an insertion deleted in part keeps its label",
			"ab[>XYZ/1]cd", "abX[YZc>/7]d", "ab[>X/1][c>/7]d"},
		{"an insertion deleted in the middle",
			"ab[>XYZ/1]cd", "abX[Y>/7]Zcd", "ab[>XZ/1]cd"},
		{"an insertion inside an insertion",
			"ab[>XY/1]cd", "abX[>-/7]Ycd", "ab[>X/1][>-/7][>Y/1]cd"},
		{"a replacement inside an insertion",
			"ab[>XYZ/1]cd", "abX[Y>!/7]Zcd", "ab[>X/1][>!/7][>Z/1]cd"},
		{"a replacement over part of an insertion",
			"ab[>XY/1]cd", "abX[Yc>!/7]d", "ab[>X/1][c>!/7]d"},
		{"a replacement swallows a deletion inside",
			"ab[cd>/1]ef", "a[be>!/7]f", "a[bcde>!/7]f"},
		{"a replacement does not swallow a deletion at its edge",
			"a[b>/1]cd[e>/2]f", "a[cd>!/7]f", "a[b>/1][cd>!/7][e>/2]f"},
		{"deletion and insertion at one place",
			"a[b>/1]c", "a[>X/7]c", "a[b>/1][>X/7]c"},
		{"insertion before and deletion after a seam",
			"a[b>/1]cd", "a[>X/7][c>/8]d", "a[b>/1][>X/7][c>/8]d"},
		{"changes at both ends of the text",
			"[a>/1]bc[d>/1]", "[>(/7]bc[>)/7]", "[a>/1][>(/7]bc[d>/1][>)/7]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b, first := editing(t, test.first)
			b2, c, second := editing(t, test.second)
			a2, c2, want := editing(t, test.want)
			if a != a2 || b != b2 || c != c2 {
				t.Fatalf("the texts do not meet: %q %q, %q %q, %q %q", a, a2, b, b2, c, c2)
			}
			got := Compose(first, second)
			if !slices.Equal(got.changes, want.changes) {
				t.Errorf("got %v, want %v", got, want)
			}
			checkLaws(t, []byte(a), []byte(c), got)
		})
	}
}

func TestComposeIdentity(t *testing.T) {
	_, _, m := editing(t, "a[b>/1]c[d>e/2]")
	for _, got := range []Map{Compose(m, Map{}), Compose(Map{}, m)} {
		if !slices.Equal(got.changes, m.changes) {
			t.Errorf("composed with the identity: %v, want %v", got, m)
		}
	}
	_, _, insert := editing(t, "a[>x/1]")
	_, _, remove := editing(t, "a[x>/2]")
	if got := Compose(insert, remove); got.changes != nil {
		t.Errorf("inserted and deleted again: %v, want the zero Map", got)
	}
}

// TestAssociativityLimit pins down where the order of composition shows. The
// first order knows that the third edit's replacement spans the deleted b. In
// the second, the replacement has been cut off at the insertion before the
// deletion is seen.
func TestAssociativityLimit(t *testing.T) {
	a, _, first := editing(t, "a[b>/1]c")
	_, _, second := editing(t, "a[>XY/2]c")
	_, d, third := editing(t, "[aX>!/3]Yc")
	for _, test := range []struct {
		got  Map
		want string
	}{
		{Compose(Compose(first, second), third), "[ab>!/3][>Y/2]c"},
		{Compose(first, Compose(second, third)), "[a>!/3][b>/1][>Y/2]c"},
	} {
		a2, d2, want := editing(t, test.want)
		if a != a2 || d != d2 || !slices.Equal(test.got.changes, want.changes) {
			t.Errorf("got %v, want %s", test.got, test.want)
		}
	}
}
