package charset

import "unicode"

// fold returns the letter by which the models know r: in lower case, and one
// for those that legacy charsets do not tell apart. It returns 0 for what is
// no part of a word. Marks are: Thai and Vietnamese are written with them.
func fold(r rune) rune {
	switch {
	case r < 0x80:
		if r |= 0x20; r < 'a' || r > 'z' {
			return 0
		}
		return r
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return 0
	}
	switch r {
	case 'Ș', 'ș': // Romanian with a comma, by Unicode; with a cedilla, by windows-1250
		return 'ş'
	case 'Ț', 'ț':
		return 'ţ'
	case 'ی': // the Persian forms, which windows-1256 lacks in part
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ª', 'º', 'µ': // signs
		return 0
	}
	return unicode.ToLower(r)
}

// A script is a number for each of the scripts of legacy charsets.
type script uint8

const (
	anyScript script = iota // of marks, which go with letters of any
	latin
)

// scriptOf returns the script of a letter. But for Latin, each of them has the
// letters between two multiples of 256.
func scriptOf(letter rune) script {
	switch block := letter >> 8; {
	case unicode.IsMark(letter):
		return anyScript
	case letter < 0x250 || block == 0x1E:
		return latin
	default:
		return latin + script(min(block, 0x40))
	}
}
