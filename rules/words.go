package rules

import (
	"math"
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
	inWord := false
	for i := 0; i < len(text); {
		kind, size := wordKind(text[i:])
		i += size
		if kind == lone || kind == letter && !inWord {
			n++
			if n > limit {
				return n
			}
		}
		inWord = kind == letter
	}
	return n
}

// A kind is what a rune is to the count of words.
type kind uint8

const (
	gap    kind = iota // between words
	letter             // part of a word
	lone               // a word by itself
)

// asciiKind is the kind of each byte below utf8.RuneSelf.
var asciiKind = func() (table [utf8.RuneSelf]kind) {
	for c := range table {
		if r := rune(c); unicode.IsLetter(r) || unicode.IsDigit(r) {
			table[c] = letter
		}
	}
	return table
}()

// wordKind classifies the first rune of text and returns its size in bytes.
func wordKind(text []byte) (kind, int) {
	if c := text[0]; c < utf8.RuneSelf {
		return asciiKind[c], 1
	}
	r, size := utf8.DecodeRune(text)
	switch {
	case r >= firstSpaceless && unicode.In(r, spaceless...):
		return lone, size
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
		return letter, size
	}
	return gap, size
}

// spaceless are the scripts written without spaces between words.
var spaceless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// firstSpaceless is the lowest rune of these scripts (Thai), which spares
// the alphabets before it the search.
const firstSpaceless = 0x0E01
