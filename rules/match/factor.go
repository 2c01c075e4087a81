package match

import (
	"regexp/syntax"
	"unicode"
)

// Bounds for factors. Narrow runes are those that a pattern spells out, all
// but for a choice of few.
const (
	wideRunes   = 12 // a class of more runes than this is wide
	leastHead   = 3  // narrow runes that make a factor at the start of the text
	leastInside = 5  // narrow runes that make one elsewhere
)

// factor replaces a pattern by the part of it that tells most, where gaps
// part it: of (?i)^support us\b.*\bfrom as little as it keeps
// (?i)^support us\b. It reports whether anything was left out.
//
// A gap, a repetition of a wide class, stays alive in an automaton to the end
// of the line, and the states to be built are the sets of gaps alive at once.
// A text that matches the pattern contains the factor, so again the automaton
// finds the texts that deserve a look.
func factor(re *syntax.Regexp) (*syntax.Regexp, bool) {
	switch re.Op {
	case syntax.OpCapture:
		return factor(re.Sub[0])
	case syntax.OpAlternate:
		left := false
		for i, sub := range re.Sub {
			part, cut := factor(sub)
			re.Sub[i], left = part, left || cut
		}
		return re, left
	case syntax.OpConcat:
		return factorConcat(re)
	}
	return re, false
}

func factorConcat(re *syntax.Regexp) (*syntax.Regexp, bool) {
	parts := flatten(nil, re)
	best, bestWeight := []*syntax.Regexp(nil), 0
	start, gaps := 0, 0
	for i := 0; i <= len(parts); i++ {
		if i < len(parts) && !isGap(parts[i]) {
			continue
		}
		if i < len(parts) {
			gaps++
		}
		run := parts[start:i]
		start = i + 1
		weight := 0
		for _, p := range run {
			weight += narrow(p)
		}
		if len(run) > 0 && run[0].Op == syntax.OpBeginText && weight >= leastHead {
			best = run // what begins at the start of a text is soonest refuted
			break
		}
		if weight >= leastInside && weight > bestWeight {
			best, bestWeight = run, weight
		}
	}
	if len(best) == 0 || len(best) == len(parts) {
		return re, false
	}
	return &syntax.Regexp{Op: syntax.OpConcat, Flags: re.Flags, Sub: best}, true
}

// flatten appends the parts of a concatenation, those of concatenations in it
// included.
func flatten(parts []*syntax.Regexp, re *syntax.Regexp) []*syntax.Regexp {
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			parts = flatten(parts, sub)
		}
		return parts
	case syntax.OpCapture:
		return flatten(parts, re.Sub[0])
	}
	return append(parts, re)
}

// isGap reports whether re repeats something wide without narrow bounds.
func isGap(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpStar, syntax.OpPlus:
	case syntax.OpRepeat:
		if re.Max >= 0 && re.Max*size(re.Sub[0]) <= repeatLimit {
			return false
		}
	default:
		return false
	}
	return hasWide(re.Sub[0])
}

// hasWide reports whether re can consume a rune of a wide class.
func hasWide(re *syntax.Regexp) bool {
	if isWide(re) {
		return true
	}
	for _, sub := range re.Sub {
		if hasWide(sub) {
			return true
		}
	}
	return false
}

func isWide(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return true
	case syntax.OpCharClass:
		n := 0
		for i := 0; i < len(re.Rune); i += 2 {
			n += int(min(re.Rune[i+1], unicode.MaxRune)-re.Rune[i]) + 1
		}
		return n > wideRunes
	}
	return false
}

// narrow returns the least number of narrow runes that a match of re holds.
func narrow(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass:
		if isWide(re) {
			return 0
		}
		return 1
	case syntax.OpCapture, syntax.OpPlus:
		return narrow(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * narrow(re.Sub[0])
	case syntax.OpConcat:
		n := 0
		for _, sub := range re.Sub {
			n += narrow(sub)
		}
		return n
	case syntax.OpAlternate:
		n := narrow(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			n = min(n, narrow(sub))
		}
		return n
	}
	return 0
}
