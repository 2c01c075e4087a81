package main

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

func script(t *testing.T, shell string) string {
	t.Helper()
	var b strings.Builder
	a := &app{stdout: &b}
	if err := a.completion(nil, []string{shell}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryFlagIsDocumentedAndCompleted(t *testing.T) {
	man := strings.ReplaceAll(manPage(), `\-`, "-")
	bash, zsh, fish := script(t, "bash"), script(t, "zsh"), script(t, "fish")
	for _, c := range commands {
		help := c.help()
		for _, f := range flagsOf(c) {
			for where, has := range map[string]bool{
				"help": strings.Contains(help, "--"+f.Name),
				"man":  strings.Contains(man, "--"+f.Name),
				"bash": strings.Contains(bash, "--"+f.Name),
				"zsh":  strings.Contains(zsh, "--"+f.Name+"["),
				"fish": strings.Contains(fish, "-l "+f.Name+" "),
			} {
				if !has {
					t.Errorf("%s: --%s is not in %s", c.fullName(), f.Name, where)
				}
			}
		}
	}
}

func TestEveryCommandExplainsItself(t *testing.T) {
	man := manPage()
	overview := commands[0].help()
	for _, c := range commands {
		if c.short == "" || c.long == "" || c.run == nil {
			t.Errorf("%s: something is missing", c.fullName())
		}
		if !strings.Contains(man, roff(c.usage())) && c != commands[0] {
			t.Errorf("%s is not in the manual page", c.fullName())
		}
		if !strings.Contains(overview, c.short) {
			t.Errorf("%s is not in the help", c.fullName())
		}
		for line := range strings.Lines(c.help()) {
			if n := len([]rune(line)); n > helpWidth+1 {
				t.Errorf("%s: line of %d columns: %s", c.fullName(), n, line)
			}
		}
	}
}

func TestKeysOfPacksAreDocumented(t *testing.T) {
	help := groupHelp("rules")
	var rule strings.Builder
	showRule(&rule, &rules.Rule{
		Unit: rules.Line, Action: rules.Replace, Not: []string{"x"}, MaxWords: 1,
		After: []string{"x"}, Before: []string{"x"}, XFail: []rules.Expectation{{Text: "x"}},
	})
	keys := regexp.MustCompile(`(?m)^(\w+) +=|^\[\[.*\]\]$`).FindAllStringSubmatch(rule.String(), -1)
	if len(keys) < 15 {
		t.Errorf("the rule shows only %d keys", len(keys))
	}
	for _, k := range keys {
		if name := cmp.Or(k[1], k[0]); !strings.Contains(help, name) {
			t.Errorf("%s is not in the help", name)
		}
	}
}

func TestBuiltinRulesHaveReasons(t *testing.T) {
	for _, id := range stage.LabelNames {
		if builtinWhy[id] == "" {
			t.Errorf("%s has no reason", id)
		}
	}
	for id := range builtinWhy {
		if !slices.Contains(stage.LabelNames[:], id) {
			t.Errorf("there is no rule %s", id)
		}
	}
}
