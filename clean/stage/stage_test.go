package stage_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

var update = flag.Bool("update", false, "write what comes out into testdata/stage")

var policies = map[string]stage.RepeatPolicy{
	"": stage.KeepFirst, "last": stage.KeepLast, "none": stage.KeepNone,
}

// TestStages runs the examples in testdata/stage, one behaviour each. A file
// holds, after a comment,
//
//   - in: a document, escaped as escape does it;
//   - rules.toml, if there are pattern rules: those that are shipped are off;
//   - repeat, if the policy is not the default: last or none;
//   - unicode, if other fixes are made than by default;
//   - out: the clean text, escaped likewise;
//   - account: how the text was read, what was cut and changed by which rule,
//     and what became of verdicts that decided nothing.
//
// With -update it writes the last two.
func TestStages(t *testing.T) {
	files, err := filepath.Glob("../../testdata/stage/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			runExample(t, file, archive)
		})
	}
}

func runExample(t *testing.T, file string, archive *txtar.Archive) {
	source, err := unescape(section(archive, "in"))
	if err != nil {
		t.Fatal(err)
	}
	c := cleanerFor(t, archive)
	r, err := c.Clean(&doc.Document{Source: source})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Ledger.Map.Check(source, r.Text); err != nil {
		t.Error(err)
	}
	if again, err := c.Clean(&doc.Document{Source: r.Text}); err != nil || !bytes.Equal(again.Text, r.Text) {
		t.Errorf("cleaned again, it is %q, %v", again.Text, err)
	}
	compare(t, archive, "out", escape(r.Text))
	compare(t, archive, "account", account(source, r))
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func compare(t *testing.T, archive *txtar.Archive, name, got string) {
	t.Helper()
	switch want := section(archive, name); {
	case got == want:
	case *update:
		setSection(archive, name, got)
	default:
		t.Errorf("%s:\ngot\n%s\nwant\n%s", name, got, want)
	}
}

// cleanerFor returns a cleaner with the rules of an example and no others.
func cleanerFor(t *testing.T, archive *txtar.Archive) *clean.Cleaner {
	t.Helper()
	shipped, err := rules.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	o := clean.Options{
		Repeat:  policies[strings.TrimSpace(section(archive, "repeat"))],
		Unicode: strings.TrimSpace(section(archive, "unicode")),
	}
	for _, p := range shipped {
		o.Disable = append(o.Disable, p.Name+"/*")
	}
	if pack := section(archive, "rules.toml"); pack != "" {
		p, err := rules.Parse("rules.toml", []byte(pack))
		if err != nil {
			t.Fatal(err)
		}
		o.Packs = append(o.Packs, p)
	}
	c, err := clean.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// account describes what was done to source, a line for each fact.
func account(source []byte, r clean.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "layout: %s\n", r.Ledger.Layout)
	if r.Ledger.Abstained != "" {
		fmt.Fprintf(&b, "abstained: %s\n", r.Ledger.Abstained)
	}
	for change := range r.Ledger.Map.Changes() {
		s, o := change.Source(), change.Output()
		fmt.Fprintf(&b, "%s: %+q", r.Ledger.Rule(change.Label), source[s.Start:s.End])
		if !o.Empty() {
			fmt.Fprintf(&b, " -> %+q", r.Text[o.Start:o.End])
		}
		b.WriteByte('\n')
	}
	for _, v := range verdicts(r) {
		if v.Outcome != doc.Applied || v.Keep {
			fmt.Fprintf(&b, "%s %s: %+q\n", r.Ledger.Rule(v.Rule), v.Outcome, source[v.Span.Start:v.Span.End])
		}
		if !v.Of.Empty() {
			fmt.Fprintf(&b, "%s: byte %d repeats byte %d\n", r.Ledger.Rule(v.Rule), v.Span.Start, v.Of.Start)
		}
	}
	return b.String()
}

// verdicts returns what was decided in any round, once. Not all rules are
// asked outside their zone, so that they were not heard there says nothing.
func verdicts(r clean.Result) []doc.Verdict {
	var all []doc.Verdict
	for _, v := range r.Ledger.Verdicts {
		if v.Outcome != doc.OutOfZone && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return all
}

func section(archive *txtar.Archive, name string) string {
	if i := indexSection(archive, name); i >= 0 {
		return string(archive.Files[i].Data)
	}
	return ""
}

func setSection(archive *txtar.Archive, name, text string) {
	i := indexSection(archive, name)
	if i < 0 {
		i = len(archive.Files)
		archive.Files = append(archive.Files, txtar.File{Name: name})
	}
	archive.Files[i].Data = []byte(text)
}

func indexSection(archive *txtar.Archive, name string) int {
	return slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == name })
}
