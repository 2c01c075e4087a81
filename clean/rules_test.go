package clean_test

import (
	"testing"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/rules"
)

// TestRules holds every rule that is shipped against its own examples: hits
// fire it, misses come through the whole pipeline.
func TestRules(t *testing.T) {
	c := newCleaner(t, clean.Options{})
	for _, p := range c.Rules().Check(c.Survives) {
		t.Error(p)
	}
	t.Logf("%d rules", len(c.Rules().Rules()))
}

func TestPacksLint(t *testing.T) {
	packs, err := rules.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, pack := range packs {
		for _, p := range rules.Lint(pack) {
			t.Error(p)
		}
	}
}
