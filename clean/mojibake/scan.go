package mojibake

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// scanRun reads the run of characters beyond ASCII that begins at i, as far as
// there is nothing odd in it: anything but letters of one script, or letters that
// change from lower case to upper. It returns where it stopped.
func scanRun(text []byte, i int) (end int, odd bool) {
	last := anyLetter
	if i > 0 && text[i-1] >= 'a' && text[i-1] <= 'z' {
		last = asciiLower
	}
	for i < len(text) && text[i] >= utf8.RuneSelf {
		var l letter
		n := 2
		if b := text[i]; b < 0xE0 {
			l = letters[rune(b&0x1F)<<6|rune(text[i+1]&0x3F)]
		} else {
			var id uint16
			if id, n = charAt(text, i); id == 0 {
				return i, false
			}
			l = chars[id].letter
		}
		if !last.before(l) {
			return i, true
		}
		last = l
		i += n
	}
	// "ABc" is odd as well, if "c" is ASCII.
	return i, i < len(text) && last.isUpper() && text[i] >= 'a' && text[i] <= 'z'
}

// letters has the letters below U+0800.
var letters = func() (letters [0x800]letter) {
	for r := range letters {
		letters[r] = letterOf(rune(r))
	}
	return letters
}()

// letter is what a run knows of a character: its script and its case.
type letter uint8

const (
	noLetter letter = iota // not a letter, or one that is rare
	anyLetter
	caseBits   = 3 // of those above
	lowerCase  = 1
	upperCase  = 2
	asciiLower = letter(latin)<<2 | lowerCase
)

// letterOf returns the letter that r is.
func letterOf(r rune) letter {
	t := traitOf(r)
	switch {
	case !t.isLetter() || t.bits >= rareLetter || t.script == common:
		return noLetter
	case t.kind == lower:
		return letter(t.script)<<2 | lowerCase
	case t.kind == upper:
		return letter(t.script)<<2 | upperCase
	}
	return letter(t.script) << 2
}

func (l letter) isUpper() bool { return l > anyLetter && l&caseBits == upperCase }

// before reports whether m may follow l in a word.
func (l letter) before(m letter) bool {
	switch {
	case l == noLetter || m == noLetter:
		return false
	case l == anyLetter:
		return true
	}
	return l>>2 == m>>2 && !(l&caseBits == lowerCase && m&caseBits == upperCase)
}

// charAt returns the index in chars and the length of the character at i,
// which is not ASCII. Most of what no page has is told by its first bytes.
func charAt(text []byte, i int) (id uint16, n int) {
	b := text[i]
	switch {
	case b < 0xE0:
		return charIDs[rune(b&0x1F)<<6|rune(text[i+1]&0x3F)], 2
	case b == 0xE2 && text[i+1] < 0x98, b == 0xE0 && text[i+1] >= 0xB8:
		return charIDs[rune(b&0x0F)<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F)], 3
	case b == 0xEF:
		r, n := utf8.DecodeRune(text[i:])
		return charID(r), n
	case b < 0xF0:
		return 0, 3
	}
	return 0, 4
}

// skipForeign returns the end of the run of characters that begins at i and
// are not in any page.
func skipForeign(text []byte, i int) int {
	for i < len(text) && text[i] >= utf8.RuneSelf {
		if b := text[i]; b >= 0xE3 && b < 0xEF {
			i += 3
			continue
		}
		id, n := charAt(text, i)
		if id != 0 {
			break
		}
		i += n
	}
	return i
}

// skipASCII returns the end of the run of ASCII that begins at i. It looks at
// eight bytes at a time.
func skipASCII(text []byte, i int) int {
	const high = 0x8080808080808080
	for ; i+8 <= len(text); i += 8 {
		if w := binary.LittleEndian.Uint64(text[i:]) & high; w != 0 {
			return i + bits.TrailingZeros64(w)/8
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}
