package match

import (
	"math"
	"regexp/syntax"
	"strings"
	"unicode"
)

// What it costs to look for a part of a pattern in a line, about, in
// nanoseconds.
const (
	lineLength = 200  // bytes
	probing    = 25   // to look at a place where a match may begin
	confirming = 6000 // to ask package regexp about a line
	dear       = 400  // above it, a gap in the automaton is cheaper
)

// priceOf is the price of looking everywhere for parts in a row.
func priceOf(parts []*syntax.Regexp) float64 {
	work := maxWork
	return lineLength * (probing*headChance(parts, gramLength, &work) + confirming*chance(parts))
}

// priceAtStart is the price of looking for parts at the start of the line.
func priceAtStart(parts []*syntax.Regexp) float64 { return confirming * chance(parts) }

// gramLength is how many runes tell whether to look at a place, about.
const gramLength = 3

// chance is roughly the chance that parts match where a text of any kind
// happens to begin.
func chance(parts []*syntax.Regexp) float64 {
	sum := 0.0
	for _, p := range parts {
		sum += surprise(p)
	}
	return math.Exp2(-sum)
}

// headChance is the chance that the first n runes of what parts match stand
// where a text happens to begin.
func headChance(parts []*syntax.Regexp, n int, work *int) float64 {
	*work--
	if n <= 0 || len(parts) == 0 || *work < 0 {
		return 1
	}
	head, rest := parts[0], parts[1:]
	with := func(re *syntax.Regexp) float64 {
		return headChance(append(flatten(nil, re), rest...), n, work)
	}
	switch head.Op {
	case syntax.OpLiteral:
		first := head.Rune[:min(n, len(head.Rune))]
		return math.Exp2(-surpriseOf(first)) * headChance(rest, n-len(first), work)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return math.Exp2(-surprise(head)) * headChance(rest, n-1, work)
	case syntax.OpConcat, syntax.OpCapture:
		return with(head)
	case syntax.OpPlus:
		return with(head.Sub[0])
	case syntax.OpQuest, syntax.OpStar:
		return min(1, with(head.Sub[0])+headChance(rest, n, work))
	case syntax.OpRepeat:
		if head.Min > 0 {
			return with(head.Sub[0])
		}
		return min(1, with(head.Sub[0])+headChance(rest, n, work))
	case syntax.OpAlternate:
		sum := 0.0
		for _, sub := range head.Sub {
			sum += with(sub)
		}
		return min(1, sum)
	}
	return headChance(rest, n, work) // an assertion
}

// surprise returns how much re tells: roughly the bits of surprise if it
// matched where a text of any kind happens to begin.
func surprise(re *syntax.Regexp) float64 {
	switch re.Op {
	case syntax.OpLiteral:
		return surpriseOf(re.Rune)
	case syntax.OpCharClass:
		return max(0, 6-math.Log2(float64(runes(re))))
	case syntax.OpCapture, syntax.OpPlus:
		return surprise(re.Sub[0])
	case syntax.OpRepeat:
		return float64(re.Min) * surprise(re.Sub[0])
	case syntax.OpConcat:
		sum := 0.0
		for _, sub := range re.Sub {
			sum += surprise(sub)
		}
		return sum
	case syntax.OpAlternate:
		sum := 0.0
		for _, sub := range re.Sub {
			sum += math.Exp2(-surprise(sub))
		}
		return max(0, -math.Log2(sum))
	}
	return 0
}

// surpriseOf returns the bits of surprise at a literal: little for a frequent
// letter, more for others, most for an ideograph or a sign.
func surpriseOf(literal []rune) float64 {
	sum := 0.0
	for _, r := range literal {
		switch {
		case strings.ContainsRune(" eEtTaAoOiInNsSrR", r):
			sum += 3.5
		case unicode.Is(unicode.Han, r):
			sum += 9
		case unicode.IsLetter(r):
			sum += 5
		default:
			sum += 7
		}
	}
	return sum
}

// fewRunes is how many runes a class may have that cannot stand for most of
// an alphabet.
const fewRunes = 24

// commonLetters are a frequent letter of each of the largest scripts.
const commonLetters = "eEо的のا"

// runes returns the number of runes in a class.
func runes(class *syntax.Regexp) int {
	n := 0
	for i := 0; i < len(class.Rune); i += 2 {
		n += int(class.Rune[i+1]-class.Rune[i]) + 1
	}
	return n
}

// holds reports whether r is in a class.
func holds(class *syntax.Regexp, r rune) bool {
	for i := 0; i < len(class.Rune); i += 2 {
		if class.Rune[i] <= r && r <= class.Rune[i+1] {
			return true
		}
	}
	return false
}
