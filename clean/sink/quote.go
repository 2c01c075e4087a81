package sink

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/jsontext"
)

// appendQuoted appends text, which is UTF-8, as a string. Texts are long, so
// unlike appendString it copies run after run, found eight bytes at a time.
func appendQuoted(dst, text []byte) []byte {
	dst = append(dst, '"')
	for {
		n := jsontext.PlainLen(text)
		dst = append(dst, text[:n]...)
		if n == len(text) {
			return append(dst, '"')
		}
		dst = appendEscape(dst, text[n])
		text = text[n+1:]
	}
}

func isASCII(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendASCII appends text as a string in ASCII: with escapes for all other
// characters. What is not UTF-8 becomes U+FFFD.
func appendASCII(dst, text []byte) []byte {
	dst = append(dst, '"')
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && plain(text[i]) {
			i++
		}
		dst = append(dst, text[start:i]...)
		if i == len(text) {
			break
		}
		if text[i] < utf8.RuneSelf {
			dst = appendEscape(dst, text[i])
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		i += n
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			dst = appendUnit(dst, high)
			r = low
		}
		dst = appendUnit(dst, r)
	}
	return append(dst, '"')
}

// appendUnit appends a UTF-16 code unit as an escape.
func appendUnit(dst []byte, u rune) []byte {
	return append(dst, '\\', 'u', hex[u>>12&15], hex[u>>8&15], hex[u>>4&15], hex[u&15])
}
