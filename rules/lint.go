package rules

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"unicode"
)

// Lint returns what is legal in a pack but looks like a mistake.
func Lint(p *Pack) []Problem {
	var problems []Problem
	for i := range p.Rules {
		r := &p.Rules[i]
		for j, expr := range r.Any {
			problems = append(problems, lintPattern(r, expr, r.at.any[j])...)
			problems = append(problems, lintReach(r, expr, r.at.any[j])...)
		}
		for j, expr := range r.Not {
			problems = append(problems, lintPattern(r, expr, r.at.not[j])...)
		}
	}
	return problems
}

// lintPattern looks at what is odd in any pattern.
func lintPattern(r *Rule, expr string, at Position) []Problem {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return []Problem{{r, Suspicious, at, expr, err.Error()}} // of an embedded pack, not checked before
	}
	var problems []Problem
	if re.MaxCap() > 0 {
		problems = append(problems, Problem{r, Suspicious, at, expr, "write (?:…): captured groups are not used"})
	}
	if letter, ok := boundaryAtNonASCII(re); ok {
		msg := fmt.Sprintf(`\b beside a letter like %q: it knows ASCII letters only`, letter)
		problems = append(problems, Problem{r, Suspicious, at, expr, msg})
	}
	return problems
}

// lintReach looks at how much a pattern can remove. Only a rule that drops
// lines anywhere, whatever their length and neighbours, reaches too far.
func lintReach(r *Rule, expr string, at Position) []Problem {
	if r.Unit != Line || r.Action != Drop || r.Sure != Certain || r.Zone != Any {
		return nil
	}
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil // reported by lintPattern
	}
	if r.MaxWords == 0 && !beginsText(re) && !endsText(re) {
		return []Problem{{r, Suspicious, at, expr, "neither anchored nor bounded by words.max nor zone"}}
	}
	if word := commonWord(expr); word != "" {
		return []Problem{{r, Suspicious, at, expr, fmt.Sprintf("matches a line that is just %q", word)}}
	}
	return nil
}

// beginsText reports whether every match of re begins at the start of the text.
func beginsText(re *syntax.Regexp) bool {
	return anchored(re, syntax.OpBeginText, func(subs []*syntax.Regexp) *syntax.Regexp { return subs[0] })
}

// endsText reports whether every match of re ends at the end of the text.
func endsText(re *syntax.Regexp) bool {
	return anchored(re, syntax.OpEndText, func(subs []*syntax.Regexp) *syntax.Regexp { return subs[len(subs)-1] })
}

// anchored reports whether all alternatives of re have the assertion op at
// the end that pick chooses.
func anchored(re *syntax.Regexp, op syntax.Op, pick func([]*syntax.Regexp) *syntax.Regexp) bool {
	switch re.Op {
	case op:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return anchored(pick(re.Sub), op, pick)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !anchored(sub, op, pick) {
				return false
			}
		}
		return true
	}
	return false
}

// boundaryAtNonASCII looks for a \b beside a letter outside ASCII. RE2 takes
// such a letter for a gap between words, so that `é\b` does not match before
// a space.
func boundaryAtNonASCII(re *syntax.Regexp) (letter rune, found bool) {
	for i, sub := range re.Sub {
		if r, ok := boundaryAtNonASCII(sub); ok {
			return r, true
		}
		if re.Op != syntax.OpConcat || sub.Op != syntax.OpWordBoundary {
			continue
		}
		if i > 0 {
			if r, ok := edgeLetter(re.Sub[i-1], last); ok {
				return r, true
			}
		}
		if i+1 < len(re.Sub) {
			if r, ok := edgeLetter(re.Sub[i+1], first); ok {
				return r, true
			}
		}
	}
	return 0, false
}

// An edge is an end of a pattern: it gives the index of that end's element
// among n.
type edge func(n int) int

func first(int) int  { return 0 }
func last(n int) int { return n - 1 }

// edgeLetter returns a non-ASCII letter that can stand at an edge of re's
// matches. Repetitions do not count: \p{L}*\b can end at an ASCII letter.
func edgeLetter(re *syntax.Regexp, at edge) (rune, bool) {
	switch re.Op {
	case syntax.OpLiteral:
		r := re.Rune[at(len(re.Rune))]
		return r, isNonASCIILetter(r)
	case syntax.OpCharClass:
		return classLetter(re.Rune)
	case syntax.OpConcat:
		return edgeLetter(re.Sub[at(len(re.Sub))], at)
	case syntax.OpAlternate, syntax.OpCapture, syntax.OpQuest:
		for _, sub := range re.Sub {
			if r, ok := edgeLetter(sub, at); ok {
				return r, true
			}
		}
	}
	return 0, false
}

// classLetter returns a non-ASCII letter that starts a range of a character
// class, given as pairs of first and last rune. The class of (?i)k and
// (?i)s, which has the Kelvin sign and the long s, is an ASCII letter.
func classLetter(ranges []rune) (rune, bool) {
	for i := 0; i < len(ranges); i += 2 {
		const kelvin, longS = '\u212A', '\u017F'
		if r := ranges[i]; isNonASCIILetter(r) && r != kelvin && r != longS {
			return r, true
		}
	}
	return 0, false
}

func isNonASCIILetter(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }

// commonWord returns a very common word that expr matches when it is the
// whole line, or "".
func commonWord(expr string) string {
	re := regexp.MustCompile(expr)
	for _, word := range commonWords {
		if re.MatchString(word) {
			return word
		}
	}
	return ""
}

// commonWords are among the most frequent words of the languages of the
// packs. One of them alone on a line is a broken line, not boilerplate.
var commonWords = []string{
	"the", "and", "of", "is", "it", "that", "was", "for", "with", "not",
	"der", "die", "das", "und", "ist", "nicht", "ein", "mit", "auf",
	"le", "les", "et", "est", "une", "dans", "pas", "que", "pour",
	"el", "los", "y", "es", "en", "con", "por", "una",
	"o", "os", "não", "uma", "com", "il", "che", "di", "per", "non",
	"de", "het", "een", "van", "w", "na", "nie", "jest",
	"и", "в", "не", "на", "что", "это", "و", "في", "من", "على",
	"的", "是", "在", "了", "の", "は", "です", "ve", "bir", "bu",
}
