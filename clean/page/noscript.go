package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// open puts in place of the text of a noscript element what a browser that
// runs no scripts makes of it. The text still has its placeholders, so that
// whatever is in it knows its place. It reports whether it could. Elements of
// that kind cannot nest; those found in another are not opened.
func (w *walker) open(n *html.Node) bool {
	text := n.FirstChild
	if text == nil || text.Type != html.TextNode || text.NextSibling != nil || n.Namespace != "" {
		return false
	}
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	content, err := html.ParseFragment(strings.NewReader(text.Data), context)
	if err != nil || !w.restorable(content) {
		return false
	}
	n.RemoveChild(text)
	for _, c := range content {
		n.AppendChild(c)
	}
	return true
}
