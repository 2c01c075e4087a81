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
	floating *automaton // all others

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
		switch first := inspect(prog); {
		case first.matchesAll:
			mark(s.always, i)
		case first.anchored:
			s.anchored.add(prog, i, sets)
		default:
			s.floating.add(prog, i, sets)
			s.floating.asks |= first.asks
		}
	}
	s.alphabet = newAlphabet(sets)
	return s, nil
}

// Len returns the number of patterns.
func (s *Set) Len() int { return s.patterns }

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
