package sink

import (
	"strings"
	"testing"
)

func TestRuler(t *testing.T) {
	text := []byte("aé€😀\xff\xfeb")
	for _, test := range []struct {
		unit Unit
		want []int // at each byte offset, the end included
	}{
		{Byte, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}},
		{Rune, []int{0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6, 7}},
		{UTF16, []int{0, 1, 2, 2, 3, 3, 3, 5, 5, 5, 5, 6, 7, 8}},
	} {
		r := ruler{unit: test.unit}
		r.reset(text)
		for offset, want := range test.want {
			if got := r.at(offset); got != want {
				t.Errorf("%s: byte %d is at %d, want %d", test.unit, offset, got, want)
			}
		}
	}
}

func TestRulerOfLongText(t *testing.T) {
	const n = 5000
	r := ruler{unit: UTF16}
	r.reset([]byte(strings.Repeat("😀", n)))
	for i := 0; i <= n; i += 7 {
		if got := r.at(4 * i); got != 2*i {
			t.Fatalf("byte %d is at %d, want %d", 4*i, got, 2*i)
		}
	}
}
