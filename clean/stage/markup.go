package stage

import (
	"bytes"

	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/rules"
)

// Markup cuts or replaces what span rules find inside lines: shortcodes, tags
// and markers that some template engine left behind.
//
// Before: valid UTF-8, lines end in LF. After: lines are as their author
// meant them to be read, so rules for whole lines can be anchored.
type Markup struct {
	set     *rules.Set
	matcher *rules.Matcher
	hits    []rules.SpanHit
}

// NewMarkup returns the stage for the span rules of set.
func NewMarkup(set *rules.Set) *Markup {
	return &Markup{set: set, matcher: set.NewMatcher()}
}

func (*Markup) Name() string { return "markup" }

func (s *Markup) Propose(v *View, p *Proposals) {
	for at := 0; at < len(v.Text); {
		end := len(v.Text)
		if n := bytes.IndexByte(v.Text[at:], '\n'); n >= 0 {
			end = at + n
		}
		s.hits = s.matcher.Spans(v.Text[at:end], s.hits[:0])
		for _, h := range s.hits {
			span := edit.Span{Start: at + h.Start, End: at + h.End}
			rule := s.set.Rule(h.Rule)
			if rule.Action == rules.Cut {
				span = withSpace(v.Text, span)
			}
			p.Replace(span, rule.With, RuleLabel(h.Rule))
		}
		at = end + 1
	}
}

// withSpace extends a cut over the space after it if one stands before it
// too, lest a cut inside a sentence leave two.
func withSpace(text []byte, s edit.Span) edit.Span {
	if s.Start > 0 && text[s.Start-1] == ' ' && s.End < len(text) && text[s.End] == ' ' {
		s.End++
	}
	return s
}

// RuleLabel returns the label of rule i of a rules.Set.
func RuleLabel(i int) edit.Label { return NumLabels + edit.Label(i) }
