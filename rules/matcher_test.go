package rules

import (
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestLines(t *testing.T) {
	set := mustSet(t, samplePack(t))
	m := set.NewMatcher()
	tests := []struct {
		line, want string
	}{
		{"", ""},
		{"Share this story", "share-label"},
		{"Share this bread", ""}, // `not`
		{"Please subscribe to our letter", "subscribe-sentence"}, //
		{"Subscribe to", ""}, //
		{"You may unsubscribe at any time.", "subscribe-sentence"}, //
		{"About us", "about-us"},                                   // zone and support are not asked here
		{"Q: Share this story", "answer-marker"},                   //
		{"© 1998 Harbour Press. All rights reserved.", ""},         // a block rule
		{"Subscribe to our letter " + strings.Repeat("so ", 99), "subscribe-sentence"},
	}
	for _, tt := range tests {
		if got := names(set, m.Lines([]byte(tt.line), Words([]byte(tt.line)), AskAll, nil)); got != tt.want {
			t.Errorf("Lines(%q) = %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestLinesAppends(t *testing.T) {
	m := mustSet(t, samplePack(t)).NewMatcher()
	if got := m.Lines([]byte("Pin it"), 2, AskAll, []int{9}); !slices.Equal(got, []int{9, 0}) {
		t.Errorf("Lines = %v, want what was there and then the rule", got)
	}
}

func TestBlocks(t *testing.T) {
	set := mustSet(t, samplePack(t))
	m := set.NewMatcher()
	notice := []byte("© 1998 Harbour Press. All rights reserved.")
	for words, want := range map[int]string{2: "", 3: "legal-block", 60: "legal-block", 61: ""} {
		if got := names(set, m.Blocks(notice, words, nil)); got != want {
			t.Errorf("Blocks(…, %d words) = %q, want %q", words, got, want)
		}
	}
}

func TestSpans(t *testing.T) {
	set := mustSet(t, samplePack(t))
	m := set.NewMatcher()
	tests := []struct {
		line, want string // the matches, each with its rule
		lost       int
	}{
		{"plain", "", 0},
		{"One[ad_1]two[slot id=3][/slot]", "slot:[ad_1] slot:[slot id=3] slot:[/slot]", 0},
		{"a★b[ad_2]", "glue:★ slot:[ad_2]", 0},
		{"a★[ad_2]b", "glue:★[ad_2]", 1}, // starts earlier
		{"`[ad_2]` and ★", "glue:★", 0},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range m.Spans([]byte(tt.line), nil) {
			got = append(got, names(set, []int{h.Rule})+":"+tt.line[h.Start:h.End])
		}
		if strings.Join(got, " ") != tt.want || m.Lost() != tt.lost {
			t.Errorf("Spans(%q) = %v with %d lost, want %s with %d", tt.line, got, m.Lost(), tt.want, tt.lost)
		}
	}
}

func TestSpansSameStart(t *testing.T) {
	span := func(id, expr string) string {
		return "[[rule]]\nid = '" + id + "'\nwhy = 'w'\nunit = 'span'\nany = ['" + expr + "']\nhits = ['x']\n"
	}
	set := mustSet(t, mustParse(t, "f", "pack = 'en/x'\n"+span("short", `\[a\]`)+span("long", `\[a\]b`)))
	got := set.NewMatcher().Spans([]byte("[a]b"), nil)
	if want := []SpanHit{{0, 0, 3}}; !slices.Equal(got, want) {
		t.Errorf("Spans = %v, want %v: the earlier rule wins", got, want)
	}
}

// names returns the short ids of rules.
func names(set *Set, rules []int) string {
	var ids []string
	for _, i := range rules {
		ids = append(ids, strings.TrimPrefix(set.Rule(i).ID, set.Rule(i).Pack+"/"))
	}
	return strings.Join(ids, " ")
}

// TestNaive compares the matcher with the plain meaning of rules: a loop over
// all of them with package regexp.
func TestNaive(t *testing.T) {
	set := mustSet(t, samplePack(t))
	m := set.NewMatcher()
	naive := newNaive(set)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		line := randomLine(random)
		words := Words(line)
		if got, want := m.Lines(line, words, AskAll, nil), naive.texts(Line, line, words); !slices.Equal(got, want) {
			t.Fatalf("Lines(%q) = %v, want %v", line, got, want)
		}
		if got, want := m.Blocks(line, words, nil), naive.texts(Block, line, words); !slices.Equal(got, want) {
			t.Fatalf("Blocks(%q) = %v, want %v", line, got, want)
		}
		if got, want := m.Spans(line, nil), naive.spans(line); !slices.Equal(got, want) {
			t.Fatalf("Spans(%q) = %v, want %v", line, got, want)
		}
		if got, want := m.Lines(line, WordsAtMost(line, set.MaxWords()), AskAll, nil), naive.texts(Line, line, words); !slices.Equal(got, want) {
			t.Fatalf("Lines(%q) with bounded words = %v, want %v", line, got, want)
		}
	}
}

// randomLine strings together pieces that the sample rules are about.
func randomLine(random *rand.Rand) []byte {
	pieces := []string{
		"share", "Share this", "on", "story", "meal", "pin it", "Please", "subscribe", "to our", "unsubscribe",
		"at any time.", "about us", "Q:", "A:", "all rights", "reserved", "reserved.", "[ad_1]", "[slot]", "[/slot a]",
		"`", "★", "☆[ad_2]", "snow", "港", "é",
	}
	var line []string
	for range 1 + random.IntN(6) {
		line = append(line, pieces[random.IntN(len(pieces))])
	}
	sep := []string{" ", ""}[random.IntN(2)]
	return []byte(strings.Join(line, sep))
}

type naive struct {
	rules     []Rule
	any, nots [][]*regexp.Regexp
}

func newNaive(set *Set) naive {
	n := naive{rules: set.Rules()}
	for _, r := range n.rules {
		n.any = append(n.any, compileAll(r.Any))
		n.nots = append(n.nots, compileAll(r.Not))
	}
	return n
}

func compileAll(exprs []string) (all []*regexp.Regexp) {
	for _, expr := range exprs {
		all = append(all, regexp.MustCompile(expr))
	}
	return all
}

func anyMatches(all []*regexp.Regexp, text []byte) bool {
	return slices.ContainsFunc(all, func(re *regexp.Regexp) bool { return re.Match(text) })
}

func (n naive) texts(unit Unit, text []byte, words int) (fired []int) {
	for i, r := range n.rules {
		tooMany := r.MaxWords > 0 && words > r.MaxWords
		if r.Unit == unit && words >= r.MinWords && !tooMany && anyMatches(n.any[i], text) && !anyMatches(n.nots[i], text) {
			fired = append(fired, i)
		}
	}
	return fired
}

func (n naive) spans(line []byte) (kept []SpanHit) {
	for end := 0; ; end = kept[len(kept)-1].End {
		next, ok := n.nextSpan(line, end)
		if !ok {
			return kept
		}
		kept = append(kept, next)
	}
}

// nextSpan returns the earliest match from end on, of the first rule.
func (n naive) nextSpan(line []byte, end int) (next SpanHit, ok bool) {
	for i, r := range n.rules {
		if r.Unit != Span || anyMatches(n.nots[i], line) {
			continue
		}
		for _, re := range n.any[i] {
			for _, loc := range re.FindAllIndex(line, -1) {
				if loc[0] >= end && (!ok || loc[0] < next.Start) {
					next, ok = SpanHit{i, loc[0], loc[1]}, true
				}
			}
		}
	}
	return next, ok
}

func TestLinesDoesNotAllocate(t *testing.T) {
	m := mustSet(t, samplePack(t)).NewMatcher()
	// No line here is saved by a `not` pattern: package regexp keeps its
	// scratch space in a pool, which the race detector makes forget.
	lines := [][]byte{[]byte("Pin it"), []byte("About us"), []byte("It had snowed on the pass all night.")}
	dst := make([]int, 0, 8)
	run := func() {
		for _, line := range lines {
			dst = m.Lines(line, WordsAtMost(line, 60), AskAll, dst[:0])
		}
	}
	run()
	if n := testing.AllocsPerRun(100, run); n != 0 {
		t.Errorf("%v allocations a run", n)
	}
}

func TestSetIsShared(t *testing.T) {
	set := mustSet(t, samplePack(t))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			m := set.NewMatcher()
			for range 100 {
				if got := m.Lines([]byte("Share this bread"), 3, AskAll, nil); len(got) != 0 {
					t.Errorf("Lines = %v", got)
				}
				m.Spans([]byte("a★[ad_2]b"), nil)
			}
		})
	}
	group.Wait()
}

func BenchmarkLines(b *testing.B) {
	packs, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	set := mustSet(b, packs...)
	lines := map[string][]byte{
		"short": []byte("The mill closed in the spring."),
		"prose": []byte(strings.Repeat("The mill by the river had been closed for years when the two brothers came back. ", 6)),
	}
	for name, line := range lines {
		b.Run(name, func(b *testing.B) {
			m := set.NewMatcher()
			var dst []int
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				dst = m.Lines(line, WordsAtMost(line, set.MaxWords()), AskAll, dst[:0])
			}
		})
	}
}

func BenchmarkSpans(b *testing.B) {
	packs, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	m := mustSet(b, packs...).NewMatcher()
	line, err := os.ReadFile("doc.go")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	var dst []SpanHit
	for b.Loop() {
		dst = m.Spans(line, dst[:0])
	}
}
