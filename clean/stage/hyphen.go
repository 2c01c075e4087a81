package stage

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Hyphen puts words together that were divided at the ends of hard-wrapped
// lines. Whether the hyphen belongs to the word, as in "well-known", no rule
// tells for all languages, so the document itself must: a word is put together
// if it stands elsewhere in the text in one piece, and nowhere with its hyphen.
// What follows it up to the next space stays on the upper line.
//
// Before: lines end in LF. It segments the text itself, if there is anything to
// find.
type Hyphen struct {
	segment  Segment
	divided  []division
	attested map[string]attestation
}

// A division is a word divided between two rows.
type division struct {
	cut   edit.Span // from the hyphen to the rest of the word
	after int       // the space after the rest, or 0 if the row ends with it
	whole string    // the word in lower case, without the hyphen
}

// An attestation says how a word stands elsewhere.
type attestation struct{ whole, hyphened bool }

func (*Hyphen) Name() string { return "hyphen" }

func (s *Hyphen) Propose(v *View, p *Proposals) {
	if !bytes.Contains(v.Text, []byte("-\n")) && !bytes.Contains(v.Text, []byte("\x90\n")) { // \x90 ends U+2010
		return
	}
	s.find(v.Text)
	if len(s.divided) == 0 {
		return
	}
	s.attest(v.Text)
	for _, d := range s.divided {
		if got := s.attested[d.whole]; !got.whole || got.hyphened {
			continue
		}
		p.Cut(d.cut, LabelHyphen)
		if d.after > 0 {
			p.Replace(edit.Span{Start: d.after, End: d.after + 1}, "\n", LabelHyphen)
		}
	}
}

// find lists the divided words, and enters them in s.attested.
func (s *Hyphen) find(text []byte) {
	s.divided = s.divided[:0]
	s.attested = map[string]attestation{}
	layout := s.segment.Layout(text, 0)
	for _, line := range layout.Lines {
		for i := line.FirstRow; i+1 < line.EndRow; i++ {
			upper, lower := layout.Rows[i].Text, layout.Rows[i+1].Text
			if d, ok := divisionOf(text, upper, lower); ok {
				s.divided = append(s.divided, d)
				s.attested[d.whole] = attestation{}
			}
		}
	}
}

// divisionOf returns the word divided between two rows: letters and a hyphen,
// at least two small letters, and after these no other hyphen.
func divisionOf(text []byte, upper, lower edit.Span) (d division, ok bool) {
	row := text[upper.Start:upper.End]
	head := bytes.TrimSuffix(bytes.TrimSuffix(row, []byte("-")), []byte("\u2010"))
	if len(head) == len(row) {
		return d, false
	}
	start := len(bytes.TrimRightFunc(head, unicode.IsLetter))
	first, _ := utf8.DecodeLastRune(head[:start])
	rest := text[lower.Start:lower.End]
	end := len(rest) - len(bytes.TrimLeftFunc(rest, unicode.IsLower))
	next, _ := utf8.DecodeRune(rest[end:])
	if utf8.RuneCount(head[start:]) < 2 || utf8.RuneCount(rest[:end]) < 2 || joinsWords(first) || joinsWords(next) {
		return d, false
	}
	d.whole = string(bytes.ToLower(head[start:])) + string(rest[:end])
	d.cut = edit.Span{Start: upper.Start + len(head), End: lower.Start}
	if n := bytes.IndexByte(rest[end:], ' '); n >= 0 {
		d.after = lower.Start + end + n
	}
	return d, true
}

// joinsWords reports whether words on both sides of r are one: a hyphen, an
// apostrophe, a digit, a letter.
func joinsWords(r rune) bool { return r == '-' || r == '\u2010' || isWordRune(r) }

// attest notes which of the words in s.attested stand in text, whole or with a
// hyphen inside a row.
func (s *Hyphen) attest(text []byte) {
	var word []byte
	hyphened := false
	for i := 0; i <= len(text); {
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case n > 0 && unicode.IsLetter(r):
			word = utf8.AppendRune(word, unicode.ToLower(r))
		case (r == '-' || r == '\u2010') && len(word) > 0 && !endsWord(text, i+n):
			hyphened = true
		default:
			s.note(word, hyphened)
			word, hyphened = word[:0], false
		}
		i += max(n, 1)
	}
}

func (s *Hyphen) note(word []byte, hyphened bool) {
	got, ok := s.attested[string(word)]
	if !ok {
		return
	}
	got.hyphened = got.hyphened || hyphened
	got.whole = got.whole || !hyphened
	s.attested[string(word)] = got
}
