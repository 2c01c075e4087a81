package model

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// split takes a text apart as Score wants it.
func split(text []byte) (lines [][]byte, blankBefore []bool) {
	blank := false
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			blank = true
			continue
		}
		lines, blankBefore = append(lines, line), append(blankBefore, blank)
		blank = false
	}
	return lines, blankBefore
}

// TestPages scores small pages in many languages. Their lines begin with +
// for content, - for chrome, and ? for what may be either.
func TestPages(t *testing.T) {
	names, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no pages", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			marked, blank := split(readFile(t, name))
			lines := make([][]byte, len(marked))
			for i, line := range marked {
				lines[i] = line[2:]
			}
			for i, p := range Load().NewScorer().Score(lines, blank, nil, nil) {
				if kept := p >= Likely; marked[i][0] == '+' && !kept || marked[i][0] == '-' && kept {
					t.Errorf("%.2f %s", p, marked[i])
				}
			}
		})
	}
}

// TestProse keeps articles that hold nothing but content whole.
func TestProse(t *testing.T) {
	names, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		marked, _ := split(readFile(t, name))
		var lines [][]byte
		for _, line := range marked {
			if line[0] == '+' {
				lines = append(lines, line[2:])
			}
		}
		for i, p := range Load().NewScorer().Score(lines, make([]bool, len(lines)), nil, nil) {
			if p < Doubtful {
				t.Errorf("%s: %.3f %s", name, p, lines[i])
			}
		}
	}
}

func TestDeterministic(t *testing.T) {
	lines, blank := split(readFile(t, "testdata/pages/en.txt"))
	others, othersBlank := split(readFile(t, "testdata/pages/thread.txt"))
	fresh := Load().NewScorer().Score(lines, blank, nil, nil)
	used := Load().NewScorer()
	used.Score(others, othersBlank, nil, nil)
	if got := used.Score(lines, blank, nil, nil); !slices.Equal(got, fresh) {
		t.Errorf("a used scorer says %v, a fresh one %v", got, fresh)
	}
}

// TestEmpty: nothing is left of the document before.
func TestEmpty(t *testing.T) {
	lines, blank := split(readFile(t, "testdata/pages/en.txt"))
	s := Load().NewScorer()
	s.Score(lines, blank, nil, nil)
	if got := s.Score(nil, nil, nil, nil); len(got) != 0 || len(s.Column(Words)) != 0 {
		t.Errorf("%d probabilities, %d cells of a column", len(got), len(s.Column(Words)))
	}
}

// TestTrees compares the eight lines at a time of sum with one after the
// other of walk.
func TestTrees(t *testing.T) {
	for _, name := range []string{"en", "zh", "thread"} {
		lines, blank := split(readFile(t, "testdata/pages/"+name+".txt"))
		s := Load().NewScorer()
		s.Score(lines, blank, nil, nil)
		for i := range lines {
			if got, want := int(s.scores[i]), s.walk(i, nil); got != want {
				t.Errorf("%s line %d: %d, want %d", name, i, got, want)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	lines, blank := split(readFile(t, "testdata/pages/en.txt"))
	s := Load().NewScorer()
	s.Score(lines, blank, nil, nil)
	for i := range lines {
		reasons := s.Explain(i, nil)
		if len(reasons) == 0 {
			t.Fatalf("no reason for line %d", i)
		}
		if !slices.IsSortedFunc(reasons, func(a, b Reason) int { return int(1e6 * (abs(b.Effect) - abs(a.Effect))) }) {
			t.Errorf("line %d: reasons are not in order of strength", i)
		}
		if r := reasons[0]; r.Column.Meaning() == "" || r.Effect == 0 {
			t.Errorf("line %d: %+v", i, r)
		}
	}
}

func TestFormat(t *testing.T) {
	w, err := Parse(weights)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var comment strings.Builder
	for line := range strings.Lines(weights) {
		if text, ok := strings.CutPrefix(line, "# "); ok {
			comment.WriteString(text)
		}
	}
	if err := w.Format(&out, comment.String()); err != nil {
		t.Fatal(err)
	}
	if out.String() != weights {
		t.Error("weights.txt does not come out as it went in")
	}
}

func TestParseErrors(t *testing.T) {
	leaves := strings.Repeat(" 0", 1<<depth)
	for _, text := range []string{
		"stray 1",
		"[words]\nshare",
		"[words]\nshare 300",
		"[first]\nRunes>1:" + leaves,
		"[first]\nNonsense>1" + strings.Repeat(" Runes>1", depth-1) + ":" + leaves,
		"[first]\nRunes>127" + strings.Repeat(" Runes>1", depth-1) + ":" + leaves,
		"[first]\nRunes@+9>1" + strings.Repeat(" Runes>1", depth-1) + ":" + leaves,
		"[first]\nFirst>1" + strings.Repeat(" Runes>1", depth-1) + ":" + leaves + "x",
	} {
		if _, err := Parse(text); err == nil {
			t.Errorf("no error for %.40q", text)
		}
	}
}

func TestColumnsHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for c := range columns {
		if name := c.String(); name == "" || seen[name] || c.Meaning() == "" {
			t.Errorf("column %d: name %q, meaning %q", c, name, c.Meaning())
		}
		seen[c.String()] = true
	}
}

func TestTally(t *testing.T) {
	var counts tally
	counts.reset(100)
	for i := range uint32(100) {
		counts.add(i * i % 50)
	}
	for key := range uint32(50) {
		want := 0
		for i := range uint32(100) {
			if i*i%50 == key {
				want++
			}
		}
		if got := counts.count(key); got != want {
			t.Errorf("%d: %d times, want %d", key, got, want)
		}
	}
}

func TestScales(t *testing.T) {
	last := uint8(0)
	for n := range 1 << 20 {
		v := octaves(n)
		if v < last || n <= 8 && int(v) != n || v > top {
			t.Fatalf("octaves(%d) = %d after %d", n, v, last)
		}
		last = v
	}
	if got := [...]uint8{signed(0), signed(-3), signed(3), signed(math.MinInt32), signed(math.MaxInt)}; got[0] != 64 ||
		got[1] != 61 || got[2] != 67 || got[3] > top || got[4] > top {
		t.Errorf("signed: %v", got)
	}
}

func TestNoAllocations(t *testing.T) {
	lines, blank := split(readFile(t, "testdata/pages/ru.txt"))
	s := Load().NewScorer()
	var dst []float32
	if n := testing.AllocsPerRun(20, func() { dst = s.Score(lines, blank, nil, dst[:0]) }); n > 0 {
		t.Errorf("%v allocations a document", n)
	}
}

func FuzzScore(f *testing.F) {
	names, _ := filepath.Glob("testdata/pages/*.txt")
	for _, name := range names {
		f.Add(readFile(f, name), uint32(5))
	}
	f.Add([]byte("\xff\xfe\n…\n\u0300\n𝒳 12:30 1999\n"), uint32(math.MaxUint32))
	f.Fuzz(func(t *testing.T, text []byte, flag uint32) {
		lines, blank := split(text)
		flags := make([]uint32, len(lines))
		for i := range flags {
			flags[i] = flag * uint32(i)
		}
		s := Load().NewScorer()
		got := s.Score(lines, blank, flags, nil)
		if len(got) != len(lines) {
			t.Fatalf("%d probabilities for %d lines", len(got), len(lines))
		}
		for i, p := range got {
			if !(p >= 0 && p <= 1) {
				t.Fatalf("line %d: %v", i, p)
			}
		}
		for _, v := range s.grid.cells {
			if v > top {
				t.Fatalf("a cell holds %d", v)
			}
		}
		if len(lines) > 0 {
			s.Explain(len(lines)-1, nil)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	var text []byte
	names, _ := filepath.Glob("testdata/pages/*.txt")
	for _, name := range names {
		text = append(text, readFile(b, name)...)
	}
	lines, blank := split(bytes.Repeat(text, 4))
	s := Load().NewScorer()
	var dst []float32
	b.SetBytes(int64(4 * len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = s.Score(lines, blank, nil, dst[:0])
	}
}

func readFile(t testing.TB, name string) []byte {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
