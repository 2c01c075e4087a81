package stage

import "github.com/shuck-text/shuck/clean/mojibake"

// Mojibake repairs text that was read in the wrong charset and written again,
// as package mojibake finds it. It comes before anything that changes
// characters, since each of them may be a byte of something else.
type Mojibake struct {
	finder  mojibake.Finder
	propose func(mojibake.Fix) // made once, lest each text cost an allocation
	to      *Proposals
}

// NewMojibake returns the stage.
func NewMojibake() *Mojibake {
	s := &Mojibake{}
	s.propose = func(f mojibake.Fix) {
		s.to.Edits = append(s.to.Edits, Edit{Span: f.Span, With: f.With, Label: LabelMojibake, Note: f.How})
	}
	return s
}

func (*Mojibake) Name() string { return "mojibake" }

func (s *Mojibake) Propose(v *View, p *Proposals) {
	s.to = p
	s.finder.Find(v.Text, s.propose)
}
