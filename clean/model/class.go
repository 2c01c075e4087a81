package model

import (
	"unicode"
	"unicode/utf8"
)

// A class is what a rune is to the model.
type class uint8

const (
	space    class = iota
	lower          // a lower-case letter
	upper          // an upper-case or title-case letter
	caseless       // a letter of a script that has no case, or a mark
	digit
	spaceless // a letter of a script that writes no spaces between words
	stop      // ends a sentence
	comma     // parts a sentence: comma, semicolon
	colon     // announces: colon
	ellipsis  // the single character
	opening   // an opening bracket or quotation mark
	closing   // a closing one
	dash      // a dash, hyphen or bullet
	separator // parts the items of a menu: | · » / >
	symbol    // all else
)

// inWord reports whether runes of the class make up words.
func (c class) inWord() bool { return lower <= c && c <= digit }

// A glyph is what the model knows of a rune.
type glyph struct {
	class class
	size  uint8  // its bytes in UTF-8
	fold  uint16 // the low half of its lower case
}

// glyphs answers for runes from a table that fills as scripts are met: the
// tables of package unicode are too slow to ask about each letter of a text.
type glyphs struct {
	ascii [128]glyph
	pages [256]*[256]glyph
}

func newGlyphs() *glyphs {
	g := &glyphs{}
	for r := range rune(len(g.ascii)) {
		g.ascii[r] = glyphOf(r)
	}
	return g
}

// decode returns the first rune of text.
func (g *glyphs) decode(text []byte) glyph {
	if text[0] < utf8.RuneSelf {
		return g.ascii[text[0]]
	}
	return g.decodeLong(text)
}

// decodeLong is apart so that decode can be inlined.
func (g *glyphs) decodeLong(text []byte) glyph {
	r, size := utf8.DecodeRune(text)
	if size == 1 {
		return glyph{class: symbol, size: 1} // no UTF-8
	}
	if r > 0xFFFF {
		return glyphOf(r)
	}
	page := g.pages[r>>8]
	if page == nil {
		page = new([256]glyph)
		for i := range rune(len(page)) {
			page[i] = glyphOf(r&^0xFF + i)
		}
		g.pages[r>>8] = page
	}
	return page[r&0xFF]
}

func glyphOf(r rune) glyph {
	return glyph{classOf(r), uint8(max(utf8.RuneLen(r), 1)), uint16(unicode.ToLower(r))}
}

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return space
	case unicode.Is(unicode.Nd, r):
		return digit
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letterClass(r)
	}
	return markClass(r)
}

func letterClass(r rune) class {
	switch {
	case unicode.IsLower(r):
		return lower
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return spaceless
	}
	return caseless
}

func markClass(r rune) class {
	switch r {
	case '…':
		return ellipsis
	case ',', ';', '、', '，', '；':
		return comma
	case ':', '：':
		return colon
	case '|', '·', '/', '>', '<', '»', '«', '›', '‹', '→', '←', '｜', '\\':
		return separator
	case '-', '*', '•', '–', '—', '●', '▪', '■', '‣':
		return dash
	case '"', '\'', '“', '„', '‘', '‚':
		return opening
	case '”', '’':
		return closing
	}
	return categoryClass(r)
}

// categoryClass classes punctuation no language needs named here.
func categoryClass(r rune) class {
	switch {
	case unicode.Is(unicode.Sentence_Terminal, r):
		return stop
	case unicode.Is(unicode.Terminal_Punctuation, r):
		return comma
	case unicode.In(r, unicode.Ps, unicode.Pi):
		return opening
	case unicode.In(r, unicode.Pe, unicode.Pf):
		return closing
	case unicode.Is(unicode.Pd, r):
		return dash
	}
	return symbol
}
