package sink

import (
	"cmp"
	"fmt"
	"io"
	"maps"
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

// Add counts a document.
func (s *Stats) Add(l *doc.Ledger) {
	s.documents++
	if l.Abstained != "" {
		s.abstained++
	}
	s.in += int64(l.SourceLen)
	s.out += int64(l.CleanLen)
	if s.tally == nil {
		s.tally = tally{}
	}
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

// A tally counts for each rule, by its full ID, what it did. Labels will not
// do: documents name some of theirs themselves.
type tally map[string]*deeds

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

func (t tally) add(l *doc.Ledger) {
	for c := range l.Map.Changes() {
		d := t.of(l.Rule(c.Label))
		d.changes++
		d.bytes += int64(c.OldLen)
	}
	for i := range l.Verdicts {
		if v := &l.Verdicts[i]; v.Outcome == doc.Applied && !v.Keep {
			t.of(l.Rule(v.Rule)).verdicts++
		}
	}
}

func (t tally) of(rule string) *deeds {
	d, ok := t[rule]
	if !ok {
		d = &deeds{}
		t[rule] = d
	}
	return d
}

// print writes the table, or nothing if nothing was done.
func (t tally) print(w io.Writer) error {
	if len(t) == 0 {
		return nil
	}
	active := slices.SortedFunc(maps.Keys(t), func(a, b string) int {
		return cmp.Or(cmp.Compare(t[b].bytes, t[a].bytes), cmp.Compare(a, b))
	})
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "times\tbytes\t  rule\n")
	for _, rule := range active {
		fmt.Fprintf(tw, "%d\t%d\t  %s\n", t[rule].times(), t[rule].bytes, rule)
	}
	return tw.Flush()
}
