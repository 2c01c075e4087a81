package source

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
)

// A Format is what a stream holds.
type Format uint8

const (
	PlainText  Format = iota // see [Text]
	HTMLPage                 // one page
	JSONLines                // see [JSONL]
	WebArchive               // see [WARC]
)

var formatNames = []string{"text", "html", "jsonl", "warc"}

func (f Format) String() string { return formatNames[f] }

// FormatNames lists what [ParseFormat] understands.
func FormatNames() []string { return slices.Clone(formatNames) }

// ParseFormat finds a format by its name.
func ParseFormat(name string) (f Format, ok bool) {
	i := slices.Index(formatNames, name)
	if i < 0 {
		return PlainText, false
	}
	return Format(i), true
}

// unsupported tells what begins like formats that no reader is for.
var unsupported = []struct {
	magic string
	err   error
}{
	{"PAR1", errors.New("the Parquet format is not supported yet")},
	{"filedesc://", errors.New("the ARC format, which came before WARC, is not supported")},
}

// sniffLen is how many bytes are looked at to tell the format, unless fewer
// will do.
const sniffLen = 64 << 10

// Detect tells by the first bytes of r, decompressed, what it holds. A first
// line is enough in most cases, so that one who types gets an answer. What
// looks like nothing else is text; what no reader is for is an error. The
// stream it returns begins at the first byte; any reader of this package takes
// it.
func Detect(r io.Reader) (*Decoded, Format, error) {
	d, err := NewDecoded(r)
	if err != nil {
		return nil, PlainText, err
	}
	for !tells(d.head) && len(d.head) < sniffLen && d.err == nil {
		d.peekMore()
	}
	for _, u := range unsupported {
		if bytes.HasPrefix(d.head, []byte(u.magic)) {
			return nil, PlainText, u.err
		}
	}
	return d, formatOf(d.head), nil
}

// tells reports whether head is enough to know the format.
func tells(head []byte) bool {
	head = skipPrologue(head)
	return bytes.IndexByte(head, '\n') >= 0 && !bytes.HasPrefix(head, []byte("<?")) && !bytes.HasPrefix(head, []byte("<!--"))
}

// skipPrologue returns b without what may stand before the first thing that
// tells: white space, a byte order mark, and in markup an XML declaration and
// comments.
func skipPrologue(b []byte) []byte {
	b = bytes.TrimPrefix(b, byteOrderMark)
	for {
		b = bytes.TrimLeft(b, " \t\r\n\f")
		end := "?>"
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			end = "-->"
		case !bytes.HasPrefix(b, []byte("<?")):
			return b
		}
		i := bytes.Index(b, []byte(end))
		if i < 0 {
			return b
		}
		b = b[i+len(end):]
	}
}

func formatOf(head []byte) Format {
	start := skipPrologue(head)
	switch {
	case bytes.HasPrefix(start, []byte(warcMagic)):
		return WebArchive
	case isHTML(start):
		return HTMLPage
	case isJSONLine(start):
		return JSONLines
	}
	return PlainText
}

// isJSONLine reports whether b begins with a line that is a JSON object with
// something in it, or with the first part of one.
func isJSONLine(b []byte) bool {
	line, _, whole := bytes.Cut(b, []byte("\n"))
	if len(line) == 0 || line[0] != '{' || bytes.IndexByte(line, '"') < 0 {
		return false
	}
	var f finder
	err := f.search(line, 0)
	return err == nil || !whole && len(line)-f.i <= tornLen
}

// tornLen is how much of a word or an escape there can be at the end of a line
// that was torn off: it is reported where that begins.
const tornLen = len("Infinity")

// htmlTags are what a page or a piece of one begins with. Tags that people
// write into plain text, such as <b>, are not among them.
var htmlTags = strings.Fields("!doctype html head title meta link script style body header nav main article section div table h1 h2 p")

func isHTML(b []byte) bool {
	if len(b) == 0 || b[0] != '<' {
		return false
	}
	n := bytes.IndexAny(b, "> \t\r\n")
	return n > 0 && slices.Contains(htmlTags, strings.ToLower(string(b[1:n])))
}
