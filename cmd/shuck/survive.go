package main

import (
	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/rules"
)

// Prose to stand around a miss. It is plain enough to make body text of what
// is between.
const (
	proseBefore = "The river rose again during the night, and by the morning the lower fields were under water.\n\n" +
		"Nobody in the village remembered a spring like it, although the older people tried.\n\n"
	proseAfter = "\n\nThe miller moved his sacks to the loft and waited for the rain to stop.\n\n" +
		"It took two weeks until the road to the bridge could be used again.\n"
)

// survivesPacks tells whether a miss comes through c untouched: alone, within
// an article and at its end. A miss of a rule that is in none of packs is
// only held against rules that are.
func survivesPacks(c *clean.Cleaner, packs []*rules.Pack) rules.Survives {
	return func(rule *rules.Rule, text string) (byRule string, ok bool) {
		for _, around := range [][2]string{{"", "\n"}, {proseBefore, proseAfter}, {proseBefore, "\n"}} {
			by, ok := survives(c, around[0], text, around[1])
			if !ok && (inPacks(rule.ID, packs) || inPacks(by, packs)) {
				return by, false
			}
		}
		return "", true
	}
}

// survives reports whether text comes through c untouched between before and
// after, or else the rule that changed it.
func survives(c *clean.Cleaner, before, text, after string) (byRule string, ok bool) {
	r, err := c.Clean(&doc.Document{Source: []byte(before + text + after)})
	if err != nil {
		return err.Error(), false
	}
	for change := range r.Ledger.Map.Changes() {
		if int(change.In) < len(before)+len(text) && change.Source().End >= len(before) {
			return r.Ledger.Rule(change.Label), false
		}
	}
	return "", true
}
