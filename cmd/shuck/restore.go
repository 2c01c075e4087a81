package main

import (
	"fmt"
	"io"

	"github.com/spf13/pflag"

	"github.com/shuck-text/shuck/clean/sink"
)

var restoreCommand = &command{
	name:  "restore",
	args:  "[FILE]",
	short: "write the source back, byte for byte",
	long:  `Rebuilds what was cleaned from the clean text in FILE, or on standard input, and its ledger. Without --ledger, FILE is what --to jsonl wrote, which holds both. Every document is checked before and after; the first that does not fit ends the run with exit status 1.`,
	examples: []example{
		{"shuck restore --ledger l.jsonl clean.txt > page.txt", "from clean text and ledger"},
		{"shuck restore clean.jsonl > page.txt", "from what --to jsonl wrote"},
	},
	flags: func(fs *pflag.FlagSet, o *options) {
		fs.StringVar(&o.ledger, "ledger", "", "the ledger `FILE` that was written with the clean text")
		outputFlag(fs, o)
	},
	run: (*app).restore,
}

func (a *app) restore(o *options, files []string) error {
	if len(files) > 1 {
		return usagef("restore takes one file; see shuck restore --help")
	}
	file := stdinName
	if len(files) == 1 {
		file = files[0]
	} else {
		a.hintAtStdin()
	}
	if o.ledger == stdinName && file == stdinName {
		return usagef("ledger and clean text cannot both come from standard input")
	}
	in, err := a.open(file)
	if err != nil {
		return fmt.Errorf("%s: %w", file, cause(err))
	}
	defer in.Close()
	out, err := a.create(o.output)
	if err != nil {
		return err
	}
	defer out.discard()
	if err := a.restoreFrom(o.ledger, file, in, out); err != nil {
		return err
	}
	return out.commit()
}

// restoreFrom restores from the clean text in, or from in alone without a
// ledger.
func (a *app) restoreFrom(ledger, file string, in io.Reader, out io.Writer) error {
	if ledger == "" {
		if err := sink.Restore(in, nil, out); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		return nil
	}
	book, err := a.open(ledger)
	if err != nil {
		return fmt.Errorf("%s: %w", ledger, cause(err))
	}
	defer book.Close()
	if err := sink.Restore(book, in, out); err != nil {
		return fmt.Errorf("%s: %w", ledger, err)
	}
	return nil
}
