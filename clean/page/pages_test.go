package page

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"
)

var pages = flag.String("pages", "", "pattern of web pages, in UTF-8, to check the laws on")

// TestPages checks the laws on pages from outside the repository.
func TestPages(t *testing.T) {
	files, err := filepath.Glob(*pages)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no -pages")
	}
	var size, blocks, flat, unplaced, unplacedPages, invalid int
	var spent time.Duration
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		p, err := Parse(src, Options{})
		spent += time.Since(start)
		if err != nil {
			t.Fatal(err)
		}
		if err := errorsOf(p); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if p.Flat {
			flat++
			t.Logf("%s: flat: %v", file, p.Why)
		}
		if p.Unplaced > 0 {
			unplacedPages++
			t.Logf("%s: %d unplaced", file, p.Unplaced)
		}
		if !utf8.Valid(src) {
			invalid++
		}
		size += len(src)
		blocks += len(p.Blocks)
		unplaced += p.Unplaced
	}
	t.Logf("%d pages, %d not UTF-8, %d MB at %.1f MB/s, %d blocks, %d flat, %d texts unplaced on %d pages", len(files), invalid,
		size>>20, float64(size)/1e6/spent.Seconds(), blocks, flat, unplaced, unplacedPages)
}
