package stage

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// Entity decodes the character references of HTML that were left in the text,
// once or several times escaped: "&nbsp;", "&#8217;", "&amp;amp;quot;". Only
// those that end in a semicolon are, so that no URL is read for one.
//
// Text about HTML shows references as its subject. If one place in a document
// does, all of them stay as they are.
type Entity struct{}

func (Entity) Name() string { return "entity" }

func (Entity) Propose(v *View, p *Proposals) {
	before := len(p.Edits)
	seen := 0 // how far mentionsMarkup has looked
	for i := nextByte(v.Text, 0, '&'); i < len(v.Text); i = nextByte(v.Text, i, '&') {
		with, end := reference(v.Text, i)
		if end == i {
			i++
			continue
		}
		span := edit.Span{Start: i, End: end}
		near := surroundings(v.Text, span)
		if isSubject(v.Text, span, with) || mentionsMarkup(v.Text[max(seen, near.Start):max(seen, near.End)]) {
			p.Edits = p.Edits[:before]
			return
		}
		seen = near.End
		p.Replace(span, with, LabelEntity)
		i = end
	}
}

// nextByte returns the offset of the first b in text at or after i, or its
// length.
func nextByte(text []byte, i int, b byte) int {
	if n := bytes.IndexByte(text[i:], b); n >= 0 {
		return i + n
	}
	return len(text)
}

// reference returns what the character reference at text[i], which is an
// ampersand, stands for and where it ends; end is i if there is none. A
// reference to an ampersand that makes another one is read to the last.
func reference(text []byte, i int) (with string, end int) {
	end = i
	for at := i + 1; ; {
		r, n := referenced(text[at:])
		if n == 0 {
			return with, end
		}
		with, end = r, at+n
		if with != "&" {
			return with, end
		}
		at = end
	}
}

// maxReference is the length in bytes of the longest reference that HTML has a
// name for, without its ampersand: CounterClockwiseContourIntegral.
const maxReference = 32

// referenced returns what a reference stands for, given the text after its
// ampersand, and its length there; 0 if it is none.
func referenced(text []byte) (with string, n int) {
	n = nameLen(text)
	if n == 0 {
		return "", 0
	}
	name := string(text[:n])
	if high, ok := surrogateNumber(name); ok {
		return surrogatePair(high, text, n)
	}
	if with, ok := unescape(name); ok {
		return with, n
	}
	if name == strings.ToUpper(name) { // "&EACUTE;", from a headline set in capitals
		if with, ok := unescape(strings.ToLower(name)); ok {
			return strings.ToUpper(with), n
		}
	}
	return "", 0
}

// nameLen returns the length of the name of a reference, or of "#" and its
// number, that text begins with, with the semicolon at its end; 0 if there is
// none.
func nameLen(text []byte) int {
	for i, b := range text[:min(len(text), maxReference)] {
		switch {
		case b == ';' && i > 0:
			return i + 1
		case !isAlphanumeric(b) && !(b == '#' && i == 0):
			return 0
		}
	}
	return 0
}

// unescape returns the characters with a name that ends in a semicolon.
func unescape(name string) (with string, ok bool) {
	with = html.UnescapeString("&" + name)
	// Package html also takes the start of a name for one, as in "&notit;",
	// which leaves the semicolon; and what can be no character it reads as
	// U+FFFD.
	partial := strings.HasSuffix(with, ";") && with != ";"
	return with, !partial && with != "&"+name && with != "\uFFFD"
}

// surrogatePair returns the character whose UTF-16 was written as two numbers,
// the first of them high, in the n bytes that text begins with.
func surrogatePair(high rune, text []byte, n int) (with string, size int) {
	if n == len(text) || text[n] != '&' {
		return "", 0
	}
	next := text[n+1:]
	m := nameLen(next)
	low, _ := surrogateNumber(string(next[:m]))
	r := utf16.DecodeRune(high, low)
	if r == utf8.RuneError {
		return "", 0
	}
	return string(r), n + 1 + m
}

// surrogateNumber returns the surrogate that a name such as "#55357;" numbers.
func surrogateNumber(name string) (r rune, ok bool) {
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(strings.ToLower(digits), "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(strings.TrimSuffix(digits, ";"), base, 16)
	return rune(n), err == nil && utf16.IsSurrogate(rune(n))
}

// isSubject reports whether the reference at s, which stands for with, is
// shown: it is quoted by itself, called an entity, or would make a tag.
func isSubject(text []byte, s edit.Span, with string) bool {
	if with == "<" && beginsTag(text[s.End:]) {
		return true
	}
	before, _ := utf8.DecodeLastRune(text[:s.Start])
	after, _ := utf8.DecodeRune(text[s.End:])
	quoted := strings.ContainsRune("`'\"/“‘«„", before) && strings.ContainsRune("`'\"/”’»“", after)
	return quoted || isCalledEntity(text[max(0, s.Start-len("entities ")):s.Start])
}

// tags are the names of elements of HTML, but for rare ones.
const tags = " a article b blockquote body br button center code dd div dl dt em embed font footer form h1 h2 h3 h4 h5 h6 " +
	"head header hr html i iframe img input label li link main meta nav object ol option p pre q s script section select " +
	"small span strike strong style sub sup svg table tbody td textarea th thead title tr u ul video "

// beginsTag reports whether text, after a "<", goes on as a tag, a comment or a
// declaration of HTML. Other names in angle brackets are placeholders or types.
func beginsTag(text []byte) bool {
	if len(text) > 0 && strings.IndexByte("/!?", text[0]) >= 0 {
		return true
	}
	n := 0
	for n < min(len(text), len("blockquote")+1) && isAlphanumeric(text[n]) {
		n++
	}
	return n > 0 && strings.Contains(tags, " "+strings.ToLower(string(text[:n]))+" ")
}

func isAlphanumeric(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9'
}

func isCalledEntity(before []byte) bool {
	before = bytes.ToLower(before)
	return bytes.HasSuffix(before, []byte("entity ")) || bytes.HasSuffix(before, []byte("entities "))
}

// nearby is how many bytes of a line around a reference are searched for words
// about markup.
const nearby = 160

// surroundings returns the part of the line around s that is searched.
func surroundings(text []byte, s edit.Span) edit.Span {
	start, end := max(0, s.Start-nearby), min(len(text), s.End+nearby)
	if i := bytes.LastIndexByte(text[start:s.Start], '\n'); i >= 0 {
		start += i + 1
	}
	if i := bytes.IndexByte(text[s.End:end], '\n'); i >= 0 {
		end = s.End + i
	}
	return edit.Span{Start: start, End: end}
}

// markupWords are words of text about markup, in lower case. They are technical
// terms that every language takes from English.
var markupWords = []string{"html", "html5", "xhtml", "xml", "sgml", "unescape", "urlencode", "htmlspecialchars", "ampersand"}

// mentionsMarkup reports whether text has one of markupWords, or a backtick,
// which quotes code.
func mentionsMarkup(text []byte) bool {
	start := 0 // of the word of ASCII letters and digits at hand
	for i, b := range text {
		switch {
		case b == '`':
			return true
		case isAlphanumeric(b):
			continue
		case isMarkupWord(text[start:i]):
			return true
		}
		start = i + 1
	}
	return isMarkupWord(text[start:])
}

func isMarkupWord(word []byte) bool {
	for _, m := range markupWords {
		if len(word) == len(m) && word[0]|0x20 == m[0] && strings.EqualFold(string(word), m) {
			return true
		}
	}
	return false
}
