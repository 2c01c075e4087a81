package model

// A Column is one of the things known of every line: see columnTable for what
// each means. Values are whole numbers from 0 to 127 on the scales of grid.go.
type Column uint8

const (
	// What a line shows by itself, and beside the others (own.go).
	Runes Column = iota
	Words
	Stops
	Commas
	Colons
	Separators
	Symbols
	Joints
	Dates
	Digits
	Uppers
	Capitals
	ShortWords
	WordLength
	FirstClass
	LastClass
	Known
	Lexicon
	Phrase
	Repeats
	Outlines
	Leads
	Common
	Once
	TitleWords

	// Where it stands (place.go).
	BlankBefore
	BlockLines
	BlockWords
	BlockIndex
	LinesAbove
	LinesBelow
	WordsAbove
	ProseAbove
	TextLines
	TextProse
	TextWords
	TextKnown
	TextBlank

	// What is around it (context.go).
	Prose
	Prose2
	Prose5
	Prose12
	Prose30
	Share2
	Share6
	Share20
	Lexicon2
	Lexicon6
	Fading
	Rising
	SinceProse
	UntilProse
	Rules // and the next two: family.go
	Rules3
	Rules8
	SinceTitle
	UntilTitle
	ShortRun
	TightIsland
	WideIsland

	// What the first trees think of it and of the lines around (second.go).
	First
	First1
	First3
	First8
	First24
	FirstFading
	FirstRising
	FirstBlock
	FirstSince
	FirstUntil
	FirstOutline
	FirstLead
	FirstAbove
	FirstShare
	FirstIsland

	columns
)

// columnTable says what weights files call the columns and what they mean.
var columnTable = [columns]struct{ name, meaning string }{
	Runes:        {"Runes", "runes but for spaces, octaves"},
	Words:        {"Words", "words, octaves"},
	Stops:        {"Stops", "ends of sentences"},
	Commas:       {"Commas", "commas and semicolons"},
	Colons:       {"Colons", "colons"},
	Separators:   {"Separators", "marks that part the items of menus"},
	Symbols:      {"Symbols", "marks of no other kind"},
	Joints:       {"Joints", "marks within words, as in addresses"},
	Dates:        {"Dates", "marks within numbers, and years"},
	Digits:       {"Digits", "digits, percent of the runes"},
	Uppers:       {"Uppers", "upper-case letters, percent of the letters"},
	Capitals:     {"Capitals", "words with a capital, percent of the words"},
	ShortWords:   {"ShortWords", "words of up to three runes, percent of the words"},
	WordLength:   {"WordLength", "runes a word, in quarters"},
	FirstClass:   {"FirstClass", "kind of the first rune"},
	LastClass:    {"LastClass", "kind of the last rune"},
	Known:        {"Known", "words in the lexicon, percent of the words"},
	Lexicon:      {"Lexicon", "what the lexicon thinks of the words"},
	Phrase:       {"Phrase", "what the lexicon thinks of the line as a whole"},
	Repeats:      {"Repeats", "times the line occurs in the document"},
	Outlines:     {"Outlines", "lines with the same outline, octaves"},
	Leads:        {"Leads", "lines with the same first word, octaves"},
	Common:       {"Common", "words that are common in the document, percent"},
	Once:         {"Once", "words that occur once in it, percent"},
	TitleWords:   {"TitleWords", "words of the first line, percent of the words"},
	BlankBefore:  {"BlankBefore", "a blank line is before it"},
	BlockLines:   {"BlockLines", "lines of its block, between blank lines, octaves"},
	BlockWords:   {"BlockWords", "words of its block, octaves"},
	BlockIndex:   {"BlockIndex", "lines of its block before it, octaves"},
	LinesAbove:   {"LinesAbove", "lines before it, octaves"},
	LinesBelow:   {"LinesBelow", "lines after it, octaves"},
	WordsAbove:   {"WordsAbove", "words before it, percent of all"},
	ProseAbove:   {"ProseAbove", "words of prose before it, percent of all prose"},
	TextLines:    {"TextLines", "lines of the document, octaves"},
	TextProse:    {"TextProse", "words of prose, percent of all"},
	TextWords:    {"TextWords", "words of the document, octaves"},
	TextKnown:    {"TextKnown", "words of the document in the lexicon, percent"},
	TextBlank:    {"TextBlank", "lines after a blank one, percent"},
	Prose:        {"Prose", "words of prose in the line, octaves"},
	Prose2:       {"Prose2", "words of prose up to 2 lines away, octaves"},
	Prose5:       {"Prose5", "words of prose up to 5 lines away, octaves"},
	Prose12:      {"Prose12", "words of prose up to 12 lines away, octaves"},
	Prose30:      {"Prose30", "words of prose up to 30 lines away, octaves"},
	Share2:       {"Share2", "words of prose up to 2 lines away, percent of the words"},
	Share6:       {"Share6", "words of prose up to 6 lines away, percent of the words"},
	Share20:      {"Share20", "words of prose up to 20 lines away, percent of the words"},
	Lexicon2:     {"Lexicon2", "mean of Lexicon up to 2 lines away"},
	Lexicon6:     {"Lexicon6", "mean of Lexicon up to 6 lines away"},
	Fading:       {"Fading", "words of prose before, each line counting 7/8 of the next, octaves"},
	Rising:       {"Rising", "words of prose after, each line counting 7/8 of the one before, octaves"},
	SinceProse:   {"SinceProse", "lines since the last prose, octaves"},
	UntilProse:   {"UntilProse", "lines until the next prose, octaves"},
	Rules:        {"Rules", "what rules say of the line"},
	Rules3:       {"Rules3", "mean of Rules up to 3 lines away"},
	Rules8:       {"Rules8", "mean of Rules up to 8 lines away"},
	SinceTitle:   {"SinceTitle", "lines since one like the first line, octaves"},
	UntilTitle:   {"UntilTitle", "lines until one like the first line, octaves"},
	ShortRun:     {"ShortRun", "short lines in a row, this one among them, octaves"},
	TightIsland:  {"TightIsland", "distance in lines to the document's densest island of prose"},
	WideIsland:   {"WideIsland", "distance in lines to an island with wider straits"},
	First:        {"First", "the first score"},
	First1:       {"First1", "mean of the first scores up to 1 line away"},
	First3:       {"First3", "mean of the first scores up to 3 lines away"},
	First8:       {"First8", "mean of the first scores up to 8 lines away"},
	First24:      {"First24", "mean of the first scores up to 24 lines away"},
	FirstFading:  {"FirstFading", "fading mean of the first scores before"},
	FirstRising:  {"FirstRising", "fading mean of the first scores after"},
	FirstBlock:   {"FirstBlock", "mean over its block"},
	FirstSince:   {"FirstSince", "lines since one that was thought content, octaves"},
	FirstUntil:   {"FirstUntil", "lines until one that was thought content, octaves"},
	FirstOutline: {"FirstOutline", "mean over the lines with its outline"},
	FirstLead:    {"FirstLead", "mean over the lines with its first word"},
	FirstAbove:   {"FirstAbove", "words of lines thought content before it, percent of all such"},
	FirstShare:   {"FirstShare", "words of lines thought content, percent of the document"},
	FirstIsland:  {"FirstIsland", "distance to the island with the highest sum"},
}

// String returns the name of the column.
func (c Column) String() string { return columnTable[c].name }

// Meaning says in words what the column holds.
func (c Column) Meaning() string { return columnTable[c].meaning }

// Columns is the number of columns.
const Columns = int(columns)
