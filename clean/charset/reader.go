package charset

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/transform"
)

// readerOf returns the reader of a charset that has ASCII as its lower half.
func readerOf(name string) reader {
	switch name {
	case "gbk", "gb18030": // the standard decodes both alike
		return multiReader(simplifiedchinese.GB18030.NewDecoder(), gbLen)
	case "big5":
		return multiReader(traditionalchinese.Big5.NewDecoder(), pairLen)
	case "euc-kr":
		return multiReader(korean.EUCKR.NewDecoder(), pairLen)
	case "euc-jp":
		return multiReader(japanese.EUCJP.NewDecoder(), eucLen)
	case "shift_jis":
		return multiReader(japanese.ShiftJIS.NewDecoder(), sjisLen)
	}
	return singleReader(singleByte(name))
}

// singleByte returns the table of a charset of one byte per character.
func singleByte(name string) *charmap.Charmap {
	if name == "iso-8859-8-i" { // the same table; only its direction differs
		name = "iso-8859-8"
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		panic(fmt.Sprintf("charset: %q is no charset: %v", name, err))
	}
	return enc.(*charmap.Charmap)
}

func singleReader(table *charmap.Charmap) reader {
	return func(dst, src []byte) ([]byte, int, bool) {
		r := table.DecodeByte(src[0])
		if r == utf8.RuneError {
			return dst, 1, false
		}
		return utf8.AppendRune(dst, r), 1, true
	}
}

// multiReader returns a reader for a charset with characters of several bytes;
// length tells how many the one at the start of src has by its first bytes.
func multiReader(table transform.Transformer, length func(src []byte) int) reader {
	var buf [16]byte // no character of these charsets is more than two runes
	return func(dst, src []byte) ([]byte, int, bool) {
		n := min(length(src), len(src))
		written, _, err := table.Transform(buf[:], src[:n], true)
		if err == nil && !isDamaged(buf[:written]) {
			return append(dst, buf[:written]...), n, true
		}
		// A byte of ASCII after a broken start is not eaten with it, as in
		// the standard.
		for i := 1; i < n; i++ {
			if src[i] < utf8.RuneSelf {
				return dst, i, false
			}
		}
		return dst, n, false
	}
}

func isDamaged(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return r == utf8.RuneError
}

// pairLen is for Big5 and EUC-KR: two bytes from 0x81 on.
func pairLen(src []byte) int {
	if src[0] <= 0x80 || src[0] == 0xFF {
		return 1
	}
	return 2
}

// gbLen is for gb18030: a digit as second byte means four bytes.
func gbLen(src []byte) int {
	if n := pairLen(src); n == 1 || len(src) < 2 || src[1] < '0' || src[1] > '9' {
		return n
	}
	return 4
}

// eucLen is for EUC-JP: 0x8E begins a half-width katakana, 0x8F a character of
// JIS X 0212, which has three bytes.
func eucLen(src []byte) int {
	switch b := src[0]; {
	case b == 0x8F:
		return 3
	case b == 0x8E, b >= 0xA1 && b <= 0xFE:
		return 2
	}
	return 1
}

// sjisLen is for Shift_JIS: 0xA1 to 0xDF are half-width katakana.
func sjisLen(src []byte) int {
	if b := src[0]; b >= 0x81 && b <= 0x9F || b >= 0xE0 && b <= 0xFC {
		return 2
	}
	return 1
}
