package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// marks are the byte order marks. That of UTF-16LE begins that of UTF-32LE, so
// the longer ones come first.
var marks = []struct {
	bytes []byte
	name  string
}{
	{[]byte("\xFF\xFE\x00\x00"), utf32le},
	{[]byte("\x00\x00\xFE\xFF"), utf32be},
	{[]byte("\xEF\xBB\xBF"), utf8Name},
	{[]byte("\xFF\xFE"), utf16le},
	{[]byte("\xFE\xFF"), utf16be},
}

// marked returns the charset of the byte order mark that begins src, or "".
func marked(src []byte) string {
	for _, m := range marks {
		if bytes.HasPrefix(src, m.bytes) {
			return m.name
		}
	}
	return ""
}

// markLen returns the length in bytes of the charset's own mark before src.
func markLen(src []byte, name string) int {
	for _, m := range marks {
		if m.name == name && bytes.HasPrefix(src, m.bytes) {
			return len(m.bytes)
		}
	}
	return 0
}

// wideReader returns the reader of a form of UTF-16 or UTF-32.
func wideReader(name string) reader {
	switch name {
	case utf16le:
		return utf16Reader(binary.LittleEndian)
	case utf16be:
		return utf16Reader(binary.BigEndian)
	case utf32le:
		return utf32Reader(binary.LittleEndian)
	}
	return utf32Reader(binary.BigEndian)
}

func utf16Reader(order binary.ByteOrder) reader {
	return func(dst, src []byte) ([]byte, int, bool) {
		if len(src) < 2 {
			return dst, len(src), false
		}
		r := rune(order.Uint16(src))
		if !utf16.IsSurrogate(r) {
			return utf8.AppendRune(dst, r), 2, true
		}
		if len(src) >= 4 {
			r = utf16.DecodeRune(r, rune(order.Uint16(src[2:])))
			if r != utf8.RuneError {
				return utf8.AppendRune(dst, r), 4, true
			}
		}
		return dst, 2, false
	}
}

func utf32Reader(order binary.ByteOrder) reader {
	return func(dst, src []byte) ([]byte, int, bool) {
		if len(src) < 4 {
			return dst, len(src), false
		}
		v := order.Uint32(src)
		if v > utf8.MaxRune || !utf8.ValidRune(rune(v)) {
			return dst, 4, false
		}
		return utf8.AppendRune(dst, rune(v)), 4, true
	}
}
