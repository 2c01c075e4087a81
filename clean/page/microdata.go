package page

import (
	"path"
	"strings"

	"golang.org/x/net/html"
)

// microdata returns the things that itemscope elements describe, in order.
func microdata(root *html.Node) []Thing {
	r := itemReader{}
	r.read(root, -1)
	return r.things
}

// An itemReader goes through a tree for its microdata.
type itemReader struct{ things []Thing }

// read reads what is below n, which belongs to things[owner] unless owner is
// negative.
func (r *itemReader) read(n *html.Node, owner int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			r.element(c, owner)
		}
	}
}

func (r *itemReader) element(n *html.Node, owner int) {
	property, scope, kind := "", false, ""
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			property = a.Val
		case "itemscope":
			scope = true
		case "itemtype":
			kind = a.Val
		}
	}
	own := owner
	if scope {
		own = len(r.things)
		r.things = append(r.things, Thing{})
		for t := range strings.FieldsSeq(kind) {
			r.things[own].Types = append(r.things[own].Types, path.Base(t))
		}
	}
	r.read(n, own)
	if owner < 0 || property == "" {
		return
	}
	value := propertyValue(n)
	if scope {
		value = r.things[own].Name
	}
	for p := range strings.FieldsSeq(property) {
		r.things[owner].set(p, value)
	}
}

// propertyValue returns the value of an itemprop element.
func propertyValue(n *html.Node) string {
	switch n.Data {
	case "meta":
		return strings.TrimSpace(attribute(n, "content"))
	case "a", "link":
		if attribute(n, "itemprop") == "url" {
			return attribute(n, "href")
		}
	case "time":
		if t := attribute(n, "datetime"); t != "" {
			return t
		}
	}
	if c := attribute(n, "content"); c != "" {
		return c
	}
	return textOf(n)
}

// set sets a property of a thing unless it is set already.
func (t *Thing) set(property, value string) {
	if value == "" {
		return
	}
	if property == "author" || property == "creator" {
		t.Authors = append(t.Authors, value)
		return
	}
	if field := t.field(property); field != nil && *field == "" {
		*field = value
	}
}

// field returns the field for a property that has one value and is a text in
// microdata too, or nil.
func (t *Thing) field(property string) *string {
	switch property {
	case "name":
		return &t.Name
	case "headline":
		return &t.Headline
	case "description":
		return &t.Description
	case "datePublished":
		return &t.Published
	case "dateModified":
		return &t.Modified
	case "url":
		return &t.URL
	case "publisher":
		return &t.Publisher
	}
	return nil
}
