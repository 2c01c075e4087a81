package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// How long a run takes before progress is shown, and how long a figure stands.
const (
	progressAfter = 2 * time.Second
	progressEvery = time.Second / 5
)

// A progress tells someone who waits at a terminal how far a long run is: one
// line on standard error that is written over and over.
type progress struct {
	w         io.Writer // nil: say nothing
	next      time.Time // when to show something
	documents int64
	bytes     int64 // of their sources
	shown     bool
}

// newProgress returns a progress that says nothing unless standard error is a
// terminal and nothing else is written there: output goes to a file, not to
// the same terminal and not into a pipe, at the end of which may be a pager.
func (a *app) newProgress(o *options, now time.Time) progress {
	if !isTerminal(a.stderr) || !isFile(a.stdout) && (o.output == "" || o.output == stdinName) {
		return progress{}
	}
	return progress{w: a.stderr, next: now.Add(progressAfter)}
}

// isFile reports whether stream is a file or something like /dev/null: no
// terminal, pipe or socket.
func isFile(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok || isTerminal(f) {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) == 0
}

// add counts a document of n bytes that was dealt with at a time.
func (p *progress) add(n int, now time.Time) {
	p.documents++
	p.bytes += int64(n)
	if p.w == nil || now.Before(p.next) {
		return
	}
	p.next = now.Add(progressEvery)
	p.shown = true
	fmt.Fprintf(p.w, "\r%.1f MB, %s%s", float64(p.bytes)/1e6, count(int(p.documents), "document"), eraseLine)
}

// eraseLine erases from the cursor to the end of the line.
const eraseLine = "\x1b[K"

// clear makes room for something else.
func (p *progress) clear() {
	if p.shown {
		p.shown = false
		fmt.Fprint(p.w, "\r"+eraseLine)
	}
}
