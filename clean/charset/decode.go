package charset

import (
	"strings"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/edit"
)

// A Kind says why bytes were replaced.
type Kind uint8

const (
	Mark       Kind = iota // a byte order mark, which goes
	Legacy                 // characters of the document's charset
	Stray                  // in UTF-8: bytes read as windows-1252
	Surrogates             // in UTF-8: two surrogates, one character
	Damaged                // bytes that are no text; U+FFFD stands for them
)

// An Emit receives a proposal: with is to stand in the place of span. Spans
// come in ascending order and are disjoint.
type Emit func(span edit.Span, with string, kind Kind)

// maxRun is the length in bytes from which on a run of characters becomes a
// replacement of its own, so that offsets within text without spaces or ASCII
// stay near the mark.
const maxRun = 64

// Decode proposes the edits that make src, which is in the charset of that
// name, UTF-8 without a byte order mark. It panics if [Lookup] never returns
// the name.
func Decode(src []byte, name string, emit Emit) {
	at := 0
	if n := markLen(src, name); n > 0 {
		emit(edit.Span{Start: 0, End: n}, "", Mark)
		at = n
	}
	switch name {
	case utf8Name:
		repair(src, at, emit)
	case jis:
		decodeJIS(src, emit)
	case utf16le, utf16be, utf32le, utf32be:
		decodeAll(src, at, wideReader(name), emit)
	default:
		decodeHigh(src, readerOf(name), emit)
	}
}

// A reader reads the character at the start of src, which is not empty: it
// appends what stands for it to dst and returns how many bytes the character
// has, and whether it is one. For what is none it appends nothing.
type reader func(dst, src []byte) (out []byte, n int, ok bool)

// A run is a stretch of source bytes on its way to one proposal.
type run struct {
	start int
	ok    bool
	text  []byte
}

// read adds to r the character at src[at:] and returns where it ends. A
// damaged character next to a sound one is not added: then it returns at.
func (r *run) read(src []byte, at int, read reader) int {
	text, n, ok := read(r.text, src[at:])
	if at > r.start && ok != r.ok {
		return at
	}
	r.text, r.ok = text, ok
	return at + n
}

// emit proposes r, which ends at end. Damaged bytes are one U+FFFD together.
func (r *run) emit(end int, emit Emit) {
	span := edit.Span{Start: r.start, End: end}
	if r.ok {
		emit(span, string(r.text), Legacy)
	} else {
		emit(span, "\uFFFD", Damaged)
	}
}

// decodeHigh decodes charsets in which a byte below 0x80 stands for itself
// wherever it is not the second of a character.
func decodeHigh(src []byte, read reader, emit Emit) {
	var r run
	for at := nextHigh(src, 0); at < len(src); at = nextHigh(src, at) {
		r.start, r.text = at, r.text[:0]
		for at < len(src) && src[at] >= utf8.RuneSelf && at-r.start < maxRun {
			next := r.read(src, at, read)
			if next == at {
				break
			}
			at = next
		}
		r.emit(at, emit)
	}
}

// decodeAll decodes charsets in which every byte changes, word by word.
func decodeAll(src []byte, at int, read reader, emit Emit) {
	var r run
	for at < len(src) {
		r.start, r.text = at, r.text[:0]
		for at < len(src) && at-r.start < maxRun {
			next := r.read(src, at, read)
			if next == at {
				break
			}
			at = next
			if endsWord(r.text) {
				break
			}
		}
		r.emit(at, emit)
	}
}

func endsWord(text []byte) bool {
	return len(text) > 0 && strings.IndexByte(" \t\r\n", text[len(text)-1]) >= 0
}
