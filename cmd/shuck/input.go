package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/source"
)

// stdinName stands for standard input, on the command line and in ledgers.
const stdinName = "-"

// A use is what a command does with a cleaned document. An error ends the run.
type use func(*doc.Document, clean.Result) error

// eachDocument cleans the documents of files, or of standard input, and hands
// them to use. What cannot be read or cleaned is reported and left out.
func (a *app) eachDocument(o *options, c *clean.Cleaner, files []string, use use) error {
	if len(files) == 0 {
		a.hintAtStdin()
		files = []string{stdinName}
	}
	for _, file := range files {
		in, err := a.open(file)
		if err != nil {
			a.fail("%s: %v%s", file, cause(err), commandHint(file))
			continue
		}
		err = a.eachRecord(o, c, file, in, use)
		in.Close() // it was only read
		if err != nil {
			return err
		}
	}
	return nil
}

// eachRecord is eachDocument for one input.
func (a *app) eachRecord(o *options, c *clean.Cleaner, file string, in io.Reader, use use) error {
	framing, _ := source.ParseFraming(o.record.value)
	text := source.NewText(in, file, framing, int(o.maxDoc))
	for record := 1; ; record++ {
		if err := a.ctx.Err(); err != nil {
			return err
		}
		d, err := text.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			a.failRead(file, err)
			return nil
		}
		if text.Chunk() == 1 {
			a.note("%s: record %d, byte %d: longer than --max-doc %s, so cleaned in chunks", file, record, d.Offset, o.maxDoc.String())
		}
		d.Format = formats[o.from.value]
		result, err := c.Clean(d)
		if err != nil {
			// The encoding is the file's: the rest would fare no better.
			a.fail("%s: record %d, byte %d: %v; nothing from here on was cleaned", file, record, d.Offset, err)
			return nil
		}
		if err := use(d, result); err != nil {
			return err
		}
		a.progress.add(len(d.Source), time.Now())
	}
}

// commandHint says what was probably meant by a missing file with the name of
// a command.
func commandHint(file string) string {
	if cmd, _ := findCommand([]string{file}); cmd == commands[0] {
		return ""
	}
	return "; a command comes first: shuck " + file
}

func (a *app) failRead(file string, err error) {
	var re *source.ReadError
	if errors.As(err, &re) {
		a.fail("%s: record %d, byte %d: %v; the record was left out", file, re.Record, re.Offset, cause(re.Err))
		return
	}
	a.fail("%s: %v", file, err)
}

// open opens an input. It refuses one that standard output appends to, which
// would never end, or which the shell emptied a moment ago.
func (a *app) open(file string) (io.ReadCloser, error) {
	if file == stdinName {
		if sameFile(a.stdin, a.stdout) {
			return nil, errInputIsOutput
		}
		return io.NopCloser(a.stdin), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	if err := a.checkInput(f); err != nil {
		f.Close() // it was only looked at
		return nil, err
	}
	return f, nil
}

var errInputIsOutput = errors.New("input is output as well; to write over an input, use --output")

func (a *app) checkInput(f *os.File) error {
	info, err := f.Stat()
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return syscall.EISDIR
	case sameFile(f, a.stdout):
		return errInputIsOutput
	}
	return nil
}

// sameFile reports whether in and out are one regular file.
func sameFile(in, out any) bool {
	i, o := regular(in), regular(out)
	return i != nil && o != nil && os.SameFile(i, o)
}

// regular returns what is known of the regular file that stream is, or nil.
func regular(stream any) fs.FileInfo {
	f, ok := stream.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		return info
	}
	return nil
}

// hintAtStdin tells someone at a terminal why nothing happens.
func (a *app) hintAtStdin() {
	if isTerminal(a.stdin) {
		a.note("reading standard input; end it with Ctrl-D, or see shuck --help")
	}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// cause returns what went wrong without the path, which the message names
// already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
