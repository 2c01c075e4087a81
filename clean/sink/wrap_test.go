package sink

import (
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"short", "one line", "one line"},
		{"empty", "", ""},
		{"exactly full", "twenty columns wide.", "twenty columns wide."},
		{"at a space", "twenty columns wide and more", "twenty columns wide\n  and more"},
		{"several spaces", "twenty columns wide.   And more", "twenty columns wide.\n  And more"},
		{"long word", strings.Repeat("x", 45), strings.Repeat("x", 20) + "\n  " + strings.Repeat("x", 20) + "\n  xxxxx"},
		{"wide", strings.Repeat("語", 11), strings.Repeat("語", 10) + "\n  語"},
		{"marks", strings.Repeat("e\u0301", 20), strings.Repeat("e\u0301", 20)},
		{"colour", "\x1b[31mtwenty columns wide.\x1b[0m", "\x1b[31mtwenty columns wide.\x1b[0m"},
		{"colour over a break", "\x1b[31mtwenty columns wide and\x1b[0m", "\x1b[31mtwenty columns wide\n  and\x1b[0m"},
		{"tab", "a\tb\tc\td", "a\tb\tc\n  \td"},
	} {
		if got := wrap(test.text, 2, 22); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestWrapWithoutRoom(t *testing.T) {
	text := strings.Repeat("word ", 30)
	for _, columns := range []int{0, 10, 29} {
		if got := wrap(text, 10, columns); got != text {
			t.Errorf("%d columns: got %q", columns, got)
		}
	}
}
