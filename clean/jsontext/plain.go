// Package jsontext holds what reading and writing JSON by its bytes share.
package jsontext

import (
	"encoding/binary"
	"math/bits"
)

// PlainLen returns how many bytes at the start of b stand for themselves in a
// JSON string: not '"', not '\\', and no control characters. It looks at eight
// at once. In each of the three terms the lowest bit that is set is a true one;
// a borrow can only make false ones above it.
func PlainLen(b []byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; len(b)-i >= 8; i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		quote, slash := x^ones*'"', x^ones*'\\'
		special := ((x-ones*' ')&^x | (quote-ones)&^quote | (slash-ones)&^slash) & highs
		if special != 0 {
			return i + bits.TrailingZeros64(special)/8
		}
	}
	for i < len(b) && b[i] >= ' ' && b[i] != '"' && b[i] != '\\' {
		i++
	}
	return i
}
