package page

import (
	"github.com/shuck-text/shuck/clean/edit"
)

// readFlat reads the page without a tree, as the package documentation says.
func (p *Page) readFlat() {
	p.Flat = true
	f := flow{src: p.Source, label: p.label, last: -1}
	in := scanner{src: p.Source}
	for number := 0; in.next() != endOfPage; number++ {
		f.flat(&in, number)
	}
	f.finish()
	p.Blocks = f.blocks
}

// Beyond maxFlatBlocks blocks of a flat page, those of less than minFlatBlock
// bytes are joined as lines of one, so that the memory for them is bounded.
const (
	maxFlatBlocks = 1 << 20
	minFlatBlock  = 4 << 10
)

// flat adds one token.
func (f *flow) flat(in *scanner, number int) {
	here := place{space: collapsed}
	switch in.kind {
	case textToken, rawToken:
		here.raw = in.kind == rawToken && in.within != "textarea"
		if in.kind == rawToken && !traitsOf(in.within).has(asBlock) {
			return
		}
		f.flatText(in.span, number, &here)
	case startTag, endTag:
		switch e := in.element; {
		case e.name == "br" && in.kind == startTag:
			f.lineBreak(&here)
		case e.has(asBlock) && (len(f.blocks) < maxFlatBlocks || f.length >= minFlatBlock):
			f.finish()
		case e.has(asBlock):
			f.breaks = 1
		case e.has(roomy):
			f.gap = true
		}
	}
}

// flatText adds a text with the white space around it.
func (f *flow) flatText(span edit.Span, number int, p *place) {
	start := skipSpace(f.src[:span.End], span.Start)
	end := span.End
	for end > start && space(f.src[end-1]) {
		end--
	}
	f.spaced = f.spaced || start > span.Start
	if start < end {
		f.last = number - 1 // tokens between texts have no numbers
		f.text(edit.Span{Start: start, End: end}, number, p)
		f.spaced = f.spaced || end < span.End
	}
}
