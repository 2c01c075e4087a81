package stage

import (
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/rules"
)

// Zones are the head and the tail of a document, as line numbers: the head is
// lines [0, Head), the tail is [Tail, …). In a document without plain prose
// they overlap and cover it.
type Zones struct{ Head, Tail int }

// Holds reports whether lines [first, end) lie in zone z.
func (zs Zones) Holds(z rules.Zone, first, end int) bool {
	switch z {
	case rules.Head:
		return end <= zs.Head
	case rules.Tail:
		return first >= zs.Tail
	case rules.Edge:
		return end <= zs.Head || first >= zs.Tail
	}
	return true
}

// FindZones reads head and tail off the document. Plain prose is prose that
// no rule wants dropped. The tail follows the last line of it. The head
// precedes the first two that stand together: one alone may stand in the
// head, since many articles open with a standfirst over the byline.
func FindZones(l *doc.Layout, claims []Claim) Zones {
	wanted := make([]bool, len(l.Lines))
	for _, c := range claims {
		for i := c.First; i < c.End && !c.Terms.Keep; i++ {
			wanted[i] = true
		}
	}
	first, second, last := -1, -1, -1
	for i := range l.Lines {
		if !l.Lines[i].Prose || wanted[i] {
			continue
		}
		if first < 0 {
			first = i
		} else if second < 0 {
			second = i
		}
		last = i
	}
	switch {
	case first < 0:
		return Zones{Head: len(l.Lines), Tail: 0}
	case second < 0 || second == first+1:
		return Zones{Head: first, Tail: last + 1}
	}
	return Zones{Head: second, Tail: last + 1}
}

// Settle weighs claims and updates the fate of lines. It returns the outcome
// of each claim.
//
// Keep beats drop. A certain claim needs its zone. A likely one also needs
// support: a neighbour that has been dropped, or a place at the edge; and it
// never takes the first line of a document, which is most often the title.
// Support
// spreads along neighbours, so what it reaches is found by one pass down and
// one pass up: each new drop is next to an older one, and the way to it from
// there leads in one direction.
func Settle(v *View, claims []Claim) []doc.Outcome {
	outcomes := make([]doc.Outcome, len(claims))
	s := settlement{view: v, claims: claims, outcomes: outcomes}
	for i := range claims {
		outcomes[i] = s.place(&claims[i])
	}
	for i := range claims {
		if claims[i].Terms.Keep && outcomes[i] == doc.Applied {
			s.keep(&claims[i])
		}
	}
	for i := range claims {
		if !claims[i].Terms.Likely {
			s.drop(i)
		}
	}
	for i := range claims {
		s.supported(i)
	}
	for i := len(claims) - 1; i >= 0; i-- {
		s.supported(i)
	}
	return outcomes
}

type settlement struct {
	view     *View
	claims   []Claim
	outcomes []doc.Outcome
}

// place judges a claim by its zone alone; a likely claim is unsupported until
// support is found.
func (s *settlement) place(c *Claim) doc.Outcome {
	switch {
	case !s.view.Zones.Holds(c.Terms.Zone, c.First, c.End):
		return doc.OutOfZone
	case c.Terms.Likely:
		return doc.Unsupported
	}
	return doc.Applied
}

func (s *settlement) keep(c *Claim) {
	for i := c.First; i < c.End; i++ {
		s.view.Fate[i].Kept = true
	}
}

// supported applies a likely claim if it has support now.
func (s *settlement) supported(i int) {
	if s.outcomes[i] == doc.Unsupported && s.hasSupport(&s.claims[i]) {
		s.outcomes[i] = doc.Applied
		s.drop(i)
	}
}

func (s *settlement) hasSupport(c *Claim) bool {
	if c.First == 0 {
		return false
	}
	t, fate := c.Terms, s.view.Fate
	above, below := fate[c.First-1], Fate{}
	if c.End < len(fate) {
		below = fate[c.End]
	}
	if t.After == nil && t.Before == nil {
		return above.Dropped || below.Dropped || s.view.Zones.Holds(rules.Edge, c.First, c.End)
	}
	return above.Dropped && names(t.After, above.By) || below.Dropped && names(t.Before, below.By)
}

func names(set []bool, l edit.Label) bool { return int(l) < len(set) && set[l] }

// drop carries out an applied drop claim, unless all its lines are protected
// or gone.
func (s *settlement) drop(i int) {
	c := &s.claims[i]
	if s.outcomes[i] != doc.Applied || c.Terms.Keep {
		return
	}
	dropped, kept := 0, 0
	for j := c.First; j < c.End; j++ {
		f := &s.view.Fate[j]
		switch {
		case f.Kept:
			kept++
		case !f.Dropped:
			*f = Fate{Dropped: true, By: c.Terms.Label}
			dropped++
		}
	}
	switch {
	case dropped > 0:
	case kept > 0:
		s.outcomes[i] = doc.Overruled
	default:
		s.outcomes[i] = doc.Redundant
	}
}
