package stage

import (
	"bytes"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Characters of the Unicode Bidirectional Algorithm (UAX #9).
const (
	alm = '\u061C' // ARABIC LETTER MARK
	lrm = '\u200E' // LEFT-TO-RIGHT MARK
	rlm = '\u200F' // RIGHT-TO-LEFT MARK
	lre = '\u202A' // LEFT-TO-RIGHT EMBEDDING
	rle = '\u202B' // RIGHT-TO-LEFT EMBEDDING
	pdf = '\u202C' // POP DIRECTIONAL FORMATTING
	lro = '\u202D' // LEFT-TO-RIGHT OVERRIDE
	rlo = '\u202E' // RIGHT-TO-LEFT OVERRIDE
	lri = '\u2066' // LEFT-TO-RIGHT ISOLATE
	fsi = '\u2068' // FIRST STRONG ISOLATE
	pdi = '\u2069' // POP DIRECTIONAL ISOLATE
)

func isBidi(r rune) bool {
	return r == lrm || r == rlm || r == alm || r >= lre && r <= rlo || r >= lri && r <= pdi
}

// bidi finds the bidirectional controls that order nothing: those that open
// what their line does not close or close what nothing opened, and in a line
// without a letter of a right-to-left script all but the overrides, which turn
// any letters around.
type bidi struct {
	open     []opening
	isolates int // among open
}

// An opening is a control that waits for the one that closes it.
type opening struct {
	span edit.Span
	by   rune
}

func (o opening) isolates() bool  { return o.by >= lri && o.by <= fsi }
func (o opening) overrides() bool { return o.by == lro || o.by == rlo }

// proposeLine proposes cuts in the line whose first control is at i, and
// returns where the line ends.
func (b *bidi) proposeLine(text []byte, i int, p *Proposals) (end int) {
	start := bytes.LastIndexByte(text[:i], '\n') + 1
	end = nextByte(text, i, '\n')
	idle := !mayBeRightToLeft(text[start:end])
	b.open, b.isolates = b.open[:0], 0
	for i < end {
		r, n := utf8.DecodeRune(text[i:])
		if isBidi(r) {
			b.control(opening{edit.Span{Start: i, End: i + n}, r}, idle, p)
		}
		i += n
	}
	b.closeTo(0, p)
	return end
}

// control handles one control. Idle says that the line has no letter from
// right to left.
func (b *bidi) control(c opening, idle bool, p *Proposals) {
	switch c.by {
	case lrm, rlm, alm:
		if idle {
			p.Cut(c.span, LabelBidi)
		}
	case pdf:
		b.pop(c, idle, len(b.open) > 0 && !b.open[len(b.open)-1].isolates(), p)
	case pdi:
		if b.isolates > 0 {
			n := len(b.open)
			for !b.open[n-1].isolates() {
				n--
			}
			b.closeTo(n, p)
		}
		b.pop(c, idle, b.isolates > 0, p)
	default:
		b.open = append(b.open, c)
		if c.isolates() {
			b.isolates++
		}
	}
}

// pop handles the control c that closes the last opening, or nothing.
func (b *bidi) pop(c opening, idle, closes bool, p *Proposals) {
	if !closes {
		p.Cut(c.span, LabelBidi)
		return
	}
	last := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	if last.isolates() {
		b.isolates--
	}
	if idle && !last.overrides() {
		p.Cut(last.span, LabelBidi)
		p.Cut(c.span, LabelBidi)
	}
}

// closeTo proposes to cut the openings from the n-th on, which nothing closes.
func (b *bidi) closeTo(n int, p *Proposals) {
	for _, o := range b.open[n:] {
		p.Cut(o.span, LabelBidi)
		if o.isolates() {
			b.isolates--
		}
	}
	b.open = b.open[:n]
}

// mayBeRightToLeft reports whether valid UTF-8 may have letters of
// right-to-left scripts, by the bytes they begin with: U+0590 to U+08FF, the
// Hebrew and Arabic presentation forms, U+10800 to U+10FFF and U+1E800 to
// U+1EFFF. Some other characters share them.
func mayBeRightToLeft(line []byte) bool {
	for i, b := range line {
		switch {
		case b < 0xD6:
		case b <= 0xDF && runeAt(line, i) != alm:
			return true
		case b == 0xE0 && line[i+1] <= 0xA3, b == 0xEF && line[i+1] >= 0xAC && line[i+1] <= 0xBA:
			return true
		case b == 0xF0 && (line[i+1] == 0x90 || line[i+1] == 0x9E):
			return true
		}
	}
	return false
}

func runeAt(text []byte, i int) rune {
	r, _ := utf8.DecodeRune(text[i:])
	return r
}
