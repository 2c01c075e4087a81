package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/shuck-text/shuck/rules"
)

// showRule writes a rule as it stands in a pack, with its defaults.
func showRule(b *strings.Builder, r *rules.Rule) {
	fmt.Fprintf(b, "# %s (%s)\n[[rule]]\n", r.ID, r.Pos)
	field := func(key, value string) { fmt.Fprintf(b, "%-6s = %s\n", key, value) }
	field("id", tomlString(strings.TrimPrefix(r.ID, r.Pack+"/")))
	field("why", tomlString(r.Why))
	field("unit", tomlString(r.Unit.String()))
	field("any", tomlStrings(r.Any))
	if len(r.Not) > 0 {
		field("not", tomlStrings(r.Not))
	}
	if r.MinWords > 0 || r.MaxWords > 0 {
		field("words", wordsTable(r))
	}
	if r.Unit != rules.Span {
		field("zone", tomlString(r.Zone.String()))
		field("sure", tomlString(r.Sure.String()))
	}
	if len(r.After) > 0 {
		field("after", tomlStrings(r.After))
	}
	if len(r.Before) > 0 {
		field("before", tomlStrings(r.Before))
	}
	field("action", tomlString(r.Action.String()))
	if r.Action == rules.Replace {
		field("with", tomlString(r.With))
	}
	field("hits", tomlStrings(r.Hits))
	field("misses", tomlStrings(r.Misses))
	for _, x := range r.XFail {
		fmt.Fprintf(b, "[[rule.xfail]]\ntext  = %s\nwants = %s\n", tomlString(x.Text), tomlString(x.Wants))
	}
	b.WriteByte('\n')
}

func wordsTable(r *rules.Rule) string {
	var bounds []string
	if r.MinWords > 0 {
		bounds = append(bounds, fmt.Sprintf("min = %d", r.MinWords))
	}
	if r.MaxWords > 0 {
		bounds = append(bounds, fmt.Sprintf("max = %d", r.MaxWords))
	}
	return "{ " + strings.Join(bounds, ", ") + " }"
}

// tomlStrings writes an array, over several lines if it has several elements.
func tomlStrings(texts []string) string {
	if len(texts) == 1 {
		return "[" + tomlString(texts[0]) + "]"
	}
	var b strings.Builder
	b.WriteString("[\n")
	for _, s := range texts {
		b.WriteString("  " + tomlString(s) + ",\n")
	}
	b.WriteString("]")
	return b.String()
}

// tomlString quotes s for TOML: literally if that can be read, so that
// patterns need no second escaping, else as a basic string.
func tomlString(s string) string {
	switch {
	case strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }):
		return basicString(s)
	case !strings.ContainsAny(s, `"\`):
		return `"` + s + `"`
	case !strings.Contains(s, "'"):
		return "'" + s + "'"
	case !strings.Contains(s, "'''") && !strings.HasSuffix(s, "'"):
		return "'''" + s + "'''"
	}
	return basicString(s)
}

func basicString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
