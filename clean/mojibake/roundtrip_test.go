package mojibake

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// sentences are good sentences, by language.
func sentences(tb testing.TB) map[string][]string {
	tb.Helper()
	data, err := os.ReadFile("../../testdata/unicode/sentences.json")
	if err != nil {
		tb.Fatal(err)
	}
	var byLang map[string][]string
	if err := json.Unmarshal(data, &byLang); err != nil {
		tb.Fatal(err)
	}
	return byLang
}

// damage returns s, which is UTF-8, read as p. It reports false if p has no
// character for one of the bytes, so that nobody can undo it, or if nothing
// changes.
func damage(s string, p *page) (string, bool) {
	var b strings.Builder
	for i := range len(s) {
		r := rune(s[i])
		if r >= 0x80 {
			r = p.char(s[i])
		}
		if r == unicode.ReplacementChar {
			return "", false
		}
		b.WriteRune(r)
	}
	return b.String(), b.String() != s
}

// repaired returns text with all fixes made.
func repaired(f *Finder, text string) string {
	var b strings.Builder
	at := 0
	f.Find([]byte(text), func(fix Fix) {
		b.WriteString(text[at:fix.Span.Start])
		b.WriteString(fix.With)
		at = fix.Span.End
	})
	return b.String() + text[at:]
}

// score counts trials.
type score struct{ right, of int }

func (s *score) trial(right bool) {
	s.of++
	if right {
		s.right++
	}
}

func (s score) percent() float64 { return 100 * float64(s.right) / float64(max(s.of, 1)) }

func (s *score) add(t score) { s.right, s.of = s.right+t.right, s.of+t.of }

// The ways in which a sentence is broken.
const (
	once  = iota // read as one page
	twice        // read as the same page twice over
	mixed        // read as one page, then as another
	word         // one word read as one page, the rest good
	ways
)

type scores [ways]score

// trial breaks a sentence into broken, in one of the ways, and notes whether
// it is repaired exactly.
func (s *scores) trial(t testing.TB, f *Finder, way int, broken, sentence string) {
	got := repaired(f, broken)
	s[way].trial(got == sentence)
	if got != sentence && os.Getenv("MISSES") != "" {
		t.Logf("way %d: %q -> %q", way, broken, got)
	}
}

// roundTrip breaks sentence in every way that can be undone.
func roundTrip(t testing.TB, f *Finder, sentence string) (s scores) {
	for p := range pages[:len(pages)-1] { // all but the one in lower case
		for w := range strings.FieldsSeq(sentence) {
			if bad, ok := damage(w, &pages[p]); ok {
				s.trial(t, f, word, strings.Replace(sentence, w, bad, 1), sentence)
			}
		}
		bad, ok := damage(sentence, &pages[p])
		if !ok {
			continue
		}
		s.trial(t, f, once, bad, sentence)
		for q := range pages[:len(pages)-1] {
			way := mixed
			if p == q {
				way = twice
			}
			if worse, ok := damage(bad, &pages[q]); ok {
				s.trial(t, f, way, worse, sentence)
			}
		}
	}
	return s
}

// roundTrips returns the scores by language, and all together under "all".
func roundTrips(t testing.TB) map[string]scores {
	var f Finder
	var all scores
	byLang := map[string]scores{}
	for lang, list := range sentences(t) {
		var sum scores
		for _, sentence := range list {
			s := roundTrip(t, &f, sentence)
			for way := range s {
				sum[way].add(s[way])
				all[way].add(s[way])
			}
		}
		byLang[lang] = sum
	}
	byLang["all"] = all
	return byLang
}

// TestGoodSentences: what is right stays.
func TestGoodSentences(t *testing.T) {
	var f Finder
	for lang, list := range sentences(t) {
		for _, s := range list {
			for _, s := range []string{s, strings.ToUpper(s), strings.ToLower(s)} {
				if got := repaired(&f, s); got != s {
					t.Errorf("%s: %q became %q", lang, s, got)
				}
			}
		}
	}
}

// TestRoundTrip prints, with -v, the table in README.md. The floors keep what
// was reached.
func TestRoundTrip(t *testing.T) {
	byLang := roundTrips(t)
	for _, lang := range slices.Sorted(maps.Keys(byLang)) {
		s := byLang[lang]
		t.Logf("| %-3s | %5.1f | %5.1f | %5.1f | %5.1f |", lang,
			s[once].percent(), s[twice].percent(), s[mixed].percent(), s[word].percent())
	}
	for way, floor := range [ways]float64{once: 97, twice: 90, mixed: 84, word: 94} {
		if got := byLang["all"][way].percent(); got < floor {
			t.Errorf("way %d: %.1f %% repaired, were %.0f", way, got, floor)
		}
	}
}

// BenchmarkRoundTrip reports the shares repaired, in percent.
func BenchmarkRoundTrip(b *testing.B) {
	var all scores
	for b.Loop() {
		all = roundTrips(b)["all"]
	}
	b.ReportMetric(all[once].percent(), "%once")
	b.ReportMetric(all[twice].percent(), "%twice")
	b.ReportMetric(all[mixed].percent(), "%mixed")
	b.ReportMetric(all[word].percent(), "%word")
}
