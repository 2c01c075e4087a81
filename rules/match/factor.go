package match

import (
	"math"
	"regexp/syntax"
	"slices"
	"strings"
)

// factor replaces a pattern by the part of it that is cheapest to look for,
// where gaps part it: of (?i)^support us\b.*\bfrom as little as it keeps
// (?i)^support us\b. It reports whether anything was left out.
//
// A gap, a repetition of a wide class, stays alive in an automaton to the end
// of the line, and the states to be built are the sets of gaps alive at once.
// A text that matches the pattern contains the factor, so again the automaton
// finds the texts that deserve a look.
func factor(re *syntax.Regexp) (*syntax.Regexp, bool) {
	if _, gap := beforeGap(re); !gap {
		return re, false
	}
	part, price := telling(re)
	if price > dear {
		return re, false
	}
	return part, true
}

// telling returns the part of re that costs least to look for, every match of
// re holding a match of it, and the price.
func telling(re *syntax.Regexp) (part *syntax.Regexp, price float64) {
	if _, gap := beforeGap(re); !gap {
		return tellingRun(flatten(nil, re))
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return telling(re.Sub[0])
	case syntax.OpConcat:
		return tellingOf(flatten(nil, re))
	case syntax.OpAlternate:
		return tellingEach(re)
	}
	return nil, math.Inf(1)
}

// tellingOf is telling for a concatenation: of the runs of parts between gaps
// and of parts with gaps in them, the cheapest.
func tellingOf(parts []*syntax.Regexp) (best *syntax.Regexp, least float64) {
	least = math.Inf(1)
	offer := func(part *syntax.Regexp, price float64) {
		if price < least {
			best, least = part, price
		}
	}
	var run []*syntax.Regexp
	for i, part := range parts {
		head, gap := beforeGap(part)
		if head != nil {
			run = append(run, head)
		}
		if gap {
			offer(telling(part))
		}
		if i+1 < len(parts) && !gap {
			continue
		}
		offer(tellingRun(run))
		run = nil
	}
	return best, least
}

// tellingRun is telling for a run of parts without gaps.
func tellingRun(run []*syntax.Regexp) (*syntax.Regexp, float64) {
	if len(run) > 0 && run[0].Op == syntax.OpBeginText {
		return concat(run, nil), priceAtStart(run)
	}
	if run = withoutVagueHead(run); len(run) > 0 {
		return concat(run, nil), priceOf(run)
	}
	return nil, math.Inf(1)
}

// withoutVagueHead returns parts without those at the front that tell
// nothing, for then matches could begin nearly anywhere. A word boundary just
// before the first that does stays.
func withoutVagueHead(parts []*syntax.Regexp) []*syntax.Regexp {
	i := slices.IndexFunc(parts, func(p *syntax.Regexp) bool { return surprise(p) > 0 })
	if i < 0 {
		return nil
	}
	head, rest := parts[i], parts[i+1:]
	if i > 0 && parts[i-1].Op == syntax.OpWordBoundary {
		return parts[i-1:]
	}
	switch head.Op {
	case syntax.OpConcat:
		return append(withoutVagueHead(flatten(nil, head)), rest...)
	case syntax.OpAlternate:
		sharp := &syntax.Regexp{Op: syntax.OpAlternate, Flags: head.Flags}
		for _, sub := range head.Sub {
			sharp.Sub = append(sharp.Sub, concat(withoutVagueHead(flatten(nil, sub)), nil))
		}
		return append([]*syntax.Regexp{sharp}, rest...)
	}
	return parts[i:]
}

// tellingEach is telling for an alternation.
func tellingEach(re *syntax.Regexp) (*syntax.Regexp, float64) {
	subs := make([]*syntax.Regexp, len(re.Sub))
	sum := 0.0
	for i, sub := range re.Sub {
		part, price := telling(sub)
		if part == nil {
			return nil, math.Inf(1)
		}
		subs[i] = part
		sum += price
	}
	return &syntax.Regexp{Op: syntax.OpAlternate, Flags: re.Flags, Sub: subs}, sum
}

// beforeGap returns what re begins with up to its first gap, nil if that may
// be nothing, and whether it has one.
func beforeGap(re *syntax.Regexp) (head *syntax.Regexp, gap bool) {
	switch re.Op {
	case syntax.OpCapture:
		return beforeGap(re.Sub[0])
	case syntax.OpConcat:
		parts := flatten(nil, re)
		for i, part := range parts {
			if head, gap := beforeGap(part); gap {
				return concat(parts[:i], head), true
			}
		}
	case syntax.OpAlternate:
		return beforeGaps(re)
	case syntax.OpQuest, syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		if _, inner := beforeGap(re.Sub[0]); inner || isGap(re) {
			return nil, true
		}
	}
	return re, false
}

// beforeGaps is beforeGap for an alternation: the alternation of the heads.
func beforeGaps(re *syntax.Regexp) (head *syntax.Regexp, gap bool) {
	heads := make([]*syntax.Regexp, len(re.Sub))
	some := true
	for i, sub := range re.Sub {
		h, g := beforeGap(sub)
		heads[i], gap, some = h, gap || g, some && h != nil
	}
	switch {
	case !gap:
		return re, false
	case !some:
		return nil, true
	}
	return &syntax.Regexp{Op: syntax.OpAlternate, Flags: re.Flags, Sub: heads}, true
}

// concat returns the concatenation of parts and last, nil if there are none.
func concat(parts []*syntax.Regexp, last *syntax.Regexp) *syntax.Regexp {
	if last != nil {
		parts = append(slices.Clip(parts), last)
	}
	if len(parts) == 0 {
		return nil
	}
	return &syntax.Regexp{Op: syntax.OpConcat, Sub: parts}
}

// flatten appends the parts of a concatenation, those of concatenations in it
// included. Of a repetition with a gap in it the last round is taken out.
func flatten(parts []*syntax.Regexp, re *syntax.Regexp) []*syntax.Regexp {
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			parts = flatten(parts, sub)
		}
		return parts
	case syntax.OpCapture:
		return flatten(parts, re.Sub[0])
	case syntax.OpPlus, syntax.OpRepeat:
		if _, gap := beforeGap(re.Sub[0]); gap && (re.Op == syntax.OpPlus || re.Min > 0) {
			rounds := &syntax.Regexp{Op: syntax.OpStar, Flags: re.Flags, Sub: re.Sub}
			return flatten(append(parts, rounds), re.Sub[0])
		}
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
	return lingers(re.Sub[0])
}

// lingers reports whether a repetition of re can go on through prose.
func lingers(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return true
	case syntax.OpCharClass:
		return runes(re) > fewRunes && strings.ContainsFunc(commonLetters, func(r rune) bool { return holds(re, r) })
	}
	return slices.ContainsFunc(re.Sub, lingers)
}
