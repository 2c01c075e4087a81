package charset

import "encoding/binary"

// nextHigh returns the offset of the first byte of src from at on that is not
// ASCII, or len(src).
func nextHigh(src []byte, at int) int {
	const high = 0x8080808080808080
	for ; at+8 <= len(src); at += 8 {
		if binary.LittleEndian.Uint64(src[at:])&high != 0 {
			break
		}
	}
	for at < len(src) && src[at] < 0x80 {
		at++
	}
	return at
}
