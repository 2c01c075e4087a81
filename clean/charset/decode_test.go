package charset

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// apply decodes src and checks the laws of proposals.
func apply(t testing.TB, src []byte, name string) (out []byte, m edit.Map) {
	t.Helper()
	w := edit.NewWriter(src) // panics unless the spans ascend and are disjoint
	Decode(src, name, func(s edit.Span, with string, k Kind) {
		switch {
		case s.Empty():
			t.Errorf("%s: empty span %v", name, s)
		case s.Len() >= maxRun+4:
			t.Errorf("%s: span %v is too long", name, s)
		case (k == Damaged) != (with == "\uFFFD") && k != Legacy:
			t.Errorf("%s: %v becomes %q, kind %d", name, s, with, k)
		}
		w.Replace(s, []byte(with), edit.Label(k))
	})
	out, m = w.Finish()
	if !utf8.Valid(out) {
		t.Errorf("%s: the result is not UTF-8: %q", name, out)
	}
	if err := m.Check(src, out); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return out, m
}

func decoded(t testing.TB, src []byte, name string) string {
	t.Helper()
	out, _ := apply(t, src, name)
	return string(out)
}

// Every sentence comes back from every charset that holds it.
func TestDecodeSentences(t *testing.T) {
	for lang, texts := range sentences() {
		for _, name := range strings.Fields(writtenIn[lang] + " utf-8 utf-16le utf-16be gb18030") {
			for _, text := range texts {
				src, want, ok := encode(t, text, lang, name)
				if !ok {
					continue
				}
				if got := decoded(t, src, name); got != want {
					t.Errorf("%s: got %q, want %q", name, got, want)
				}
			}
		}
	}
}

func TestDecode(t *testing.T) {
	for _, test := range []struct{ name, charset, src, want string }{
		{"ASCII is kept", "windows-1252", "plain", ""},
		{"a run", "windows-1251", "da \xC4\xE0!", "[3-5 Да]"},
		{"by another name", "iso-8859-8-i", "\xE0", "[0-1 א]"},
		{"a no-break space", "windows-1252", "5\xA0\x80", "[1-3 \u00A0€]"},
		{"an undefined byte", "windows-1253", "\xE1\xD2\xE2", "[0-1 α][1-2 ?][2-3 β]"},
		{"another", "windows-1252", "\x81", "[0-1 ?]"},

		{"a pair", "shift_jis", "a\x93\xFAb", "[1-3 日]"},
		{"the second byte is ASCII", "shift_jis", "\x83\x5C", "[0-2 ソ]"},
		{"a broken pair spares ASCII", "shift_jis", "\x93<b>", "[0-1 ?]"},
		{"a pair that is none", "euc-kr", "\xFE\xFE", "[0-2 ?]"},
		{"a cut pair", "big5", "\xA4\xA4\xA4", "[0-2 中][2-3 ?]"},
		{"two characters of one", "big5", "\x88\x62", "[0-2 Ê̄]"},
		{"three bytes", "euc-jp", "\x8F\xB0\xA1", "[0-3 丂]"},
		{"four bytes", "gb18030", "\x81\x30\x81\x30", "[0-4 \u0080]"},
		{"four bytes that are none", "gb18030", "\xFE\x39\xFE\x39", "[0-1 ?][2-3 ?]"},
		{"the euro sign of gbk", "gbk", "\x80", "[0-1 €]"},

		{"words", "utf-16le", "a\x00b\x00 \x00c\x00", "[0-6 ab ][6-8 c]"},
		{"a mark", "utf-16be", "\xFE\xFF\x00a", "[0-2 ][2-4 a]"},
		{"a surrogate pair", "utf-16be", "\xD8\x3D\xDE\x00", "[0-4 😀]"},
		{"a lone surrogate", "utf-16be", "\x00a\xDE\x00\x00b", "[0-2 a][2-4 ?][4-6 b]"},
		{"an odd byte", "utf-16le", "a\x00b", "[0-2 a][2-3 ?]"},
		{"beyond Unicode", "utf-32le", "a\x00\x00\x00\x00\x00\x11\x00", "[0-4 a][4-8 ?]"},
		{"UTF-32BE", "utf-32be", "\x00\x01\xF6\x00", "[0-4 😀]"},

		{"escapes go with the run", "iso-2022-jp", "a\x1b$BF|K\\\x1b(Bb", "[1-11 日本]"},
		{"the end of a line ends the set", "iso-2022-jp", "\x1b$BF|\nab", "[0-6 日\n]"},
		{"Roman", "iso-2022-jp", "\x1b(J\\5~\x1b(B", "[0-9 ¥5‾]"},
		{"katakana", "iso-2022-jp", "\x1b(I1\x1b(B", "[0-7 ｱ]"},
		{"no katakana", "iso-2022-jp", "\x1b(Iq", "[0-3 ][3-4 ?]"},
		{"a space in pairs", "iso-2022-jp", "\x1b$B F|\x1b(B", "[0-9  日]"},
		{"high bytes", "iso-2022-jp", "a\xFFb", "[1-2 ?]"},
		{"half a pair", "iso-2022-jp", "\x1b$BF", "[0-3 ][3-4 ?]"},
		{"another escape", "iso-2022-jp", "\x1b[1mx", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := proposals(t, test.src, test.charset); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A run of text without ASCII is cut, and between characters.
func TestDecodeLongRun(t *testing.T) {
	text := strings.Repeat("日本", 50)
	src := in(t, "euc-jp", text)
	out, m := apply(t, src, "euc-jp")
	if string(out) != text {
		t.Errorf("got %q", out)
	}
	if n, want := m.Len(), (len(src)+maxRun-1)/maxRun; n != want {
		t.Errorf("%d changes, want %d", n, want)
	}
}

// What two bytes x/text reads without damage is read alike; what is damage to
// it is here too.
func TestDecodePairs(t *testing.T) {
	for name := range eastAsians {
		var enc encoding.Encoding = simplifiedchinese.GB18030
		if name != "gb18030" {
			enc, _ = htmlindex.Get(name)
		}
		for first := 0x80; first <= 0xFF; first++ {
			for second := ' '; second <= 0xFF; second++ {
				src := []byte{byte(first), byte(second)}
				want, err := enc.NewDecoder().Bytes(src)
				if err != nil {
					t.Fatal(err)
				}
				got := decoded(t, src, name)
				damage := strings.Contains(got, "\uFFFD")
				if damage != bytes.Contains(want, []byte("\uFFFD")) || !damage && got != string(want) {
					t.Errorf("%s: % x: got %q, want %q", name, src, got, want)
				}
			}
		}
	}
}

func TestDecodeUnknown(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Decode([]byte("a"), "martian", nil)
}

func TestNextHigh(t *testing.T) {
	for n := range 40 {
		src := append(bytes.Repeat([]byte("a"), n), 0x80)
		for at := range n + 1 {
			if got := nextHigh(src, at); got != n {
				t.Errorf("nextHigh(%d a's, %d) = %d", n, at, got)
			}
		}
		if got := nextHigh(src[:n], 0); got != n {
			t.Errorf("none in %d bytes: %d", n, got)
		}
	}
}
