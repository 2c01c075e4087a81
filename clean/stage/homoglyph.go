package stage

import (
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Homoglyph repairs words in which letters of another alphabet stand for those
// they look like, Cyrillic "а" in a Latin word or the other way round. Which
// alphabet the word is in, a letter shows that looks like none of the other;
// without one, or with one on both sides, the word stays.
type Homoglyph struct{}

func (Homoglyph) Name() string { return "homoglyph" }

func (Homoglyph) Propose(v *View, p *Proposals) {
	for i := 0; i < len(v.Text); {
		start, ascii := i, true
		for i < len(v.Text) {
			r, n := utf8.DecodeRune(v.Text[i:])
			if !unicode.IsLetter(r) {
				break
			}
			ascii = ascii && r < utf8.RuneSelf
			i += n
		}
		if !ascii {
			proposeTwins(v.Text, edit.Span{Start: start, End: i}, p)
		}
		if i == start {
			_, n := utf8.DecodeRune(v.Text[i:])
			i += n
		}
	}
}

// proposeTwins proposes what a word needs.
func proposeTwins(text []byte, word edit.Span, p *Proposals) {
	for i := range twinnings {
		t := &twinnings[i]
		latin, other := t.sides(text[word.Start:word.End])
		switch {
		case !latin.any || !other.any || latin.own == other.own:
		case latin.own:
			proposeFrom(t.latin, text, word, p)
		default:
			proposeFrom(t.other, text, word, p)
		}
	}
}

// proposeFrom proposes to replace the letters of a word that have a twin.
func proposeFrom(twins map[rune]rune, text []byte, word edit.Span, p *Proposals) {
	for i := word.Start; i < word.End; {
		r, n := utf8.DecodeRune(text[i:])
		if twin, ok := twins[r]; ok {
			p.Replace(edit.Span{Start: i, End: i + n}, string(twin), LabelHomoglyph)
		}
		i += n
	}
}

// A twinning holds the letters that Latin and another alphabet share by sight.
type twinning struct {
	script       *unicode.RangeTable
	latin, other map[rune]rune // the Latin twin of a letter, the other of a Latin one
}

var twinnings = [...]twinning{
	newTwinning(unicode.Cyrillic, "aаcсeеhһiіjјoоpрsѕxхyуAАBВCСEЕHНIІJЈKКMМOОPРSЅTТXХYУ"),
	newTwinning(unicode.Greek, "oοAΑBΒEΕZΖHΗIΙKΚMΜNΝOΟPΡTΤYΥXΧ"),
}

// newTwinning takes pairs of a Latin letter and its twin.
func newTwinning(script *unicode.RangeTable, pairs string) twinning {
	t := twinning{script, map[rune]rune{}, map[rune]rune{}}
	list := []rune(pairs)
	for i := 0; i < len(list); i += 2 {
		t.latin[list[i+1]], t.other[list[i]] = list[i], list[i+1]
	}
	return t
}

// A sideOfWord says what a word has of one alphabet.
type sideOfWord struct{ any, own bool } // letters; letters without a twin

// sides returns what a word has of Latin and of the other alphabet.
func (t *twinning) sides(word []byte) (latin, other sideOfWord) {
	for _, r := range string(word) {
		switch {
		case unicode.Is(unicode.Latin, r):
			_, twin := t.other[r]
			latin = sideOfWord{true, latin.own || !twin}
		case unicode.Is(t.script, r):
			_, twin := t.latin[r]
			other = sideOfWord{true, other.own || !twin}
		}
	}
	return latin, other
}
