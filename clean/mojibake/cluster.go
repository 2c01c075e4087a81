package mojibake

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// A cluster is a run of units, one close upon the other, in one page. What it
// stands for is in the Finder.
type cluster struct {
	span     edit.Span
	page     pageID
	control  bool   // not a unit but a single C1 control
	wordlike bool   // looks as if somebody had written it
	letters  bool   // one unit of nothing but letters
	controls uint32 // a bit for each C1 control in it
	gain     int    // bits by which it is less probable than what it stands for
	surplus  int    // bits of gain beyond what is asked for
}

// clusterAt measures the cluster of page p at i, which is empty if there is
// none. What stands before i is in f.left. The characters of the cluster are
// then in f.bad and what they stand for in f.good, both from f.from on.
func (f *Finder) clusterAt(text []byte, i int, p pageID) cluster {
	f.bad, f.good = append(f.bad[:0], f.left...), append(f.good[:0], f.left...)
	f.from = len(f.good)
	end := f.readUnits(text, i, p)
	c := cluster{span: edit.Span{Start: i, End: end}, page: p}
	if end == i {
		return c
	}
	bad, good := f.bad, f.good
	c.controls = controlsIn(bad[f.from:])
	c.letters = len(good) == f.from+1 && allLetters(bad[f.from:])
	f.bad = appendRight(f.bad, text[end:])
	f.good = appendRight(f.good, text[end:])
	c.gain = strain(f.bad) - strain(f.good)
	c.wordlike = wordlike(f.bad, f.from, len(bad))
	f.bad, f.good = f.bad[:len(bad)], f.good[:len(good)]
	return c
}

// controlsIn returns a bit for each C1 control that text has.
func controlsIn(text []rune) (set uint32) {
	for _, r := range text {
		if r >= 0x80 && r < 0xA0 {
			set |= 1 << (r - 0x80)
		}
	}
	return set
}

func allLetters(text []rune) bool {
	for _, r := range text {
		if !traitOf(r).isLetter() {
			return false
		}
	}
	return true
}

// readUnits appends the units of page p from i on, and what they stand for. It
// returns their end.
func (f *Finder) readUnits(text []byte, i int, p pageID) int {
	end := i
	for end < len(text) {
		u := p.unitAt(text[end:])
		switch {
		case u.size > 0:
		case f.line.trusted&p.set() != 0:
			u = f.lossyUnit(p, text, end)
		case end > i:
			u = p.replacedUnit(text[end:], 3)
		}
		if u.size == 0 {
			break
		}
		f.bad = appendRunes(f.bad, text[end:end+u.size])
		end += u.size
		if !pages[p].folded {
			f.good = append(f.good, u.char)
			continue
		}
		f.good = append(f.good, unicode.ToLower(u.char))
		if u.char < 0x250 {
			break // "ã" also leads the damage of kana, in long runs
		}
	}
	return end
}

// weigh sets the surplus of c as a cluster of p: what is left of its gain when
// the prior is met, and when it is paid for controls that p does not have.
func (e *evidence) weigh(c cluster, p pageID) cluster {
	c.page = p
	c.surplus = c.gain - e.prior(c) - 2*bits.OnesCount32(c.controls&^control[p])
	return c
}

// context is how many characters beside a cluster count. None beyond a space
// does, so that text may be taken apart there.
const context = 2

// appendLeft appends to dst the end of text, as far as it is context.
func appendLeft(dst []rune, text []byte) []rune {
	start := len(text)
	for range context {
		r, n := utf8.DecodeLastRune(text[:start])
		if n == 0 || isSpace(r) {
			break
		}
		start -= n
	}
	return appendRunes(dst, text[start:])
}

// appendRight appends to dst the start of text, as far as it is context. There
// is a space at the end of text.
func appendRight(dst []rune, text []byte) []rune {
	for range context {
		r, n := utf8.DecodeRune(text)
		if n == 0 || isSpace(r) {
			return append(dst, ' ')
		}
		dst = append(dst, r)
		text = text[n:]
	}
	return dst
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

func appendRunes(dst []rune, text []byte) []rune {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		dst = append(dst, r)
		text = text[n:]
	}
	return dst
}
