package clean_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/shuck-text/shuck/clean"
)

// BenchmarkClean cleans the prose of testdata, an article's head and tail
// around each, as documents of a stream.
func BenchmarkClean(b *testing.B) {
	files, err := filepath.Glob("../testdata/prose/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no prose: %v", err)
	}
	var untouched, residue [][]byte
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		untouched = append(untouched, text)
		residue = append(residue, bytes.Join([][]byte{
			[]byte("Published 4 March 2019\n\n"), text,
			[]byte("\nShare this:\n\nLeave a Reply\n\nAll rights reserved.\n\nSource link\n"),
		}, nil))
	}
	for _, kind := range []struct {
		name string
		docs [][]byte
	}{{"untouched", untouched}, {"residue", residue}} {
		b.Run(kind.name, func(b *testing.B) {
			c := newCleaner(b, clean.Options{})
			size := 0
			for _, d := range kind.docs {
				size += len(d)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range kind.docs {
					cleanText(b, c, d)
				}
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newCleaner(b, clean.Options{})
	}
}
