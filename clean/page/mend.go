package page

import (
	"bytes"
	"strings"
)

// mend makes JSON of what is nearly JSON: it drops what stands before the first
// bracket and comments and commas that do not belong, escapes line breaks in
// strings, and closes what the page's end left open.
func mend(script string) []byte {
	script = strings.Replace(script, "<![CDATA[", "", 1)
	start := strings.IndexAny(script, "{[")
	if start < 0 {
		return nil
	}
	m := mender{in: script[start:], out: make([]byte, 0, len(script)-start+8)}
	for m.step() {
	}
	m.closeAll()
	return m.out
}

// A mender mends one script.
type mender struct {
	in     string
	out    []byte
	open   []byte // the closing brackets due
	quoted bool
}

// step mends the next byte or two. It reports false at the end of the value.
func (m *mender) step() bool {
	if m.in == "" {
		return false
	}
	c := m.in[0]
	m.in = m.in[1:]
	switch {
	case m.quoted:
		m.inString(c)
	case c == '/' && strings.HasPrefix(m.in, "*"):
		_, m.in, _ = strings.Cut(m.in, "*/")
	case c == '/' && strings.HasPrefix(m.in, "/"):
		_, m.in, _ = strings.Cut(m.in, "\n")
	case c == '{' || c == '[':
		m.open = append(m.open, c+2) // ASCII has the closing one two further on
		m.out = append(m.out, c)
	case c == '}' || c == ']':
		return m.closeOne()
	default:
		m.quoted = c == '"'
		m.out = append(m.out, c)
	}
	return true
}

func (m *mender) inString(c byte) {
	switch {
	case c == '\\' && m.in != "":
		m.out = append(m.out, c, m.in[0])
		m.in = m.in[1:]
	case c == '\\': // cut off
	case c < ' ':
		m.out = append(m.out, ' ')
	default:
		m.quoted = c != '"'
		m.out = append(m.out, c)
	}
}

// closeOne closes the innermost bracket. It reports false if that was the last.
func (m *mender) closeOne() bool {
	if m.quoted {
		m.out = append(m.out, '"')
		m.quoted = false
	}
	m.out = bytes.TrimRight(m.out, ", \t\r\n")
	if bytes.HasSuffix(m.out, []byte(":")) { // cut off before the value
		m.out = append(m.out, "null"...)
	}
	last := len(m.open) - 1
	m.out = append(m.out, m.open[last])
	m.open = m.open[:last]
	return last > 0
}

func (m *mender) closeAll() {
	for len(m.open) > 0 {
		m.closeOne()
	}
}
