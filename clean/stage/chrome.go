package stage

import (
	"bytes"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/rules"
)

// Chrome claims the lines and blocks that pack rules match: bylines, share
// bars, prompts, legal tails. It only says what matches; zones and support
// are weighed when the claims are settled.
type Chrome struct {
	matcher *rules.Matcher
	terms   []Terms
	hits    []int
	joined  []byte
}

// NewChrome returns the stage for the line and block rules of set.
func NewChrome(set *rules.Set, terms []Terms) *Chrome {
	return &Chrome{matcher: set.NewMatcher(), terms: terms}
}

func (*Chrome) Name() string { return "chrome" }

func (s *Chrome) Propose(v *View, p *Proposals) {
	for _, b := range v.Layout.Blocks {
		words := 0
		for i := b.FirstLine; i < b.EndLine; i++ {
			line := &v.Layout.Lines[i]
			words += line.Words
			s.hits = s.matcher.Lines(s.shown(v.Text, line), line.Words, s.hits[:0])
			s.claim(p, i, i+1)
		}
		s.hits = s.matcher.Blocks(s.block(v, b), words, s.hits[:0])
		s.claim(p, b.FirstLine, b.EndLine)
	}
}

func (s *Chrome) claim(p *Proposals, first, end int) {
	for _, h := range s.hits {
		p.Claims = append(p.Claims, Claim{First: first, End: end, Terms: &s.terms[h], Of: -1})
	}
}

// shown returns the text of a line as rules see it: the breaks of a wrapped
// line are spaces.
func (s *Chrome) shown(text []byte, line *doc.Line) []byte {
	b := text[line.Span.Start:line.Span.End]
	if !line.Wrapped() {
		return b
	}
	return s.join(b)
}

// block returns the text of a block as rules see it.
func (s *Chrome) block(v *View, b doc.Block) []byte {
	first, last := &v.Layout.Lines[b.FirstLine], &v.Layout.Lines[b.EndLine-1]
	text := v.Text[first.Span.Start:last.Span.End]
	if first.FirstRow+1 == last.EndRow {
		return text
	}
	return s.join(text)
}

// join replaces line breaks by spaces, in a copy.
func (s *Chrome) join(b []byte) []byte {
	s.joined = append(s.joined[:0], b...)
	for i := 0; ; i++ {
		n := bytes.IndexByte(s.joined[i:], '\n')
		if n < 0 {
			return s.joined
		}
		i += n
		s.joined[i] = ' '
	}
}
