package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/pflag"
)

// helpWidth is the number of columns the help is filled to.
const helpWidth = 80

// exitStatuses are documented here for help and man page alike.
var exitStatuses = []struct{ status, means string }{
	{"0", "all went well"},
	{"1", "something could not be read, cleaned or written, or rules have problems; the rest was done"},
	{"2", "the command line or a rule file is wrong; nothing was done"},
	{"130", "interrupted or hung up; files that were not complete are removed"},
	{"141", "the reader of the output went away (as for cat and grep, whom SIGPIPE ends)"},
}

var helpCommand = &command{
	name:  "help",
	args:  "[COMMAND]",
	short: "show the help of a command",
	long:  `Shows how to use shuck, or one of its commands.`,
	examples: []example{
		{"shuck help rules test", "about testing rule packs"},
	},
	run: (*app).helpOn,
}

func (a *app) helpOn(_ *options, args []string) error {
	if len(args) == 1 && isGroup(args[0]) {
		return a.print(groupHelp(args[0]))
	}
	cmd, rest := findCommand(args)
	if cmd == nil || len(rest) > 0 {
		return usagef("no command %q; see shuck help", strings.Join(args, " "))
	}
	return a.print(cmd.help())
}

// print writes text to standard output.
func (a *app) print(text string) error {
	if _, err := io.WriteString(a.stdout, text); err != nil {
		return fmt.Errorf("standard output: %w", cause(err))
	}
	return nil
}

// help returns the help of a command.
func (c *command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\n", c.fullName(), c.short)
	writeExamples(&b, c.examples)
	fmt.Fprintf(&b, "Usage:\n  %s\n\n", c.usage())
	for para := range strings.SplitSeq(c.long, "\n\n") {
		writeFilled(&b, "", para)
		b.WriteByte('\n')
	}
	if c == commands[0] {
		b.WriteString("Commands:\n")
		writeCommands(&b, commands[1:])
	}
	fmt.Fprintf(&b, "Flags:\n%s\n", c.flagSet(newOptions()).FlagUsagesWrapped(helpWidth))
	b.WriteString("Exit status:\n")
	for _, s := range exitStatuses {
		writeFilled(&b, fmt.Sprintf("  %-5s", s.status), s.means)
	}
	return b.String()
}

func (c *command) usage() string {
	usage := c.fullName() + " [flags]"
	if c.args != "" {
		usage += " " + c.args
	}
	return usage
}

// groupHelp lists the commands whose name starts with the word group. All that
// do are about rules.
func groupHelp(group string) string {
	var members []*command
	for _, c := range commands {
		if strings.HasPrefix(c.name, group+" ") {
			members = append(members, c)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "shuck %s has these commands:\n\n", group)
	writeCommands(&b, members)
	writeKeys(&b)
	fmt.Fprintf(&b, "See shuck help %s COMMAND.\n", group)
	return b.String()
}

func writeCommands(b *strings.Builder, list []*command) {
	for _, c := range list {
		fmt.Fprintf(b, "  %-13s %s\n", c.name, c.short)
	}
	b.WriteByte('\n')
}

// writeExamples writes examples with what they do beside them or, where there
// is no room, above.
func writeExamples(b *strings.Builder, examples []example) {
	line, says := 0, 0
	for _, e := range examples {
		line = max(line, utf8.RuneCountInString(e.line))
		says = max(says, utf8.RuneCountInString(e.says))
	}
	for _, e := range examples {
		if line+says+len("    # ") <= helpWidth {
			fmt.Fprintf(b, "  %-*s  # %s\n", line, e.line, e.says)
		} else {
			fmt.Fprintf(b, "  # %s\n  %s\n", e.says, e.line)
		}
	}
	if len(examples) > 0 {
		b.WriteByte('\n')
	}
}

// writeFilled writes text in lines of up to helpWidth columns, the first
// after lead and the others indented as deep.
func writeFilled(b *strings.Builder, lead, text string) {
	b.WriteString(lead)
	column := len(lead)
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > helpWidth:
			b.WriteString("\n" + strings.Repeat(" ", len(lead)))
			column = len(lead)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteByte('\n')
}

// flagsOf returns the flags of c in order.
func flagsOf(c *command) []*pflag.Flag {
	var flags []*pflag.Flag
	c.flagSet(newOptions()).VisitAll(func(f *pflag.Flag) { flags = append(flags, f) })
	return flags
}
