package match

import "regexp/syntax"

// repeatLimit is the number of instructions to which a counted repetition may
// expand in an automaton.
const repeatLimit = 8

// relax replaces counted repetitions that would expand to many instructions,
// such as .{0,60}, by uncounted ones, and reports whether there were any.
//
// A counter costs a state for each count, and in an automaton that can start
// anew at every rune, for each set of counts: a few patterns with one fill
// any cache. Uncounted, the automaton matches all that the pattern matches
// and a little more, so it decides which texts deserve a look, and package
// regexp confirms.
func relax(re *syntax.Regexp) (relaxed bool) {
	for _, sub := range re.Sub {
		if relax(sub) {
			relaxed = true
		}
	}
	if re.Op != syntax.OpRepeat || max(re.Min, re.Max)*size(re.Sub[0]) <= repeatLimit {
		return relaxed
	}
	re.Op = syntax.OpPlus
	if re.Min == 0 {
		re.Op = syntax.OpStar
	}
	re.Min, re.Max = 0, 0
	return true
}

// size is roughly the number of instructions of re.
func size(re *syntax.Regexp) int {
	n := 1
	if re.Op == syntax.OpLiteral {
		n = len(re.Rune)
	}
	for _, sub := range re.Sub {
		n += size(sub)
	}
	if re.Op == syntax.OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return n
}
