package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// attributes are those of an element that bear on its text.
type attributes struct {
	hidden, ariaHidden bool
	href               string
	style              style
}

func readAttributes(n *html.Node) attributes {
	var a attributes
	for i := range n.Attr {
		switch value := n.Attr[i].Val; n.Attr[i].Key {
		case "hidden":
			a.hidden = value != "until-found" // found by searching the page, hence readable
		case "aria-hidden":
			a.ariaHidden = value == "true"
		case "href":
			a.href = value
		case "style":
			a.style = parseStyle(value)
		}
	}
	return a
}

// attribute returns the value of an attribute, or "".
func attribute(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// seen returns what an element adds to the visibility of its content.
func (a *attributes) seen(n *html.Node, t traits) (v Visibility) {
	if a.hidden || a.style.hidden {
		v |= Hidden
	}
	if a.ariaHidden {
		v |= AriaHidden
	}
	switch {
	case n.Data == "noscript" || n.Data == "noframes":
		v |= Noscript
	case n.Data == "template":
		v |= Template
	case t.has(fallback):
		v |= Fallback
	}
	return v
}

// inline reports whether an element is part of a line.
func inline(n *html.Node, a *attributes) bool {
	if a.style.block || traitsOf(n.Data).has(asBlock) {
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && traitsOf(c.Data).has(asBlock) {
			return false
		}
	}
	return true
}

// unread reports whether the text of an element is not read as part of the
// page, shown or not.
func unread(n *html.Node, t traits) bool {
	if n.Namespace == "" {
		return t.has(silent | annotation)
	}
	return n.Data == "title" || n.Data == "style" || n.Data == "script" || t.has(annotation)
}

// block reports whether an element ends the line before it.
func block(n *html.Node, t traits) bool {
	switch {
	case n.Namespace == "svg":
		return n.Data == "text"
	case n.Data == "button":
		return !inSentence(n)
	}
	return t.has(asBlock) && n.Namespace == ""
}

// inSentence reports whether text stands right beside an element.
func inSentence(n *html.Node) bool {
	return isText(n.PrevSibling) || isText(n.NextSibling)
}

func isText(n *html.Node) bool {
	return n != nil && n.Type == html.TextNode && strings.Trim(n.Data, " \t\r\n\f") != ""
}

// besideTwin reports whether an element follows one like it with nothing
// between: a link, or a span of the same class. Pages leave it to a style
// sheet to part such, unless the class makes no word or each span is a letter.
// The element before has its text back.
func besideTwin(n *html.Node) bool {
	p := n.PrevSibling
	if p == nil || p.Type != html.ElementNode || p.Data != n.Data {
		return false
	}
	switch n.Data {
	case "a":
		return true
	case "span":
		class := attribute(n, "class")
		return class != "" && class == attribute(p, "class") && len(Tokens(n)) > 0 && !lone(p)
	}
	return false
}

// lone reports whether an element holds a single letter.
func lone(n *html.Node) bool {
	text := n.FirstChild
	return text != nil && text.NextSibling == nil && utf8.RuneCountInString(text.Data) == 1
}

// markOf returns the mark that an element puts on its text.
func markOf(n *html.Node, a *attributes) (m Mark, ok bool) {
	if n.Namespace != "" {
		return m, false
	}
	switch n.Data {
	case "a":
		m.Kind, m.Href = Link, a.href
		return m, a.href != ""
	case "em", "i":
		m.Kind = Emphasis
	case "b", "strong":
		m.Kind = Strong
	case "code", "kbd", "samp", "tt":
		m.Kind = Verbatim
	case "del", "s", "strike":
		m.Kind = Struck
	default:
		return m, false
	}
	return m, true
}
