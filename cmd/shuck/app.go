package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
)

// Exit statuses. They are part of the interface: see the help.
const (
	statusOK          = 0
	statusFailed      = 1
	statusUsage       = 2
	statusInterrupted = 128 + int(syscall.SIGINT)
	statusPipe        = 128 + int(syscall.SIGPIPE)
)

// An app is one run of the command.
type app struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	temps          temps
	progress       progress
	failed         bool // something was reported and the rest done all the same
}

// run executes the command and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}
	done := make(chan int, 1)
	go func() { done <- a.status(a.dispatch(args)) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
		// Not waiting for done: it may be blocked in a read for ever.
		a.temps.removeAll()
		return statusInterrupted
	}
}

// status reports err, if any, and returns the exit status for it.
func (a *app) status(err error) int {
	var usage *usageError
	switch {
	case err == nil && !a.failed:
		return statusOK
	case err == nil:
		return statusFailed
	case errors.Is(err, syscall.EPIPE):
		return statusPipe // who closed the pipe knows
	case a.ctx.Err() != nil:
		return statusInterrupted
	case errors.As(err, &usage):
		a.complain(err)
		return statusUsage
	default:
		a.complain(err)
		return statusFailed
	}
}

// complain writes an error to standard error, each of its lines with the name
// of the program.
func (a *app) complain(err error) {
	for line := range strings.Lines(err.Error()) {
		a.note("%s", strings.TrimSuffix(line, "\n"))
	}
}

// note writes a line to standard error. There is nowhere to report that this
// failed.
func (a *app) note(format string, args ...any) {
	a.progress.clear()
	fmt.Fprintf(a.stderr, "shuck: "+format+"\n", args...)
}

// fail reports an error that does not keep the rest from being done.
func (a *app) fail(format string, args ...any) {
	a.failed = true
	a.note(format, args...)
}

// A usageError is a mistake in the command line or in a rule file. Nothing has
// been done when it is returned.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return &usageError{fmt.Errorf(format, args...)} }
