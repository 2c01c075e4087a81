package mojibake

import (
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// maxRounds bounds how often a line is read anew. Each round undoes one layer
// of damage, and what its repairs bring to light.
const maxRounds = 8

// patch is a repair before it has a name: the bytes of span become with.
type patch struct {
	span   edit.Span
	with   string
	layers []string // what happened to the text, last first
}

// repair returns the fixes that leave nothing more to repair in line. A line
// that does not settle stays as it is.
func (f *Finder) repair(line []byte) []Fix {
	defer func() { f.line = evidence{} }()
	var all []patch
	for range maxRounds {
		f.line = evidence{}
		e := f.gather(line)
		if len(f.certain) == 0 {
			return named(all)
		}
		f.line = e
		patches := f.patches(line)
		if len(patches) == 0 {
			return named(all)
		}
		all = compose(line, all, patches)
		line = apply(line, patches)
	}
	return nil
}

// certainty is a cluster beyond doubt and what it stands for.
type certainty struct {
	cluster
	with   string
	agreed pageSet // the pages that say so
}

// gather fills f.certain, and returns what that says of line.
func (f *Finder) gather(line []byte) (e evidence) {
	f.certain = f.certain[:0]
	for at := 0; ; {
		c, ok := f.next(line, at)
		if !ok {
			e.pure = e.trusted != 0 && e.favored.isPure(line)
			return e
		}
		sure := certainty{cluster: c}
		switch {
		case c.control:
			sure.with = string(controlChar(rune(line[c.span.Start+1])))
		case c.surplus > 0:
			e.learn(c, f.kept, &f.votes)
			sure.with, sure.agreed = string(f.kept), f.votes.agreed(c.page)
		default: // certain damage, but as a lossy unit it is read with trust
			e.trusted |= c.page.set()
		}
		f.certain = append(f.certain, sure)
		at = c.span.End
	}
}

// patches returns one layer of repairs of line, in the light of f.line.
func (f *Finder) patches(line []byte) []patch {
	var all []patch
	certain := f.certain
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			i = skipASCII(line, i)
			continue
		}
		for len(certain) > 0 && certain[0].span.Start < i {
			certain = certain[1:]
		}
		if len(certain) > 0 && certain[0].span.Start == i && f.settled(line, certain[0]) {
			all = append(all, f.certainPatch(line, certain[0]))
			i = certain[0].span.End
			continue
		}
		id, n := charAt(line, i)
		in := chars[id].lead & (f.line.trusted | tails(line[i+n:]))
		if c, ok := f.best(line, i, in); ok {
			all = append(all, patch{c.span, string(f.kept), damageOf(line, c)})
			n = c.span.Len()
		}
		i += n
	}
	return all
}

// certainPatch returns the patch of c. It names the page that the line favors.
func (f *Finder) certainPatch(line []byte, c certainty) patch {
	c.page = f.line.favored
	return patch{c.span, c.with, damageOf(line, c.cluster)}
}

// settled reports whether the line as a whole changes nothing about c: the page
// that it favors reads it so, and no lossy unit can follow.
func (f *Finder) settled(line []byte, c certainty) bool {
	if c.control {
		return true
	}
	if c.agreed&f.line.favored.set() == 0 {
		return false
	}
	if c.span.End == len(line) || line[c.span.End] < utf8.RuneSelf {
		return true
	}
	id, _ := charAt(line, c.span.End)
	return chars[id].lead&f.line.trusted == 0
}

// tails returns the pages in which text begins with a continuation byte.
func tails(text []byte) pageSet {
	if len(text) == 0 || text[0] < utf8.RuneSelf {
		return 0
	}
	id, _ := charAt(text, 0)
	return chars[id].tail
}

// damages holds, by page, what a patch says was done. Latin-1 is apart, for
// units that have no character outside of it.
var damages, latin1Damage, controlDamage = func() (d [len(pages)][]string, l, c []string) {
	for p := range pages {
		d[p] = []string{"utf-8 read as " + pages[p].name}
	}
	return d, []string{"utf-8 read as iso-8859-1"}, []string{"windows-1252 read as iso-8859-1"}
}()

// damageOf returns what was done to c, as layers of a patch.
func damageOf(line []byte, c cluster) []string {
	switch {
	case c.control:
		return controlDamage
	case c.page == 0 && isLatin1(line[c.span.Start:c.span.End]):
		return latin1Damage
	}
	return damages[c.page]
}

// isLatin1 reports whether text has no character beyond U+00FF.
func isLatin1(text []byte) bool {
	for _, b := range text {
		if b >= 0xC4 {
			return false
		}
	}
	return true
}
