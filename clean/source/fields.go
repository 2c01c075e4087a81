package source

import (
	"bytes"
	"strings"
)

// A field is a header line of a WARC record or an HTTP message. Its value is
// in whatever encoding it was sent, with the white space around it.
type field struct{ name, value []byte }

// fields are the lines of a header, in order.
type fields []field

// maxHeader bounds a header in bytes. Addresses and cookies can be long.
const maxHeader = 256 << 10

// headerLen returns the length of the header that b begins with, its blank
// line included. A line that begins with stop, if there is one, ends it, too.
// It is -1 if b does not hold all of the header. Nothing before from can be
// the end. Lines may end in LF alone.
func headerLen(b []byte, from int, stop string) int {
	for {
		i := bytes.IndexByte(b[from:], '\n')
		if i < 0 {
			return -1
		}
		from += i + 1
		rest := b[from:]
		switch {
		case len(rest) > 0 && rest[0] == '\n':
			return from + 1
		case len(rest) > 1 && rest[0] == '\r' && rest[1] == '\n':
			return from + 2
		case stop != "" && len(rest) >= len(stop) && string(rest[:len(stop)]) == stop:
			return from
		}
	}
}

// parse sets f to the fields in header, which begins behind the first line. A
// line that begins with white space goes on with the field before it. A line
// that is no field is passed over.
func (f *fields) parse(header []byte) {
	*f = (*f)[:0]
	value := 0 // where the last field's value begins
	for at := 0; at < len(header); {
		line, rest := cutLine(header[at:])
		if n := len(*f); n > 0 && len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			(*f)[n-1].value = header[value : at+len(line)]
		} else if i := bytes.IndexByte(line, ':'); i >= 0 {
			value = at + i + 1
			*f = append(*f, field{bytes.TrimSpace(line[:i]), header[value : at+len(line)]})
		}
		at = len(header) - len(rest)
	}
}

// get returns the value of the first field of that name, on one line.
func (f fields) get(name string) string {
	for _, field := range f {
		if !strings.EqualFold(string(field.name), name) {
			continue
		}
		if bytes.IndexByte(field.value, '\n') >= 0 {
			return strings.Join(strings.Fields(string(field.value)), " ")
		}
		return string(bytes.TrimSpace(field.value))
	}
	return ""
}

// cutLine returns the first line of b without its line break, and the rest.
func cutLine(b []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(b, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest
}
