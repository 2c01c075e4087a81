package page

import (
	"bytes"
	"errors"
	"strings"

	"github.com/shuck-text/shuck/clean/edit"
)

// A skeleton is a page with placeholders for its texts, as the package
// documentation explains.
type skeleton struct {
	src   []byte
	html  []byte      // what to parse
	texts []edit.Span // the source span of each placeholder, ascending

	sentinel byte // begins a placeholder
	cdata    bool // the page may have CDATA sections
	nul      bool // the page has NULs
	frames   bool // a frameset began; the parser drops all of its text but white space
	foreign  foreign
	growth   growth
}

// sentinels are bytes that UTF-8 never has, so neither a page nor a decoded
// character reference brings one about.
const sentinels = "\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8\xf7\xf6\xf5\xc1\xc0"

// Placeholders are numbered in base 32, the least digit first. The last digit
// is of an alphabet of its own, so that a number ends where it ends whatever
// follows.
const (
	digits     = "abcdefghijklmnopqrstuvwxyz6789-_"
	lastDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
)

var (
	errSentinel = errors.New("page: every byte that is invalid in UTF-8 occurs")
	errGrowth   = errors.New("page: the tree would be too large")
)

// newSkeleton returns the skeleton of src, or an error if there is none or its
// tree should not be built.
func newSkeleton(src []byte) (*skeleton, error) {
	s := &skeleton{
		src:   src,
		cdata: bytes.Contains(src, []byte("<![CDATA[")),
		nul:   bytes.IndexByte(src, 0) >= 0,
	}
	for i := range len(sentinels) {
		if bytes.IndexByte(src, sentinels[i]) < 0 {
			s.sentinel = sentinels[i]
			break
		}
	}
	if s.sentinel == 0 {
		return nil, errSentinel
	}
	s.html = make([]byte, 0, len(src))
	s.scan(edit.Span{Start: 0, End: len(src)}, false)
	if s.growth.nodes > maxNodes {
		return nil, errGrowth
	}
	return s, nil
}

// scan appends the skeleton of a span of the source, which may be the content
// of a raw element.
func (s *skeleton) scan(span edit.Span, inRaw bool) {
	in := scanner{src: s.src[:span.End], pos: span.Start}
	for {
		switch in.next() {
		case endOfPage:
			return
		case textToken:
			s.growth.text()
			s.text(in.span)
		case rawToken:
			s.rawText(&in)
		case startTag:
			s.keep(in.span)
			s.growth.start(in.element)
			s.frames = s.frames || in.element.name == "frameset"
			if s.foreign.start(in.element, in.selfClosing()) || inRaw && !in.element.has(unreadable) {
				in.notRaw()
			}
		case endTag:
			s.keep(in.span)
			s.growth.end(in.element)
			s.foreign.end(in.element)
		default:
			s.keep(in.span)
		}
	}
}

// keep appends source bytes as they are.
func (s *skeleton) keep(span edit.Span) {
	s.html = append(s.html, s.src[span.Start:span.End]...)
}

// rawText appends the content of a raw element. Its tags are kept, whether the
// parser will see them as such or not; scripts and the like, which are never
// text to a reader, are kept whole.
func (s *skeleton) rawText(in *scanner) {
	if traitsOf(in.within).has(unreadable) {
		s.keep(in.span)
	} else {
		s.scan(in.span, true)
	}
}

// text appends a text, with placeholders for all but what the parser looks at.
func (s *skeleton) text(span edit.Span) {
	for span.Start < span.End {
		n := s.significant(s.src[span.Start:span.End])
		s.keep(edit.Span{Start: span.Start, End: span.Start + n})
		span.Start += n
		if span.Empty() {
			return
		}
		end := span.Start + s.insignificant(s.src[span.Start:span.End])
		ink := end
		for space(s.src[ink-1]) {
			ink--
		}
		s.placeholder(edit.Span{Start: span.Start, End: ink})
		s.keep(edit.Span{Start: ink, End: end})
		span.Start = end
	}
}

// significant returns the length of what text begins with and means something
// to the parser: white space, written as itself or as a character reference,
// NULs, and the end of a CDATA section.
func (s *skeleton) significant(text []byte) int {
	n := 0
	for n < len(text) {
		switch c := text[n]; {
		case space(c) || c == 0:
			n++
		case c == '&':
			size := spaceReference(text[n:])
			if size == 0 {
				return n
			}
			n += size
		case s.cdata && c == ']' && bytes.HasPrefix(text[n:], []byte("]]>")):
			n += len("]]>")
		default:
			return n
		}
	}
	return n
}

// insignificant returns the length of the text before the next NUL or end of a
// CDATA section, of a word in a frameset.
func (s *skeleton) insignificant(text []byte) int {
	if !s.cdata && !s.frames && !s.nul {
		return len(text)
	}
	for i, c := range text {
		switch {
		case c == 0,
			c == ']' && s.cdata && bytes.HasPrefix(text[i:], []byte("]]>")),
			i > 0 && s.frames && (space(c) || c == '&'):
			return i
		}
	}
	return len(text)
}

// placeholder appends the placeholder of the next text.
func (s *skeleton) placeholder(span edit.Span) {
	n := len(s.texts)
	s.texts = append(s.texts, span)
	s.html = append(s.html, s.sentinel)
	for ; n >= len(digits); n /= len(digits) {
		s.html = append(s.html, digits[n%len(digits)])
	}
	s.html = append(s.html, lastDigits[n])
}

// readNumber reads the number of the placeholder that data begins with, and
// returns it with the length of the placeholder.
func readNumber(data string) (number, size int) {
	for shift := 0; ; shift += 5 {
		size++
		if last := strings.IndexByte(lastDigits, data[size]); last >= 0 {
			return number | last<<shift, size + 1
		}
		number |= strings.IndexByte(digits, data[size]) << shift
	}
}
