package clean_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean"
)

// BenchmarkClean cleans the prose of testdata, as an article for each
// language, in a stream: alone, and with an article's head and tail around it.
func BenchmarkClean(b *testing.B) {
	articles := proseByLanguage(b)
	for _, kind := range []struct {
		name       string
		head, tail string
		only       string // language, or all
	}{
		{name: "untouched"},
		{name: "untouched-en", only: "en"},
		{name: "residue", head: "Published 4 March 2019\n\n", tail: "\nShare this:\n\nLeave a Reply\n\nAll rights reserved.\n\nSource link\n"},
	} {
		var docs [][]byte
		size := 0
		for language, text := range articles {
			if kind.only == "" || kind.only == language {
				docs = append(docs, slices.Concat([]byte(kind.head), text, []byte(kind.tail)))
				size += len(docs[len(docs)-1])
			}
		}
		b.Run(kind.name, func(b *testing.B) {
			c := newCleaner(b, clean.Options{})
			cleanAll := func() {
				for _, d := range docs {
					cleanText(b, c, d)
				}
			}
			for range 3 {
				cleanAll() // compiles the rules, and lets the matcher learn
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				cleanAll()
			}
		})
	}
}

// proseByLanguage joins the files of testdata/prose that begin with the same
// code of a language.
func proseByLanguage(b *testing.B) map[string][]byte {
	files, err := filepath.Glob("../testdata/prose/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no prose: %v", err)
	}
	articles := map[string][]byte{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		language, _, _ := strings.Cut(filepath.Base(file), "-")
		articles[language] = append(append(articles[language], text...), '\n')
	}
	return articles
}
