package stage

import (
	"unicode/utf8"

	"github.com/shuck-text/shuck/rules"
)

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

// Repeat claims paragraphs that say what the prose directly before them says,
// equal but for case, white space and punctuation; and the title where it is
// printed again in head or tail. It looks only at lines that no rule dropped.
// Of the title the first copy always stays, whatever the policy for
// paragraphs.
//
// "Directly before" means that captions, names and numbers may stand between
// two copies, but nothing that was said: so pages print a teaser over the text
// it begins, or the caption of every picture in a carousel. People repeat
// themselves with something in between, be it "No." or "Ann wrote:": the
// question put to each guest, the dish that returns on Thursday, the post that
// is quoted to be answered.
type Repeat struct {
	policy      RepeatPolicy
	title, para Terms
	copies      []int // lines that say the same
}

// NewRepeat returns the stage with a policy.
func NewRepeat(policy RepeatPolicy) *Repeat {
	return &Repeat{
		policy: policy,
		title:  Terms{Label: LabelRepeatTitle, Zone: rules.Edge},
		para:   Terms{Label: LabelRepeatParagraph},
	}
}

func (*Repeat) Name() string { return "repeat" }

func (s *Repeat) Propose(v *View, p *Proposals) {
	s.claimTitle(v, p)
	s.copies = s.copies[:0]
	for i := range v.Layout.Lines {
		if v.Fate[i].Dropped {
			continue
		}
		text, prose := lineText(v, i), v.Layout.Lines[i].Prose
		same := prose && len(s.copies) > 0 && sameText(lineText(v, s.copies[0]), text)
		if !same && (prose || speaks(text)) {
			s.claimCopies(v, p)
			s.copies = s.copies[:0]
		}
		if prose {
			s.copies = append(s.copies, i)
		}
	}
	s.claimCopies(v, p)
}

// speaks reports whether a short line is more than a caption, a name or a
// number: it ends as sentences do, or in the colon that introduces one.
func speaks(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return r == ':' || r == '：' || endsSentence(text)
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

// claimCopies claims the copies the policy does not want.
func (s *Repeat) claimCopies(v *View, p *Proposals) {
	n := len(s.copies)
	if n < 2 || v.Layout.Lines[s.copies[0]].Words < repeatWords {
		return
	}
	claimed, of := s.copies[1:], s.copies[0]
	switch s.policy {
	case KeepLast:
		claimed, of = s.copies[:n-1], s.copies[n-1]
	case KeepNone:
		claimed, of = s.copies, -1
	}
	for _, i := range claimed {
		p.Claims = append(p.Claims, Claim{First: i, End: i + 1, Terms: &s.para, Of: of})
	}
}

func lineText(v *View, i int) []byte {
	l := &v.Layout.Lines[i]
	return v.Text[l.Span.Start:l.Span.End]
}
