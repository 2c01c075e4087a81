package stage

import (
	"path"
	"slices"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/model"
	"github.com/shuck-text/shuck/rules"
)

// Content claims the lines that package model takes for chrome: for the whole
// text of a page, of which most may be menus and lists of links.
//
// It reads what Chrome says of the rules that fire on a line, so it comes
// after it.
type Content struct {
	scorer *model.Scorer // nil until it is needed
	terms  Terms

	lines  [][]byte
	joined []byte
	blank  []bool
	scores []float32
}

// NewContent returns the stage.
func NewContent() *Content {
	return &Content{terms: Terms{Label: LabelContent}}
}

// Topic returns the topic of a rule as the model knows it, 0 for one that keeps.
func Topic(r *rules.Rule) uint32 {
	if r.Action == rules.Keep {
		return 0
	}
	return model.Family(path.Base(r.Pack))
}

func (*Content) Name() string { return "content" }

func (s *Content) Propose(v *View, p *Proposals) {
	if s.scorer == nil {
		s.scorer = model.Load().NewScorer()
	}
	s.read(v)
	s.scores = s.scorer.Score(s.lines, s.blank, v.Topics, s.scores[:0])
	if !s.anyContent() {
		return // a text like none the model knows
	}
	for i, score := range s.scores {
		if score < model.Likely {
			p.Claims = append(p.Claims, Claim{First: i, End: i + 1, Terms: &s.terms, Of: -1, Score: score})
		}
	}
}

// read collects the lines as the model wants them.
func (s *Content) read(v *View) {
	s.lines, s.blank, s.joined = s.lines[:0], s.blank[:0], s.joined[:0]
	for i := range v.Layout.Lines {
		line := &v.Layout.Lines[i]
		text := lineText(v, i)
		if line.Wrapped() {
			start := len(s.joined)
			s.joined = appendJoined(s.joined, text)
			text = s.joined[start:]
		}
		s.lines = append(s.lines, text)
		s.blank = append(s.blank, blankBefore(v.Layout, line))
	}
}

func blankBefore(l *doc.Layout, line *doc.Line) bool {
	return line.FirstRow > 0 && l.Rows[line.FirstRow-1].Blank()
}

func (s *Content) anyContent() bool {
	return slices.ContainsFunc(s.scores, func(score float32) bool { return score >= model.Likely })
}
