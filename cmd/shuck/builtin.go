package main

import "github.com/shuck-text/shuck/rules"

// builtinWhy gives the reasons of the rules that are code.
var builtinWhy = map[string]string{
	"decode/invalid-utf8":   "A byte that is part of no character becomes U+FFFD.",
	"decode/bom":            "A byte order mark says nothing in UTF-8.",
	"unicode/newline":       "Lines end in LF.",
	"unicode/space":         "Non-breaking and other exotic spaces become plain ones.",
	"unicode/zero-width":    "Zero-width characters that do not shape the script around them are noise.",
	"unicode/soft-hyphen":   "A soft hyphen is a hint for one layout and splits words for search.",
	"unicode/control":       "Control characters are no text.",
	"unicode/nfc":           "Characters are composed (normalisation form C), so that equal texts are equal bytes.",
	"repeat/title":          "The title is printed again.",
	"repeat/paragraph":      "The paragraph stands right above already.",
	"layout/blank-line":     "One blank line parts paragraphs, and none stands at the ends.",
	"layout/trailing-space": "White space at the end of a line shows nothing.",
	"layout/final-newline":  "A text ends with a line break.",
}

// reasons returns a function that finds the reason of a rule by its full ID.
func reasons(set *rules.Set) func(id string) string {
	why := make(map[string]string, len(set.Rules()))
	for _, r := range set.Rules() {
		why[r.ID] = r.Why
	}
	return func(id string) string {
		if w, ok := why[id]; ok {
			return w
		}
		return builtinWhy[id]
	}
}
