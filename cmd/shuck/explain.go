package main

import (
	"os"

	"github.com/spf13/pflag"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/sink"
)

var explainCommand = &command{
	name:  "explain",
	args:  "[FILE…]",
	short: "show what would be removed or changed, and why",
	long:  `Shows each document line by line as it was read. "-" marks a line that is cut, "~" one that is changed, as ⟦before → after⟧; the rules that did it stand below. Rules that matched without effect are named too. Characters that cannot be seen appear as <U+00A0>, bytes that are not UTF-8 as <FF>.`,
	examples: []example{
		{"shuck explain page.txt | less", "look at a page"},
		{"shuck explain --color always page.txt | less -R", "look at it in colour"},
	},
	flags: func(fs *pflag.FlagSet, o *options) {
		inputFlags(fs, o)
		cleaningFlags(fs, o)
		fs.Var(&o.color, "color", "colour the report `WHEN`: auto (on a terminal, unless NO_COLOR is set), always or never")
	},
	run: (*app).explain,
}

func (a *app) explain(o *options, files []string) error {
	c, err := o.cleaner()
	if err != nil {
		return err
	}
	show := sink.ExplainOptions{Color: a.wantsColor(o.color.value), Why: reasons(c.Rules())}
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

func (a *app) wantsColor(when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(a.stdout)
}
