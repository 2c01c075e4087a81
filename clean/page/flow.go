package page

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

// A flow makes blocks of texts that come in the order of the tree. It lays
// out white space as CSS does, and notes as edits of the source whatever makes
// the block's text differ from it.
type flow struct {
	src    []byte
	label  edit.Label // the first of this package's
	blocks []Block
	marks  []Mark // of all blocks; each has a part of it
	writer edit.Writer

	// The current block, if in.
	in         bool
	place      place // where its first letter stands
	node       *html.Node
	depth      int
	start, end int // in the source, from the first letter to the last
	length     int // of the text, in bytes
	last       int // the number of the last text
	edits      []change
	new        []byte // the new bytes of all edits
	open       []openMark
	firstMark  int // in marks

	// What stands between end and the next letter.
	spaced bool   // white space that collapses
	breaks int    // line breaks
	kept   []byte // white space that is preserved
	gap    bool   // something that takes room, but is no text
	signs  string // text the page does not have
	unseen bool   // text that is not shown
}

// A place says what a text is, as far as its ancestors tell.
type place struct {
	kind   Kind
	level  int
	seen   Visibility
	space  whiteSpace
	raw    bool // character references are not decoded
	opened bool // in a noscript element
	quotes int
	list   *list
	item   *item
	grid   *grid // the table of data
	cell   *Cell
	node   *html.Node // the parent
	depth  int        // of node
}

// A list is a list being read.
type list struct {
	ordered bool
	next    int // number
}

// An item is a list item being read.
type item struct{ marker string }

// change is an edit of the current block's source.
type change struct {
	span  edit.Span
	size  int // of the new bytes
	label edit.Label
}

// openMark is a mark whose element has not ended.
type openMark struct {
	Mark
	inked bool // its start is known
}

// text adds the source text in span, which neither begins nor ends with white
// space. It is the text of the given number, or follows it without a number of
// its own.
func (f *flow) text(span edit.Span, number int, p *place) {
	if f.in && (number > f.last+1 || span.Start < f.end) || f.breaks > 1 && p.space == collapsed {
		f.finish()
	}
	f.last = number
	text := f.src[:span.End]
	for at := span.Start; at < span.End; {
		next := plainEnd(text, at, p)
		if next > at {
			f.ink(edit.Span{Start: at, End: next}, p)
		} else {
			next = f.special(text, at, p)
		}
		at = next
	}
}

// skip notes that the text of a number stands in the block unseen.
func (f *flow) skip(number int) {
	if f.in && number == f.last+1 {
		f.last = number
		f.unseen = true
	}
}

// replace adds new bytes in place of source bytes.
func (f *flow) replace(span edit.Span, with string, label edit.Label, p *place) {
	f.ink(span, p)
	f.edit(span, with, label)
}

// ink adds source bytes as they are, after what is due before them.
func (f *flow) ink(span edit.Span, p *place) {
	if !f.in {
		f.begin(span.Start, p)
	} else if span.Start > f.end || f.pending() {
		f.edit(edit.Span{Start: f.end, End: span.Start}, f.between(span.Start)+f.signs, f.label+f.reason(span.Start))
	}
	f.settle()
	if p.node != f.node {
		f.node, f.depth = common(f.node, f.depth, p.node, p.depth)
	}
	for i := len(f.open) - 1; i >= 0 && !f.open[i].inked; i-- {
		f.open[i].inked = true
		f.open[i].Span.Start = f.length
	}
	f.length += span.Len()
	f.end = span.End
}

// begin starts a block at a letter.
func (f *flow) begin(at int, p *place) {
	f.in, f.place, f.node, f.depth = true, *p, p.node, p.depth
	f.start, f.end, f.length = at, at, 0
	f.edits, f.new = f.edits[:0], f.new[:0]
	f.firstMark = len(f.marks)
	// The indent of a preformatted first line is part of it.
	indent := f.kept[bytes.LastIndexByte(f.kept, '\n')+1:]
	if bytes.HasSuffix(f.src[:at], indent) {
		f.start -= len(indent)
		f.length = len(indent)
	} else {
		f.edit(edit.Span{Start: at, End: at}, string(indent), f.label+Space)
	}
	f.edit(edit.Span{Start: f.start, End: f.start}, f.signs, f.label+Markup)
}

// edit notes that source bytes become other bytes. Those of span are counted
// in the text's length if they were added by ink, else only what replaces them.
func (f *flow) edit(span edit.Span, with string, label edit.Label) {
	if span.End > f.end { // not in the text so far
		f.length += len(with)
	} else {
		f.length += len(with) - span.Len()
	}
	if string(f.src[span.Start:span.End]) == with {
		return
	}
	f.edits = append(f.edits, change{span, len(with), label})
	f.new = append(f.new, with...)
}

// finish ends the current block, if there is one.
func (f *flow) finish() {
	if f.in {
		f.in = false
		f.blocks = append(f.blocks, f.block())
	}
	f.settle()
}

// block returns the current block.
func (f *flow) block() Block {
	p := &f.place
	b := Block{
		Kind: p.kind, Seen: p.seen,
		Span: edit.Span{Start: f.start, End: f.end},
		Node: f.node, Depth: f.depth,
		Quotes: p.quotes, Cell: p.cell,
	}
	if p.kind == Heading || p.kind == Item {
		b.Level = p.level
	}
	if p.item != nil {
		b.Marker, p.item.marker = p.item.marker, ""
	}
	f.writer.Reset(f.src[f.start:f.end:f.end])
	at := 0
	for _, e := range f.edits {
		f.writer.Replace(edit.Span{Start: e.span.Start - f.start, End: e.span.End - f.start}, f.new[at:at+e.size], e.label)
		at += e.size
	}
	b.Text, b.Map = f.writer.Finish()
	for i := range f.open {
		f.closeMark(&f.open[i])
	}
	b.Marks = slices.Clip(f.marks[f.firstMark:])
	slices.SortStableFunc(b.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	b.Counts = b.count()
	return b
}

// beginMark notes that a marking element begins. It reports false if one of
// its kind is open, for then it marks nothing.
func (f *flow) beginMark(m Mark) bool {
	for i := range f.open {
		if f.open[i].Kind == m.Kind {
			return false
		}
	}
	f.open = append(f.open, openMark{Mark: m})
	return true
}

// endMark notes that the last marking element begun ends.
func (f *flow) endMark() {
	last := len(f.open) - 1
	if f.in {
		f.closeMark(&f.open[last])
	}
	f.open = f.open[:last]
}

// closeMark adds an open mark to the block's; in the next block it may go on.
func (f *flow) closeMark(m *openMark) {
	if m.inked && f.length > m.Span.Start {
		m.Span.End = f.length
		f.marks = append(f.marks, m.Mark)
	}
	m.inked = false
}

// common returns the innermost element that holds two elements, with its depth.
func common(a *html.Node, depthA int, b *html.Node, depthB int) (*html.Node, int) {
	for a != b && a != nil && b != nil {
		if depthA >= depthB {
			a, depthA = a.Parent, depthA-1
		} else {
			b, depthB = b.Parent, depthB-1
		}
	}
	return a, depthA
}
