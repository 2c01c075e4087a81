package page

import (
	"bytes"

	"github.com/shuck-text/shuck/clean/edit"
)

// A scanner cuts a page into tags, texts and the rest, at the same places as
// html.Tokenizer does (a fuzz target compares the two) but without looking into
// attributes and without allocating: the page is tokenized a second time by
// the parser.
type scanner struct {
	src []byte
	pos int    // where the next token begins
	raw string // the element whose content, all text, is the next token

	// The current token.
	kind    token
	span    edit.Span
	element element // of a tag
	within  string  // the element of a rawToken
}

// A token is a kind of token.
type token uint8

const (
	endOfPage token = iota
	textToken       // text between tags
	rawToken        // the content of an element such as title or script
	startTag
	endTag
	otherToken // comment, declaration, or a tag the page's end cuts off
)

// next advances to the next token and returns its kind.
func (s *scanner) next() token {
	start := s.pos
	s.element = element{}
	if s.raw != "" {
		s.within, s.raw = s.raw, ""
		s.pos = rawEnd(s.src, start, s.within)
		if s.pos > start {
			return s.found(rawToken, start)
		}
	}
	if start == len(s.src) {
		return s.found(endOfPage, start)
	}
	if at := markupStart(s.src, start); at > start {
		s.pos = at
		return s.found(textToken, start)
	}
	switch c := s.src[start+1]; {
	case letter(c):
		return s.tag(startTag, start+1)
	case c == '/' && letter(s.src[start+2]):
		return s.tag(endTag, start+2)
	}
	s.pos = otherEnd(s.src, start)
	return s.found(otherToken, start)
}

func (s *scanner) found(k token, start int) token {
	s.kind, s.span = k, edit.Span{Start: start, End: s.pos}
	return k
}

// notRaw says that the start tag just found stands in foreign content, where
// no element is raw.
func (s *scanner) notRaw() { s.raw = "" }

// tag scans the rest of a tag whose name begins at name.
func (s *scanner) tag(k token, name int) token {
	start := s.pos
	i := name
	for i < len(s.src) && !tagDelimiter(s.src[i]) {
		i++
	}
	s.element = lookUp(s.src[name:i])
	end, ok := tagEnd(s.src, i)
	s.pos = end
	if !ok {
		return s.found(otherToken, start)
	}
	if k == startTag && s.element.has(textOnly) {
		s.raw = s.element.name
	}
	return s.found(k, start)
}

// selfClosing reports whether a start tag ends in "/>". An unquoted value that
// ends in a slash passes for it too.
func (s *scanner) selfClosing() bool { return s.src[s.span.End-2] == '/' }

// markupStart returns where the text at from ends: at a "<" that begins a tag,
// a comment or the like, or at the end of src.
func markupStart(src []byte, from int) int {
	start := from
	for {
		i := bytes.IndexByte(src[from:], '<')
		if i < 0 || from+i+1 >= len(src) {
			return len(src)
		}
		from += i + 1
		switch c := src[from]; {
		case letter(c), c == '!', c == '?':
			return from - 1
		case c == '/' && (from+1 < len(src) || from-1 > start):
			return from - 1 // the last "</" of a page is a text by itself
		}
	}
}

// tagEnd returns the offset after the ">" that ends a tag whose attributes
// begin at i, or false if the page ends before.
func tagEnd(src []byte, i int) (int, bool) {
	for {
		if i = skipSpace(src, i); i == len(src) {
			return i, false
		}
		if src[i] == '>' {
			return i + 1, true
		}
		i = attributeEnd(src, i)
	}
}

// attributeEnd returns where the attribute at i ends.
func attributeEnd(src []byte, i int) int {
	if src[i] == '=' { // belongs to the name
		i++
	}
	for i < len(src) && src[i] != '=' && !tagDelimiter(src[i]) {
		i++
	}
	if i = skipSpace(src, i); i == len(src) {
		return i
	}
	switch src[i] {
	case '/':
		return i + 1
	case '=':
		return valueEnd(src, skipSpace(src, i+1))
	}
	return i
}

// valueEnd returns where the attribute value at i ends.
func valueEnd(src []byte, i int) int {
	if i == len(src) || src[i] == '>' {
		return i
	}
	if quote := src[i]; quote == '"' || quote == '\'' {
		return after(src, i+1, string(quote))
	}
	for i++; i < len(src) && src[i] != '>'; i++ {
		if space(src[i]) {
			return i + 1
		}
	}
	return i
}

// otherEnd returns the end of the comment, declaration or instruction at start.
func otherEnd(src []byte, start int) int {
	if bytes.HasPrefix(src[start:], []byte("<!--")) {
		return commentEnd(src, start+len("<!--"))
	}
	return after(src, start+2, ">")
}

// commentEnd returns the end of a comment whose content begins at i. It ends
// at "-->" or "--!>", and if that comes first at ">" or "->".
func commentEnd(src []byte, i int) int {
	if bytes.HasPrefix(src[i:], []byte(">")) {
		return i + 1
	}
	if bytes.HasPrefix(src[i:], []byte("->")) {
		return i + 2
	}
	for {
		if i = after(src, i, "--"); i == len(src) {
			return i
		}
		for i < len(src) && src[i] == '-' {
			i++
		}
		if i < len(src) && src[i] == '!' {
			i++
			if i < len(src) && src[i] == '-' { // one dash of the next try
				continue
			}
		}
		if i < len(src) && src[i] == '>' {
			return i + 1
		}
	}
}

// after returns the offset after the first mark from i on, or the end of src.
func after(src []byte, i int, mark string) int {
	if j := bytes.Index(src[i:], []byte(mark)); j >= 0 {
		return i + j + len(mark)
	}
	return len(src)
}

func skipSpace(src []byte, i int) int {
	for i < len(src) && space(src[i]) {
		i++
	}
	return i
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// space reports whether c is white space to HTML.
func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

func tagDelimiter(c byte) bool { return space(c) || c == '/' || c == '>' }
