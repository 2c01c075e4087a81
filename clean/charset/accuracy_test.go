package charset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestAccuracy decides on snippets of the test sentences without any hint. A
// decision is right if the text comes out as it went in. With -v it prints the
// share for each language.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, test := range []struct {
		size int     // bytes
		want float64 // least share of right decisions
	}{{30, 0.98}, {60, 0.995}, {200, 1}, {1000, 1}} {
		right, all := 0, 0
		for lang, texts := range sentences() {
			r, n := tryLanguage(t, lang, strings.Join(texts, " "), test.size)
			t.Logf("%4d bytes, %-7s %3d of %3d", test.size, lang, r, n)
			right, all = right+r, all+n
		}
		share := float64(right) / float64(all)
		t.Logf("%4d bytes: %.2f %% of %d", test.size, 100*share, all)
		if share < test.want {
			t.Errorf("%d bytes: %.4f right, want %.4f", test.size, share, test.want)
		}
	}
}

// tryLanguage decides on snippets of a text in all charsets of its language.
func tryLanguage(t *testing.T, lang, text string, size int) (right, all int) {
	t.Helper()
	for _, charset := range strings.Fields(writtenIn[lang]) {
		_, same, ok := encode(t, strings.Repeat(text+" ", 1+2*size/len(text)), lang, charset)
		if !ok {
			t.Fatalf("%s does not fit into %s", lang, charset)
		}
		for start := 0; start < len(same)/2; start += len(same)/25 + 1 {
			snippet := cut(t, same, lang, charset, start, size)
			src, want, _ := encode(t, snippet, lang, charset)
			if utf8.Valid(src) && charset != jis {
				continue // nothing to decide on
			}
			all++
			if d := Decide(src, Hint{}); decoded(t, src, d.Name) == want {
				right++
			}
		}
	}
	return right, all
}

// cut returns text from the first word after start on, to the length of size
// bytes in a charset.
func cut(t *testing.T, text, lang, charset string, start, size int) string {
	t.Helper()
	for start > 0 && (!utf8.RuneStart(text[start]) || text[start-1] < utf8.RuneSelf && text[start-1] != ' ') {
		start++
	}
	end, n := start, 0
	for i, r := range text[start:] {
		encoded, _, _ := encode(t, string(r), lang, charset)
		if n += len(encoded); n > size {
			break
		}
		end = start + i + utf8.RuneLen(r)
	}
	return text[start:end]
}
