package charset

import (
	"bytes"
	"unicode/utf8"
)

// The character sets that ISO-2022-JP switches between.
type jisSet uint8

const (
	jisASCII jisSet = iota
	jisRoman        // ASCII but for the yen sign and the overline
	jisKatakana
	jisPairs // JIS X 0208, two bytes per character
)

const escape = 0x1B

// jisEscapes are the escape sequences, less their first byte.
var jisEscapes = map[string]jisSet{
	"(B": jisASCII,
	"(J": jisRoman,
	"(I": jisKatakana,
	"$@": jisPairs,
	"$B": jisPairs,
}

// jisEscape returns the set that the escape sequence at the start of src
// switches to.
func jisEscape(src []byte) (set jisSet, ok bool) {
	if len(src) < 3 || src[0] != escape {
		return 0, false
	}
	set, ok = jisEscapes[string(src[1:3])]
	return set, ok
}

// isJIS reports whether src is ISO-2022-JP: only seven bits, and in it a pair
// in JIS X 0208 after its escape sequence.
func isJIS(src []byte) bool {
	at := bytes.IndexByte(src, escape)
	if at < 0 || nextHigh(src, 0) < len(src) {
		return false
	}
	j := newJISReader()
	for at >= 0 && at+5 <= len(src) {
		if set, ok := jisEscape(src[at:]); ok && set == jisPairs {
			j.set = set
			_, _, ok := j.read(nil, src[at+3:])
			return ok
		}
		next := bytes.IndexByte(src[at+1:], escape)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return false
}

// A jisReader reads ISO-2022-JP and keeps its state.
type jisReader struct {
	set  jisSet
	euc  [2]byte
	pair reader // of EUC-JP, which has the same pairs with the high bits set
}

func newJISReader() *jisReader { return &jisReader{pair: readerOf("euc-jp")} }

// read is a [reader]; an escape sequence is a character that stands for
// nothing. Control characters stand for themselves in every set, and the end
// of a line ends the set, as RFC 1468 has it.
func (j *jisReader) read(dst, src []byte) ([]byte, int, bool) {
	b := src[0]
	if set, ok := jisEscape(src); ok {
		j.set = set
		return dst, 3, true
	}
	switch {
	case b == '\n' || b == '\r':
		j.set = jisASCII
		return append(dst, b), 1, true
	case b >= utf8.RuneSelf:
		return dst, 1, false
	case b <= ' ' || b == 0x7F:
		return append(dst, b), 1, true
	}
	switch j.set {
	case jisRoman:
		return append(dst, romanChar(b)...), 1, true
	case jisKatakana:
		if b > 0x5F {
			return dst, 1, false
		}
		return utf8.AppendRune(dst, '\uFF61'+rune(b-0x21)), 1, true
	case jisPairs:
		return j.readPair(dst, src)
	}
	return append(dst, b), 1, true
}

func (j *jisReader) readPair(dst, src []byte) ([]byte, int, bool) {
	if len(src) < 2 || src[1] <= ' ' || src[1] >= 0x7F {
		return dst, 1, false
	}
	j.euc = [2]byte{src[0] | 0x80, src[1] | 0x80}
	return j.pair(dst, j.euc[:])
}

func romanChar(b byte) string {
	switch b {
	case '\\':
		return "¥"
	case '~':
		return "‾"
	}
	return string(rune(b))
}

// decodeJIS decodes ISO-2022-JP. A run includes the escape sequences about it.
func decodeJIS(src []byte, emit Emit) {
	j := newJISReader()
	var r run
	for at := 0; at < len(src); {
		if j.plain(src[at:]) {
			at++
			continue
		}
		r.start, r.text = at, r.text[:0]
		for at < len(src) && at-r.start < maxRun && !j.plain(src[at:]) {
			next := r.read(src, at, j.read)
			if next == at {
				break
			}
			at = next
		}
		r.emit(at, emit)
	}
}

// plain reports whether the first byte of src stands for itself and nothing
// ends with it.
func (j *jisReader) plain(src []byte) bool {
	if j.set != jisASCII || src[0] >= utf8.RuneSelf {
		return false
	}
	_, isEscape := jisEscape(src)
	return !isEscape
}
