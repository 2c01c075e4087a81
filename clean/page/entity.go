package page

import (
	"html"
)

// referenceEnd returns the length of what may be a character reference at the
// start of text, which is "&": the longest it can be, for a name may turn out
// to be shorter ("&notit;" is "¬it;"), and 1 if it cannot be one.
func referenceEnd(text []byte) int {
	n := 1
	if n < len(text) && text[n] == '#' {
		n++
	}
	for n < len(text) && (letter(text[n]) || '0' <= text[n] && text[n] <= '9') {
		n++
	}
	if n < len(text) && text[n] == ';' {
		n++
	}
	return n
}

// decodeReference returns the length of the character reference that text
// begins with, and what it stands for. The length is 0 if it is none.
func decodeReference(text []byte) (size int, decoded string) {
	n := referenceEnd(text)
	if n < 3 {
		return 0, ""
	}
	raw := string(text[:n])
	decoded = html.UnescapeString(raw)
	if decoded == raw {
		return 0, ""
	}
	for len(decoded) > 1 && n > 1 && decoded[len(decoded)-1] == raw[n-1] { // a shorter name
		decoded, n = decoded[:len(decoded)-1], n-1
	}
	return n, decoded
}

// spaceReference returns the length of a character reference to white space
// at the start of text, or 0 if there is none.
func spaceReference(text []byte) int {
	if len(text) < 4 || text[1] != '#' && text[1] != 'T' && text[1] != 'N' { // &Tab; &NewLine;
		return 0
	}
	size, decoded := decodeReference(text)
	if size > 0 && len(decoded) == 1 && (space(decoded[0])) {
		return size
	}
	return 0
}
