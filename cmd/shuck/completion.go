package main

import (
	"embed"
	"slices"
	"strings"
	"text/template"

	"github.com/spf13/pflag"
)

var completionCommand = &command{
	name:  "completion",
	args:  "bash|zsh|fish",
	short: "print a completion script for a shell",
	long:  `Prints a script that lets the shell complete commands, flags and their values.`,
	examples: []example{
		{"source <(shuck completion bash)", "for this session"},
		{"shuck completion zsh > ~/.zfunc/_shuck", "for zsh, with ~/.zfunc in fpath"},
		{"shuck completion fish > ~/.config/fish/completions/shuck.fish", "for fish"},
	},
	run: (*app).completion,
}

var shells = []string{"bash", "zsh", "fish"}

//go:embed completion/*.tmpl
var completionFiles embed.FS

var completionTemplates = template.Must(template.New("").Funcs(template.FuncMap{
	"join":    func(words []string) string { return strings.Join(words, " ") },
	"quote":   shellQuote,
	"bracket": func(s string) string { return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(s) },
}).ParseFS(completionFiles, "completion/*.tmpl"))

func (a *app) completion(_ *options, args []string) error {
	if len(args) != 1 || !slices.Contains(shells, args[0]) {
		return usagef("which shell? shuck completion %s", strings.Join(shells, ", "))
	}
	var b strings.Builder
	if err := completionTemplates.ExecuteTemplate(&b, args[0]+".tmpl", newCompletion()); err != nil {
		return err
	}
	return a.print(b.String())
}

// A completion is what the templates are filled with.
type completion struct {
	Commands []completedCommand
	Default  completedCommand    // without a name: cleaning
	First    []string            // the first words of commands
	Groups   map[string][]string // the second words of those that have two
	Values   []completedFlag     // flags with values, of all commands
}

type completedCommand struct {
	First, Second string   // words of the name
	Short         string   // what it does
	Args          []string // fixed arguments, if it takes such
	Flags         []completedFlag
}

// Name returns the whole name.
func (c completedCommand) Name() string { return strings.TrimSpace(c.First + " " + c.Second) }

// Spellings returns all flags as they are written.
func (c completedCommand) Spellings() (all []string) {
	for _, f := range c.Flags {
		all = append(all, f.Spellings()...)
	}
	return all
}

type completedFlag struct {
	Name, Short, Usage string
	Value              string   // what the value is called; empty for a switch
	Choices            []string // the values, if they are fixed
	Repeats            bool     // it may be given again
}

// File reports whether the value is a file.
func (f completedFlag) File() bool { return f.Value == "FILE" }

// Spellings returns the ways to write the flag.
func (f completedFlag) Spellings() []string {
	if f.Short == "" {
		return []string{"--" + f.Name}
	}
	return []string{"-" + f.Short, "--" + f.Name}
}

func newCompletion() completion {
	c := completion{Groups: map[string][]string{}}
	for _, cmd := range commands {
		done := completeCommand(cmd)
		if cmd.name == "" {
			c.Default = done
		} else {
			c.Commands = append(c.Commands, done)
		}
		for _, f := range done.Flags {
			if f.Value != "" && !slices.ContainsFunc(c.Values, func(v completedFlag) bool { return v.Name == f.Name }) {
				c.Values = append(c.Values, f)
			}
		}
		if done.Second != "" {
			c.Groups[done.First] = append(c.Groups[done.First], done.Second)
		}
		if done.First != "" && !slices.Contains(c.First, done.First) {
			c.First = append(c.First, done.First)
		}
	}
	return c
}

func completeCommand(cmd *command) completedCommand {
	first, second, _ := strings.Cut(cmd.name, " ")
	done := completedCommand{First: first, Second: second, Short: cmd.short}
	if args := strings.Split(cmd.args, "|"); len(args) > 1 {
		done.Args = args
	}
	for _, f := range flagsOf(cmd) {
		done.Flags = append(done.Flags, completeFlag(f))
	}
	return done
}

func completeFlag(f *pflag.Flag) completedFlag {
	value, usage := pflag.UnquoteUsage(f)
	_, repeats := f.Value.(pflag.SliceValue)
	done := completedFlag{Name: f.Name, Short: f.Shorthand, Usage: usage, Value: value, Repeats: repeats}
	if c, ok := f.Value.(*choice); ok {
		done.Choices = c.names
	}
	return done
}

// shellQuote makes s one word of a shell.
func shellQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
