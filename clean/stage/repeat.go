package stage

import "github.com/shuck-text/shuck/rules"

// A RepeatPolicy says which occurrence of a repeated paragraph stays.
type RepeatPolicy uint8

const (
	KeepFirst RepeatPolicy = iota
	KeepLast
	KeepNone
)

// Bounds on what is looked at, in words. A refrain, a line of a poem, "Yes."
// and the rows of a table are shorter than a paragraph that a page prints
// twice, so a repeated line of fewer than repeatWords survives.
const (
	repeatWords = 16
	titleWords  = 3
)

// Repeat claims paragraphs that stand in the document already, equal but for
// case, white space and punctuation; and the title where it is printed again
// in head or tail. It looks only at lines that no rule dropped. Of the title
// the first copy always stays, whatever the policy for paragraphs.
type Repeat struct {
	policy      RepeatPolicy
	title, para Terms

	// starts holds lines by the hash of their beginning, texts by the hash
	// of the whole, which is worked out only for lines that begin alike.
	starts map[uint64]beginning
	texts  map[uint64]occurrence
}

type beginning struct {
	line     int
	expanded bool // the line is in texts too
}

type occurrence struct {
	line    int
	claimed bool // under KeepNone, the line has been claimed itself
}

// NewRepeat returns the stage with a policy.
func NewRepeat(policy RepeatPolicy) *Repeat {
	return &Repeat{
		policy: policy,
		title:  Terms{Label: LabelRepeatTitle, Zone: rules.Edge},
		para:   Terms{Label: LabelRepeatParagraph},
		starts: map[uint64]beginning{},
		texts:  map[uint64]occurrence{},
	}
}

func (*Repeat) Name() string { return "repeat" }

func (s *Repeat) Propose(v *View, p *Proposals) {
	s.claimTitle(v, p)
	clear(s.starts)
	clear(s.texts)
	n := len(v.Layout.Lines)
	for k := range n {
		i := k
		if s.policy == KeepLast {
			i = n - 1 - k
		}
		line := &v.Layout.Lines[i]
		if !v.Fate[i].Dropped && line.Prose && line.Words >= repeatWords {
			s.claimParagraph(v, p, i)
		}
	}
}

// claimTitle claims lines that say what the first line says. In a text
// without prose, a poem say, nothing tells a title from a first verse that
// repeats it, so there both stay.
func (s *Repeat) claimTitle(v *View, p *Proposals) {
	title := 0
	for title < len(v.Fate) && v.Fate[title].Dropped {
		title++
	}
	if title == len(v.Fate) || v.Zones.Tail == 0 || v.Layout.Lines[title].Words < titleWords {
		return
	}
	for i := title + 1; i < len(v.Fate); i++ {
		if !v.Fate[i].Dropped && sameText(lineText(v, title), lineText(v, i)) {
			p.Claims = append(p.Claims, Claim{First: i, End: i + 1, Terms: &s.title, Of: title})
		}
	}
}

// claimParagraph claims line i if a line met before says the same.
func (s *Repeat) claimParagraph(v *View, p *Proposals, i int) {
	text := lineText(v, i)
	start := foldHash(text, startRunes)
	first, ok := s.starts[start]
	if !ok {
		s.starts[start] = beginning{line: i}
		return
	}
	if !first.expanded {
		s.texts[foldHash(lineText(v, first.line), allRunes)] = occurrence{line: first.line}
		s.starts[start] = beginning{first.line, true}
	}
	whole := foldHash(text, allRunes)
	same, ok := s.texts[whole]
	if !ok {
		s.texts[whole] = occurrence{line: i}
		return
	}
	if !sameText(lineText(v, same.line), text) {
		return // two texts with one hash: neither is a repetition
	}
	claim := Claim{First: i, End: i + 1, Terms: &s.para, Of: same.line}
	if s.policy == KeepNone {
		claim.Of = -1
		if !same.claimed {
			p.Claims = append(p.Claims, Claim{First: same.line, End: same.line + 1, Terms: &s.para, Of: -1})
			s.texts[whole] = occurrence{same.line, true}
		}
	}
	p.Claims = append(p.Claims, claim)
}

func lineText(v *View, i int) []byte {
	l := &v.Layout.Lines[i]
	return v.Text[l.Span.Start:l.Span.End]
}
