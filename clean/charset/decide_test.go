package charset

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// in returns a text in a charset that can hold it.
func in(t testing.TB, charset, text string) []byte {
	t.Helper()
	encoded, _, ok := encode(t, text, "", charset)
	if !ok {
		t.Fatalf("%s cannot hold %q", charset, text)
	}
	return encoded
}

func TestDecide(t *testing.T) {
	const russian = "Поезд опоздал на час, и мы пили чай."
	const page = `<html><head><meta charset="X"></head><body><p>`
	declaring := func(charset string) string { return strings.Replace(page, "X", charset, 1) }
	for _, test := range []struct {
		name string
		src  []byte
		hint Hint
		want string
		why  Why
	}{
		{"nothing", nil, Hint{}, "utf-8", UTF8},
		{"forced", []byte("\uFEFFä"), Hint{Forced: "cp1251", Transport: "utf-8"}, "windows-1251", Forced},
		{"forced to what is none", []byte("a"), Hint{Forced: "martian"}, "utf-8", UTF8},

		{"mark of UTF-8", []byte("\uFEFFa"), Hint{Transport: "latin1"}, "utf-8", BOM},
		{"mark of UTF-16LE", []byte("\xFF\xFEa\x00"), Hint{}, "utf-16le", BOM},
		{"mark of UTF-16BE", []byte("\xFE\xFF\x00a"), Hint{}, "utf-16be", BOM},
		{"mark of UTF-32LE", []byte("\xFF\xFE\x00\x00a\x00\x00\x00"), Hint{}, "utf-32le", BOM},
		{"mark of UTF-32BE", []byte("\x00\x00\xFE\xFF\x00\x00\x00a"), Hint{}, "utf-32be", BOM},

		{"UTF-16LE", in(t, "utf-16le", "Two words."), Hint{}, "utf-16le", Detected},
		{"UTF-16BE", in(t, "utf-16be", "Two words."), Hint{}, "utf-16be", Detected},
		{"UTF-16LE, Russian", in(t, "utf-16le", russian), Hint{}, "utf-16le", Detected},
		{"UTF-16BE, Chinese", in(t, "utf-16be", "昨天我们沿着河边走了\n很久"), Hint{}, "utf-16be", Detected},
		{"UTF-32LE", wide("Two words.", false), Hint{}, "utf-32le", Detected},
		{"UTF-32BE", wide("Two words.", true), Hint{}, "utf-32be", Detected},
		{"UTF-16 declared, no zeros", in(t, "utf-16be", "昨天我们沿着河边走了"), Hint{Transport: "utf-16be"}, "utf-16be", Declared},
		{"UTF-16 declared, not so", in(t, "windows-1252", "Der Bäcker öffnet früher"), Hint{Transport: "utf-16le"}, "windows-1252", Detected},
		{"UTF-16LE with damage", append(in(t, "utf-16le", "Two words and two more."), 1, 0xD8, 0x20, 0), Hint{}, "utf-16le", Detected},
		{"zero bytes in ASCII", []byte("one\x00two\x00three\x00"), Hint{}, "utf-8", UTF8},
		{"zero byte in damaged ASCII", []byte("The river r\xffs\xc3\xa9 ag\x00ain.\n"), Hint{}, "utf-8", UTF8},
		{"zero byte at the end", []byte("word\x00"), Hint{}, "utf-8", UTF8},
		{"ISO-2022-JP", in(t, "iso-2022-jp", "昨日は川沿いを"), Hint{}, "iso-2022-jp", Detected},
		{"escapes for colour", []byte("\x1b[31mred\x1b[0m \x1b(B"), Hint{}, "utf-8", UTF8},

		{"ASCII, declared otherwise", []byte("plain"), Hint{Transport: "shift_jis"}, "utf-8", UTF8},
		{"UTF-8 declared latin1", []byte("café"), Hint{Transport: "latin1"}, "utf-8", UTF8},
		{"UTF-8 with a stray", []byte("Où est la clé du garage ? Là\x85"), Hint{}, "utf-8", UTF8},
		{"UTF-8 with some strays", []byte("une clé \x93 posée \x94 hier"), Hint{}, "utf-8", UTF8},

		{"transport, right", in(t, "koi8-r", russian), Hint{Transport: "koi8-r"}, "koi8-r", Declared},
		{"transport, right and short", in(t, "windows-1251", "Да!"), Hint{Transport: "cp1251"}, "windows-1251", Declared},
		{"transport, right and rare", in(t, "iso-8859-14", "Ŵyn a Ŷd"), Hint{Transport: "iso-8859-14"}, "iso-8859-14", Declared},
		{"transport, gbk", in(t, "gb18030", "火车晚点"), Hint{Transport: "gb2312"}, "gbk", Declared},
		{"transport, Hebrew", in(t, "windows-1255", "הרכבת איחרה"), Hint{Transport: "iso-8859-8-i"}, "iso-8859-8-i", Declared},
		{"meta, right", in(t, "windows-1251", declaring("windows-1251")+russian), Hint{}, "windows-1251", Declared},
		{"transport beats meta", in(t, "windows-1251", declaring("koi8-r")+"Да"), Hint{Transport: "cp1251"}, "windows-1251", Declared},
		{"latin1, by default", in(t, "windows-1251", russian), Hint{Transport: "iso-8859-1"}, "windows-1251", Detected},
		{"UTF-8, wrongly", in(t, "windows-1251", declaring("utf-8")+russian), Hint{}, "windows-1251", Detected},
		{"koi8-r, wrongly", in(t, "windows-1251", strings.Repeat(russian, 3)), Hint{Transport: "koi8-r"}, "windows-1251", Detected},

		{"markup is no evidence", in(t, "windows-1251", strings.Repeat("<div class='entry'>\n", 500)+russian), Hint{}, "windows-1251", Detected},
		{"half-width katakana", in(t, "shift_jis", "ﾃﾞｼﾞﾀﾙ ｶﾒﾗ ﾉ ｾﾂﾒｲ"), Hint{}, "shift_jis", Detected},
		{"lone euro sign", []byte("only 5 \x80"), Hint{}, "windows-1252", Detected},
		{"line of dashes", bytes.Repeat([]byte("\x97"), 70), Hint{}, "windows-1252", Detected},
		{"noise", noise(), Hint{}, "windows-1252", Fallback},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := Decide(test.src, test.hint)
			if got.Name != test.want || got.Why != test.why {
				t.Errorf("got %v, want %s, %s", got, test.want, test.why)
			}
			if got.Confidence < 0 || got.Confidence > 1 {
				t.Errorf("confidence %v", got.Confidence)
			}
		})
	}
}

// wide returns text in UTF-32.
func wide(text string, bigEndian bool) []byte {
	var out []byte
	for _, r := range text {
		unit := []byte{byte(r), byte(r >> 8), byte(r >> 16), 0}
		if bigEndian {
			unit = []byte{0, byte(r >> 16), byte(r >> 8), byte(r)}
		}
		out = append(out, unit...)
	}
	return out
}

// noise returns bytes that mean nothing; no zeros, since these mean much.
func noise() []byte {
	random := rand.New(rand.NewPCG(1, 2))
	out := make([]byte, 2000)
	for i := range out {
		out[i] = byte(1 + random.IntN(255))
	}
	return out
}

// Text in UTF-8 is never taken for anything else, cut short as it may be.
func TestUTF8Stays(t *testing.T) {
	for _, texts := range sentences() {
		for _, text := range texts {
			for n := range text {
				if got := Decide([]byte(text[:n]), Hint{Transport: "big5"}); got.Name != utf8Name || got.Confidence != 1 {
					t.Fatalf("%q: %v", text[:n], got)
				}
			}
		}
	}
}

// Deciding costs no memory where nothing is to be decoded.
func TestDecideAllocations(t *testing.T) {
	for _, text := range []string{"plain", "schön", "昨天"} {
		src := []byte(strings.Repeat(text, 1000))
		if n := testing.AllocsPerRun(10, func() { Decide(src, Hint{}) }); n != 0 {
			t.Errorf("%s: %v allocations", text, n)
		}
	}
}
