package match

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// A link is where a byte leads in the trie: to a class of runes if it is not
// negative, to nothing if the byte cannot stand here, else to a node.
type link int32

const noLink link = -1

func linkTo(node int32) link { return -2 - link(node) }
func (l link) isNode() bool  { return l <= -2 }
func (l link) node() int32   { return int32(-2 - l) }
func (l link) isClass() bool { return l >= 0 }
func (l link) class() int32  { return int32(l) }

// A node of the trie stands after the first bytes of a rune. Only how many
// they were matters later, not which: if the rune turns out malformed, its
// first byte reads as U+FFFD, and so does each of the others, since a
// continuation byte cannot begin a rune.
type node struct {
	bytes int      // how many bytes lead here
	next  [64]link // by continuation byte, less 0x80
}

// An alphabet leads from bytes to classes of runes. Its trie is a graph really:
// equal subtries are one, so that the thousand blocks of ideographs that no
// pattern mentions cost the automaton no state each.
type alphabet struct {
	*classes
	end         int32 // the class of the end of the text, which is in no set
	replacement int32 // the class of U+FFFD
	root        [256]link
	nodes       []node // the first is the root's place and is not used

	column  [256]uint8 // bytes that the trie tells apart
	sample  []byte     // a byte of each column
	columns int        // columns of a transition table: these and the end of the text
}

func newAlphabet(sets *runeSets) *alphabet {
	a := &alphabet{classes: newClasses(sets.list)}
	a.end = int32(len(a.rune))
	a.rune = append(a.rune, -1) // as syntax.EmptyOpContext has it
	a.in = append(a.in, make([]uint64, a.words))
	a.replacement = a.of[a.interval(utf8.RuneError, 0)]
	a.plant()
	a.fold()
	return a
}

// plant builds the trie from the intervals of the classes.
func (a *alphabet) plant() {
	a.nodes = make([]node, 1)
	p := planter{a, make(map[node]int32), 0}
	for b := range a.root {
		r := rune(b)
		switch {
		case b < 0x80:
			a.root[b] = p.link(r, 0, 1, 0)
		case b >= 0xC2 && b < 0xE0:
			a.root[b] = p.link(r&0x1F<<6, 1, 1, 0x80)
		case b >= 0xE0 && b < 0xF0:
			a.root[b] = p.link(r&0x0F<<12, 2, 1, 0x800)
		case b >= 0xF0 && b < 0xF5:
			a.root[b] = p.link(r&0x07<<18, 3, 1, 0x10000)
		default:
			a.root[b] = noLink
		}
	}
}

// A planter builds a trie and keeps track of equal nodes.
type planter struct {
	*alphabet
	index map[node]int32
	at    int // the interval looked at last
}

// link returns the link to the 64^more runes from lo on, which takes that many
// more bytes, after some bytes read already. Runes below least are malformed
// at this length.
func (p *planter) link(lo rune, more, bytes int, least rune) link {
	p.at = p.interval(min(lo, unicode.MaxRune+1), p.at)
	class := p.of[p.at]
	uniform := p.cuts[p.at] > unicode.MaxRune || lo+1<<(6*more) <= p.cuts[p.at+1]
	if uniform && (lo < least || lo > unicode.MaxRune || lo >= surrogateMin && lo <= surrogateMax) {
		return noLink
	}
	if more == 0 {
		return link(class)
	}
	n := node{bytes: bytes}
	step := rune(1) << (6 * (more - 1))
	for j := range n.next {
		if uniform && j > 0 {
			n.next[j] = n.next[0]
			continue
		}
		n.next[j] = p.link(lo+rune(j)*step, more-1, bytes+1, least)
	}
	return linkTo(p.number(n))
}

// number returns the number of a node, a new one if there is none like it.
func (p *planter) number(n node) int32 {
	id, ok := p.index[n]
	if !ok {
		id = int32(len(p.nodes))
		p.index[n] = id
		p.nodes = append(p.nodes, n)
	}
	return id
}

// fold finds the bytes that lead to the same place from every node, which may
// share a column of a transition table.
func (a *alphabet) fold() {
	index := make(map[string]uint8)
	var key []byte
	for b := range 256 {
		key = binary.LittleEndian.AppendUint32(key[:0], uint32(a.root[b]))
		if b >= 0x80 && b < 0xC0 {
			for n := range a.nodes {
				key = binary.LittleEndian.AppendUint32(key, uint32(a.nodes[n].next[b-0x80]))
			}
		}
		column, ok := index[string(key)]
		if !ok {
			column = uint8(len(a.sample))
			index[string(key)] = column
			a.sample = append(a.sample, byte(b))
		}
		a.column[b] = column
	}
	a.columns = len(a.sample) + 1
}

// follow returns where b leads from a node.
func (a *alphabet) follow(node int32, b byte) link {
	switch {
	case node == 0:
		return a.root[b]
	case b >= 0x80 && b < 0xC0:
		return a.nodes[node].next[b-0x80]
	}
	return noLink
}
