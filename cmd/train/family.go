package main

import (
	"math/bits"
	"strings"

	"github.com/shuck-text/shuck/clean/model"
	"github.com/shuck-text/shuck/rules"
)

// flagRules asks the embedded rules about every line.
func flagRules(pages []*page) error {
	packs, err := rules.Embedded()
	if err != nil {
		return err
	}
	set, err := rules.NewSet(packs, nil)
	if err != nil {
		return err
	}
	flags := make([]uint32, len(set.Rules()))
	for i, rule := range set.Rules() {
		if rule.Action != rules.Keep {
			flags[i] = model.Family(topicOf(rule.ID))
		}
	}
	m := set.NewMatcher()
	var hits []int
	for _, p := range pages {
		p.flags = make([]uint32, len(p.lines))
		for i, line := range p.lines {
			hits = m.Lines(line, min(len(p.texts[i]), set.MaxWords()+1), rules.AskAll, hits[:0])
			for _, hit := range hits {
				p.flags[i] |= flags[hit]
			}
		}
	}
	return nil
}

// topicOf returns the middle of language/topic/rule.
func topicOf(id string) string {
	_, rest, _ := strings.Cut(id, "/")
	topic, _, _ := strings.Cut(rest, "/")
	return topic
}

// topics returns the names of the families of a line's flags.
func topics(flags uint32) []string {
	var names []string
	for ; flags != 0; flags &= flags - 1 {
		names = append(names, model.Families[bits.TrailingZeros32(flags)])
	}
	return names
}
