package rules

import (
	"bytes"
	"fmt"
	"slices"
)

// A Problem is something wrong with a rule that its file does not show to
// [Parse].
type Problem struct {
	Rule *Rule
	Kind Kind
	Pos  Position // of Text
	Text string   // the example or pattern concerned; may be empty
	Msg  string
}

func (p Problem) String() string {
	if p.Text == "" {
		return fmt.Sprintf("%v: %s: %s", p.Pos, p.Rule.ID, p.Msg)
	}
	return fmt.Sprintf("%v: %s: %s: %q", p.Pos, p.Rule.ID, p.Msg, p.Text)
}

// Kind tells problems apart.
type Kind string

const (
	FewExamples Kind = "few"     // fewer than two hits or two misses
	HitMissed   Kind = "hit"     // a hit does not fire the rule
	MissCaught  Kind = "miss"    // a miss does not survive
	DeadAny     Kind = "dead"    // all hits fire without this pattern
	DeadNot     Kind = "not"     // no miss is saved by this pattern
	StaleXFail  Kind = "xfail"   // an expected failure does not fail
	NoSupport   Kind = "support" // a glob in after or before matches no dropping rule
	Suspicious  Kind = "lint"    // see Lint
)

// Survives reports whether text comes through the whole pipeline untouched
// and, if it does not, which rule was at fault. [Set.Check] asks it about
// the misses of rule.
type Survives func(rule *Rule, text string) (byRule string, ok bool)

// minExamples is how many hits, and how many misses, a rule must have.
const minExamples = 2

// Check holds every rule against its examples and returns all problems, in
// the order of the rules. Without survives, misses are not checked.
func (s *Set) Check(survives Survives) []Problem {
	c := checker{set: s, matcher: s.NewMatcher(), survives: survives}
	for i := range s.rules {
		c.index, c.rule = i, &s.rules[i]
		c.counts()
		c.hits()
		c.misses()
		c.deadAny()
		c.deadNot()
		c.xfails()
		c.support("after", c.rule.After)
		c.support("before", c.rule.Before)
	}
	return c.problems
}

// A checker checks one rule of the set after the other.
type checker struct {
	set      *Set
	matcher  *Matcher
	survives Survives
	problems []Problem

	index int // of the rule being checked
	rule  *Rule
}

func (c *checker) report(kind Kind, pos Position, text, format string, args ...any) {
	c.problems = append(c.problems, Problem{c.rule, kind, pos, text, fmt.Sprintf(format, args...)})
}

func (c *checker) counts() {
	if n := len(c.rule.Hits); n < minExamples {
		c.report(FewExamples, c.rule.Pos, "", "has %d hits, needs %d", n, minExamples)
	}
	if n := len(c.rule.Misses); n < minExamples {
		c.report(FewExamples, c.rule.Pos, "", "has %d misses, needs %d", n, minExamples)
	}
}

func (c *checker) hits() {
	for i, text := range c.rule.Hits {
		if !c.fires(text) {
			c.report(HitMissed, c.rule.at.hits[i], text, "does not fire on its hit: %s", c.whyNot(text))
		}
	}
}

func (c *checker) misses() {
	if c.survives == nil {
		return
	}
	for i, text := range c.rule.Misses {
		if by, ok := c.survives(c.rule, text); !ok {
			c.report(MissCaught, c.rule.at.misses[i], text, "miss is caught by %s", by)
		}
	}
}

// deadAny reports the patterns that are not the only one to match some hit.
func (c *checker) deadAny() {
	needed := make([]bool, len(c.rule.Any))
	for _, text := range c.rule.Hits {
		if only, ok := single(matching(c.set.anys[c.index], asLine(text))); ok {
			needed[only] = true
		}
	}
	for i, ok := range needed {
		if !ok {
			c.report(DeadAny, c.rule.at.any[i], c.rule.Any[i], "every hit fires without this pattern")
		}
	}
}

// deadNot reports the `not` patterns without which no miss would fire.
func (c *checker) deadNot() {
	needed := make([]bool, len(c.rule.Not))
	for _, text := range c.rule.Misses {
		line := asLine(text)
		if !c.rule.wordsFit(Words(line)) || len(matching(c.set.anys[c.index], line)) == 0 {
			continue
		}
		if only, ok := single(matching(c.set.nots[c.index], line)); ok {
			needed[only] = true
		}
	}
	for i, ok := range needed {
		if !ok {
			c.report(DeadNot, c.rule.at.not[i], c.rule.Not[i], "no miss needs this `not` pattern")
		}
	}
}

// xfails reports expected failures that fail no more.
func (c *checker) xfails() {
	for _, x := range c.rule.XFail {
		switch x.Wants {
		case "hit":
			if c.fires(x.Text) {
				c.report(StaleXFail, x.Pos, x.Text, "fires now: move the expected failure to hits")
			}
		case "miss":
			if c.survives == nil {
				continue
			}
			if _, ok := c.survives(c.rule, x.Text); ok {
				c.report(StaleXFail, x.Pos, x.Text, "survives now: move the expected failure to misses")
			}
		}
	}
}

// support reports globs in after and before that can never be fulfilled.
func (c *checker) support(key string, globs []string) {
	for _, glob := range globs {
		if !c.drops(glob) {
			c.report(NoSupport, c.rule.Pos, glob, "%s matches no rule that drops lines", key)
		}
	}
}

func (c *checker) drops(glob string) bool {
	for i := range c.set.rules {
		if r := &c.set.rules[i]; r.Action == Drop && Glob(glob, r.ID) {
			return true
		}
	}
	return false
}

// fires reports whether the rule being checked fires on text.
func (c *checker) fires(text string) bool {
	line := asLine(text)
	switch c.rule.Unit {
	case Line:
		return slices.Contains(c.matcher.Lines(line, Words(line), AskAll, nil), c.index)
	case Block:
		return slices.Contains(c.matcher.Blocks(line, Words(line), nil), c.index)
	}
	return slices.ContainsFunc(c.matcher.Spans(line, nil), func(h SpanHit) bool { return h.Rule == c.index })
}

// whyNot explains why the rule being checked does not fire on text.
func (c *checker) whyNot(text string) string {
	line := asLine(text)
	if len(matching(c.set.anys[c.index], line)) == 0 {
		return "no pattern matches"
	}
	if nots := matching(c.set.nots[c.index], line); len(nots) > 0 {
		return fmt.Sprintf("the `not` pattern %q matches", c.rule.Not[nots[0]])
	}
	if n := Words(line); !c.rule.wordsFit(n) {
		return fmt.Sprintf("it has %d words", n)
	}
	return fmt.Sprintf("all its spans go to %s", c.winner(line))
}

// winner names the rule of the first span in line.
func (c *checker) winner(line []byte) string {
	hits := c.matcher.Spans(line, nil)
	return c.set.Rule(hits[0].Rule).ID
}

// asLine returns an example as a rule is given it.
func asLine(text string) []byte { return bytes.TrimSpace([]byte(text)) }

// matching returns the indices of the patterns that match line.
func matching(patterns []pattern, line []byte) []int {
	var found []int
	for i, p := range patterns {
		if p().Match(line) {
			found = append(found, i)
		}
	}
	return found
}

// single returns the element of a slice that has only one.
func single(s []int) (int, bool) {
	if len(s) != 1 {
		return 0, false
	}
	return s[0], true
}
