package mojibake

import (
	"strings"
	"unicode"
)

// kind is what a character does in a text, as far as its neighbours care.
type kind uint8

const (
	space kind = iota
	digit
	point   // punctuation that may stand anywhere
	opening // begins a quotation or a question
	closing // ends something
	quote   // begins or ends one, by language
	dash
	apostrophe // stands within words
	lower
	upper
	caseless // letters of scripts without case, and marks that belong to one
	accent   // combining marks of any script
	trailer  // stands after words: ™ ®
	ordinal  // stands after digits: ² ª
	money
	maths
	sign      // § ¦ and others that do not touch words
	spacing   // accents that take room of their own: ¨ ¸
	box       // box drawing, shades, geometry
	picture   // dingbats, arrows, emoji
	invisible // formats, soft hyphens
	broken    // never in good text: C1 controls, unassigned, private
	lost      // U+FFFD

	kinds = iota
)

// trait is what the measure knows of a character. bits says how rare it is in
// good text: minus the logarithm, to base two, of its rough share among the
// characters of the web, all languages together.
type trait struct {
	kind   kind
	bits   uint8
	script script
}

// traits holds the characters below maxChar.
var traits = func() (traits [maxChar]trait) {
	for r := range rune(maxChar) {
		traits[r] = classify(r)
	}
	for _, row := range rarities {
		for _, field := range strings.Fields(row.chars) {
			for _, r := range field {
				traits[r].kind, traits[r].bits = row.kind, row.bits
			}
		}
	}
	for _, row := range letterBits {
		for _, r := range row.letters {
			traits[r].bits = row.bits
			if u := unicode.ToUpper(r); u != r && u < maxChar {
				traits[u].bits = row.bits + 3
			}
		}
	}
	return traits
}()

func traitOf(r rune) trait {
	if r < maxChar {
		return traits[r]
	}
	return classify(r)
}

// rarities are the characters other than letters that code pages have, or
// that their damage often comes from.
var rarities = [...]struct {
	kind  kind
	bits  uint8
	chars string
}{
	{point, 7, `! " # $ % & ( ) * + , . / : ; < = > ? @ [ \ ] ^ _ { | } ~`},
	{apostrophe, 8, "' `"},
	{apostrophe, 8, "’ ׳ ״"}, {apostrophe, 13, "ʼ"},
	{point, 8, "، ؛ ؟ ۔ । ॥"},
	{invisible, 8, "\u200c"}, {invisible, 9, "\u200d"},
	{dash, 7, "-"},
	{dash, 9, "– —"},
	{dash, 11, "― ‐ ‑ ‒ · ⁄"},
	{opening, 10, "¿ ¡ «"}, {opening, 10, "„ ‘"}, {opening, 13, "‚ ‹"},
	{closing, 9, "” … »"}, {closing, 13, "›"},
	{quote, 9, "“"},
	{sign, 10, "•"}, {sign, 13, "§ † №"}, {sign, 16, "¶ ‡ ‰ ¦"}, {sign, 19, "¤"},
	{trailer, 11, "© ®"}, {trailer, 12, "™"},
	{ordinal, 11, "° º ²"}, {ordinal, 12, "ª ³"}, {ordinal, 14, "¹"},
	{ordinal, 13, "½ ¼ ¾"},
	{money, 11, "£ €"}, {money, 13, "¥"}, {money, 14, "¢"}, {money, 16, "ƒ ₧"},
	{maths, 12, "× ±"}, {maths, 14, "÷ √ ≤ ≥ ≈ ∞ ∂ ∆ ∑ ∏ ∫ ◊ ≠ − µ"},
	{maths, 17, "¬ ⌐ ∙ ⌠ ⌡ ≡ ∩"},
	{spacing, 13, "´"}, {spacing, 16, "¨"}, {spacing, 18, "¸ ¯ ˆ ˜ ˇ ˘ ˙ ˛ ˝ ΄ ΅"},
}

// letterBits are letters in lower case; those in upper case are rarer by 3
// where they are not named. Letters in neither way named have what classify
// gives them.
var letterBits = [...]struct {
	bits    uint8
	letters string
}{
	{8, "áàäãçéèíñóöüú"}, {9, "âêëîïôøûåæìòùõ"},
	{9, "ąćčęěłńřśşșšțůýžźżğıőűăāēīđžươ"},
	{11, "ďťťňōūņļķģėįųœßðþůœţľ"},
	{13, "ÿĺŕǎǐǒǔĝĥĵŝŭĉċġħĩũ"},
	{18, "ªºƒµ"},
	{7, "абвгдежзийклмнопрстуфхцчшщъыьэюя"},
	{9, "ёіїєґўјљњћђџќѓѕ"}, {10, "ғқңүұһәөҗҳӣӯӊҷўѝѐ"},
	{7, "αβγδεζηθικλμνξοπρςστυφχψω"},
	{8, "άέήίόύώ"},
	{11, "ϊϋΐΰ"},
	{15, "ÃÐ"}, {14, "ÂĂ"},
}
