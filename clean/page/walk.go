package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

// A walker goes through a tree, puts its texts back and lays them out.
type walker struct {
	placer
	flow     flow
	unplaced int
	found    int    // the highest number of a text in the tree
	list     []part // of the current text node
}

func newWalker(s *skeleton, label edit.Label) *walker {
	return &walker{
		placer: placer{skeleton: s, text: string(s.src)},
		flow:   flow{src: s.src, label: label, last: -1},
		found:  -1,
	}
}

// walk goes through what is below n, which stands at p. The parser bounds the
// depth.
func (w *walker) walk(n *html.Node, p place) {
	p.depth++
	p.node = n
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.textNode(c, &p)
		case html.ElementNode:
			w.element(c, p)
		}
	}
}

// textNode restores a text and lays it out.
func (w *walker) textNode(n *html.Node, p *place) {
	list := w.restore(n, p.raw)
	unplaced := false
	for i, part := range list {
		switch {
		case part.number >= 0:
			w.flow.text(part.span, part.number, p)
		case strings.Trim(part.text, " \t\r\n\f") == "":
			if n.Parent.Namespace != "math" || n.Parent.Data == "mtext" {
				w.flow.white(part.text, p)
			}
		default:
			placed, ok := w.place(list, i, p.raw)
			if ok {
				w.literal(placed, p)
			}
			unplaced = unplaced || !ok
		}
	}
	if unplaced {
		w.unplaced++
	}
}

// literal lays out a text that the skeleton has as it is.
func (w *walker) literal(placed part, p *place) {
	span := placed.span
	start := skipSpace(w.src[:span.End], span.Start)
	end := span.End
	for space(w.src[end-1]) {
		end--
	}
	w.flow.white(w.text[span.Start:start], p)
	w.flow.text(edit.Span{Start: start, End: end}, placed.number, p)
	w.flow.white(w.text[end:span.End], p)
}

// restore puts the text of a node back and returns its parts.
func (w *walker) restore(n *html.Node, raw bool) []part {
	w.list = w.parts(w.list[:0], n.Data)
	n.Data = w.content(w.list, raw)
	for _, part := range w.list {
		w.found = max(w.found, part.number)
	}
	return w.list
}

// pass restores the texts below n and leaves them out of the text around it.
func (w *walker) pass(n *html.Node, raw bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			for _, part := range w.restore(c, raw) {
				if part.number >= 0 {
					w.flow.skip(part.number)
				}
			}
		}
		w.pass(c, raw || rawText(c))
	}
}

// rawText reports whether character references are left as they are in n.
func rawText(n *html.Node) bool {
	return n.Namespace == "" && traitsOf(n.Data).has(textOnly) && n.Data != "title" && n.Data != "textarea"
}

// element lays out an element that stands at p.
func (w *walker) element(n *html.Node, p place) {
	t := traitsOf(n.Data)
	a := readAttributes(n)
	outside := p.seen
	p.raw = p.raw || rawText(n)
	p.seen |= a.seen(n, t)
	p.enter(n, &a)
	apart := (p.seen^outside)&^AriaHidden != 0
	gap := t.has(roomy) && p.space != preserved
	switch {
	case n.Data == "br":
		w.flow.lineBreak(&p)
	case unread(n, t), apart && (!w.hasText(n) || w.flow.in && p.seen == outside|Hidden && inline(n, &a)):
		w.pass(n, p.raw)
		w.flow.gap = w.flow.gap || gap
	case apart || a.style.block || block(n, t):
		w.flow.finish()
		w.inside(n, &a, p)
		w.flow.finish()
	default:
		w.flow.gap = w.flow.gap || gap || p.space != preserved && besideTwin(n)
		w.inside(n, &a, p)
		w.flow.gap = w.flow.gap || gap
	}
}

// inside lays out what is below an element.
func (w *walker) inside(n *html.Node, a *attributes, p place) {
	mark, marked := markOf(n, a)
	switch {
	case n.Data == "noscript" || n.Data == "noframes":
		p.raw = p.opened || !w.open(n)
		p.opened = true
	case n.Namespace == "math" && w.formula(n, p):
		return
	case marked && w.flow.beginMark(mark):
		defer w.flow.endMark()
	}
	w.walk(n, p)
}

// enter turns the place of an element into the place of what is in it.
func (p *place) enter(n *html.Node, a *attributes) {
	if a.style.space != inherited {
		p.space = a.style.space
	}
	if n.Namespace != "" {
		return
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.kind, p.level = Heading, int(n.Data[1]-'0')
	case "pre", "listing", "xmp", "plaintext":
		p.kind, p.space = Code, preserved
	case "textarea":
		p.kind, p.space = Form, preserved
	case "button", "select", "legend", "option":
		p.kind = Form
	case "blockquote":
		p.kind = Quote
		p.quotes++
	case "ul", "ol", "menu", "dir", "dl":
		p.enterList(n)
	case "li", "dt", "dd":
		p.enterItem(n)
	case "figcaption", "caption":
		p.kind = Caption
	case "table":
		p.enterTable(n)
	case "tr":
		p.enterRow(n)
	case "td", "th":
		p.enterCell(n)
	}
}

func (p *place) enterList(n *html.Node) {
	if p.list == nil || p.kind != Item {
		p.level = 0
	}
	p.level++
	p.list = &list{ordered: n.Data == "ol", next: 1}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		p.list.next = start
	}
}

func (p *place) enterItem(n *html.Node) {
	if p.list == nil {
		p.list = new(list)
		p.level = 1
	}
	p.kind, p.item = Item, &item{marker: "-"}
	if p.list.ordered {
		p.item.marker = strconv.Itoa(p.list.next) + "."
		p.list.next++
	}
	if n.Data == "dd" {
		p.item.marker = ""
	}
}
