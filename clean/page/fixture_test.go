package page

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite testdata/page")

// fixtures returns the archives of testdata/page by file. Each holds a page and
// what is to be read from it.
func fixtures(t testing.TB) map[string]*txtar.Archive {
	files, err := filepath.Glob("../../testdata/page/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	all := map[string]*txtar.Archive{}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Files) == 0 || a.Files[0].Name != "page.html" {
			t.Fatalf("%s does not begin with page.html", file)
		}
		all[file] = a
	}
	return all
}

func TestFixtures(t *testing.T) {
	for file, a := range fixtures(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			p := checkPage(t, a.Files[0].Data)
			for i := range a.Files[1:] {
				f := &a.Files[1+i]
				got := sections[f.Name](p)
				if got != string(f.Data) && !*update {
					t.Errorf("%s:\n%s\nwant\n%s", f.Name, got, f.Data)
				}
				f.Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// sections are what a fixture may say about its page.
var sections = map[string]func(*Page) string{
	"text":     func(p *Page) string { out, _ := p.Text(p.Shown()); return string(out) },
	"markdown": func(p *Page) string { out, _ := p.Markdown(p.Shown()); return string(out) },
	"blocks":   describe,
	"meta":     func(p *Page) string { out, _ := json.MarshalIndent(p.Meta, "", "  "); return string(out) + "\n" },
}

// describe returns a line for each block.
func describe(p *Page) string {
	var s strings.Builder
	if p.Flat {
		fmt.Fprintln(&s, "flat:", p.Why)
	}
	if p.Unplaced > 0 {
		fmt.Fprintln(&s, "unplaced:", p.Unplaced)
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		kind := b.Kind.String()
		if b.Level > 0 {
			kind += fmt.Sprint(b.Level)
		}
		if b.Seen != 0 {
			kind += fmt.Sprintf(" seen=%b", b.Seen)
		}
		if c := b.Cell; c != nil {
			kind += fmt.Sprintf(" %d,%d", c.Row, c.Column)
		}
		fmt.Fprintf(&s, "%s | %s | words=%d linked=%.2f | %q\n", kind, b.Path(), b.Counts.Words, b.Counts.LinkDensity(), b.Text)
	}
	return s.String()
}
