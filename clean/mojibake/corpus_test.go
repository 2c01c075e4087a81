package mojibake

import (
	"encoding/json"
	"os"
	"testing"
)

// corpusCase is a case of testdata/unicode/mojibake.json. A negative one has
// nothing to repair. A known one is beyond us, and must be, so that nobody
// forgets to call it by another name when it no longer is.
type corpusCase struct {
	Kind  string // wild, synthetic, negative, known
	Label string
	Text  string
	Want  string // what is right; for negative cases that is Text
	How   string // if given, how each of the fixes is named
}

func corpus(tb testing.TB) []corpusCase {
	tb.Helper()
	data, err := os.ReadFile("../../testdata/unicode/mojibake.json")
	if err != nil {
		tb.Fatal(err)
	}
	var file struct{ Cases []corpusCase }
	if err := json.Unmarshal(data, &file); err != nil {
		tb.Fatal(err)
	}
	return file.Cases
}

func TestCorpus(t *testing.T) {
	var f Finder
	for _, c := range corpus(t) {
		if c.Kind == "negative" {
			c.Want = c.Text
		}
		got := repaired(&f, c.Text)
		switch {
		case c.Kind == "known" && got == c.Want:
			t.Errorf("%s: known failure passes: call it something else", c.Label)
		case c.Kind != "known" && got != c.Want:
			t.Errorf("%s %s:\n in   %q\n got  %q\n want %q", c.Kind, c.Label, c.Text, got, c.Want)
		}
		if c.How == "" {
			continue
		}
		f.Find([]byte(c.Text), func(fix Fix) {
			if fix.How != c.How {
				t.Errorf("%s: %q: %s, want %s", c.Label, fix.With, fix.How, c.How)
			}
		})
	}
}
