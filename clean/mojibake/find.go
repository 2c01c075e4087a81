package mojibake

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// next returns the first cluster of text at or after from that is damage
// beyond doubt. Text that has none costs little more than being read.
//
// A cluster shows by a lead byte and a continuation byte of the same page, one
// upon the other. In many alphabets that is common, so that only those runs of
// characters beyond ASCII are searched which have something odd.
func (f *Finder) next(text []byte, from int) (cluster, bool) {
	for i := skipASCII(text, from); i < len(text); i = skipASCII(text, i) {
		end, odd := scanRun(text, i)
		if odd {
			c, ok := cluster{}, false
			if c, end, ok = f.search(text, i); ok {
				return c, true
			}
		}
		i = skipForeign(text, end)
	}
	return cluster{}, false
}

// search is next for the run that begins at i. It returns the end of the run.
func (f *Finder) search(text []byte, i int) (c cluster, end int, ok bool) {
	var leads pageSet // pages in which the last character, at last, begins a unit
	last := i
	for i < len(text) && text[i] >= utf8.RuneSelf {
		id, n := charAt(text, i)
		if id == 0 {
			return cluster{}, i, false
		}
		if in := leads & chars[id].tail &^ lonely(text, last, i+n); in != 0 {
			if c, ok := f.best(text, last, in); ok {
				return c, i, true
			}
		}
		if isControl(text[i:]) {
			if c, ok := controlAt(text, i); ok {
				return c, i, true
			}
		}
		leads, last = chars[id].lead, i
		i += n
	}
	if i < len(text) && text[i] == ' ' {
		c, ok = spacedAt(text, last, i)
	}
	return c, i, ok
}

// lonely returns the pages in which the character at i begins a unit of a script
// that is hardly met, unless another may begin at next: such scripts do not show
// by single letters.
func lonely(text []byte, i, next int) pageSet {
	id, _ := charAt(text, i)
	minor := chars[id].minor
	if minor != 0 && next < len(text) && text[next] >= utf8.RuneSelf {
		id, _ := charAt(text, next)
		minor &^= chars[id].lead
	}
	return minor
}

// spacedAt returns the cluster at i, of page 0, whose no-break space became the
// space at end: "Â " and "Ã  " right after something which neither follows in
// good text.
func spacedAt(text []byte, i, end int) (cluster, bool) {
	c := cluster{span: edit.Span{Start: i, End: end + 1}}
	before, _ := utf8.DecodeLastRune(text[:i])
	switch string(text[i:end]) {
	case "Â":
		return c, unicode.IsLower(before) || strings.ContainsRune(".,:;!?)", before)
	case "Ã":
		return c, unicode.IsLower(before) && end+1 < len(text) && text[end+1] == ' '
	}
	return c, false
}

// best returns the best supported of the clusters which begin at i in the
// pages of in, if its evidence is more than is asked for. It leaves what the
// cluster stands for in f.kept, and what speaks for each page in f.votes.
func (f *Finder) best(text []byte, i int, in pageSet) (cluster, bool) {
	var first, best cluster // first is the first that was measured
	f.votes = votes{}
	f.left = appendLeft(f.left[:0], text[:i])
	for ; in != 0; in &= in - 1 {
		p := pageID(bits.TrailingZeros32(uint32(in)))
		same := !first.span.Empty() && f.readsAlike(p, first.page)
		c := first
		if !same {
			c = f.clusterAt(text, i, p)
		}
		if !same && first.span.Empty() {
			first, same = c, true
			f.firstBad = append(f.firstBad[:0], f.bad[f.from:]...)
			f.firstGood = append(f.firstGood[:0], f.good[f.from:]...)
		}
		if c = f.line.weigh(c, p); c.surplus <= 0 {
			continue
		}
		f.votes.add(c, same)
		if c.surplus > best.surplus {
			best = c
			f.keep(same)
		}
	}
	return best, best.surplus > 0
}

// readsAlike reports whether page p reads the first cluster as q did.
func (f *Finder) readsAlike(p, q pageID) bool {
	for _, r := range f.firstBad {
		bytes := &chars[charID(r)].bytes
		if bytes[p] != bytes[q] {
			return false
		}
	}
	return true
}

// keep sets aside what the last cluster stands for: that measured last, or the
// first once more.
func (f *Finder) keep(first bool) {
	if first {
		f.kept = append(f.kept[:0], f.firstGood...)
	} else {
		f.kept = append(f.kept[:0], f.good[f.from:]...)
	}
}
