package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), []string{"--record", "line"}, strings.NewReader("a\u00a0b\n"), &stdout, &stderr)
	if status != statusOK || stdout.String() != "a b\n" || stderr.Len() > 0 {
		t.Errorf("status %d, output %q, errors %q", status, stdout.String(), stderr.String())
	}
}

func TestInterruptDoesNotWaitForInput(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	in, w := io.Pipe()
	defer w.Close()
	go func() {
		w.Write([]byte("text")) // returns when it has been read
		interrupt()
	}()
	if status := run(ctx, nil, in, io.Discard, io.Discard); status != statusInterrupted {
		t.Errorf("status %d", status)
	}
}

func TestSize(t *testing.T) {
	for _, test := range []struct {
		in   string
		want size
		out  string
	}{
		{"64", 64, "64"}, {"65536", 64 << 10, "64K"}, {"512k", 512 << 10, "512K"}, {"8MiB", 8 << 20, "8M"},
		{"10MB", 10 << 20, "10M"}, {"1G", 1 << 30, "1G"}, {"1000", 1000, "1000"},
		{"", 0, ""}, {"63", 0, ""}, {"2G", 0, ""}, {"-1M", 0, ""}, {"1.5M", 0, ""}, {"9999999999999G", 0, ""}, {"M", 0, ""},
	} {
		var got size
		err := got.Set(test.in)
		if got != test.want || (err != nil) != (test.want == 0) {
			t.Errorf("%q: got %d, %v; want %d", test.in, got, err, test.want)
		}
		if err == nil && got.String() != test.out {
			t.Errorf("%q: got %s, want %s", test.in, got.String(), test.out)
		}
	}
}
