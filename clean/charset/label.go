package charset

import (
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// The charsets that the code knows by name.
const (
	utf8Name    = "utf-8"
	utf16le     = "utf-16le"
	utf16be     = "utf-16be"
	utf32le     = "utf-32le"
	utf32be     = "utf-32be"
	jis         = "iso-2022-jp"
	windows1252 = "windows-1252"
)

// Lookup returns the name of the charset that a label means, such as
// "windows-1252" for "Latin1". It knows no label of a charset that is not
// decoded here.
func Lookup(label string) (name string, ok bool) {
	label = strings.ToLower(strings.Trim(label, " \t\r\n\f\"'"))
	switch label {
	case "utf-32", "utf-32le":
		return utf32le, true
	case "utf-32be":
		return utf32be, true
	}
	enc, err := htmlindex.Get(label)
	if err != nil || enc == nil {
		return "", false
	}
	name, err = htmlindex.Name(enc)
	// The standard's "replacement" stands for charsets that browsers refuse.
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return "", false
	}
	return name, true
}

// FromContentType returns the label in the value of a Content-Type header or
// of a meta element's content, or "".
func FromContentType(value string) string {
	const key = "charset"
	lower := strings.ToLower(value)
	for {
		at := strings.Index(lower, key)
		if at < 0 {
			return ""
		}
		value, lower = value[at+len(key):], lower[at+len(key):]
		rest := strings.TrimLeft(value, " \t\r\n\f")
		if label, ok := strings.CutPrefix(rest, "="); ok {
			return labelAt(label)
		}
	}
}

// labelAt returns the label at the start of s: quoted, or up to a space or
// semicolon.
func labelAt(s string) string {
	s = strings.TrimLeft(s, " \t\r\n\f")
	if s == "" {
		return ""
	}
	if quote := s[:1]; quote == `"` || quote == "'" {
		label, _, closed := strings.Cut(s[1:], quote)
		if !closed {
			return ""
		}
		return label
	}
	if end := strings.IndexAny(s, " \t\r\n\f;"); end >= 0 {
		return s[:end]
	}
	return s
}
