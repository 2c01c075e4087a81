package page

import (
	"strings"

	"golang.org/x/net/html"
)

// Meta is what a page says about itself, in its own words and unchecked. Texts
// are trimmed, and addresses are as written, not resolved.
type Meta struct {
	Title     string // of the title element
	Lang      string // of the html element
	Canonical string
	Tags      []Tag   // of meta elements, in order
	Things    []Thing // of JSON-LD first, then of microdata
	Times     []Time
}

// A Tag is a meta element that has a content.
type Tag struct {
	Name    string // its name, property, itemprop or http-equiv, in lower case
	Content string
}

// A Time is a time element.
type Time struct {
	Datetime  string // the attribute
	Text      string
	Published bool // has the pubdate attribute or says datePublished
}

// A Thing is something described in the vocabulary of schema.org, by JSON-LD
// or by microdata. Each text is the first of its kind.
type Thing struct {
	Types       []string // without the vocabulary's address
	Name        string
	Headline    string
	Body        string // articleBody, text or reviewBody; of JSON-LD only
	Description string
	Authors     []string
	Published   string
	Modified    string
	URL         string
	Publisher   string
}

// Tag returns the content of the first meta element with one of the names,
// which are tried in order, or "".
func (m *Meta) Tag(names ...string) string {
	for _, name := range names {
		for _, t := range m.Tags {
			if t.Name == name {
				return t.Content
			}
		}
	}
	return ""
}

// SiteName returns what the page calls its site, or "".
func (m *Meta) SiteName() string {
	if name := m.Tag("og:site_name", "application-name"); name != "" {
		return name
	}
	for i := range m.Things {
		for _, t := range m.Things[i].Types {
			if t == "WebSite" {
				return m.Things[i].Name
			}
		}
	}
	return ""
}

// readMeta reads what a page says about itself. All texts must be restored.
func readMeta(root *html.Node) Meta {
	var m Meta
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Namespace == "" {
			m.element(n)
		}
	}
	m.Things = append(m.Things, microdata(root)...)
	return m
}

func (m *Meta) element(n *html.Node) {
	switch n.Data {
	case "html":
		m.Lang = attribute(n, "lang")
	case "title":
		if m.Title == "" {
			m.Title = textOf(n)
		}
	case "link":
		if m.Canonical == "" && strings.EqualFold(attribute(n, "rel"), "canonical") {
			m.Canonical = strings.TrimSpace(attribute(n, "href"))
		}
	case "meta":
		m.tag(n)
	case "time":
		published := attribute(n, "itemprop") == "datePublished"
		for _, a := range n.Attr {
			published = published || a.Key == "pubdate"
		}
		m.Times = append(m.Times, Time{attribute(n, "datetime"), textOf(n), published})
	case "script":
		if kind, _, _ := strings.Cut(attribute(n, "type"), ";"); strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") {
			if n.FirstChild != nil {
				m.Things = append(m.Things, linkedData(n.FirstChild.Data)...)
			}
		}
	}
}

// tag adds a meta element. One that has both a name and a property counts as
// both.
func (m *Meta) tag(n *html.Node) {
	content := strings.TrimSpace(attribute(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name := attribute(n, key); name != "" {
			m.Tags = append(m.Tags, Tag{strings.ToLower(strings.TrimSpace(name)), content})
		}
	}
}

// maxText bounds the bytes and the nodes that textOf reads, so that elements
// nested in each other cost no more than their number.
const maxText = 4 << 10

// textOf returns the text below n with its white space collapsed, cut off
// after about maxText bytes.
func textOf(n *html.Node) string {
	var b strings.Builder
	nodes := 0
	for c := range n.Descendants() {
		if nodes++; nodes > maxText || b.Len() > maxText {
			break
		}
		if c.Type == html.TextNode {
			b.WriteString(c.Data[:min(len(c.Data), maxText)])
		}
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(b.String(), "")), " ")
}
