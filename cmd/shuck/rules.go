package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

var rulesListCommand = &command{
	name:  "rules list",
	short: "list the rules in force",
	long:  `Prints a line for each rule: its ID, what it looks at, what it does and how sure it is, where it applies, and why. The rules without a unit are built in.`,
	examples: []example{
		{"shuck rules list | grep forum", "find the rules about forums"},
	},
	flags: ruleFlags,
	run:   (*app).listRules,
}

var rulesShowCommand = &command{
	name:  "rules show",
	args:  "ID…",
	short: "show a rule whole, with its patterns and examples",
	long:  `Prints the rules with these IDs, in the form of a rule pack. An ID may be a glob, in which * is any text.`,
	examples: []example{
		{"shuck rules show 'en/forum/*'", "show all rules of a pack"},
	},
	flags: ruleFlags,
	run:   (*app).showRules,
}

var rulesTestCommand = &command{
	name:  "rules test",
	args:  "[FILE…]",
	short: "hold rule packs against their own examples",
	long:  `Checks that every hit fires its rule, that every miss comes through the whole default pipeline untouched (alone, within an article and at its end, with all packs loaded), that no pattern is dead, and that expected failures still fail. Without a FILE the packs that are part of shuck are tested. The exit status is 1 if there is a problem, 2 if a file is no rule pack.`,
	examples: []example{
		{"shuck rules test my.toml", "test a pack before using it"},
	},
	run: (*app).testRules,
}

var rulesLintCommand = &command{
	name:  "rules lint",
	args:  "[FILE…]",
	short: "point out what looks like a mistake in rule packs",
	long:  `Looks for patterns that are legal but suspicious. Without a FILE it looks at the packs that are part of shuck. The exit status is 1 if there is something to say.`,
	examples: []example{
		{"shuck rules lint my.toml", "look over a pack"},
	},
	run: (*app).lintRules,
}

func (a *app) listRules(o *options, args []string) error {
	if len(args) > 0 {
		return usagef("rules list takes no arguments; see shuck rules list --help")
	}
	c, err := o.cleaner()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	for _, r := range c.Rules().Rules() {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", r.ID, r.Unit, r.Action, r.Sure, r.Zone, r.Why)
	}
	for _, id := range stage.LabelNames {
		fmt.Fprintf(w, "%s\t\t\t\t\t%s\n", id, builtinWhy[id])
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return a.print(b.String())
}

func (a *app) showRules(o *options, globs []string) error {
	if len(globs) == 0 {
		return usagef("which rule? see shuck rules list")
	}
	c, err := o.cleaner()
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, glob := range globs {
		if !showMatching(&b, c.Rules(), glob) {
			return usagef("no rule has the ID %q; see shuck rules list", glob)
		}
	}
	return a.print(b.String())
}

// showMatching shows the rules that glob names and reports whether there are
// any.
func showMatching(b *strings.Builder, set *rules.Set, glob string) (any bool) {
	for _, r := range set.Rules() {
		if rules.Glob(glob, r.ID) {
			showRule(b, &r)
			any = true
		}
	}
	for _, id := range stage.LabelNames {
		if rules.Glob(glob, id) {
			fmt.Fprintf(b, "# %s is built in.\nwhy = %s\n\n", id, tomlString(builtinWhy[id]))
			any = true
		}
	}
	return any
}

func (a *app) testRules(_ *options, files []string) error {
	packs, err := loadPacks(files)
	if err != nil {
		return err
	}
	c, err := clean.New(clean.Options{Packs: packs})
	if err != nil {
		return &usageError{err}
	}
	survives, err := survivesPacks(c, packs)
	if err != nil {
		return err
	}
	problems := concerning(c.Rules().Check(survives), packs)
	return a.printProblems(problems, countRules(c.Rules(), packs))
}

func (a *app) lintRules(_ *options, files []string) error {
	packs, err := loadPacks(files)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		if packs, err = rules.Embedded(); err != nil {
			return err
		}
	}
	var problems []rules.Problem
	n := 0
	for _, p := range packs {
		problems = append(problems, rules.Lint(p)...)
		n += len(p.Rules)
	}
	return a.printProblems(problems, n)
}

// printProblems prints problems and a last line that counts them.
func (a *app) printProblems(problems []rules.Problem, checked int) error {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, p)
	}
	fmt.Fprintf(&b, "%s, %s\n", count(checked, "rule"), count(len(problems), "problem"))
	a.failed = len(problems) > 0
	return a.print(b.String())
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// concerning returns the problems that packs have or make; all without packs.
func concerning(problems []rules.Problem, packs []*rules.Pack) []rules.Problem {
	return slices.DeleteFunc(problems, func(p rules.Problem) bool {
		return p.Kind != rules.MissCaught && !inPacks(p.Rule.ID, packs)
	})
}

func countRules(set *rules.Set, packs []*rules.Pack) int {
	n := 0
	for i := range set.Rules() {
		if inPacks(set.Rule(i).ID, packs) {
			n++
		}
	}
	return n
}

// inPacks reports whether a rule is from one of packs; it is without packs.
func inPacks(id string, packs []*rules.Pack) bool {
	return len(packs) == 0 || slices.ContainsFunc(packs, func(p *rules.Pack) bool { return strings.HasPrefix(id, p.Name+"/") })
}
