package sink

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/shuck-text/shuck/clean/doc"
)

// Stats adds up what was done to documents. The zero value is ready to use.
type Stats struct {
	documents, abstained int
	in, out              int64 // bytes
	tally                tally
}

// Add counts a document. All accounts must come from one Cleaner or its
// forks.
func (s *Stats) Add(l *doc.Ledger) {
	s.documents++
	if l.Abstained != "" {
		s.abstained++
	}
	s.in += int64(l.SourceLen)
	s.out += int64(l.CleanLen)
	s.tally.add(l)
}

// Print writes the totals and a table of the rules that did something, those
// that removed most first.
func (s *Stats) Print(w io.Writer) error {
	than := "less"
	if s.out > s.in {
		than = "more"
	}
	_, err := fmt.Fprintf(w, "documents  %d, of which left alone as doubtful: %d\nbytes      %d in, %d out (%s %s)\n",
		s.documents, s.abstained, s.in, s.out, percent(max(s.in-s.out, s.out-s.in), s.in), than)
	if err != nil {
		return err
	}
	return s.tally.print(w)
}

func percent(part, whole int64) string {
	if whole == 0 {
		return "0.0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}

// A tally counts for each label what its rule did.
type tally struct {
	names []string
	rules []deeds
}

type deeds struct {
	verdicts int   // applied drops
	changes  int   // edits; adjacent cuts are one
	bytes    int64 // of source, cut or replaced
}

// times is how often the rule did something: it judged so many lines or, if
// it judges none, made so many edits.
func (d deeds) times() int {
	if d.verdicts > 0 {
		return d.verdicts
	}
	return d.changes
}

func (t *tally) add(l *doc.Ledger) {
	t.names = l.Rules
	if missing := len(l.Rules) - len(t.rules); missing > 0 {
		t.rules = append(t.rules, make([]deeds, missing)...)
	}
	for c := range l.Map.Changes() {
		t.rules[c.Label].changes++
		t.rules[c.Label].bytes += int64(c.OldLen)
	}
	for i := range l.Verdicts {
		if v := &l.Verdicts[i]; v.Outcome == doc.Applied && !v.Keep {
			t.rules[v.Rule].verdicts++
		}
	}
}

// print writes the table, or nothing if nothing was done.
func (t *tally) print(w io.Writer) error {
	var active []int
	for i, d := range t.rules {
		if d.times() > 0 {
			active = append(active, i)
		}
	}
	if len(active) == 0 {
		return nil
	}
	slices.SortFunc(active, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.rules[b].bytes, t.rules[a].bytes), cmp.Compare(t.names[a], t.names[b]))
	})
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "times\tbytes\t  rule\n")
	for _, i := range active {
		fmt.Fprintf(tw, "%d\t%d\t  %s\n", t.rules[i].times(), t.rules[i].bytes, t.names[i])
	}
	return tw.Flush()
}
