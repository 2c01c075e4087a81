package main

import (
	"strings"

	"github.com/shuck-text/shuck/rules"
)

// builtinWhy gives the reasons of the rules that are code.
var builtinWhy = map[string]string{
	"decode/invalid-utf8":   "Bytes that are part of no character become U+FFFD.",
	"decode/charset":        "The text was in another charset, and becomes UTF-8.",
	"decode/stray":          "A byte that is no UTF-8 in a text that is, such as a quotation mark pasted from elsewhere, is read as windows-1252.",
	"decode/surrogates":     "A character was written as two halves, as UTF-16 has them; UTF-8 has it whole.",
	"decode/bom":            "A byte order mark says nothing in UTF-8.",
	"page/markup":           "Tags, scripts and comments of a page are no text.",
	"page/entity":           "A character reference stands for a character.",
	"page/space":            "White space that a browser shows as less, or not as it stands.",
	"page/break":            "What parts the blocks of a page becomes line breaks.",
	"page/unseen":           "A browser does not show this.",
	"unicode/newline":       "Lines end in LF.",
	"unicode/mojibake":      "The text was once read in the wrong charset.",
	"unicode/entity":        "A character reference of HTML was not decoded.",
	"unicode/escape":        "Escape sequences tell terminals about colours and cursors, and readers nothing.",
	"unicode/control":       "Control characters are no text.",
	"unicode/space":         "Non-breaking and other exotic spaces become plain ones.",
	"unicode/zero-width":    "Zero-width characters that do not shape the script around them are noise.",
	"unicode/soft-hyphen":   "A soft hyphen is a hint for one layout and splits words for search.",
	"unicode/bidi":          "The control of writing direction has no partner, or nothing to order.",
	"unicode/replacement":   "One U+FFFD says as well as several that something is lost.",
	"unicode/zalgo":         "No writing system heaps up so many marks.",
	"unicode/hyphen":        "The word was divided for the width of a line; elsewhere it is whole.",
	"unicode/nfc":           "Characters are composed (normalisation form C), so that equal texts are equal bytes.",
	"unicode/nfkc":          "A compatibility character becomes a plain one (normalisation form KC).",
	"unicode/ligature":      "A ligature is a matter of the font.",
	"unicode/fullwidth":     "Outside of CJK text, a full-width character is a plain one set wide.",
	"unicode/arabic-form":   "The shape of an Arabic letter is a matter of the font.",
	"unicode/homoglyph":     "The letter only looks like one of the word's alphabet.",
	"unicode/letter-space":  "The letters of the word were set apart.",
	"model/content":         "The model takes the line for a part of the page around its content.",
	"repeat/title":          "The title is printed again.",
	"repeat/paragraph":      "The paragraph stands right above already.",
	"layout/blank-line":     "One blank line parts paragraphs, and none stands at the ends.",
	"layout/trailing-space": "White space at the end of a line shows nothing.",
	"layout/final-newline":  "A text ends with a line break.",
}

// reasons returns a function that finds the reason of a rule by its full ID,
// with which there may be a note on what it found.
func reasons(set *rules.Set) func(id string) string {
	why := make(map[string]string, len(set.Rules()))
	for _, r := range set.Rules() {
		why[r.ID] = r.Why
	}
	return func(id string) string {
		id, _, _ = strings.Cut(id, " ")
		if w, ok := why[id]; ok {
			return w
		}
		return builtinWhy[id]
	}
}
