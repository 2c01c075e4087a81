package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Of the start of a document, how many bytes are looked at for the pattern of
// its zero bytes. Divisible by four.
const zeroSample = 4096

// zeroPattern recognises UTF-16 and UTF-32 without a byte order mark by where
// the zero bytes stand: the letters of Latin text, or at least the spaces and
// line breaks of other text, have them on one side. It returns "" for anything
// else.
func zeroPattern(src []byte) string {
	sample := src[:min(len(src), zeroSample)]
	var zeros, controls [4]int // by offset modulo four
	for i, b := range sample {
		if b == 0 {
			zeros[i%4]++
		}
		if b < ' ' {
			controls[i%4]++
		}
	}
	name, side := "", 0
	units := len(sample) / 4
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	switch {
	case units == 0:
		return ""
	case zeros[3] >= units && zeros[2] > units/2:
		return plausible(sample, utf32le)
	case zeros[0] >= units && zeros[1] > units/2:
		return plausible(sample, utf32be)
	case odd > 16*even: // a few letters, such as Ā, have their zero below
		name, side = utf16le, 1
	case even > 16*odd:
		name, side = utf16be, 0
	default:
		return ""
	}
	// The upper halves of all alphabets are control characters; those of
	// Chinese are not, but such text is no UTF-8 either, nor mostly ASCII with
	// a zero that strayed into it.
	alphabet := controls[side]+controls[side+2] > units
	if alphabet || max(even, odd) > len(sample)/64 && highBytes(sample) > len(sample)/8 && !utf8.Valid(src) {
		return plausible(sample, name)
	}
	return ""
}

// plausible returns name if sample decoded by it is text: hardly any damage, nor
// characters that text does not have. Otherwise it returns "".
func plausible(sample []byte, name string) string {
	read := wideReader(name)
	var buf []byte
	odd, all := 0, 0
	for at, n := 0, 0; at+4 <= len(sample); at += n {
		var ok bool
		buf, n, ok = read(buf[:0], sample[at:])
		r, _ := utf8.DecodeRune(buf)
		if !ok || !unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			odd++
		}
		all++
	}
	if odd > all/10 {
		return ""
	}
	return name
}

// isWide reports whether src, which is declared to be in the charset of that
// name, is UTF-16 without zero bytes, as Chinese may be. Half of its bytes are
// above ASCII then, while other text read so is no text.
func isWide(src []byte, name string) bool {
	if !strings.HasPrefix(name, "utf-16") {
		return false
	}
	sample := src[:min(len(src), zeroSample)]
	return highBytes(sample) > len(sample)/4 && plausible(sample, name) != ""
}

// highBytes returns how many bytes of b are above ASCII.
func highBytes(b []byte) int {
	n := 0
	for at := nextHigh(b, 0); at < len(b); at = nextHigh(b, at+1) {
		n++
	}
	return n
}
