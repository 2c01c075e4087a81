package rules

import (
	"fmt"
	"slices"
	"sync"

	"github.com/shuck-text/shuck/rules/match"
)

// A Set is the rules of several packs, ready to match. It is immutable and
// may be shared by goroutines.
type Set struct {
	rules    []Rule
	anys     [][]pattern // of each rule; only spans and checks need them one by one
	nots     [][]pattern // of each rule
	lines    bank
	blocks   bank
	spans    group
	maxWords int
	compiled sync.Once
}

// NewSet returns the rules of packs, in that order, without those whose full
// id matches one of the globs in disable. Two rules with the same full id are
// an error, and so is a glob that matches no rule. The packs come from
// [Parse] or [Embedded] and must not change afterwards.
func NewSet(packs []*Pack, disable []string) (*Set, error) {
	rules, err := concat(packs)
	if err != nil {
		return nil, err
	}
	if err := checkGlobs(disable, rules); err != nil {
		return nil, err
	}
	rules = slices.DeleteFunc(rules, func(r Rule) bool { return globAny(disable, r.ID) })

	s := &Set{rules: rules}
	for i := range rules {
		s.maxWords = max(s.maxWords, rules[i].MinWords, rules[i].MaxWords)
		s.anys = append(s.anys, lazyAll(rules[i].Any))
		s.nots = append(s.nots, lazyAll(rules[i].Not))
		s.groupOf(&rules[i]).add(i, rules[i].Any, s.anys[i])
	}
	return s, nil
}

// Rules returns all rules. The caller must not change them.
func (s *Set) Rules() []Rule { return s.rules }

// Rule returns the rule with index i in [Set.Rules].
func (s *Set) Rule(i int) *Rule { return &s.rules[i] }

// MaxWords returns the largest bound on words among the line and block
// rules. To a [Matcher], every number of words above it is the same.
func (s *Set) MaxWords() int { return s.maxWords }

func concat(packs []*Pack) ([]Rule, error) {
	var all []Rule
	first := map[string]Position{}
	for _, pack := range packs {
		for _, r := range pack.Rules {
			if at, taken := first[r.ID]; taken {
				return nil, fmt.Errorf("%v: rule %s is already defined at %v", r.Pos, r.ID, at)
			}
			first[r.ID] = r.Pos
			all = append(all, r)
		}
	}
	return all, nil
}

// checkGlobs reports a glob that matches no rule: a rule that was to be
// disabled would silently go on removing text.
func checkGlobs(globs []string, rules []Rule) error {
	for _, glob := range globs {
		if !slices.ContainsFunc(rules, func(r Rule) bool { return Glob(glob, r.ID) }) {
			return fmt.Errorf("no rule matches %q%s", glob, didYouMean(glob, globsOf(rules)))
		}
	}
	return nil
}

// globsOf returns the ids of rules, and of each pack the name and the glob
// of all its rules.
func globsOf(rules []Rule) []string {
	var names []string
	for i := range rules {
		names = append(names, rules[i].ID)
		if i == 0 || rules[i].Pack != rules[i-1].Pack {
			names = append(names, rules[i].Pack+"/*")
		}
	}
	return names
}

// shortWords parts rules for short texts from the others, in words. Most rules
// are about short lines; in groups of their own, the long lines of prose need
// not be searched for them.
const shortWords = 44

// A group is the patterns of several rules in one automaton.
type group struct {
	set      *match.Set // nil without patterns
	exprs    []string
	rule     []int     // of each pattern
	patterns []pattern // exprs, each by itself
}

// compile compiles the groups, the first time it is called: side by side,
// since that takes most of the time a program needs to start.
func (s *Set) compile() {
	s.compiled.Do(func() {
		var running sync.WaitGroup
		for _, g := range append(append(s.lines.groups(), s.blocks.groups()...), &s.spans) {
			running.Go(func() { s.compileGroup(g) })
		}
		running.Wait()
	})
}

// A bank is the rules of one unit, by which of them may be asked together.
type bank struct {
	certain, likely struct {
		short group // for texts of at most shortWords words
		long  group
	}
}

func (b *bank) groups() []*group {
	return []*group{&b.certain.short, &b.certain.long, &b.likely.short, &b.likely.long}
}

// groupOf returns the group that r belongs to.
func (s *Set) groupOf(r *Rule) *group {
	b := &s.lines
	switch r.Unit {
	case Span:
		return &s.spans
	case Block:
		b = &s.blocks
	}
	side := &b.certain
	if r.Sure == Likely {
		side = &b.likely
	}
	if r.MaxWords > 0 && r.MaxWords <= shortWords {
		return &side.short
	}
	return &side.long
}

func (g *group) add(rule int, exprs []string, patterns []pattern) {
	g.exprs = append(g.exprs, exprs...)
	g.patterns = append(g.patterns, patterns...)
	for range exprs {
		g.rule = append(g.rule, rule)
	}
}

// compileGroup panics if a pattern is wrong. Only an embedded pack can have
// such a pattern, which its tests would show: Parse reports it for all others.
func (s *Set) compileGroup(g *group) {
	var err error
	if g.set, err = match.Compile(g.exprs); err != nil {
		panic(s.badPattern(g, err))
	}
}

// badPattern names the place of the pattern that failed to compile with err.
func (s *Set) badPattern(g *group, err error) error {
	for _, i := range g.rule {
		for j, expr := range s.rules[i].Any {
			if err := checkAny(expr); err != nil {
				return fmt.Errorf("%v: %w", s.rules[i].at.any[j], err)
			}
		}
	}
	return err
}
