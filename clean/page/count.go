package page

import (
	"unicode"
	"unicode/utf8"
)

// count measures the text of b. Its marks must be there.
func (b *Block) count() Counts {
	c := countText(b.Text)
	for _, m := range b.Marks {
		if m.Kind == Link {
			c.Links++
			c.Linked += utf8.RuneCount(b.Text[m.Span.Start:m.Span.End])
		}
	}
	return c
}

func countText(text []byte) (c Counts) {
	inWord := false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[i:])
		}
		i += size
		c.Runes++
		switch {
		case r == '.' || r == '!' || r == '?' || r > unicode.MaxLatin1 && unicode.Is(unicode.STerm, r):
			c.Ends++
			inWord = false
		case ideograph(r):
			c.Words++
			inWord = false
		case wordRune(r):
			if !inWord {
				c.Words++
			}
			inWord = true
		default:
			inWord = false
		}
	}
	return c
}

// wordRune reports whether r can be part of a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// ideograph reports whether r is of a script whose letters count as words.
func ideograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// unspaced reports whether r is of a script written without spaces.
func unspaced(r rune) bool {
	return ideograph(r) || r >= 0x0E00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}
