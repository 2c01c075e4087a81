package charset

import (
	"bytes"
	"regexp"
	"strings"
)

// prescanSize is how much of a document may hold its declaration, in bytes, by
// the HTML standard.
const prescanSize = 1024

var (
	comment   = regexp.MustCompile(`(?s)<!--.*?-->`)
	metaTag   = regexp.MustCompile(`(?is)<meta[\s/]([^>]*)>`)
	attribute = regexp.MustCompile(`(?is)([a-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)`)
	xmlDecl   = regexp.MustCompile(`(?i)^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']`)
)

// prescan returns the charset that an XML declaration or a meta element at the
// start of src declares, or "". One that was read as ASCII cannot be UTF-16,
// and is UTF-8, says the standard.
func prescan(src []byte) string {
	src = src[:min(len(src), prescanSize)]
	if bytes.IndexByte(src, '<') < 0 {
		return ""
	}
	for _, label := range declarations(src) {
		name, ok := Lookup(label)
		switch {
		case strings.HasPrefix(name, "utf-16"):
			return utf8Name
		case ok:
			return name
		}
	}
	return ""
}

// declarations returns the labels in head: meta elements come before the XML
// declaration, since servers copy the latter into pages.
func declarations(head []byte) []string {
	var labels []string
	for _, tag := range metaTag.FindAllSubmatch(comment.ReplaceAll(head, nil), -1) {
		if label := metaLabel(tag[1]); label != "" {
			labels = append(labels, label)
		}
	}
	if m := xmlDecl.FindSubmatch(head); m != nil {
		labels = append(labels, string(m[1]))
	}
	return labels
}

// metaLabel returns the label in the attributes of a meta element.
func metaLabel(attributes []byte) string {
	var content, charset string
	pragma := false
	for _, a := range attribute.FindAllSubmatch(attributes, -1) {
		value := string(bytes.Trim(a[2], `"'`))
		switch strings.ToLower(string(a[1])) {
		case "charset":
			charset = value
		case "content":
			content = value
		case "http-equiv":
			pragma = strings.EqualFold(value, "content-type")
		}
	}
	if charset == "" && pragma {
		charset = FromContentType(content)
	}
	return charset
}
