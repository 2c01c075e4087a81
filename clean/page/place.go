package page

import (
	"errors"
	"html"
	"strings"

	xhtml "golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

// errPlaceholder says that a placeholder stands where the page has no text,
// since the scanner misjudged what is raw.
var errPlaceholder = errors.New("page: raw text in foreign content cannot be told")

// A placer puts texts back into a tree made from a skeleton.
type placer struct {
	*skeleton
	text string // the source
}

// A part is a part of a text node's content.
type part struct {
	number int       // of the placeholder, or -1
	span   edit.Span // its source bytes, not known without number
	text   string    // as the tree has it; with a number, not yet decoded
}

// parts appends the parts of a text node's content to list.
func (p *placer) parts(list []part, data string) []part {
	for data != "" {
		at := strings.IndexByte(data, p.sentinel)
		if at < 0 {
			at = len(data)
		}
		if at > 0 {
			list = append(list, part{number: -1, text: data[:at]})
			data = data[at:]
			continue
		}
		number, size := readNumber(data)
		span := p.texts[number]
		list = append(list, part{number, span, p.text[span.Start:span.End]})
		data = data[size:]
	}
	return list
}

// content returns what the parts are together: the text the node would have
// had in the page's own tree.
func (p *placer) content(list []part, raw bool) string {
	if s, ok := p.verbatim(list, raw); ok {
		return s
	}
	var b strings.Builder
	for _, part := range list {
		if part.number < 0 {
			b.WriteString(part.text)
		} else {
			b.WriteString(decode(part.text, raw))
		}
	}
	return b.String()
}

// verbatim returns the content of a node without allocating if it stands in
// the source as it is: one text with its white space, or none.
func (p *placer) verbatim(list []part, raw bool) (string, bool) {
	before, after := "", ""
	switch {
	case len(list) == 1 && list[0].number < 0:
		return list[0].text, true
	case len(list) > 1 && list[0].number < 0:
		before, list = list[0].text, list[1:]
	}
	if len(list) == 2 && list[1].number < 0 {
		after, list = list[1].text, list[:1]
	}
	if len(list) != 1 || strings.IndexByte(list[0].text, '\r') >= 0 || !raw && strings.IndexByte(list[0].text, '&') >= 0 {
		return "", false
	}
	start, end := list[0].span.Start-len(before), list[0].span.End+len(after)
	if start < 0 || end > len(p.text) || p.text[start:start+len(before)] != before || p.text[end-len(after):end] != after {
		return "", false
	}
	return p.text[start:end], true
}

// decode returns the text that source bytes stand for.
func decode(source string, raw bool) string {
	if strings.IndexByte(source, 0) >= 0 {
		source = strings.ReplaceAll(source, "\x00", "\ufffd")
	}
	if strings.IndexByte(source, '\r') >= 0 {
		source = strings.ReplaceAll(strings.ReplaceAll(source, "\r\n", "\n"), "\r", "\n")
	}
	if raw {
		return source
	}
	return html.UnescapeString(source)
}

// place finds the source bytes of a part without number between two texts, or
// beside one of them, and gives it the number of the text before. It reports
// false if they are not certain.
func (p *placer) place(list []part, i int, raw bool) (part, bool) {
	text := list[i].text
	if i > 0 {
		start, number := list[i-1].span.End, list[i-1].number
		if i+1 < len(list) && list[i+1].number == number+1 {
			span := edit.Span{Start: start, End: list[i+1].span.Start}
			if decode(p.text[span.Start:span.End], raw) == text {
				return part{number, span, text}, true
			}
		}
		if strings.HasPrefix(p.text[start:], text) {
			return part{number, edit.Span{Start: start, End: start + len(text)}, text}, true
		}
	}
	if i+1 < len(list) {
		end := list[i+1].span.Start
		if strings.HasSuffix(p.text[:end], text) {
			return part{list[i+1].number - 1, edit.Span{Start: end - len(text), End: end}, text}, true
		}
	}
	return part{}, false
}

// restorable reports whether placeholders stand in texts only.
func (p *placer) restorable(trees []*xhtml.Node) bool {
	for _, root := range trees {
		if !p.textsOnly(root) {
			return false
		}
		for n := range root.Descendants() {
			if !p.textsOnly(n) {
				return false
			}
		}
	}
	return true
}

// textsOnly reports whether n is a text or has no placeholder itself.
func (p *placer) textsOnly(n *xhtml.Node) bool {
	if n.Type == xhtml.TextNode {
		return true
	}
	for i := range n.Attr {
		if !p.clean(n.Attr[i].Key) || !p.clean(n.Attr[i].Val) {
			return false
		}
	}
	return p.clean(n.Data)
}

func (p *placer) clean(s string) bool { return strings.IndexByte(s, p.sentinel) < 0 }

// hasText reports whether there is text to restore below n.
func (p *placer) hasText(n *xhtml.Node) bool {
	for c := range n.Descendants() {
		if c.Type == xhtml.TextNode && !p.clean(c.Data) {
			return true
		}
	}
	return false
}
