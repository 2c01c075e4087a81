package stage

import (
	"unicode"
	"unicode/utf8"
)

// nextFolded returns the first significant rune of text at or after i, in
// lower case, and the offset after it; size 0 means there is none. Letters,
// marks, digits and symbols are significant. Punctuation and white space are
// not, except what joins two digits: 3.5 is not 35.
func nextFolded(text []byte, i int) (r rune, next int) {
	for i < len(text) {
		r, n := utf8.DecodeRune(text[i:])
		i += n
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			return r, i
		case unicode.IsSpace(r), unicode.IsControl(r):
		case !unicode.IsPunct(r):
			return unicode.ToLower(r), i
		case isDigit(text, i) && i > n && isDigit(text, i-n-1):
			return r, i
		}
	}
	return 0, len(text)
}

func isDigit(text []byte, i int) bool {
	return i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// sameText reports whether a and b have the same significant runes.
func sameText(a, b []byte) bool {
	for i, j := 0, 0; ; {
		var x, y rune
		x, i = nextFolded(a, i)
		y, j = nextFolded(b, j)
		if x != y {
			return false
		}
		if x == 0 {
			return true
		}
	}
}
