package stage

import (
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Spaced closes up words whose letters were set apart by spaces, as in
// "W A R N I N G": five letters or more of an alphabet that has capitals, all
// but the first of them in one case. A piece of the alphabet stays.
type Spaced struct{ gaps []edit.Span }

// fewestSpaced is from how many letters on a row of single ones is a word.
const fewestSpaced = 5

func (*Spaced) Name() string { return "spaced" }

func (s *Spaced) Propose(v *View, p *Proposals) {
	apart := true // nothing stands directly before i
	for i := 0; i < len(v.Text); {
		if apart {
			if end := s.word(v.Text, i); end > i {
				for _, gap := range s.gaps {
					p.Cut(gap, LabelSpaced)
				}
				i = end
			}
		}
		r, n := utf8.DecodeRune(v.Text[i:])
		apart = !isWordRune(r)
		i += n
	}
}

// word returns the end of the spaced word that begins at i, or i if there is
// none, and leaves the gaps in it in s.gaps.
func (s *Spaced) word(text []byte, i int) (end int) {
	s.gaps = s.gaps[:0]
	first, n := utf8.DecodeRune(text[i:])
	if !hasCase(first) {
		return i
	}
	last, upper, rising := first, false, true
	end = i + n
	for end+1 < len(text) && text[end] == ' ' {
		r, n := utf8.DecodeRune(text[end+1:])
		if !hasCase(r) || len(s.gaps) > 0 && unicode.IsUpper(r) != upper || !endsWord(text, end+1+n) {
			break
		}
		upper, rising, last = unicode.IsUpper(r), rising && r == last+1, r
		s.gaps = append(s.gaps, edit.Span{Start: end, End: end + 1})
		end += 1 + n
	}
	if len(s.gaps)+1 < fewestSpaced || rising || upper && !unicode.IsUpper(first) {
		return i
	}
	return end
}

func hasCase(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’'
}

// endsWord reports whether no word goes on at i.
func endsWord(text []byte, i int) bool {
	r, _ := utf8.DecodeRune(text[i:])
	return i == len(text) || !isWordRune(r)
}
