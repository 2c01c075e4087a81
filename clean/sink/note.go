package sink

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shuck-text/shuck/clean/doc"
)

// A note is a verdict that Explain tells about under the last row it judged.
type note struct {
	end     int // of the span judged, in the source
	verdict doc.Verdict
}

// notesOf returns the verdicts worth telling, in text order. The same verdict
// can come from several rounds of the pipeline.
func notesOf(l *doc.Ledger, all bool) []note {
	var notes []note
	for _, v := range l.Verdicts {
		if isNews(&v, all) {
			notes = append(notes, note{v.Span.End, v})
		}
	}
	slices.SortStableFunc(notes, func(a, b note) int { return cmp.Compare(a.end, b.end) })
	return slices.Compact(notes)
}

// isNews reports whether a verdict says more than the rows do. A rule that
// asks for a place or a neighbour matches many lines it never takes, titles
// for one, so what came of that is told only if all is wanted.
func isNews(v *doc.Verdict, all bool) bool {
	switch v.Outcome {
	case doc.Redundant:
		return false
	case doc.OutOfZone, doc.Unsupported:
		return all
	}
	return true
}

// takeNotes shows the notes that belong to the rows up to offset end of the
// source. Of a row that was cut only what it repeats is news.
func (e *explainer) takeNotes(end int, cut bool) {
	n := 0
	for n < len(e.notes) && e.notes[n].end <= end {
		if s := e.noteText(&e.notes[n].verdict, cut); s != "" {
			e.reasons()
			e.remark("· " + s)
		}
		n++
	}
	e.notes = e.notes[n:]
}

func (e *explainer) noteText(v *doc.Verdict, cut bool) string {
	id := e.ledger.Rule(v.Rule)
	switch {
	case v.Outcome == doc.Applied && v.Keep:
		return id + " protects this" + e.firstWhy(id)
	case v.Outcome == doc.Applied && v.Score > 0:
		return fmt.Sprintf("%.0f %% likely to be content", 100*v.Score)
	case v.Outcome == doc.Applied && !v.Of.Empty():
		return fmt.Sprintf("the same as line %d", e.rowOf(v.Of.Start))
	case cut || v.Outcome == doc.Applied:
		return ""
	}
	return id + " " + outcomeText(v)
}

// outcomeText says why a verdict had no effect.
func outcomeText(v *doc.Verdict) string {
	switch v.Outcome {
	case doc.OutOfZone:
		return "matches, but outside its zone: kept"
	case doc.Unsupported:
		return "is likely, but nothing around supports it: kept"
	case doc.Overruled:
		return "would drop this, but a keep rule protects it"
	case doc.Withdrawn:
		return "would have dropped this: kept, since shuck abstained"
	default:
		return v.Outcome.String()
	}
}
