package mojibake

import (
	"strings"
	"testing"
)

// samples are good texts for the benchmarks, by name.
func samples(tb testing.TB) map[string]string {
	byLang := sentences(tb)
	text := func(langs ...string) string {
		var b strings.Builder
		for _, lang := range langs {
			b.WriteString(strings.Join(byLang[lang], " ") + "\n")
		}
		return strings.Repeat(b.String(), 1<<20/b.Len())
	}
	return map[string]string{
		"ascii":    strings.Repeat("Nothing in this line is out of the ordinary.\n", 1<<20/45),
		"latin":    text("de", "es", "fr", "it", "nl", "pt", "sv"),
		"east":     text("cs", "hu", "pl", "tr"),
		"viet":     text("vi"),
		"russian":  text("ru"),
		"ukraine":  text("uk"),
		"greek":    text("el"),
		"persian":  text("fa"),
		"chinese":  text("zh"),
		"japanese": text("ja"),
		"thai":     text("th"),
		"hindi":    text("hi"),
	}
}

func BenchmarkClean(b *testing.B) {
	for name, text := range samples(b) {
		b.Run(name, func(b *testing.B) { benchmark(b, text, 0) })
	}
}

func BenchmarkDamaged(b *testing.B) {
	good := samples(b)
	for _, name := range []string{"latin", "russian", "chinese"} {
		bad, _ := damage(good[name], &pages[0])
		b.Run(name, func(b *testing.B) { benchmark(b, bad, 1) })
	}
}

// benchmark finds damage in text and expects at least the given fixes.
func benchmark(b *testing.B, text string, fixes int) {
	var f Finder
	data := []byte(text)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		f.Find(data, func(Fix) { n++ })
		if n < fixes || fixes == 0 && n > 0 {
			b.Fatalf("%d fixes", n)
		}
	}
}
