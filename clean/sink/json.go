package sink

import (
	"encoding/base64"
	"strconv"
	"unicode/utf8"
)

// The functions below append JSON to dst. They take the place of
// encoding/json, which would spend more time on a ledger than cleaning does.

// appendString appends s as a string. What is not UTF-8 becomes U+FFFD.
func appendString[T string | []byte](dst []byte, s T) []byte {
	dst = append(dst, '"')
	done := 0
	for i := 0; i < len(s); {
		if plain(s[i]) {
			i++
			continue
		}
		n := 1
		if s[i] >= utf8.RuneSelf {
			var r rune
			if r, n = utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))])); r != utf8.RuneError || n > 1 {
				i += n
				continue
			}
		}
		dst = append(dst, s[done:i]...)
		dst = appendEscape(dst, s[i])
		i += n
		done = i
	}
	dst = append(dst, s[done:]...)
	return append(dst, '"')
}

// plain reports whether c stands for itself in a string. DEL is escaped too,
// so that a ledger is safe to look at in a terminal.
func plain(c byte) bool { return ' ' <= c && c < 0x7f && c != '"' && c != '\\' }

const hex = "0123456789abcdef"

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	if c >= utf8.RuneSelf {
		return append(dst, `\ufffd`...)
	}
	return append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

// appendBytes appends a member with the bytes b, which need not be UTF-8,
// after a comma: `,"old":"…"` or `,"old64":"…"`.
func appendBytes(dst []byte, name string, b []byte) []byte {
	dst = append(dst, `,"`...)
	dst = append(dst, name...)
	if utf8.Valid(b) {
		dst = append(dst, `":`...)
		return appendString(dst, b)
	}
	dst = append(dst, `64":"`...)
	dst = base64.StdEncoding.AppendEncode(dst, b)
	return append(dst, '"')
}

// appendMember appends a member with the string s, after a comma.
func appendMember(dst []byte, name, s string) []byte {
	dst = append(dst, `,"`...)
	dst = append(dst, name...)
	dst = append(dst, `":`...)
	return appendString(dst, s)
}

// appendInt appends text and then n.
func appendInt(dst []byte, text string, n int64) []byte {
	dst = append(dst, text...)
	return strconv.AppendInt(dst, n, 10)
}

// appendHex appends n as eight hexadecimal digits.
func appendHex(dst []byte, n uint32) []byte {
	for shift := 28; shift >= 0; shift -= 4 {
		dst = append(dst, hex[n>>shift&15])
	}
	return dst
}
