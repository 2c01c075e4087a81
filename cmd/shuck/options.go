package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/sink"
	"github.com/shuck-text/shuck/clean/source"
	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

// options are the values of all flags. Each command defines those it has.
type options struct {
	from    choice
	record  choice
	maxDoc  size
	profile choice
	unicode string
	charset string
	rules   []string
	disable []string
	repeat  choice

	to      choice
	output  string
	ledger  string
	offsets choice
	stats   bool

	color choice
	all   bool

	help, version bool
}

// formats are the values of --from.
var formats = map[string]doc.Format{"auto": doc.Auto, "text": doc.Text, "html": doc.HTML}

// repeatPolicies are the values of --repeat.
var repeatPolicies = map[string]stage.RepeatPolicy{
	"first": stage.KeepFirst,
	"last":  stage.KeepLast,
	"none":  stage.KeepNone,
}

func newOptions() *options {
	return &options{
		from:    choice{"auto", []string{"auto", "text", "html"}},
		record:  choice{"file", source.FramingNames()},
		maxDoc:  source.DefaultMaxDoc,
		profile: choice{clean.Profiles()[0].Name, profileNames()},
		repeat:  choice{"first", []string{"first", "last", "none"}},
		to:      choice{"text", []string{"text", "jsonl"}},
		offsets: choice{"byte", sink.UnitNames()},
		color:   choice{"auto", []string{"auto", "always", "never"}},
	}
}

func profileNames() []string {
	var names []string
	for _, p := range clean.Profiles() {
		names = append(names, p.Name)
	}
	return names
}

// inputFlags say how inputs are read.
func inputFlags(fs *pflag.FlagSet, o *options) {
	fs.Var(&o.from, "from", "read documents as `FORMAT`: text, html, or auto (html if it begins like a page)")
	fs.Var(&o.record, "record", "what a document is: a whole `WHAT`, namely file, line, "+
		"or what stands between blank lines (blank), form feeds (ff) or NULs (nul)")
	fs.Var(&o.maxDoc, "max-doc", "clean a document longer than `SIZE` in chunks, such as 512K, 8M, 1G")
}

// ruleFlags say which rules there are.
func ruleFlags(fs *pflag.FlagSet, o *options) {
	fs.StringArrayVar(&o.rules, "rules", nil, "add the rule pack `FILE` (may be given again)")
	fs.StringArrayVar(&o.disable, "disable", nil, "switch off the rules whose ID matches `GLOB`, "+
		"in which * is any text, such as 'en/forum/*' (may be given again)")
}

// cleaningFlags say what is done to a document.
func cleaningFlags(fs *pflag.FlagSet, o *options) {
	fs.Var(&o.profile, "profile", "what to do, by `NAME`: "+profileHelp())
	fs.StringVar(&o.unicode, "unicode", stage.UnicodeChoices[0].Name, "repair characters by `FIXES`: safe, full, nfkc or none, "+
		"and single ones as in safe,+ligature,-entity; see shuck unicode")
	fs.StringVar(&o.charset, "charset", "", "read all input in the charset `LABEL`, such as latin1 or shift_jis; otherwise it is found out")
	ruleFlags(fs, o)
	fs.Var(&o.repeat, "repeat", "`WHICH` copy of a repeated paragraph stays: first, last or none")
}

func profileHelp() string {
	var lines []string
	for _, p := range clean.Profiles() {
		lines = append(lines, p.Name+" ("+p.Does+")")
	}
	return strings.Join(lines, ", ")
}

func outputFlag(fs *pflag.FlagSet, o *options) {
	fs.StringVarP(&o.output, "output", "o", "", "write to `FILE`, whole or not at all, not to standard output")
}

// cleaner returns a cleaner by the flags. Its errors are usage errors.
func (o *options) cleaner() (*clean.Cleaner, error) {
	packs, err := loadPacks(o.rules)
	if err != nil {
		return nil, err
	}
	c, err := clean.New(clean.Options{
		Profile: o.profile.value,
		Unicode: o.unicode,
		Charset: o.charset,
		Packs:   packs,
		Disable: o.disabled(),
		Repeat:  repeatPolicies[o.repeat.value],
	})
	if err != nil {
		return nil, &usageError{err}
	}
	return c, nil
}

// disabled returns the globs of the rules that are off. Where a separator ends
// a record, a line break before it would be one too many.
func (o *options) disabled() []string {
	if o.record.value == source.File.String() {
		return o.disable
	}
	return append(slices.Clone(o.disable), stage.LabelNames[stage.LabelFinalNewline])
}

// loadPacks reads rule packs. It reports everything wrong with all of them.
func loadPacks(files []string) ([]*rules.Pack, error) {
	var packs []*rules.Pack
	var errs []error
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			errs = append(errs, fmt.Errorf("rule pack %s: %w", file, cause(err)))
			continue
		}
		pack, err := rules.Parse(file, data)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		packs = append(packs, pack)
	}
	if len(errs) > 0 {
		return nil, &usageError{errors.Join(errs...)}
	}
	return packs, nil
}

// A choice is a flag with a fixed set of values.
type choice struct {
	value string
	names []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "choice" }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.names, s) {
		return fmt.Errorf("there is only %s", strings.Join(c.names, ", "))
	}
	c.value = s
	return nil
}

// A size is a flag with a number of bytes, within the limits of --max-doc.
type size int

var sizeUnits = []struct {
	suffix string
	bytes  size
}{{"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10}}

func (s *size) Type() string { return "size" }

func (s *size) String() string {
	for _, u := range sizeUnits {
		if *s >= u.bytes && *s%u.bytes == 0 {
			return strconv.Itoa(int(*s/u.bytes)) + u.suffix
		}
	}
	return strconv.Itoa(int(*s))
}

func (s *size) Set(text string) error {
	digits := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(text), "B"), "I")
	unit := size(1)
	for _, u := range sizeUnits {
		if d, ok := strings.CutSuffix(digits, u.suffix); ok {
			digits, unit = d, u.bytes
		}
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return errors.New("want a number of bytes such as 65536, 512K, 8M or 1G")
	}
	if least, most := source.MinMaxDoc, clean.MaxDocument; n < 0 || n > most || size(n)*unit < size(least) || size(n)*unit > size(most) {
		return fmt.Errorf("must be from %d bytes to 1G", least)
	}
	*s = size(n) * unit
	return nil
}
