package match

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"sync"
)

// A Set is a list of compiled patterns. It never changes after [Compile], so
// any number of goroutines may share it, each with its own [Matcher].
type Set struct {
	patterns int
	always   []uint64 // bit set of the patterns that match every text
	alphabet *alphabet
	anchored *automaton // patterns that match only at the start of the text
	floating *automaton // patterns whose matches begin with one of …
	grams    gramSet    // … these
	loose    *automaton // all others

	// confirm holds, for patterns that the automata match too widely, the
	// pattern itself; see factor and relax.
	confirm []func() *regexp.Regexp
}

// Compile parses the patterns, which have the syntax of package regexp
// ([syntax.Perl]). An error names the index of the pattern at fault and wraps
// the parser's error.
func Compile(patterns []string) (*Set, error) {
	s := &Set{
		patterns: len(patterns),
		always:   make([]uint64, (len(patterns)+63)/64),
		anchored: &automaton{},
		floating: &automaton{restart: true},
		loose:    &automaton{restart: true},
		confirm:  make([]func() *regexp.Regexp, len(patterns)),
	}
	sets := newRuneSets()
	for i, pattern := range patterns {
		prog, wider, err := parse(pattern)
		if err != nil {
			return nil, fmt.Errorf("match: pattern %d: %w", i, err)
		}
		if wider {
			s.confirm[i] = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
		}
		s.add(prog, i, sets)
	}
	s.alphabet = newAlphabet(sets)
	return s, nil
}

// add puts a program where it belongs.
func (s *Set) add(prog *syntax.Prog, i int, sets *runeSets) {
	first := inspect(prog)
	if first.matchesAll {
		mark(s.always, i)
		return
	}
	if first.anchored {
		s.anchored.add(prog, i, sets)
		return
	}
	a := s.loose
	if found, ok := gramsOf(prog); ok {
		a = s.floating
		for _, g := range found.grams {
			s.grams.add(g)
		}
		s.grams.short = s.grams.short || found.short
	}
	a.add(prog, i, sets)
	a.asks |= first.asks
}

// Len returns the number of patterns.
func (s *Set) Len() int { return s.patterns }

// Confirm reports whether pattern i, a candidate for the text, matches it.
func (s *Set) Confirm(i int, text []byte) bool {
	re := s.confirm[i]
	return re == nil || re().Match(text)
}

// parse compiles one pattern as regexp.Compile does, or something wider that
// makes a smaller automaton: it matches wherever the pattern does.
func parse(pattern string) (prog *syntax.Prog, wider bool, err error) {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, false, err
	}
	re, partial := factor(re)
	relaxed := relax(re)
	prog, err = syntax.Compile(re.Simplify())
	return prog, partial || relaxed, err
}

// mark adds i to a bit set.
func mark(bits []uint64, i int) { bits[i>>6] |= 1 << (i & 63) }

// marked tells whether i is in a bit set.
func marked(bits []uint64, i int) bool { return bits[i>>6]>>(i&63)&1 != 0 }
