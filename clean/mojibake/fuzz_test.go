package mojibake

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, c := range corpus(f) {
		f.Add(c.Text)
	}
	for _, list := range sentences(f) {
		for p := range pages {
			if bad, ok := damage(list[0], &pages[p]); ok {
				f.Add(bad)
			}
		}
	}
	var finder Finder
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		got := checked(t, &finder, text)
		if again := repaired(&finder, got); again != got {
			t.Errorf("%q became %q, and that %q", text, got, again)
		}
		if fresh := repaired(new(Finder), text); fresh != got {
			t.Errorf("%q became %q, and by a new Finder %q", text, got, fresh)
		}
	})
}

// checked is repaired, and verifies the spans and what they become.
func checked(t *testing.T, f *Finder, text string) string {
	end := 0
	f.Find([]byte(text), func(fix Fix) {
		s := fix.Span
		switch {
		case s.Start < end || s.Empty() || s.End > len(text):
			t.Errorf("%q: span %v after %d", text, s, end)
		case !utf8.ValidString(text[s.Start:s.End]) || !utf8.ValidString(fix.With):
			t.Errorf("%q: %q becomes %q", text, text[s.Start:s.End], fix.With)
		case text[s.Start:s.End] == fix.With:
			t.Errorf("%q: %q becomes itself", text, fix.With)
		case fix.How == "":
			t.Errorf("%q: no name for %v", text, s)
		}
		end = s.End
	})
	return repaired(f, text)
}
