package charset

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/edit"
)

// proposals writes down what Decode proposes: [start-end text], with a question
// mark for damage.
func proposals(t testing.TB, src, name string) string {
	t.Helper()
	apply(t, []byte(src), name)
	var out strings.Builder
	Decode([]byte(src), name, func(s edit.Span, with string, k Kind) {
		if k == Damaged {
			with = "?"
		}
		fmt.Fprintf(&out, "[%d-%d %s]", s.Start, s.End, with)
	})
	return out.String()
}

func TestRepair(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"nothing", "schön, 日本, 😀", ""},
		{"a mark", "\uFEFFa", "[0-3 ]"},
		{"U+FFFD as it stands", "a\uFFFD", ""},
		{"quotes", "a \x93b\x94 ö", "[2-3 “][4-5 ”]"},
		{"a letter", "ö caf\xE9 ", "[6-7 é]"},
		{"a letter at the end", "ö caf\xE9", "[6-7 é]"},
		{"a letter and a quote", "“caf\xE9\x94 ö", "[6-7 é][7-8 ”]"},
		{"two letters", "ö S\xE3o cr\xE9\xE9e", "[4-5 ã][9-10 é][10-11 é]"},
		{"an undefined byte", "ö \x81", "[3-4 ?]"},
		{"beside Russian: quotes", "он \x93тут\x94", "[5-6 “][12-13 ”]"},
		{"beside Russian: half a letter", "он ту\xD1 т", "[9-10 ?]"},
		{"beside Russian: the other half", "он т\x83т", "[7-8 ?]"},
		{"cut in Chinese", "日本\xE8\xAA", "[6-8 ?]"},
		{"cut in Chinese, and on", "日\xE6\x9C 日", "[3-5 ?]"},
		{"cut at the end", "déj\xC3", "[4-5 ?]"},
		{"cut emoji", "ok \xF0\x9F\x98 ok", "[3-6 ?]"},
		{"cut emoji after a letter", "ö ok\xF0\x9F\x98", "[5-6 ð][6-7 Ÿ][7-8 ˜]"},
		{"CESU-8", "a\xED\xA0\xBD\xED\xB8\x80b", "[1-7 😀]"},
		{"a high surrogate", "a\xED\xA0\xBDb", "[1-4 ?]"},
		{"a low surrogate", "a\xED\xB8\x80b", "[1-4 ?]"},
		{"surrogates the wrong way", "\xED\xB8\x80\xED\xA0\xBD", "[0-3 ?][3-6 ?]"},
		{"half a surrogate", "日\xED\xA0", "[3-4 ?][4-5 \u00A0]"},
		{"nothing but strays", "\xE9\xE8", "[0-1 é][1-2 è]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := proposals(t, test.src, utf8Name); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
