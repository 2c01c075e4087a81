package jsontext

import (
	"bytes"
	"testing"
)

// TestPlainLen compares eights with bytes, for every byte at every place.
func TestPlainLen(t *testing.T) {
	for c := range 256 {
		for at := range 20 {
			b := bytes.Repeat([]byte("é"), 10)
			b[at] = byte(c)
			want := len(b)
			if c < ' ' || c == '"' || c == '\\' {
				want = at
			}
			if got := PlainLen(b); got != want {
				t.Errorf("PlainLen(%q) = %d, want %d", b, got, want)
			}
		}
	}
}
