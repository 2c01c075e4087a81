package mojibake

import (
	"strings"
	"testing"
)

// TestNoAllocation: clean text costs no memory once the Finder is warm.
func TestNoAllocation(t *testing.T) {
	var f Finder
	for name, text := range samples(t) {
		data := []byte(text[:min(len(text), 1<<16)])
		data = []byte(strings.ToValidUTF8(string(data), ""))
		f.Find(data, func(Fix) {})
		if n := testing.AllocsPerRun(3, func() { f.Find(data, func(Fix) {}) }); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// TestLongLine: a line longer than what is looked at together is repaired all
// the same, with and without spaces.
func TestLongLine(t *testing.T) {
	var f Finder
	for _, good := range []string{"die Tür, der Käse; ", "naïveté", "天気予報"} {
		good = strings.Repeat(good, 5000)
		bad, _ := damage(good, &pages[0])
		if got := repaired(&f, bad); got != good {
			t.Errorf("%.40q: not repaired, from %.40q on", good, strings.TrimPrefix(got, commonPrefix(got, good)))
		}
	}
}

func commonPrefix(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[:i]
}

// TestEarlierLines: what one line says is not held against the next.
func TestEarlierLines(t *testing.T) {
	var f Finder
	const text = "voilÃ\u00a0 la fenÃªtre\nMAÃ la\n"
	const want = "voilà la fenêtre\nMAÃ la\n"
	if got := repaired(&f, text); strings.ReplaceAll(got, "\u00a0", "") != want {
		t.Errorf("%q became %q", text, got)
	}
}
