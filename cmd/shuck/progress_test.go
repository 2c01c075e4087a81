package main

import (
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var b strings.Builder
	start := time.Unix(0, 0)
	p := progress{w: &b, next: start.Add(progressAfter)}
	p.clear() // nothing is shown yet
	p.add(1e6, start.Add(progressAfter-1))
	p.add(1e6, start.Add(progressAfter))
	p.add(1e6, start.Add(progressAfter+1))
	p.add(500_000, start.Add(progressAfter+progressEvery))
	p.clear()
	p.clear()
	want := "\r2.0 MB, 2 documents\x1b[K" + "\r3.5 MB, 4 documents\x1b[K" + "\r\x1b[K"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestNoProgressWithoutTerminal(t *testing.T) {
	a := &app{stdout: new(strings.Builder), stderr: new(strings.Builder)}
	p := a.newProgress(newOptions(), time.Time{})
	p.add(1, time.Unix(1, 0))
	if p.shown {
		t.Error("shown")
	}
}
