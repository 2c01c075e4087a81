package rules

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Words counts the words of text. A word is a run of letters, marks and
// digits. Scripts that put no spaces between words (Han, Hiragana, Katakana,
// Thai, Lao, Khmer, Myanmar) count one word for each rune, which overstates
// them by a small factor and needs no dictionary.
func Words(text []byte) int {
	return WordsAtMost(text, math.MaxInt-1)
}

// WordsAtMost is [Words] that stops counting beyond limit: it returns limit+1
// for every text with more words than that.
func WordsAtMost(text []byte, limit int) int {
	n := 0
	inWord := uint8(0) // part after a rune that is part of a word
	for i := 0; i < len(text); {
		if len(text)-i >= 8 {
			if w := binary.LittleEndian.Uint64(text[i:]); w&highBits == 0 {
				in := asciiParts(w)
				n += bits.OnesCount64(in &^ (in<<8 | uint64(inWord)<<7))
				inWord = uint8(in >> 63)
				i += 8
				if n > limit {
					return limit + 1
				}
				continue
			}
		}
		r, size := utf8.DecodeRune(text[i:])
		i += size
		kind := kindOf(r)
		if kind == lone {
			n++
			inWord = 0
		} else {
			n += int(kind &^ inWord)
			inWord = kind
		}
		if n > limit {
			return limit + 1
		}
	}
	return n
}

const highBits = 0x8080808080808080

// asciiParts tells which of eight ASCII characters are letters or digits, by
// their high bits. Adding to a byte what makes its bound 0x80 compares it.
func asciiParts(w uint64) uint64 {
	const each = 0x0101010101010101
	small := w | 0x20*each
	letter := (small + (0x80-'a')*each) &^ (small + (0x7F-'z')*each)
	digit := (w + (0x80-'0')*each) &^ (w + (0x7F-'9')*each)
	return (letter | digit) & highBits
}

// What a rune is to the count of words.
const (
	gap  uint8 = iota // between words
	part              // of a word
	lone              // a word by itself
)

// kindOf classifies a rune.
func kindOf(r rune) uint8 {
	if int(r) < len(kinds) {
		return kinds[r]
	}
	switch {
	case unicode.In(r, spaceless...):
		return lone
	case unicode.In(r, wordParts...):
		return part
	}
	return gap
}

// kinds are the kinds of the runes of the Basic Multilingual Plane.
var kinds = func() (table [1 << 16]uint8) {
	mark := func(ranges []*unicode.RangeTable, kind uint8) {
		for _, t := range ranges {
			for _, r := range t.R16 {
				for c := int(r.Lo); c <= int(r.Hi); c += int(r.Stride) {
					table[c] = kind
				}
			}
		}
	}
	mark(wordParts, part)
	mark(spaceless, lone)
	return table
}()

// wordParts are the letters, marks and digits.
var wordParts = []*unicode.RangeTable{unicode.L, unicode.M, unicode.Nd}

// spaceless are the scripts written without spaces between words.
var spaceless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}
