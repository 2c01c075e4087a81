package main

import (
	"fmt"
	"strings"
)

// packKeys documents the keys of a rule pack.
var packKeys = []struct{ key, means string }{
	{"pack", "the name of the pack, such as my/site; the full ID of a rule is my/site/ID"},
	{"languages", "the languages its texts are in, such as [\"en\"]; for people: rules apply to every text"},
	{"[[rule]]", "begins a rule, which has the keys that follow"},
	{"id", "its name within the pack"},
	{"why", "why the text is no content, for explain and for whoever comes after you"},
	{"unit", "what it looks at: line (default), block (a paragraph, its lines joined by spaces) or span (every match inside a line)"},
	{"any", "patterns in the syntax of RE2, of which one must match; anchor those for lines with ^ and $"},
	{"not", "patterns of which none may match"},
	{"words", "bounds on the number of words, { min = 2, max = 12 }"},
	{"zone", "where it applies: head (before the prose of the document), tail (after it), edge (either) or any (default)"},
	{"sure", "certain (default): a match in the zone decides; likely: the line must also stand in head or tail, or beside a line that goes"},
	{"after, before", "globs on IDs: a likely rule is supported only by these rules having taken the line above or below"},
	{"action", "drop (default) or keep, which protects from all rules; of a span cut (default) or replace"},
	{"with", "what replace puts in place of a match"},
	{"hits", "texts on which the rule must fire"},
	{"misses", "texts that must come through all rules untouched: what comes nearest to a hit without being one"},
	{"[[rule.xfail]]", "a known failure, text and wants (hit or miss), that must go on failing"},
}

// writeKeys writes them as part of a help.
func writeKeys(b *strings.Builder) {
	b.WriteString("Keys of a rule pack, which is a TOML file:\n")
	for _, k := range packKeys {
		writeFilled(b, fmt.Sprintf("  %-14s ", k.key), k.means)
	}
	b.WriteByte('\n')
}

// manKeys writes them as a section of the manual page.
func manKeys(b *strings.Builder) {
	b.WriteString(".SH RULE PACKS\nA rule pack is a TOML file with these keys.\n")
	for _, k := range packKeys {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(k.key), roff(k.means))
	}
}
