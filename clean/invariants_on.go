//go:build invariants

package clean

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// verify panics unless the result for d is accounted for and idempotent. It
// more than doubles the work, so only a build with the tag "invariants" has it.
func (c *Cleaner) verify(d *doc.Document, r Result) {
	if err := accounted(d.Source, r); err != nil {
		panic(fmt.Sprintf("clean: %s is not accounted for (law 1): %v", d.ID, err))
	}
	if r.Ledger.Map.IsIdentity() || c.options.Charset != "" {
		return // a charset that was named is that of the source, not of clean text
	}
	again := c.clean(&doc.Document{ID: d.ID, Source: r.Text, Continues: d.Continues, Continued: d.Continued})
	if !bytes.Equal(again.Text, r.Text) {
		ch := again.Ledger.Map.Change(0)
		panic(fmt.Sprintf("clean: %s is not idempotent (law 5): a second pass changes %q at byte %d of the clean text, by %s",
			d.ID, r.Text[ch.In:ch.Source().End], ch.In, again.Ledger.Rule(ch.Label)))
	}
}

// accounted reports an error unless the changes and what is kept between them
// tile the source, each change has a rule, and the source can be restored.
func accounted(source []byte, r Result) error {
	m := r.Ledger.Map
	if err := m.Check(source, r.Text); err != nil || m.IsIdentity() {
		return err
	}
	for ch := range m.Changes() {
		if int(ch.Label) >= len(r.Ledger.Rules) {
			return fmt.Errorf("no rule has the label of change %+v", ch)
		}
	}
	restored, err := edit.Restore(r.Text, m, func(i int) []byte {
		s := m.Change(i).Source()
		return source[s.Start:s.End]
	})
	if err != nil {
		return err
	}
	if !bytes.Equal(restored, source) {
		return errors.New("restoring leads to another source")
	}
	return nil
}
