package source

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// maxSeparator bounds the white space between two records that [Blank] takes
// for one separator; what is longer begins the next record. Memory stays
// bounded on a gigabyte of empty lines.
const maxSeparator = 64 << 10

// A scanner finds the end of one record in bytes that arrive piecemeal. It
// looks at every byte about once, however small the pieces.
type scanner struct {
	framing Framing
	from    int  // no separator starts before it
	line    int  // Blank: start of the line being looked at
	content bool // Blank: a line with text stands before line
}

// find looks for the separator that ends the record at the start of b. b
// holds what the last call saw and, usually, more; at eof it is all there
// is. Without a separator at is -1.
func (s *scanner) find(b []byte, eof bool) (at, size int) {
	switch s.framing {
	case Blank:
		return s.findBlank(b, eof)
	case FormFeed:
		return s.findByte(b, '\f')
	case Null:
		return s.findByte(b, 0)
	case Line:
		return s.findLine(b)
	default:
		s.from = len(b)
		return -1, 0
	}
}

func (s *scanner) findByte(b []byte, separator byte) (at, size int) {
	i := bytes.IndexByte(b[s.from:], separator)
	if i < 0 {
		s.from = len(b)
		return -1, 0
	}
	s.from += i
	return s.from, 1
}

func (s *scanner) findLine(b []byte) (at, size int) {
	at, size = s.findByte(b, '\n')
	switch {
	case at < 0:
		s.from = max(0, len(b)-1) // the last byte may be the CR of a CR LF
	case at > 0 && b[at-1] == '\r':
		s.from--
		return at - 1, 2
	}
	return at, size
}

// findBlank finds blank lines that follow a line of text, whose line break is
// the record's. Blank lines at the very start of a record part nothing and
// belong to it.
func (s *scanner) findBlank(b []byte, eof bool) (at, size int) {
	for {
		at, size = s.findLine(b)
		if at < 0 {
			return -1, 0
		}
		s.content = s.content || !isBlank(b[s.line:at])
		blank, complete := blankLines(b[at+size:], maxSeparator, eof)
		switch {
		case !complete:
			return -1, 0
		case blank > 0 && s.content:
			return at + size, blank
		}
		s.from = at + size + blank
		s.line = s.from
	}
}

// skip tells the scanner that the first n bytes were taken away.
func (s *scanner) skip(n int) {
	s.from = max(0, s.from-n)
	s.line = max(0, s.line-n)
}

// blankLines returns the length of the lines of white space that b begins
// with, about limit bytes at most. It is not complete if more bytes are
// needed to tell.
func blankLines(b []byte, limit int, eof bool) (size int, complete bool) {
	for i := 0; i < len(b); {
		if i >= limit {
			return size, true
		}
		if !eof && !utf8.FullRune(b[i:]) {
			return 0, false
		}
		r, n := utf8.DecodeRune(b[i:])
		if !unicode.IsSpace(r) {
			return size, true
		}
		i += n
		if r == '\n' {
			size = i
		}
	}
	if eof && size > 0 {
		return len(b), true // a last blank line needs no LF
	}
	return size, eof
}

func isBlank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

// cut says where to cut a record that is longer than limit: behind the last
// blank line, else the last line, else the last white space before the limit,
// else between two characters. A blank line or space at the cut becomes the
// separator of the chunks. Only the second half is looked at, so that no
// chunk is tiny.
func cut(b []byte, limit int) (size, separator int) {
	half := limit / 2
	window := b[half:limit]
	if start, end := lastBlankLine(window); start >= 0 {
		return half + start, end - start
	}
	if i := bytes.LastIndexByte(window, '\n'); i >= 0 {
		return half + i + 1, 0
	}
	if i := bytes.LastIndexAny(window, " \t"); i >= 0 {
		return half + i, 1
	}
	size = runeBoundary(b, limit)
	if b[size-1] == '\r' && b[size] == '\n' {
		size--
	}
	return size, 0
}

// runeBoundary returns the last offset up to limit where a character starts,
// or limit itself among bytes that are not UTF-8.
func runeBoundary(b []byte, limit int) int {
	for cut := limit; cut > limit-utf8.UTFMax; cut-- {
		if utf8.RuneStart(b[cut]) {
			return cut
		}
	}
	return limit
}

// lastBlankLine returns the last blank line in b with its line break; start
// is -1 if there is none.
func lastBlankLine(b []byte) (start, end int) {
	for end = bytes.LastIndexByte(b, '\n'); end >= 0; {
		start = bytes.LastIndexByte(b[:end], '\n')
		if start >= 0 && isBlank(b[start+1:end]) {
			return start + 1, end + 1
		}
		end = start
	}
	return -1, -1
}
