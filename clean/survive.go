package clean

import (
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

// Survives reports whether text comes through the pipeline untouched: alone,
// within an article, and as an article's last paragraph; or else the ID of
// the rule that changed it. It is what [rules.Set.Check] holds misses against.
func (c *Cleaner) Survives(_ *rules.Rule, text string) (byRule string, ok bool) {
	for _, around := range [][2]string{{"", "\n"}, {proseBefore, proseAfter}, {proseBefore, "\n"}} {
		if by, ok := c.survivesIn(around[0], text, around[1]); !ok {
			return by, false
		}
	}
	return "", true
}

func (c *Cleaner) survivesIn(before, text, after string) (byRule string, ok bool) {
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
