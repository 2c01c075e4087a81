package main

import (
	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/rules"
)

// survivesPacks is c.Survives for a test of packs: a miss of a rule that is in
// none of them is only held against rules that are.
func survivesPacks(c *clean.Cleaner, packs []*rules.Pack) (rules.Survives, error) {
	added, err := rules.NewSet(packs, nil)
	if err != nil {
		return nil, err
	}
	m := added.NewMatcher()
	return func(rule *rules.Rule, text string) (byRule string, ok bool) {
		ours := inPacks(rule.ID, packs)
		if !ours && !fires(m, []byte(text)) {
			return "", true
		}
		by, ok := c.Survives(rule, text)
		return by, ok || !ours && !inPacks(by, packs)
	}, nil
}

// fires reports whether any rule fires on text.
func fires(m *rules.Matcher, text []byte) bool {
	words := rules.Words(text)
	return len(m.Lines(text, words, rules.AskAll, nil)) > 0 || len(m.Blocks(text, words, nil)) > 0 || len(m.Spans(text, nil)) > 0
}
