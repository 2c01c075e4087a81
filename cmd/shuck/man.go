package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

var manCommand = &command{
	name:  "man",
	short: "print the manual page",
	long:  `Prints the manual page in the format of man(7).`,
	examples: []example{
		{"shuck man > /usr/local/share/man/man1/shuck.1", "install the manual page"},
	},
	run: func(a *app, _ *options, _ []string) error { return a.print(manPage()) },
}

// manPage returns the manual page of all commands.
func manPage() string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH SHUCK 1 \"\" %s \"User Commands\"\n", roffQuote("shuck "+buildVersion()))
	fmt.Fprintf(&b, ".SH NAME\nshuck \\- %s\n", roff(commands[0].short))
	b.WriteString(".SH SYNOPSIS\n")
	for i, c := range commands {
		if i > 0 {
			b.WriteString(".br\n")
		}
		fmt.Fprintf(&b, ".B %s\n%s\n", roff(c.fullName()), roff(strings.TrimPrefix(c.usage(), c.fullName()+" ")))
	}
	b.WriteString(".SH DESCRIPTION\n")
	manCommandText(&b, commands[0])
	b.WriteString(".SH OPTIONS\n")
	manFlags(&b, commands[0])
	b.WriteString(".SH COMMANDS\n")
	for _, c := range commands[1:] {
		fmt.Fprintf(&b, ".SS %s\n", roffQuote(c.usage()))
		manCommandText(&b, c)
		manFlags(&b, c)
	}
	manKeys(&b)
	b.WriteString(".SH EXAMPLES\n")
	for _, c := range commands {
		for _, e := range c.examples {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(e.line), roff(e.says))
		}
	}
	b.WriteString(".SH EXIT STATUS\n")
	for _, s := range exitStatuses {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", s.status, roff(s.means))
	}
	return b.String()
}

func manCommandText(b *strings.Builder, c *command) {
	for para := range strings.SplitSeq(c.long, "\n\n") {
		fmt.Fprintf(b, "%s\n.PP\n", roff(para))
	}
}

func manFlags(b *strings.Builder, c *command) {
	for _, f := range flagsOf(c) {
		arg, usage := pflag.UnquoteUsage(f)
		spelling := "--" + f.Name
		if f.Shorthand != "" {
			spelling = "-" + f.Shorthand + ", " + spelling
		}
		fmt.Fprintf(b, ".TP\n.B %s\n", roff(strings.TrimSpace(spelling+" "+arg)))
		fmt.Fprintf(b, "%s\n", roff(usage+defaultOf(f)))
	}
}

// defaultOf says what a flag is if it is not given.
func defaultOf(f *pflag.Flag) string {
	if f.DefValue == "" || f.DefValue == "false" || f.DefValue == "[]" {
		return ""
	}
	return " (default " + f.DefValue + ")"
}

// roff escapes text that stands on a line of its own or after a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		return `\&` + s
	}
	return s
}

// roffQuote makes s one argument of a request.
func roffQuote(s string) string { return `"` + strings.ReplaceAll(roff(s), `"`, `\(dq`) + `"` }
