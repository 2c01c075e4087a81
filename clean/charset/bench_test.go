package charset

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/edit"
)

// benchText returns about a megabyte of the sentences of a language.
func benchText(b *testing.B, lang, charset string) []byte {
	b.Helper()
	line := strings.Join(sentences()[lang], " ") + "\n"
	encoded, _, ok := encode(b, line, lang, charset)
	if !ok {
		b.Fatalf("%s cannot be written in %s", lang, charset)
	}
	return bytes.Repeat(encoded, 1<<20/len(encoded))
}

// Bytes per second are bytes of source throughout.

func BenchmarkDecide(b *testing.B) {
	ascii := bytes.Repeat([]byte("All of this is ASCII.\n"), 1<<20/22)
	for _, bench := range []struct {
		name string
		src  []byte
	}{
		{"ascii", ascii},
		{"utf-8/fr", benchText(b, "fr", "utf-8")},
		{"utf-8/ru", benchText(b, "ru", "utf-8")},
		{"utf-8/ja", benchText(b, "ja", "utf-8")},
		{"stray/fr", append(benchText(b, "fr", "utf-8"), 0x93)},
		{"windows-1251/ru", benchText(b, "ru", "windows-1251")},
		{"short/windows-1252/fr", benchText(b, "fr", "windows-1252")[:300]},
		{"short/shift_jis/ja", benchText(b, "ja", "shift_jis")[:300]},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.src)))
			b.ReportAllocs()
			for b.Loop() {
				Decide(bench.src, Hint{})
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, bench := range []struct{ name, lang, charset string }{
		{"ascii", "", "utf-8"},
		{"ru", "ru", "utf-8"},
		{"fr", "fr", "windows-1252"},
		{"ru", "ru", "windows-1251"},
		{"ja", "ja", "shift_jis"},
		{"ja", "ja", "iso-2022-jp"},
		{"zh", "zh-hans", "gb18030"},
		{"ru", "ru", "utf-16le"},
	} {
		src := bytes.Repeat([]byte("All of this is ASCII.\n"), 1<<20/22)
		if bench.lang != "" {
			src = benchText(b, bench.lang, bench.charset)
		}
		b.Run(bench.charset+"/"+bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				Decode(src, bench.charset, func(edit.Span, string, Kind) {})
			}
		})
	}
}
