package stage_test

import (
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/stage"
)

// wrapped is hard-wrapped text for the example of divided words, which needs
// one around it.
const wrapped = "The neighbours of the old mill had come down to the\n" +
	"river before it was light, and nobody knew how high\n" +
	"the water would rise. At noon one of %s that the road to the town was gone,\n" +
	"so that all of them, with what they had, stayed on\n" +
	"the hill behind the church until the boats arrived.\n"

// TestFixExamples holds the examples that the help shows: each fix alone
// repairs its own.
func TestFixExamples(t *testing.T) {
	for _, f := range stage.Fixes {
		t.Run(f.Name(), func(t *testing.T) {
			c, err := clean.New(clean.Options{Profile: "none", Unicode: "none,+" + f.Name()})
			if err != nil {
				t.Fatal(err)
			}
			before, after := f.Before+"\n", f.After+"\n"
			if f.Label == stage.LabelHyphen {
				before, after = strings.Replace(wrapped, "%s", f.Before, 1), strings.Replace(wrapped, "%s", f.After, 1)
			}
			r, err := c.Clean(&doc.Document{Source: []byte(before)})
			if err != nil || string(r.Text) != after {
				t.Errorf("%+q became %+q, want %+q, %v", before, r.Text, after, err)
			}
			for ch := range r.Ledger.Map.Changes() {
				if id := r.Ledger.Rule(ch.Label); !strings.HasPrefix(id, "unicode/"+f.Name()) {
					t.Errorf("changed by %s", id)
				}
			}
		})
	}
}

func TestParseFixes(t *testing.T) {
	for text, want := range map[string]struct{ has, lacks string }{
		"safe":                   {"mojibake entity nfc hyphen", "ligature nfkc letter-space"},
		"full":                   {"mojibake ligature homoglyph", "nfkc letter-space"},
		"nfkc":                   {"mojibake nfkc", "nfc ligature"},
		"none":                   {"", "mojibake entity nfc nfkc space"},
		"+ligature":              {"ligature mojibake", "fullwidth"},
		"safe,+ligature,-entity": {"ligature mojibake", "fullwidth entity"},
		"none,+nfc":              {"nfc", "space"},
	} {
		set, err := stage.ParseFixes(text)
		if err != nil {
			t.Error(err)
		}
		for _, f := range stage.Fixes {
			if has := set.Has(f.Label); has && strings.Contains(" "+want.lacks+" ", " "+f.Name()+" ") ||
				!has && strings.Contains(" "+want.has+" ", " "+f.Name()+" ") {
				t.Errorf("%q: %s is %v", text, f.Name(), has)
			}
		}
	}
	for _, text := range []string{"best", "safe,ligature", "safe,+ligatures", "safe,", "+-nfc", "safe,full"} {
		if _, err := stage.ParseFixes(text); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}
