// Command shuck strips from scraped text what is not content, and accounts
// for every byte of it. See shuck --help.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() { os.Exit(realMain()) }

func realMain() int {
	if os.Getenv("GOGC") == "" {
		// Most of the heap is tables that stay: they need no room to be copied.
		debug.SetGCPercent(25)
	}
	ctx, stop := signal.NotifyContext(context.Background(), interrupts()...)
	defer stop()
	// A write to a closed pipe is to fail, not to kill: temporary files have
	// to be removed first.
	signal.Ignore(syscall.SIGPIPE)
	return run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}

// interrupts are the signals that end a run early, those aside that whoever
// started it had it ignore, as nohup does.
func interrupts() []os.Signal {
	signals := []os.Signal{syscall.SIGTERM} // never none, which would mean all
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signals = append(signals, s)
		}
	}
	return signals
}
