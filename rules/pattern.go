package rules

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"sync"
)

// A pattern is a regular expression that is compiled when first needed.
type pattern func() *regexp.Regexp

func lazy(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

func lazyAll(exprs []string) []pattern {
	patterns := make([]pattern, len(exprs))
	for i, expr := range exprs {
		patterns[i] = lazy(expr)
	}
	return patterns
}

// checkNot reports why expr cannot be a `not` pattern of a rule.
func checkNot(expr string) error {
	_, err := syntax.Parse(expr, syntax.Perl)
	return err
}

// checkAny reports why expr cannot be a pattern that makes a rule fire.
func checkAny(expr string) error {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return err
	}
	if matchesEmpty(re) {
		return errors.New("the pattern matches the empty string, so it matches everywhere")
	}
	return nil
}

// matchesEmpty reports whether re can match without consuming a rune,
// assertions like ^ and \b taken as true.
func matchesEmpty(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpNoMatch, syntax.OpLiteral, syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return matchesEmpty(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || matchesEmpty(re.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if matchesEmpty(sub) {
				return true
			}
		}
		return false
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if !matchesEmpty(sub) {
				return false
			}
		}
	}
	return true // *, ?, assertions, and concatenations of such
}
