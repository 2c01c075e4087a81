package source

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// appendUnescaped appends what s, the inside of a valid JSON string, stands
// for. Half of a surrogate pair stands for no character; it becomes U+FFFD.
// Bytes that are not UTF-8 stay as they are.
func appendUnescaped(dst, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		if s[i+1] == 'u' {
			r, n := codePoint(s[i:])
			dst = utf8.AppendRune(dst, r)
			s = s[i+n:]
			continue
		}
		dst = append(dst, unescaped(s[i+1]))
		s = s[i+2:]
	}
}

// unescaped returns what a backslash and c stand for.
func unescaped(c byte) byte {
	switch c {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	default:
		return c
	}
}

// codePoint returns the character of the one or two \u escapes that s begins
// with, and their length.
func codePoint(s []byte) (r rune, n int) {
	r, _ = unhex(s[2:])
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		low, _ := unhex(s[8:])
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return utf8.RuneError, 6
}

// unhex reads four hexadecimal digits.
func unhex(s []byte) (r rune, ok bool) {
	if len(s) < 4 {
		return 0, false
	}
	for _, c := range s[:4] {
		switch {
		case isDigit(c):
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
