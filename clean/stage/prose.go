package stage

import (
	"unicode"
	"unicode/utf8"
)

// Bounds on what reads like a sentence. They are wide on purpose: taking a
// caption for prose only makes zones smaller, and rules more careful.
const (
	proseBytes = 40
	proseWords = 8
	manyWords  = 40
)

// prose reports whether a line of text with so many words reads like
// something somebody wrote in sentences, in any script: it has some length,
// and ends as sentences end or holds the end of one. A very long line needs
// no punctuation; Thai has none.
func prose(text []byte, words int) bool {
	if len(text) < proseBytes || words < proseWords {
		return false
	}
	return words >= manyWords || endsSentence(text) || holdsSentenceEnd(text)
}

// endsSentence reports whether text ends with sentence punctuation, quotation
// marks and brackets after it left aside.
func endsSentence(text []byte) bool {
	for len(text) > 0 {
		r, n := utf8.DecodeLastRune(text)
		if isStop(r) {
			return true
		}
		if !unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) && r != '"' && r != '\'' {
			return false
		}
		text = text[:len(text)-n]
	}
	return false
}

// holdsSentenceEnd reports whether a stop stands inside text, after a
// lower-case or caseless letter and before a space or, in scripts without
// spaces, anything.
func holdsSentenceEnd(text []byte) bool {
	var before rune
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		i += n
		if isStop(r) && i < len(text) && unicode.IsLetter(before) && !unicode.IsUpper(before) {
			if text[i] == ' ' || r >= '\u3000' {
				return true
			}
		}
		before = r
	}
	return false
}

// isStop reports whether r ends sentences in some script.
func isStop(r rune) bool {
	switch r {
	case '.', '!', '?':
		return true
	}
	return r >= utf8.RuneSelf && (r == '…' || unicode.Is(unicode.Sentence_Terminal, r))
}
