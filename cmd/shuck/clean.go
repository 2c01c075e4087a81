package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/sink"
	"github.com/shuck-text/shuck/clean/source"
)

var cleanCommand = &command{
	args:  "[FILE…]",
	short: "strip from scraped text what is not content",
	long: `Reads text or pages in HTML from the files, or from standard input, and writes the text without the lines and spans that are no content: bylines, share prompts, shortcodes, forum controls, legal tails and the like, and of pages menus and footers. It keeps when in doubt. Each input is one document unless --record says otherwise. Files compressed by gzip, zstd, bzip2 or xz are read as they are.

To clean a file that is named like a command, write ./rules.`,
	examples: []example{
		{"shuck page.txt > clean.txt", "clean a page"},
		{"curl -s URL | shuck", "print the content of a page in HTML"},
		{"shuck --profile page page.txt", "… of one that lost its tags"},
		{"shuck --record nul pages.gz | wc -w", "clean many, parted by NULs"},
		{"shuck explain page.txt", "see what goes, by which rule"},
		{"shuck --ledger l.jsonl page.txt > clean.txt", "keep the account, too …"},
		{"shuck restore --ledger l.jsonl clean.txt", "… and go back by it"},
		{"shuck --disable 'en/forum/*' page.txt", "do without some rules"},
		{"shuck --rules my.toml page.txt", "add rules of your own"},
	},
	flags: func(fs *pflag.FlagSet, o *options) {
		inputFlags(fs, o)
		fs.Var(&o.to, "to", "write `FORMAT`: text, or jsonl (for each document its text and account as a line of JSON)")
		outputFlag(fs, o)
		fs.StringVar(&o.ledger, "ledger", "", "write the account of every document to `FILE`")
		fs.Var(&o.offsets, "offsets", "`UNIT` of the offsets in ledger and jsonl: byte, rune or utf16 (only byte can be restored)")
		cleaningFlags(fs, o)
		fs.BoolVar(&o.stats, "stats", false, "print totals and what each rule did to standard error")
		fs.BoolVar(&o.version, "version", false, "print the version")
	},
	run: (*app).clean,
}

func (a *app) clean(o *options, files []string) error {
	if err := checkOutputs(o); err != nil {
		return err
	}
	c, err := o.cleaner()
	if err != nil {
		return err
	}
	s, err := a.openSinks(o)
	if err != nil {
		return err
	}
	defer s.discard()
	a.progress = a.newProgress(o, time.Now())
	err = a.eachDocument(o, c, files, s.write)
	a.progress.clear()
	if err != nil {
		return err
	}
	if err := a.checkOverwrite(o, files); err != nil {
		return err
	}
	if err := s.commit(); err != nil {
		return err
	}
	if o.stats {
		return s.stats.Print(a.stderr)
	}
	return nil
}

// checkOverwrite keeps a file from being written over by what came of it when
// not all of it could be cleaned.
func (a *app) checkOverwrite(o *options, files []string) error {
	if !a.failed {
		return nil
	}
	for _, output := range []string{o.output, o.ledger} {
		if a.reads(output, files) {
			return fmt.Errorf("%s: left as it was: it is input too, and not all of that was cleaned", output)
		}
	}
	return nil
}

// reads reports whether output is one of files, by whatever names.
func (a *app) reads(output string, files []string) bool {
	out, err := os.Stat(output)
	if err != nil {
		return false
	}
	if len(files) == 0 {
		files = []string{stdinName}
	}
	return slices.ContainsFunc(files, func(file string) bool {
		in := regular(a.stdin)
		if file != stdinName {
			in, _ = os.Stat(file) // nil if there is none
		}
		return in != nil && os.SameFile(in, out)
	})
}

func checkOutputs(o *options) error {
	switch {
	case o.ledger == "":
		return nil
	case o.to.value == "jsonl":
		return usagef("--to jsonl holds the account itself: leave --ledger out")
	case filepath.Clean(o.ledger) == filepath.Clean(o.output):
		return usagef("--ledger and --output are the same file")
	case o.ledger == stdinName:
		return usagef("--ledger needs a file; for text and account in one stream there is --to jsonl")
	}
	return nil
}

// sinks are the outputs of cleaning.
type sinks struct {
	main   *output
	ledger *output // nil without --ledger
	text   *sink.Text
	jsonl  *sink.JSONL // nil for text
	book   *sink.Ledger
	stats  sink.Stats
}

func (a *app) openSinks(o *options) (*sinks, error) {
	unit, _ := sink.ParseUnit(o.offsets.value)
	framing, _ := source.ParseFraming(o.record.value)
	s := &sinks{}
	var err error
	if s.main, err = a.create(o.output); err != nil {
		return nil, err
	}
	if o.to.value == "jsonl" {
		s.jsonl = sink.NewJSONL(s.main, unit)
		return s, nil
	}
	s.text = sink.NewText(s.main, framing.Separator())
	if o.ledger == "" {
		return s, nil
	}
	if s.ledger, err = a.create(o.ledger); err != nil {
		s.discard()
		return nil, err
	}
	s.book = sink.NewLedger(s.ledger, unit)
	return s, nil
}

func (s *sinks) write(d *doc.Document, r clean.Result) error {
	s.stats.Add(&r.Ledger)
	if s.jsonl != nil {
		return s.jsonl.Write(d, r.Text, &r.Ledger)
	}
	offset, err := s.text.Write(d, r.Text)
	if err != nil || s.book == nil {
		return err
	}
	return s.book.Write(d, r.Text, &r.Ledger, offset)
}

// commit writes what is left and makes the files appear.
func (s *sinks) commit() error {
	if s.jsonl != nil {
		if err := s.jsonl.Flush(); err != nil {
			return err
		}
		return s.main.commit()
	}
	if err := s.text.Flush(); err != nil {
		return err
	}
	if s.book != nil {
		if err := s.book.Flush(); err != nil {
			return err
		}
		if err := s.ledger.commit(); err != nil {
			return err
		}
	}
	return s.main.commit()
}

func (s *sinks) discard() {
	s.main.discard()
	if s.ledger != nil {
		s.ledger.discard()
	}
}
