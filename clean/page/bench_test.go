package page

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/net/html"
)

// benchPages returns the pages that -pages names, or those of testdata. Bytes
// per second are bytes of pages throughout.
func benchPages(b *testing.B) [][]byte {
	var list [][]byte
	files, _ := filepath.Glob(*pages)
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, src)
	}
	if len(list) == 0 {
		for _, a := range fixtures(b) {
			list = append(list, a.Files[0].Data)
		}
	}
	size := 0
	for _, src := range list {
		size += len(src)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	return list
}

// BenchmarkHTML is the parser alone, for comparison.
func BenchmarkHTML(b *testing.B) {
	list := benchPages(b)
	for b.Loop() {
		for _, src := range list {
			html.Parse(bytes.NewReader(src))
		}
	}
}

// BenchmarkSkeleton is what placing texts costs before parsing.
func BenchmarkSkeleton(b *testing.B) {
	list := benchPages(b)
	for b.Loop() {
		for _, src := range list {
			newSkeleton(src)
		}
	}
}

// BenchmarkSkeletonHTML is the parser on skeletons.
func BenchmarkSkeletonHTML(b *testing.B) {
	list := benchPages(b)
	for i, src := range list {
		s, err := newSkeleton(src)
		if err != nil {
			b.Fatal(err)
		}
		list[i] = s.html
	}
	for b.Loop() {
		for _, src := range list {
			html.Parse(bytes.NewReader(src))
		}
	}
}

func BenchmarkParse(b *testing.B) {
	list := benchPages(b)
	for b.Loop() {
		for _, src := range list {
			Parse(src, Options{})
		}
	}
}

func BenchmarkText(b *testing.B) { benchRender(b, (*Page).Text) }

func BenchmarkMarkdown(b *testing.B) { benchRender(b, (*Page).Markdown) }

func benchRender[T any](b *testing.B, render func(*Page, Cut) ([]byte, T)) {
	var list []*Page
	for _, src := range benchPages(b) {
		p, err := Parse(src, Options{})
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, p)
	}
	for b.Loop() {
		for _, p := range list {
			render(p, p.Shown())
		}
	}
}
