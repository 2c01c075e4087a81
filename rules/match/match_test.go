package match

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
)

// caches are ways for a cache to behave: as usual; emptied at every step; never
// used; given up in the middle of a text; now this, now that. Each is set again
// before every text.
var caches = map[string]func(*dfa){
	"usual":    func(*dfa) {},
	"emptied":  func(d *dfa) { d.limit, d.minYield = 1, 0 },
	"unused":   func(d *dfa) { d.penance = 1 << 40 },
	"given up": func(d *dfa) { d.limit, d.minYield, d.penance = 1, 1<<40, 0 },
	"small":    func(d *dfa) { d.limit, d.minYield, d.penance = 8<<10, 4, d.penance%64 },
}

// check compares a matcher with package regexp, for every behaviour of its
// caches, text by text, and once more when it has seen all the texts.
func check(t testing.TB, patterns []string, texts [][]byte) {
	t.Helper()
	s, err := Compile(patterns)
	if err != nil {
		t.Fatalf("Compile(%q): %v", patterns, err)
	}
	want := make([][]int, len(texts))
	for i, pattern := range patterns {
		re := regexp.MustCompile(pattern)
		for j, text := range texts {
			if re.Match(text) {
				want[j] = append(want[j], i)
			}
		}
	}
	for name, tune := range caches {
		m := s.NewMatcher()
		for round := range 2 {
			for j, text := range texts {
				for _, d := range m.dfas() {
					tune(d)
				}
				if got := m.Match(text, nil); !slices.Equal(got, want[j]) {
					t.Fatalf("%s, round %d: patterns %q, text %q: got %v, want %v", name, round, patterns, text, got, want[j])
				}
			}
		}
	}
}

// dfas returns the DFAs of a matcher.
func (m *Matcher) dfas() (list []*dfa) {
	if m.anchored != nil {
		list = append(list, m.anchored)
	}
	if m.floating != nil {
		list = append(list, m.floating.probe, m.floating.full)
	}
	if m.loose != nil {
		list = append(list, m.loose)
	}
	return list
}

func TestMatch(t *testing.T) {
	patterns := []string{
		``, `^`, `$`, `\z`, `^$`, `(?m)^$`, `\b`, `\B`, `\bend\b`, `end\b`, `\Bend`, `x*`, `a|^b`, `(^a|b)$`,
		`(?m)^b`, `(?m)a$`, `(?m)^end$`, `a\z`, `\Aa`, `(?:^a|^b)+c`, `^(?:a|\b)b`, `a$^`, `\n(?m)$^b`, `(?m)a$\n^b`,
		`(?i)k`, `(?i)s`, `(?i)STRASSE`, `(?i)ſ`, `(?i)[k-s]x`, `(?i)ß`, `(?i)ΣΑΣ`, `(?i)й`,
		`.`, `(?s).`, `^.$`, `(?s)^.$`, `^..$`, `^...$`, `^....$`, `^(?s:.{5})$`, `[^a]`, `\x{FFFD}`, `[\x{FFFC}-\x{FFFE}]z`,
		`\x{10FFFF}`, `[\x{D7FF}-\x{E000}]`, `[\x{D800}-\x{DFFF}]`, `\pL`, `\PL`, `^\p{Greek}+$`, `\p{Han}{2}`,
		`é`, `[à-ü]b`, `\w+@\w+`, `\d{4}-\d\d`, `[[:^ascii:]]`, `[^\x00-\x{10FFFF}]`, `a[^\x00-\x{10FFFF}]|c`, `(|a)*b`, `(a*)+c`, `(a|b|)+?$`,
		`.*end`, `end.*`, `(?U)a+`, `\Qa.b\E`, `x{2,5}y{0}`, `\x00`, `[a-z]{3,10}:$`,
	}
	texts := []string{
		"", "\n", "a", "b", "ab", "b\n", "a\nb", "\nb", "the end", "end", "ending", "bend end", "weekend\nend\n", "aac", "bac", "babc", "c",
		"\u212A", "K", "k", "ſ", "S", "straſſe", "STRASSE", "straße", "ẞ", "\u212Ax", "ſx", "σας", "Σασ", "Й",
		"\xff", "\xc3", "\xc3(", "é", "e\u0301", "\xe2\x82", "\xe2\x82a", "\xe2\x82\xac", "€€", "\xed\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
		"\xc0\x80", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xe0\xa0\x80", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80\x80",
		"\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf0\x9f\x98", "\xf0\x9f\x98\x80", "\xf0\x9fa", "\xf0\x9f\xf0\x9f\x98\x80",
		"\xe2\xe2\x82\xac", "\x80", "\x80\x80\x80", "\x80end", "end\xe2", "\xefend\xef\xbf", "\uFFFD", "\uFFFDz", "\xffz", "\xe6\x97z",
		"日本", "日本語:", "Ελλάδα", "über", "üb", "me@example", "1999-12", "x\x00y", "xx", "a.b", "source:", "Weiterlesen:", "aaaaaaaaaaab",
	}
	var bytes [][]byte
	for _, text := range texts {
		bytes = append(bytes, []byte(text))
	}
	check(t, patterns, bytes)
	for _, pattern := range patterns {
		check(t, []string{pattern}, bytes)
	}
}

// atoms are what random patterns are made of, letters what random texts are.
var (
	atoms = strings.Fields(`a b c k s é ж 日 \n . (?s:.) \w \W \d \s \b \B ^ $ \A \z (?m:^) (?m:$) [ab] [^a] [^\n] [a-k] (?i:k) (?i:s)
		(?i:aé) (?i:ж) (?i:[a-k]) (?i:[^s]) \pL \PL \p{Lu} \p{Han} \x{FFFD} [é-日] [\x{800}-\x{FFFF}] [\x{10000}-\x{10FFFF}] ab kab`)
	letters = []string{"a", "b", "c", "k", "K", "s", "S", "\u212A", "ſ", "é", "É", "ж", "Ж", "日", "本", "\n", " ", "-", "_", "7",
		"\uFFFD", "😀", "\x00", "\x80", "\xc3", "\xe6", "\xe6\x97", "\xed\xa0\x80", "\xc0\x80", "\xf0\x9f", "\xf4\x90", "\xff", "ab", "kab"}
)

func randomPattern(r *rand.Rand, depth int) string {
	if depth == 0 {
		return atoms[r.IntN(len(atoms))]
	}
	sub := func() string { return randomPattern(r, depth-1) }
	switch r.IntN(8) {
	case 0:
		return "(?:" + sub() + "|" + sub() + ")"
	case 1:
		return "(" + sub() + ")" + []string{"*", "+", "?", "*?", "+?", "??"}[r.IntN(6)]
	case 2:
		return fmt.Sprintf("(?:%s){%d,%d}", sub(), r.IntN(2), 1+r.IntN(3))
	case 3:
		return "^" + sub()
	case 4:
		return sub() + "$"
	case 5:
		return sub()
	}
	return sub() + sub()
}

func randomText(r *rand.Rand) []byte {
	var text []byte
	for range r.IntN(12) {
		text = append(text, letters[r.IntN(len(letters))]...)
	}
	return text
}

func TestMatchRandom(t *testing.T) {
	rounds := 800
	if testing.Short() {
		rounds = 100
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		patterns := make([]string, 1+r.IntN(8))
		for i := range patterns {
			patterns[i] = randomPattern(r, r.IntN(4))
		}
		texts := make([][]byte, 30)
		for i := range texts {
			texts[i] = randomText(r)
		}
		check(t, patterns, texts)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add(uint64(1), `a|^b`, []byte("ab\xff"))
	f.Add(uint64(2), `(?i)\bk.\z`, []byte("\u212Aé"))
	f.Add(uint64(3), "x\n(?m)^a$\n\\pL+:$", []byte("x\na\nb\xe2\x82"))
	f.Fuzz(func(t *testing.T, seed uint64, lines string, text []byte) {
		if len(lines) > 200 || len(text) > 1000 {
			t.Skip("long")
		}
		r := rand.New(rand.NewPCG(seed, 2))
		patterns := []string{randomPattern(r, 2), randomPattern(r, 3)}
		for pattern := range strings.SplitSeq(lines, "\n") {
			if _, err := regexp.Compile(pattern); err == nil {
				patterns = append(patterns, pattern)
			}
		}
		check(t, patterns, [][]byte{text, randomText(r), append(randomText(r), text...)})
	})
}

// TestAutomata tells where patterns go, which no answer depends on, only speed.
func TestAutomata(t *testing.T) {
	for pattern, want := range map[string]string{
		`^a`: "anchored", `\Aa$`: "anchored", `(^a|^b)c`: "anchored", `\b^a`: "anchored", `(?:(^))*^a`: "anchored", `^`: "anchored",
		`abc`: "floating", `ab.*`: "floating", `a$|bc`: "loose", `[a-z]x`: "floating", `[^a]x`: "loose", `\bab`: "floating", `(?i)kß`: "floating", `日.`: "floating",
		`a|^b`: "loose", `(?m)^a`: "loose", `a$`: "loose", `^*a`: "loose", `\z`: "loose", `\b`: "loose", `a.b`: "loose", `\x{FFFD}ab`: "loose",
		``: "always", `a*`: "always", `(?:^|$|)`: "always", `x{0,3}`: "always",
	} {
		s, err := Compile([]string{pattern})
		if err != nil {
			t.Fatal(err)
		}
		got := "always"
		switch {
		case len(s.anchored.starts) > 0:
			got = "anchored"
		case len(s.floating.starts) > 0:
			got = "floating"
		case len(s.loose.starts) > 0:
			got = "loose"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", pattern, got, want)
		}
	}
}

func TestCompileError(t *testing.T) {
	_, err := Compile([]string{`a`, `(`, `b`})
	var wrapped *syntax.Error
	if !errors.As(err, &wrapped) || !strings.Contains(err.Error(), "pattern 1:") {
		t.Errorf("got %v, want a *syntax.Error at pattern 1", err)
	}
}

func TestEmptySet(t *testing.T) {
	s, err := Compile(nil)
	if err != nil || s.Len() != 0 {
		t.Fatalf("Compile(nil) = %v, %v", s, err)
	}
	if got := s.NewMatcher().Match([]byte("text"), []int{7}); !slices.Equal(got, []int{7}) {
		t.Errorf("got %v, want dst as it was", got)
	}
}

func TestMatchAllocs(t *testing.T) {
	s, err := Compile(linePatterns())
	if err != nil {
		t.Fatal(err)
	}
	m := s.NewMatcher()
	lines := proseLines(64 << 10)
	var dst []int
	scan := func() {
		for _, line := range lines {
			dst = m.Match(line, dst[:0])
		}
	}
	for range 20 { // what is met once in a while takes its time to be known
		scan()
	}
	if n := testing.AllocsPerRun(5, scan); n != 0 {
		t.Errorf("%v allocations per run over lines seen before, want 0", n)
	}
}

// TestMatchers uses one set from many goroutines, for the race detector.
func TestMatchers(t *testing.T) {
	s, err := Compile([]string{`^a`, `b\b`, `(?i)ж`})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			if got := s.NewMatcher().Match([]byte("ab Ж"), nil); !slices.Equal(got, []int{0, 1, 2}) {
				t.Errorf("got %v, want all", got)
			}
		})
	}
}

// TestMemoryBounded matches a text against patterns whose automata have some
// 2^60 states, most of which the text would visit if it were long enough.
func TestMemoryBounded(t *testing.T) {
	sixty := strings.Repeat("[ab]", 60) // spelt out, lest it be relaxed
	s, err := Compile([]string{".{0,2}a" + sixty + "c", "^[ab]*b" + sixty + "c"})
	if err != nil {
		t.Fatal(err)
	}
	m := s.NewMatcher()
	r := rand.New(rand.NewPCG(3, 3))
	text := make([]byte, 64<<10)
	for i := range text {
		text[i] = "ab"[r.IntN(2)]
	}
	text[len(text)-61] = 'a'
	text = append(text, 'c')
	if got := m.Match(text, nil); !slices.Equal(got, []int{0}) {
		t.Errorf("got %v, want the first", got)
	}
	for _, d := range m.dfas() {
		if d.restart && len(d.insts) > 0 && d.scanned > 0 && d.penance == 0 {
			t.Error("a cache that is no use is still in use")
		}
		if held := 4*cap(d.trans) + d.size; held > 3*cacheLimit {
			t.Errorf("a cache holds %d bytes, limit %d", held, cacheLimit)
		}
	}
}
