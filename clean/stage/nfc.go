package stage

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shuck-text/shuck/clean/edit"
)

// Normal brings the text into a Unicode normalisation form. Text that is
// already in it, nearly all text, is only looked at; otherwise just the
// segments that are not are replaced, so offsets stay exact to a character.
type Normal struct {
	label edit.Label
	moot  *byteSet
	inert inertSet
	buf   []byte
}

// NewNFC returns the stage for form C, which changes no character for another.
func NewNFC() *Normal {
	return &Normal{label: LabelNFC, moot: &mootNFC, inert: inertSet{form: norm.NFC}}
}

// NewNFKC returns the stage for form KC, which also puts plain characters in
// the place of ligatures, full-width letters, superscripts and the like.
func NewNFKC() *Normal {
	return &Normal{label: LabelNFKC, moot: &mootNFKC, inert: inertSet{form: norm.NFKC}}
}

func (*Normal) Name() string { return "normal" }

func (s *Normal) Propose(v *View, p *Proposals) {
	for i := s.next(v.Text, 0); i < len(v.Text); {
		// A mark may follow an inert character, and go with it.
		_, n := utf8.DecodeLastRune(v.Text[:i])
		end := s.nextInert(v.Text, i)
		s.compose(v.Text, i-n, end, p)
		i = s.next(v.Text, end)
	}
}

// next returns the offset of the first character at or after i that is not
// inert.
func (s *Normal) next(text []byte, i int) int {
	for i < len(text) {
		if s.moot[text[i]] == 0 {
			i = s.moot.next(text, i)
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if !s.inert.has(r) {
			break
		}
		i += n
	}
	return i
}

// nextInert returns the offset of the first inert character after i.
func (s *Normal) nextInert(text []byte, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRune(text[i:])
		if s.moot[text[i]] == 0 || s.inert.has(r) {
			break
		}
		i += n
	}
	return i
}

// compose proposes what text[i:end] needs.
func (s *Normal) compose(text []byte, i, end int, p *Proposals) {
	for i < end {
		i += s.inert.form.QuickSpan(text[i:end])
		if i == end {
			return
		}
		n := s.inert.form.NextBoundary(text[i:end], true)
		s.buf = s.inert.form.Append(s.buf[:0], text[i:i+n]...)
		if !bytes.Equal(s.buf, text[i:i+n]) {
			p.Replace(edit.Span{Start: i, End: i + n}, string(s.buf), s.label)
		}
		i += n
	}
}

// mootNFC holds the lead bytes of characters that form C may do something with.
// It lacks those of ASCII, Latin up to U+02FF, Cyrillic up to U+047F and of
// ideographs and Hangul syllables, but for those that share a lead byte with
// others; a test compares it with package norm. In mootNFKC is also most of
// Latin, for its compatibility characters.
var mootNFC, mootNFKC = mootLeads(0xC2, 0xCB), mootLeads(0xC3, 0xC3)

// mootLeads returns the lead bytes but those of Latin letters from one byte to
// another.
func mootLeads(firstLatin, lastLatin byte) (set byteSet) {
	for b := byte(0xC2); b <= 0xF4; b++ {
		inert := b >= firstLatin && b <= lastLatin || b == 0xD0 || b == 0xD1 ||
			b >= 0xE4 && b <= 0xE9 || b == 0xEB || b == 0xEC
		if !inert {
			set.add(b)
		}
	}
	return set
}

// An inertSet says of characters below U+10000 whether a normalisation form
// leaves them alone whatever stands before them: they neither change nor
// reorder nor combine with what precedes. It learns them in blocks of 64, of
// which few texts have more than a dozen.
type inertSet struct {
	form  norm.Form
	known [1 << 10]bool
	bits  [1 << 10]uint64
}

func (s *inertSet) has(r rune) bool {
	block := r >> 6
	if int(block) >= len(s.known) {
		return false
	}
	if !s.known[block] {
		s.learn(block)
	}
	return s.bits[block]>>(r&63)&1 != 0
}

func (s *inertSet) learn(block rune) {
	s.known[block] = true
	for r := block << 6; r < (block+1)<<6; r++ {
		c := string(r)
		if s.form.PropertiesString(c).BoundaryBefore() && s.form.IsNormalString(c) {
			s.bits[block] |= 1 << (r & 63)
		}
	}
}
