package mojibake

import "unicode"

// script tells apart the scripts that do not share words.
type script uint8

const (
	common script = iota
	latin
	greek
	cyrillic
	arabic
	hebrew
	thai
	eastAsian // Han, kana, hangul: one text, no spaces
	living    // the first of the others in wide use, numbered in their order
)

// block is a range of characters in use for one script.
type block struct {
	lo, hi rune
	script script
	bits   uint8
}

// blocks are in order. Letters outside them are rare.
var blocks = [...]block{
	{'A', 'Z', latin, 8}, {'a', 'z', latin, 5},
	{0xC0, 0x17F, latin, 14}, {0x218, 0x21B, latin, 9}, {0x180, 0x24F, latin, 17},
	{0x370, 0x3E1, greek, 14}, {0x400, 0x45F, cyrillic, 14}, {0x460, 0x4FF, cyrillic, rare + 7},
	{0x531, 0x589, living, 10}, {0x5D0, 0x5EA, hebrew, 8}, {0x5B0, 0x5C7, hebrew, 11},
	{0x620, 0x64A, arabic, 7}, {0x64B, 0x652, arabic, 9}, {0x660, 0x6D5, arabic, 9}, {0x6F0, 0x6F9, arabic, 9},
	{0x900, 0x97F, living + 1, 8}, {0x980, 0x9FF, living + 2, 8},
	{0xA00, 0xA7F, living + 3, 8}, {0xA80, 0xAFF, living + 4, 8},
	{0xB00, 0xB7F, living + 5, 9}, {0xB80, 0xBFF, living + 6, 8},
	{0xC00, 0xC7F, living + 7, 8}, {0xC80, 0xCFF, living + 8, 8},
	{0xD00, 0xD7F, living + 9, 8}, {0xD80, 0xDFF, living + 10, 9},
	{0xE00, 0xE7F, thai, 7}, {0xE80, 0xEFF, living + 11, 9},
	{0xF00, 0xFFF, living + 12, 11}, {0x1000, 0x109F, living + 13, 9},
	{0x10D0, 0x10FF, living + 14, 9}, {0x1200, 0x137F, living + 15, 10},
	{0x1780, 0x17FF, living + 16, 9}, {0x1EA0, 0x1EF9, latin, 10},
	{0x1F00, 0x1FFF, greek, 12},
	{0x3041, 0x30FF, eastAsian, 8}, {0x4E00, 0x9FFF, eastAsian, 11},
	{0xAC00, 0xD7A3, eastAsian, 9},
}

const (
	rareLetter = 14 // bits from which on a letter makes a word suspicious
	rare       = 17 // bits of a letter or sign that hardly anyone writes
)

// blockOf returns the block that r is in.
func blockOf(r rune) (block, bool) {
	for _, b := range blocks {
		if r >= b.lo && r <= b.hi {
			return b, true
		}
	}
	return block{}, false
}

// classify derives the trait of r from its properties.
func classify(r rune) trait {
	switch {
	case r == unicode.ReplacementChar:
		return trait{lost, 18, common}
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return classifyLetter(r)
	case unicode.IsNumber(r):
		return classifyNumber(r)
	case r == '\n' || r == '\r' || r == '\t':
		return trait{space, 3, common}
	case r == '\u00A0' || r == '\u3000':
		return trait{space, 9, common}
	case unicode.Is(unicode.Z, r):
		return spaceTrait(r)
	case unicode.Is(unicode.Cf, r):
		return formatTrait(r)
	case !unicode.IsPrint(r):
		return trait{broken, 26, common}
	}
	return classifySign(r)
}

// classifyLetter is classify for letters and marks.
func classifyLetter(r rune) trait {
	b, ok := blockOf(r)
	if !ok {
		b = block{script: common, bits: rare}
	}
	switch {
	case unicode.IsMark(r) && b.script == common:
		if r < 0x370 {
			return trait{accent, 13, common}
		}
		if r >= 0xFE00 && r <= 0xFE0F { // variation selectors
			return trait{invisible, 11, common}
		}
		return trait{accent, rare + 7, common}
	case unicode.IsLower(r):
		return trait{lower, b.bits, b.script}
	case unicode.IsUpper(r):
		return trait{upper, b.bits + 1, b.script}
	}
	return trait{caseless, b.bits, b.script}
}

// classifyNumber is classify for digits and other numbers. The digits of a
// script count as its letters.
func classifyNumber(r rune) trait {
	if r < 0x80 {
		return trait{digit, 6, common}
	}
	if b, ok := blockOf(r); ok && unicode.IsDigit(r) {
		return trait{caseless, b.bits + 1, b.script}
	}
	return trait{ordinal, 14, common}
}

func spaceTrait(r rune) trait {
	if r == ' ' {
		return trait{space, 3, common}
	}
	return trait{space, 12, common}
}

// formatTrait is for characters without a shape.
func formatTrait(r rune) trait {
	switch r {
	case '\uFEFF':
		return trait{invisible, 9, common}
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F':
		return trait{invisible, 12, common}
	}
	return trait{invisible, rare, common}
}

// classifySign is for punctuation and symbols.
func classifySign(r rune) trait {
	switch {
	case r >= 0x2500 && r < 0x2600:
		return trait{box, 14, common}
	case r >= 0x2190 && r < 0x2200, r >= 0x2600 && r < 0x27C0, r >= 0x1F000 && r < 0x1FB00:
		return trait{picture, 11, common}
	case r >= 0x3000 && r < 0x3020, r >= 0xFF00 && r < 0xFF70:
		return trait{point, 9, eastAsian}
	case unicode.Is(unicode.Sc, r):
		return trait{money, 13, common}
	case unicode.Is(unicode.Sm, r):
		return trait{maths, 14, common}
	}
	if b, ok := blockOf(r); ok && b.script != latin {
		return trait{point, b.bits + 2, b.script} // ، ؟ । and the like
	}
	return trait{sign, rare, common}
}
