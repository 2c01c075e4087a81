package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// A command is something shuck does. Help, man page and completions are made
// from it, so they cannot say something else.
type command struct {
	name     string // the words after "shuck"; empty for cleaning
	args     string // what follows the flags
	short    string // one line, without a full stop
	long     string // paragraphs
	examples []example
	flags    func(*pflag.FlagSet, *options)
	run      func(*app, *options, []string) error
}

type example struct{ line, says string }

// commands are all commands in the order of the help. The first is cleaning,
// which has no name.
var commands []*command

// Commands such as help refer to all commands, so the list cannot be part of
// their initialization.
func init() {
	commands = []*command{
		cleanCommand, explainCommand, restoreCommand, unicodeCommand,
		rulesListCommand, rulesShowCommand, rulesTestCommand, rulesLintCommand,
		completionCommand, manCommand, versionCommand, helpCommand,
	}
}

// dispatch finds the command that args name and runs it.
func (a *app) dispatch(args []string) error {
	cmd, rest := findCommand(args)
	if cmd == nil {
		return a.group(args)
	}
	o := newOptions()
	fs := cmd.flagSet(o)
	if err := fs.Parse(rest); err != nil {
		return usagef("%w; see %s", err, cmd.helpLine())
	}
	switch {
	case o.help:
		return a.print(cmd.help())
	case o.version:
		return a.print(version())
	}
	return cmd.run(a, o, fs.Args())
}

// findCommand returns the command named by the first one or two of args, and
// the arguments that are left; nil if args name a group of commands. Without
// a name the command is cleaning.
func findCommand(args []string) (cmd *command, rest []string) {
	named := commands[1:]
	for n := min(2, len(args)); n > 0; n-- {
		name := strings.Join(args[:n], " ")
		if i := slices.IndexFunc(named, func(c *command) bool { return c.name == name }); i >= 0 {
			return named[i], args[n:]
		}
	}
	if len(args) > 0 && isGroup(args[0]) {
		return nil, args
	}
	return commands[0], args
}

// isGroup reports whether name is the first word of commands with two.
func isGroup(name string) bool {
	return slices.ContainsFunc(commands, func(c *command) bool { return strings.HasPrefix(c.name, name+" ") })
}

// group shows the commands of a group, for args that name no one of them.
func (a *app) group(args []string) error {
	if len(args) == 1 {
		return usagef("%s what? see shuck help %[1]s", args[0])
	}
	if args[1] == "-h" || args[1] == "--help" {
		return a.print(groupHelp(args[0]))
	}
	return usagef("unknown command %q; see shuck help %s", strings.Join(args[:2], " "), args[0])
}

// flagSet returns the flags of c, which set o.
func (c *command) flagSet(o *options) *pflag.FlagSet {
	fs := pflag.NewFlagSet(c.fullName(), pflag.ContinueOnError)
	fs.SortFlags = false
	fs.Usage = func() {}
	if c.flags != nil {
		c.flags(fs, o)
	}
	fs.BoolVarP(&o.help, "help", "h", false, "show this help")
	return fs
}

func (c *command) fullName() string { return strings.TrimSpace("shuck " + c.name) }

func (c *command) helpLine() string { return c.fullName() + " --help" }
