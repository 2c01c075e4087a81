package clean

import (
	"cmp"
	"slices"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/stage"
)

// maxRounds bounds how often the pipeline runs over a document. Two rounds
// settle nearly all; a text built so that each removal uncovers the next is
// left as it was.
const maxRounds = 8

// A run takes one document through the pipeline.
type run struct {
	*Cleaner
	text     []byte
	headless bool     // a piece of a document, not the first
	tailless bool     // … not the last
	m        edit.Map // source → text
	format   doc.Format
	model    bool     // package model has a say
	page     bool     // the source was a page in HTML
	names    []string // what labels mean, those of notes included
	notes    map[note]edit.Label
	edits    int  // how many were made
	repaired bool // the repairs have nothing more to do
	verdicts []doc.Verdict
	overlaps int
	layout   string // of the first round

	size    int // bytes of text on lines, in the first round
	dropped int // of these, bytes that pack rules dropped
}

// A note is what a rule found where it made an edit. In the account, it makes
// a rule of its own out of the rule.
type note struct {
	rule edit.Label
	text string
}

// start returns a run that has read d. Only if somebody said what charset the
// source is in is it decoded here; else the first of the repairs does it.
func (c *Cleaner) start(d *doc.Document) *run {
	r := &run{Cleaner: c, headless: d.Continues, tailless: d.Continued, text: d.Source, names: c.names, format: d.Format, model: c.profile.content}
	if c.options.Charset != "" {
		r.propose(c.decode)
	}
	return r
}

// repeat runs repairs and steps until a round removes nothing and reports
// whether that happened within maxRounds.
func (r *run) repeat(removing bool) bool {
	if !r.repair() {
		return false
	}
	for range maxRounds {
		unsettled := r.round(removing)
		before := r.edits
		if !r.repair() {
			return false
		}
		switch {
		case r.model && !r.profile.content:
			// The model sees a page once. What is left is text without menus,
			// for rules alone, as it will be if somebody cleans it once more.
			// Only where it is asked about any text must it come to rest.
			r.model = false
		case !unsettled && r.edits == before:
			return true
		}
	}
	return false
}

// repair runs the repairs until none of them has found anything since the last
// edit, and reports whether that happened before each ran maxRounds times.
func (r *run) repair() (settled bool) {
	quiet := 0
	for i := 0; !r.repaired && i < maxRounds*len(r.repairs); i++ {
		before := r.edits
		r.propose(r.repairs[i%len(r.repairs)].Stage)
		if quiet++; r.edits > before {
			quiet = 0
		}
		r.repaired = quiet == len(r.repairs)
	}
	return r.repaired
}

// propose makes the edits that a stage which reads no lines proposes.
func (r *run) propose(s stage.Stage) {
	r.view = stage.View{Text: r.text, Format: r.format}
	r.proposals.Reset()
	s.Propose(&r.view, &r.proposals)
	if len(r.proposals.Edits) > 0 {
		r.apply()
	}
}

// round runs every step once. It reports whether something happened that
// could let a rule see more in the next round.
func (r *run) round(removing bool) (unsettled bool) {
	view := stage.View{Text: r.text, Model: r.model}
	for _, s := range r.steps {
		if s.removes && !removing || s.model && !r.model {
			continue
		}
		if s.lines && view.Layout == nil {
			r.segment(&view)
		}
		r.proposals.Reset()
		s.Propose(&view, &r.proposals)
		if s.lines && r.settle(&view) {
			unsettled = true
		}
		if len(r.proposals.Edits) > 0 {
			if r.apply() {
				unsettled = true
			}
			view = stage.View{Text: r.text, Model: r.model}
		}
	}
	return unsettled
}

// segment gives the view its lines, none of them dropped yet.
func (r *run) segment(v *stage.View) {
	v.Layout = r.segmenter.Layout(v.Text, r.set.MaxWords())
	r.fates = slices.Grow(r.fates[:0], len(v.Layout.Lines))[:len(v.Layout.Lines)]
	clear(r.fates)
	v.Fate = r.fates
	if r.layout == "" {
		r.layout = v.Layout.String()
		for i := range v.Layout.Lines {
			r.size += v.Layout.Lines[i].Span.Len()
		}
	}
}

// settle weighs the claims that were proposed and records a verdict for each.
// It reports whether a line was dropped.
func (r *run) settle(v *stage.View) (dropped bool) {
	claims := slices.DeleteFunc(r.proposals.Claims, func(c stage.Claim) bool { return r.off[c.Terms.Label] })
	if v.Zones == (stage.Zones{}) {
		v.Zones = r.zones(v, claims)
	}
	if len(claims) == 0 {
		return false
	}
	for i, outcome := range stage.Settle(v, claims) {
		c := &claims[i]
		verdict := doc.Verdict{
			Rule:    c.Terms.Label,
			Span:    r.sourceOf(v, c.First, c.End),
			Keep:    c.Terms.Keep,
			Likely:  c.Terms.Likely,
			Outcome: outcome,
			Score:   c.Score,
		}
		if outcome == doc.Applied && c.Terms.Label >= stage.NumLabels && !c.Terms.Keep {
			r.dropped += v.Layout.Lines[c.End-1].Span.End - v.Layout.Lines[c.First].Span.Start
		}
		if c.Of >= 0 {
			verdict.Of = r.sourceOf(v, c.Of, c.Of+1)
		}
		r.verdicts = append(r.verdicts, verdict)
		if outcome == doc.Applied && !c.Terms.Keep {
			dropped = true
		}
	}
	return dropped
}

// zones finds head and tail, as far as a piece of a document has them.
func (r *run) zones(v *stage.View, claims []stage.Claim) stage.Zones {
	zones := stage.FindZones(v.Layout, claims)
	if r.headless {
		zones.Head = 0
	}
	if r.tailless {
		zones.Tail = len(v.Layout.Lines)
	}
	return zones
}

// sourceOf returns the source span of lines [first, end).
func (r *run) sourceOf(v *stage.View, first, end int) edit.Span {
	lines := v.Layout.Lines
	return r.m.Source(edit.Span{Start: lines[first].Span.Start, End: lines[end-1].Span.End})
}

// apply carries out the proposed edits and keeps the account. Of overlapping
// edits the one that starts first wins, then the one proposed first. It
// reports whether an edit was made that calls for another round.
func (r *run) apply() (unsettled bool) {
	edits := r.proposals.Edits
	slices.SortStableFunc(edits, func(a, b stage.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	r.writer.Reset(r.text)
	end := 0
	for _, e := range edits {
		if r.off[e.Label] {
			continue
		}
		if e.Span.Start < end {
			r.overlaps++
			continue
		}
		r.with = append(r.with[:0], e.With...)
		r.writer.Replace(e.Span, r.with, r.label(e))
		end = e.Span.End
		unsettled = unsettled || !stage.Stable(e.Label)
		r.noteFormat(e.Label)
	}
	text, m := r.writer.Finish()
	if m.IsIdentity() {
		return false
	}
	r.text, r.m = text, edit.Compose(r.m, m)
	r.edits += m.Len()
	r.repaired = false
	return unsettled
}

// noteFormat notes that the text was made of a page, if an edit says so: it is
// none any more, and what stands around content on a page is for the model to
// tell.
func (r *run) noteFormat(l edit.Label) {
	if stage.IsPage(l) {
		r.format, r.page = doc.Auto, true
		r.model = r.model || !r.profile.rulesOnly
	}
}

// label returns the label under which an edit is accounted for: that of its
// rule, or one for rule and note, named on first sight.
func (r *run) label(e stage.Edit) edit.Label {
	if e.Note == "" {
		return e.Label
	}
	n := note{e.Label, e.Note}
	if l, ok := r.notes[n]; ok {
		return l
	}
	if r.notes == nil {
		r.notes = map[note]edit.Label{}
	}
	l := edit.Label(len(r.names))
	r.notes[n] = l
	r.names = append(r.names, r.names[e.Label]+" ("+e.Note+")")
	return l
}
