package main

import (
	"os"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/sink"
)

var explainCommand = &command{
	name:  "explain",
	args:  "[FILE…]",
	short: "show what would be removed or changed, and why",
	long:  `Shows each document line by line as it was read. "-" marks a line that is cut, "~" one that is changed, as ⟦before → after⟧; the rules that did it stand below, for a change with its places in the source, as bytes from the first to the one after the last. Characters that cannot be seen appear as <U+00A0>, bytes that are not UTF-8 as <FF>.`,
	examples: []example{
		{"shuck explain page.txt | less", "look at a page"},
		{"shuck explain --color always page.txt | less -R", "look at it in colour"},
	},
	flags: func(fs *pflag.FlagSet, o *options) {
		inputFlags(fs, o)
		cleaningFlags(fs, o)
		fs.BoolVar(&o.all, "all", false, "name the rules, too, that matched where they do not apply")
		fs.Var(&o.color, "color", "colour the report `WHEN`: auto (on a terminal, unless NO_COLOR is set), always or never")
	},
	run: (*app).explain,
}

func (a *app) explain(o *options, files []string) error {
	c, err := o.cleaner()
	if err != nil {
		return err
	}
	show := sink.ExplainOptions{
		Color: a.wantsColor(o.color.value),
		Width: a.columns(),
		All:   o.all,
		Why:   reasons(c.Rules()),
	}
	first := true
	return a.eachDocument(o, c, files, func(d *doc.Document, r clean.Result) error {
		if !first {
			if err := a.print("\n"); err != nil {
				return err
			}
		}
		first = false
		return sink.Explain(a.stdout, d, r.Text, &r.Ledger, show)
	})
}

// columns returns the width of the terminal that standard output is, or 0 if it
// is none.
func (a *app) columns() int {
	if !isTerminal(a.stdout) {
		return 0
	}
	columns, _, err := term.GetSize(int(a.stdout.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return columns
}

func (a *app) wantsColor(when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(a.stdout)
}
