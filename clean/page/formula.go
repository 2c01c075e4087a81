package page

import "golang.org/x/net/html"

// formula lays out an element of MathML whose meaning is in its geometry: a
// fraction becomes a/b, a power a^b, and so on. It reports false if n is not
// such an element.
func (w *walker) formula(n *html.Node, p place) bool {
	switch n.Data {
	case "mfrac":
		w.operands(n, p, "/")
	case "msup", "mover":
		w.operands(n, p, "^")
	case "msub", "munder":
		w.operands(n, p, "_")
	case "msubsup", "munderover":
		w.operands(n, p, "_", "^")
	default:
		return false
	}
	return true
}

// operands lays out the children of n with signs between them.
func (w *walker) operands(n *html.Node, p place, signs ...string) {
	p.node, p.depth = n, p.depth+1
	i := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			w.textNode(c, &p)
		}
		if c.Type != html.ElementNode {
			continue
		}
		if i > 0 && i <= len(signs) {
			w.flow.sign(signs[i-1])
		}
		i++
		w.operand(c, p)
	}
}

// operand lays out one operand, in parentheses if it has parts.
func (w *walker) operand(n *html.Node, p place) {
	parts := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			parts++
		}
	}
	if parts < 2 {
		w.element(n, p)
		return
	}
	w.flow.sign("(")
	w.element(n, p)
	w.flow.sign(")")
}
