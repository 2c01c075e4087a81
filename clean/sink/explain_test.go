package sink

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

func explain(t *testing.T, s sample, o ExplainOptions) string {
	t.Helper()
	var b bytes.Buffer
	o.Why = func(id string) string { return map[string]string{"en/byline/by": "Names the author."}[id] }
	if err := Explain(&b, &s.doc, s.text, &s.ledger, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExplain(t *testing.T) {
	want := `f
profile default, layout line: 26 bytes, 13 removed (50.0%)

1 - By Jo
    └ en/byline/by: Names the author.
2 ~ ⟦<FF> → ` + "\ufffd" + `⟧⟦<U+00A0> → <U+0020>⟧😀 text
    └ decode/invalid-utf8, bytes [6,7)
    └ unicode/space, bytes [7,9)
    · en/related/heading is likely, but nothing around supports it: kept
3 - By Jo
    └ en/byline/by
    · the same as line 1

  times  bytes  rule
      2     12  en/byline/by
      1      2  unicode/space
      1      1  decode/invalid-utf8
      1      1  unicode/newline
`
	if got := explain(t, samples()[0], ExplainOptions{All: true}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestExplainIsSilentOnRulesWithoutEffect(t *testing.T) {
	if got := explain(t, samples()[0], ExplainOptions{}); strings.Contains(got, "en/related/heading") {
		t.Errorf("got\n%s", got)
	}
}

func TestExplainOfUntouchedText(t *testing.T) {
	want := "f#2\nprofile default, layout line: 10 bytes, 0 removed (0.0%)\n\n1   as it was\n\n"
	if got := explain(t, samples()[1], ExplainOptions{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestExplainSaysThatShuckAbstained(t *testing.T) {
	s := newSample("f", "By Jo\n", "", func(*edit.Writer) {})
	s.ledger.Abstained = "too much would go"
	s.ledger.Verdicts = []doc.Verdict{{Rule: byline, Span: at(0, 5), Outcome: doc.Withdrawn}}
	got := explain(t, s, ExplainOptions{})
	for _, want := range []string{
		"nothing was dropped: too much would go\n",
		"1   By Jo\n    · en/byline/by would have dropped this: kept, since shuck abstained\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%swant it to contain\n%s", got, want)
		}
	}
}

func TestExplainGivesOneReasonForARun(t *testing.T) {
	s := newSample("f", "By A\n\nBy B\ntext\n", "", func(w *edit.Writer) { w.Delete(at(0, 11), byline) })
	want := "1 - By A\n2 -\n3 - By B\n    └ en/byline/by: Names the author.\n4   text\n"
	if got := explain(t, s, ExplainOptions{}); !strings.Contains(got, want) {
		t.Errorf("got\n%swant it to contain\n%s", got, want)
	}
}

func TestExplainInColor(t *testing.T) {
	got := explain(t, samples()[0], ExplainOptions{Color: true})
	for _, want := range []string{"\x1b[31mBy Jo\x1b[0m", "\x1b[33m⟦<FF> → \ufffd⟧\x1b[0m", "\x1b[2m1 -\x1b[0m"} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%q\nwant it to contain %q", got, want)
		}
	}
}

func TestExplainWraps(t *testing.T) {
	s := newSample("f", "By Jo and a long line of names\n", "", func(w *edit.Writer) { w.Delete(at(0, 31), byline) })
	want := "1 - By Jo and a long line of\n    names\n    └ en/byline/by: Names\n      the author.\n"
	if got := explain(t, s, ExplainOptions{Width: 28}); !strings.Contains(got, want) {
		t.Errorf("got\n%swant it to contain\n%s", got, want)
	}
}

func FuzzExplainIsSafe(f *testing.F) {
	f.Add("\x1b[2Jtext\r\n\x9b31m\u202eback\u2066", uint8(3), uint8(5), "\x1b]0;\a")
	f.Fuzz(func(t *testing.T, source string, start, length uint8, with string) {
		from := min(int(start), len(source))
		s := newSample("\x1bname", source, "", func(w *edit.Writer) {
			w.Replace(at(from, min(from+int(length), len(source))), []byte(with), space)
		})
		s.ledger.Verdicts = []doc.Verdict{{Rule: heading, Span: at(0, len(source)), Outcome: doc.Unsupported}}
		got := explain(t, s, ExplainOptions{All: true, Width: 30})
		for _, r := range got {
			if r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' {
				t.Fatalf("%U in %q", r, got)
			}
		}
		if !strings.Contains(got, "removed") {
			t.Error("no report")
		}
	})
}
