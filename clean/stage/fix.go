package stage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shuck-text/shuck/clean/edit"
)

// A Fix is a repair of characters that can be switched on and off.
type Fix struct {
	Label edit.Label
	In    string // the choices that have it, apart by spaces
	Does  string // for whoever chooses, a line without a full stop

	// An example. A test repairs Before by this fix alone.
	Before, After string
}

// Name returns the name of f, which is also the last part of its rule's ID.
func (f *Fix) Name() string {
	_, name, _ := strings.Cut(LabelNames[f.Label], "/")
	return name
}

// UnicodeChoices are the named sets of fixes, the default first.
var UnicodeChoices = []struct{ Name, Does string }{
	{"safe", "repairs only what is certainly damage"},
	{"full", "also what may have been meant: ligatures, full-width and Arabic forms, look-alikes"},
	{"nfkc", "safe, and compatibility characters become plain ones (normalisation form KC)"},
	{"none", "leaves all characters as they are, but for line ends and invalid UTF-8"},
}

const everyChoice = "safe full nfkc"

// Fixes are all fixes in the order in which they are made.
var Fixes = []Fix{
	{LabelMojibake, everyChoice, "UTF-8 that was read in another code page, once or several times",
		"schÃ¶n, donâ€™t", "schön, don’t"},
	{LabelEntity, everyChoice, "HTML references, unless the text is about HTML",
		"Caf&eacute; &amp;amp; Bar", "Café & Bar"},
	{LabelEscape, everyChoice, "escape sequences of terminals",
		"\x1b[1;31mfailed\x1b[0m", "failed"},
	{LabelControl, everyChoice, "control characters, noncharacters, overstriking",
		"N\bNA\bAM\bME\bE\x00", "NAME"},
	{LabelSpace, everyChoice, "no-break and typographic spaces, not those of CJK text",
		"10\u00A0000\u202Fkm", "10 000 km"},
	{LabelSoftHyphen, everyChoice, "soft hyphens",
		"Donau\u00ADdampf", "Donaudampf"},
	{LabelZeroWidth, everyChoice, "zero-width characters that shape no letter or emoji",
		"in\u200Bvis\uFEFFible", "invisible"},
	{LabelBidi, everyChoice, "controls of writing direction that order nothing",
		"\u202Aleft to right\u200E", "left to right"},
	{LabelZalgo, everyChoice, "more than four combining marks on a letter",
		"Z\u0335\u0321\u0322\u031B\u0300\u0301algo", "Zalgo"},
	{LabelLigature, "full", "ligatures of letters, as PDFs have them",
		"e\uFB03cient \uFB01re", "efficient fire"},
	{LabelFullwidth, "full", "full-width letters and signs in a text without CJK",
		"\uFF37\uFF49\uFF44\uFF45 \uFF11\uFF12", "Wide 12"},
	{LabelArabicForm, "full", "Arabic letters written as the shapes that fonts give them",
		"\uFEB3\uFEFC\uFEE1", "\u0633\u0644\u0627\u0645"},
	{LabelHomoglyph, "full", "letters of another alphabet that look like those of the word",
		"p\u0430yp\u0430l", "paypal"},
	{LabelReplacement, "full", "of a run of U+FFFD all but one, though each may stand for a letter",
		"caf\uFFFD\uFFFD\uFFFD", "caf\uFFFD"},
	{LabelSpaced, "", "words whose letters stand apart, which may join several words",
		"W A R N I N G", "WARNING"},
	{LabelNFC, "safe full", "characters in parts (normalisation form C)",
		"Cafe\u0301", "Café"},
	{LabelNFKC, "nfkc", "compatibility characters (normalisation form KC)",
		"x\u00B2 \u2460 \uFB01", "x2 1 fi"},
	{LabelHyphen, everyChoice, "words divided between the lines of a hard-wrapped text that also has them whole",
		"the neigh-\nbours said", "the neighbours\nsaid"},
}

// A FixSet is a set of fixes, a bit for the label of each.
type FixSet uint64

// Has reports whether s has the fix with a label.
func (s FixSet) Has(l edit.Label) bool { return s>>l&1 != 0 }

// ParseFixes returns the fixes that a text such as "safe,+ligature,-entity"
// asks for: one of UnicodeChoices, safe if none is named, and fixes to add and
// to leave out.
func ParseFixes(text string) (FixSet, error) {
	words := strings.Split(text, ",")
	choice := UnicodeChoices[0].Name
	if first := words[0]; !strings.HasPrefix(first, "+") && !strings.HasPrefix(first, "-") {
		words = words[1:]
		choice = first
	}
	set, err := fixesOf(choice)
	if err != nil {
		return 0, err
	}
	for _, w := range words {
		name := strings.TrimLeft(w, "+-")
		i := slices.IndexFunc(Fixes, func(f Fix) bool { return f.Name() == name })
		switch {
		case i < 0 || len(name) != len(w)-1:
			return 0, fmt.Errorf("no fix %q: want + or - and one of %s", w, fixNames())
		case w[0] == '+':
			set |= 1 << Fixes[i].Label
		default:
			set &^= 1 << Fixes[i].Label
		}
	}
	return set, nil
}

// fixesOf returns the fixes that a choice has.
func fixesOf(choice string) (set FixSet, err error) {
	var names []string
	for _, c := range UnicodeChoices {
		names = append(names, c.Name)
	}
	if !slices.Contains(names, choice) {
		return 0, fmt.Errorf("no choice %q: there are %s", choice, strings.Join(names, ", "))
	}
	for _, f := range Fixes {
		if slices.Contains(strings.Fields(f.In), choice) {
			set |= 1 << f.Label
		}
	}
	return set, nil
}

func fixNames() string {
	var names []string
	for _, f := range Fixes {
		names = append(names, f.Name())
	}
	return strings.Join(names, ", ")
}
