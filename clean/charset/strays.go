package charset

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// utf8Share returns, of the bytes of sample above 0x7F, the share that belongs to
// characters in UTF-8, surrogates included.
func utf8Share(sample []byte) float64 {
	sound, all := 0, 0
	for at := nextHigh(sample, 0); at < len(sample); at = nextHigh(sample, at) {
		_, n := utf8.DecodeRune(sample[at:])
		if n == 1 {
			if _, pair := surrogates(sample[at:]); pair > 0 {
				n = pair
			}
		}
		if n > 1 {
			sound += n
		}
		all += n
		at += n
	}
	return float64(sound) / float64(max(all, 1))
}

// readStray is a [reader] that takes bytes for strays without a look at their
// neighbours.
func readStray(dst, src []byte) ([]byte, int, bool) {
	if r, n := utf8.DecodeRune(src); r != utf8.RuneError || n > 1 {
		return append(dst, src[:n]...), n, true
	}
	return utf8.AppendRune(dst, charmap.Windows1252.DecodeByte(src[0])), 1, true
}
