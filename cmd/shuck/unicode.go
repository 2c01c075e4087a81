package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/shuck-text/shuck/clean/stage"
)

var unicodeCommand = &command{
	name:  "unicode",
	short: "list the repairs of characters",
	long: `Lists the fixes that --unicode chooses from, with an example of each. A choice is the name of a set, with fixes added by "+" and left out by "-": "safe,+ligature,-entity", or "-entity" for short.

Whatever the choice, text comes out as UTF-8, its lines end in LF, and quotation marks and dashes stay as they were written. How characters are read in the first place is a matter of --charset.`,
	examples: []example{
		{"shuck --unicode full page.txt", "repair more than what is certainly damage"},
		{"shuck --unicode none,+nfc page.txt", "only compose characters"},
		{"shuck --profile none page.txt", "repair, and remove nothing"},
	},
	run: func(a *app, _ *options, args []string) error {
		if len(args) > 0 {
			return usagef("unicode takes no arguments; see shuck unicode --help")
		}
		return a.print(unicodePage())
	},
}

// unicodePage returns the page on fixes: the sets, then each fix with its
// example.
func unicodePage() string {
	var b strings.Builder
	b.WriteString("Sets of fixes:\n")
	for i, c := range stage.UnicodeChoices {
		does := c.Does
		if i == 0 {
			does += " (the default)"
		}
		writeFilled(&b, fmt.Sprintf("  %-5s ", c.Name), does)
	}
	b.WriteString("\nFixes, in which sets they are, and what they make of an example:\n")
	for i := range stage.Fixes {
		f := &stage.Fixes[i]
		sets := cmp.Or(strings.ReplaceAll(f.In, " ", ", "), "in none of them")
		b.WriteByte('\n')
		writeFilled(&b, fmt.Sprintf("  %-13s ", f.Name()), fmt.Sprintf("%s (%s)", f.Does, sets))
		fmt.Fprintf(&b, "  %-13s   %s → %s\n", "", shownExample(f.Before), shownExample(f.After))
	}
	b.WriteString("\nSee shuck --help on --unicode and --charset.\n")
	return b.String()
}

// shownExample returns text with what cannot be seen by itself, or would do
// something to a terminal, as in a Go string.
func shownExample(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsPrint(r) && !unicode.IsMark(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return b.String()
}
