package stage

import "encoding/binary"

// A byteSet has a 1 for each byte in it.
type byteSet [256]uint8

func (s *byteSet) add(b byte) { s[b] = 1 }

// next returns the offset of the first byte of s in text at or after i, or the
// length of text. It looks at eight bytes at a time; printable ASCII, of which
// no set has any, costs least.
func (s *byteSet) next(text []byte, i int) int {
	const low, high = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(text); i += 8 {
		w := binary.LittleEndian.Uint64(text[i:])
		// A byte below 0x20 or above 0x7E shows in its high bit.
		if ((w-0x20*low)|(w+low)|w)&high != 0 && s.anyOf(text[i:i+8:i+8]) {
			break
		}
	}
	for i < len(text) && s[text[i]] == 0 {
		i++
	}
	return i
}

// anyOf reports whether one of the eight bytes of b is in s.
func (s *byteSet) anyOf(b []byte) bool {
	_ = b[7]
	return s[b[0]]|s[b[1]]|s[b[2]]|s[b[3]]|s[b[4]]|s[b[5]]|s[b[6]]|s[b[7]] != 0
}
