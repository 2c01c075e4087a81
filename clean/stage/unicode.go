package stage

import (
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Unicode makes line breaks, spaces and invisible characters plain, where
// they are noise:
//
//   - CR, CRLF, NEL, VT, FF and LINE SEPARATOR become LF, PARAGRAPH SEPARATOR
//     two of them;
//   - no-break and typographic spaces become U+0020. The ideographic space
//     U+3000 stays: in CJK text it is ordinary;
//   - soft hyphens, BOMs inside the text and word joiners go; so do ZERO WIDTH
//     SPACE, JOINER and NON-JOINER where no neighbour gives them a meaning;
//   - escape sequences of terminals go whole;
//   - C0 controls but tab, DEL and noncharacters go. C1 controls that are left
//     after mojibake stay: they are bytes of something that nobody could read
//     yet;
//   - bidirectional controls go where they order nothing (bidi.go);
//   - of a run of U+FFFD one stays. It still says that something is lost; how
//     much is lost with the others, so that this is an option;
//   - a heap of combining marks that no writing system has goes.
//
// Before: valid UTF-8, without mojibake, which has C1 controls and odd spaces
// in it. After: lines end in LF.
type Unicode struct {
	bidi     bidi
	bidiDone int // where the last line that bidi has seen ends
}

// UnicodeLabels are the rules that the stage makes edits by.
var UnicodeLabels = []edit.Label{
	LabelNewline, LabelEscape, LabelControl, LabelSpace, LabelSoftHyphen, LabelZeroWidth, LabelBidi, LabelReplacement, LabelZalgo,
}

func (*Unicode) Name() string { return "unicode" }

func (s *Unicode) Propose(v *View, p *Proposals) {
	s.bidiDone = 0
	text := v.Text
	for i := odd.next(text, 0); i < len(text); i = odd.next(text, i) {
		if suspicious(text, i) {
			i = s.oddAt(text, i, p)
		} else {
			i++
		}
	}
}

// oddAt proposes what the character at i needs and returns where to go on.
func (s *Unicode) oddAt(text []byte, i int, p *Proposals) (next int) {
	r, n := utf8.DecodeRune(text[i:])
	span := edit.Span{Start: i, End: i + n}
	switch {
	case isBreak(r):
		proposeBreak(text, span, r, p)
	case r == '\x1b':
		if n := escapeLen(text[i:]); n > 0 {
			span.End = i + n
			p.Cut(span, LabelEscape)
		} else {
			p.Cut(span, LabelControl)
		}
	case r == '\b':
		return proposeBackspace(text, i, p)
	case isNoise(r):
		p.Cut(span, LabelControl)
	case isOddSpace(r):
		return proposeSpaces(text, i, p)
	case r == '\u00AD':
		p.Cut(span, LabelSoftHyphen)
	case isZeroWidth(r):
		if r == '\uFEFF' || r == '\u2060' || !meaningful(text, span) {
			p.Cut(span, LabelZeroWidth)
		}
	case isBidi(r):
		if i >= s.bidiDone {
			s.bidiDone = s.bidi.proposeLine(text, i, p)
		}
	case r == utf8.RuneError:
		return proposeReplacements(text, i, p)
	case isGenericMark(r):
		return proposeMarks(text, i, p)
	}
	return span.End
}

func isBreak(r rune) bool {
	switch r {
	case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

func proposeBreak(text []byte, s edit.Span, r rune, p *Proposals) {
	switch {
	case r == '\r' && s.End < len(text) && text[s.End] == '\n':
		p.Cut(s, LabelNewline)
	case r == '\u2029':
		p.Replace(s, "\n\n", LabelNewline)
	default:
		p.Replace(s, "\n", LabelNewline)
	}
}

func isOddSpace(r rune) bool {
	return r > utf8.RuneSelf && r != '\u3000' && unicode.Is(unicode.Zs, r)
}

// spaces is what as many odd spaces become by one edit. More take several.
const spaces = "                                                                "

// proposeSpaces proposes plain spaces for the odd ones at i.
func proposeSpaces(text []byte, i int, p *Proposals) (next int) {
	n := 0
	for next = i; next < len(text) && n < len(spaces); n++ {
		r, size := utf8.DecodeRune(text[next:])
		if !isOddSpace(r) {
			break
		}
		next += size
	}
	p.Replace(edit.Span{Start: i, End: next}, spaces[:n], LabelSpace)
	return next
}

// isNoise reports whether r is a C0 control, DEL, or another character that
// stands for no text: a noncharacter, an interlinear annotation mark, or the
// OBJECT REPLACEMENT CHARACTER where a picture was.
func isNoise(r rune) bool {
	return r < ' ' || r == 0x7F || r >= '\uFFF9' && r <= '\uFFFC' ||
		r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// proposeReplacements proposes to cut the run of U+FFFD at i but for the first.
func proposeReplacements(text []byte, i int, p *Proposals) (next int) {
	const size = len("\uFFFD")
	next = i + size
	for next < len(text) && text[next] == 0xEF {
		if r, _ := utf8.DecodeRune(text[next:]); r != utf8.RuneError {
			break
		}
		next += size
	}
	if next > i+size {
		p.Cut(edit.Span{Start: i + size, End: next}, LabelReplacement)
	}
	return next
}

// maxMarks is how many combining marks may stand on one letter. Vietnamese
// needs two and phonetic transcription up to four.
const maxMarks = 4

// isGenericMark reports whether r is a combining mark that any letter may
// take. Those that belong to one script, as in Thai, Tibetan, Hebrew or Arabic,
// heap up as that script has it.
func isGenericMark(r rune) bool {
	return r >= 0x0300 && r <= 0x036F || r >= 0x1AB0 && r <= 0x1AFF || r >= 0x1DC0 && r <= 0x1DFF || r >= 0x20D0 && r <= 0x20FF
}

// proposeMarks proposes to cut the run of marks at i if it is longer than
// maxMarks.
func proposeMarks(text []byte, i int, p *Proposals) (next int) {
	marks := 0
	for next = i; next < len(text); marks++ {
		r, n := utf8.DecodeRune(text[next:])
		if !isGenericMark(r) {
			break
		}
		next += n
	}
	if marks > maxMarks {
		p.Cut(edit.Span{Start: i, End: next}, LabelZalgo)
	}
	return next
}

// odd holds the bytes at which something this stage looks for can begin.
var odd = func() (set byteSet) {
	for b := range byte(' ') {
		set.add(b)
	}
	for _, b := range []byte{0x7F, 0xC2, 0xCC, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4} {
		set.add(b)
	}
	set['\t'], set['\n'] = 0, 0
	return set
}()

// suspicious reports whether the character that begins with the odd byte at i
// may be one this stage looks for, given that text is valid UTF-8. It sorts
// out by another byte or two what is common: letters of Vietnamese and
// Georgian, quotation marks, CJK punctuation, emoji.
func suspicious(text []byte, i int) bool {
	b := text[i]
	if b < utf8.RuneSelf {
		return true
	}
	second := text[i+1]
	switch {
	case b == 0xC2:
		return second == 0x85 || second == 0xA0 || second == 0xAD
	case b == 0xD8:
		return second == 0x9C // ARABIC LETTER MARK
	case b == 0xE1:
		return second == 0x9A || second == 0xAA || second == 0xAB || second == 0xB7
	case b == 0xE2:
		third := text[i+2]
		return second == 0x80 && (third < 0x90 || third >= 0xA8) || second == 0x81 || second == 0x83
	case b == 0xEF:
		return second == 0xB7 || second == 0xBB || second == 0xBF
	case b >= 0xF0:
		return second&0x0F == 0x0F && text[i+2] == 0xBF
	}
	return true
}
