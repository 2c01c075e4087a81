package clean_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/shuck-text/shuck/"

// allowed says which packages of the module a package may import. See
// ARCHITECTURE.md.
var allowed = map[string][]string{
	"clean/edit":     {},
	"clean/doc":      {"clean/edit"},
	"clean/charset":  {"clean/edit"},
	"clean/mojibake": {"clean/edit"},
	"clean/model":    {"clean/doc", "clean/edit"},
	"clean/page":     {"clean/doc", "clean/edit"},
	"clean/stage":    {"clean/charset", "clean/doc", "clean/edit", "clean/mojibake", "clean/model", "clean/page", "rules"},
	"clean/jsontext": {},
	"clean/source":   {"clean/doc", "clean/jsontext"},
	"clean/sink":     {"clean/doc", "clean/edit", "clean/jsontext"},
	"clean":          {"clean/doc", "clean/edit", "clean/stage", "rules"},
	"rules":          {"rules/match"},
	"rules/match":    {},
	"cmd/train":      {"clean/model", "rules"},
	"cmd/shuck":      {"clean", "clean/doc", "clean/edit", "clean/sink", "clean/source", "clean/stage", "rules"},
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "../...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(strings.ReplaceAll(line, module, ""))
		may, ok := allowed[fields[0]]
		if !ok {
			t.Errorf("package %s has no place in the plan", fields[0])
			continue
		}
		seen++
		for _, imported := range fields[1:] {
			if _, ours := allowed[imported]; ours && !slices.Contains(may, imported) {
				t.Errorf("%s imports %s", fields[0], imported)
			}
			if fields[0] == "clean/edit" && strings.Contains(imported, ".") {
				t.Errorf("%s imports %s, from outside the standard library", fields[0], imported)
			}
		}
	}
	if seen != len(allowed) {
		t.Errorf("saw %d packages, the plan has %d", seen, len(allowed))
	}
}
