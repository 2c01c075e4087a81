package charset

import (
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
	"golang.org/x/text/encoding/charmap"
)

// repair proposes edits for what is no UTF-8 in src from at on.
func repair(src []byte, at int, emit Emit) {
	if utf8.Valid(src[at:]) {
		return
	}
	for at = nextHigh(src, at); at < len(src); at = nextHigh(src, at) {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n == 1 {
			n = repairAt(src, at, emit)
		}
		at += n
	}
}

// repairAt repairs the bytes at src[at:] and returns how many they are.
func repairAt(src []byte, at int, emit Emit) int {
	if r, n := surrogates(src[at:]); n > 0 {
		kind := Surrogates
		if r == utf8.RuneError {
			kind = Damaged
		}
		emit(edit.Span{Start: at, End: at + n}, string(r), kind)
		return n
	}
	if n := cutOff(src, at); n > 0 {
		emit(edit.Span{Start: at, End: at + n}, "\uFFFD", Damaged)
		return n
	}
	r := strayRune(src, at)
	if r == utf8.RuneError {
		emit(edit.Span{Start: at, End: at + 1}, "\uFFFD", Damaged)
	} else {
		emit(edit.Span{Start: at, End: at + 1}, string(r), Stray)
	}
	return 1
}

// surrogates reads surrogates in three bytes each at the start of b: a pair of
// them is a character, one alone is U+FFFD.
func surrogates(b []byte) (r rune, n int) {
	first, ok := surrogate(b)
	if !ok {
		return 0, 0
	}
	if second, ok := surrogate(b[3:]); ok {
		if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
			return r, 6
		}
	}
	return utf8.RuneError, 3
}

// surrogate reads the three bytes of a surrogate, as UTF-8 would write it if
// it did.
func surrogate(b []byte) (r rune, ok bool) {
	if len(b) < 3 || b[0] != 0xED || b[1]&0xE0 != 0xA0 || b[2]&0xC0 != 0x80 {
		return 0, false
	}
	return 0xD000 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F), true
}

// cutOff returns the length of the start of a character whose end is missing,
// at src[at:], or 0. One byte shows a cut only at the end of the text, and a
// byte that begins a character is a letter in windows-1252: after a letter, as
// in the é” of “café”, it is that, if it is not a capital.
func cutOff(src []byte, at int) int {
	n := startLen(src[at:])
	switch {
	case n == 0, n == 1 && at+n < len(src):
		return 0
	case at > 0 && endsLetter(src[at-1]) && src[at] >= 0xE0:
		return 0
	}
	return n
}

// startLen returns how many bytes at the start of b could go on to be one
// character in UTF-8.
func startLen(b []byte) int {
	n := 1
	for n <= len(b) && n < utf8.UTFMax && !utf8.FullRune(b[:n]) {
		n++
	}
	return n - 1
}

// strayRune returns what the stray byte src[at] stands for: its character in
// windows-1252, or U+FFFD. A Latin letter beside a letter of another script is
// not what was meant there, but quotes and dashes may be.
func strayRune(src []byte, at int) rune {
	r := charmap.Windows1252.DecodeByte(src[at])
	if !isTypographic(r) && besideForeign(src, at) {
		return utf8.RuneError
	}
	return r
}

// isTypographic reports whether r is one of the marks that writers of any
// script take from windows-1252.
func isTypographic(r rune) bool {
	switch r {
	case '…', '‘', '’', '“', '”', '•', '–', '—', '«', '»', '\u00A0':
		return true
	}
	return false
}

// besideForeign reports whether a letter that is not Latin stands next to the
// byte src[at].
func besideForeign(src []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(src[:at])
	after, _ := utf8.DecodeRune(src[at+1:])
	return isForeign(before) || isForeign(after)
}

func isForeign(r rune) bool {
	return r >= 0x250 && r != utf8.RuneError && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
}

// endsLetter reports whether b is a letter of ASCII, or another stray byte that
// is one: no character in UTF-8 ends in a byte from 0xC0 on.
func endsLetter(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0xC0
}
