package source

import (
	"fmt"

	"github.com/shuck-text/shuck/clean/jsontext"
)

// maxDepth is how deep a record may be nested, as in encoding/json.
const maxDepth = 10_000

// A finder checks that bytes are JSON (RFC 8259) and finds the value at a path
// of object members on the way, without decoding anything. Of members of the
// same name the last counts, as for most readers of JSON.
//
// It lets pass what does no harm: bytes in strings that are not UTF-8, and the
// NaN, Infinity and -Infinity that Python writes.
type finder struct {
	path  []string
	b     []byte
	i     int
	start int // b[start:end] is the value found
	end   int // 0: none
	why   string
	name  []byte // an unescaped name, for reuse
}

// search looks through b from offset from on. It returns why that is not JSON.
func (f *finder) search(b []byte, from int) error {
	f.b, f.i, f.start, f.end = b, from, 0, 0
	f.space()
	if !f.value(0, 0) {
		return fmt.Errorf("bad JSON at byte %d of the record: %s", f.i, f.why)
	}
	if f.space(); f.i < len(b) {
		return fmt.Errorf("bad JSON at byte %d of the record: more after the value", f.i)
	}
	return nil
}

func (f *finder) fail(why string) bool {
	f.why = why
	return false
}

// peek returns the next byte, and 0 at the end, which no JSON text can contain.
func (f *finder) peek() byte {
	if f.i < len(f.b) {
		return f.b[f.i]
	}
	return 0
}

func (f *finder) space() {
	for f.i < len(f.b) {
		switch f.b[f.i] {
		case ' ', '\t', '\n', '\r':
			f.i++
		default:
			return
		}
	}
}

// offPath is the level of a value that the path does not lead to.
const offPath = -1

// value reads a value that the first level names of the path lead to.
func (f *finder) value(level, depth int) (ok bool) {
	if depth > maxDepth {
		return f.fail("nested too deep")
	}
	start := f.i
	switch c := f.peek(); {
	case c == '"':
		ok = f.text()
	case c == '{':
		ok = f.object(level, depth)
	case c == '[':
		ok = f.array(depth)
	case c == '-', isDigit(c):
		ok = f.number()
	default:
		ok = f.word()
	}
	if ok && level == len(f.path) {
		f.start, f.end = start, f.i
	}
	return ok
}

func (f *finder) object(level, depth int) bool {
	f.i++
	f.space()
	if f.peek() == '}' {
		f.i++
		return true
	}
	for {
		if f.peek() != '"' {
			return f.fail("a member's name expected")
		}
		name := f.i
		if !f.text() {
			return false
		}
		below := f.below(level, f.b[name:f.i])
		f.space()
		if f.peek() != ':' {
			return f.fail("':' expected")
		}
		f.i++
		f.space()
		if !f.value(below, depth+1) {
			return false
		}
		if more, ok := f.next('}'); !more {
			return ok
		}
	}
}

func (f *finder) array(depth int) bool {
	f.i++
	f.space()
	if f.peek() == ']' {
		f.i++
		return true
	}
	for {
		if !f.value(offPath, depth+1) {
			return false
		}
		if more, ok := f.next(']'); !more {
			return ok
		}
	}
}

// next reads what follows a member or an element: a comma, or the end.
func (f *finder) next(end byte) (more, ok bool) {
	f.space()
	switch f.peek() {
	case ',':
		f.i++
		f.space()
		return true, true
	case end:
		f.i++
		return false, true
	}
	return false, f.fail(fmt.Sprintf("',' or '%c' expected", end))
}

// below returns the level of a member's value. A member that is on the path
// makes an earlier one of that name void.
func (f *finder) below(level int, quoted []byte) int {
	if level == offPath || level == len(f.path) || !f.isNamed(quoted, f.path[level]) {
		return offPath
	}
	f.start, f.end = 0, 0
	return level + 1
}

func (f *finder) isNamed(quoted []byte, name string) bool {
	inner := quoted[1 : len(quoted)-1]
	if string(inner) == name {
		return true
	}
	if len(inner) <= len(name) {
		return false // escapes make a name longer
	}
	f.name = appendUnescaped(f.name[:0], inner)
	return string(f.name) == name
}

// text reads a string with its quotes.
func (f *finder) text() bool {
	f.i++
	for {
		f.i += jsontext.PlainLen(f.b[f.i:])
		switch c := f.peek(); {
		case f.i == len(f.b), c == '\n':
			return f.fail("the string has no end")
		case c == '"':
			f.i++
			return true
		case c != '\\':
			return f.fail("a control character in a string")
		case !f.escape():
			return false
		}
	}
}

func (f *finder) escape() bool {
	f.i++
	switch f.peek() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		f.i++
		return true
	case 'u':
		if _, ok := unhex(f.b[f.i+1:]); ok {
			f.i += 5
			return true
		}
	}
	return f.fail("an unknown escape in a string")
}

func (f *finder) number() bool {
	if f.peek() == '-' {
		f.i++
	}
	switch c := f.peek(); {
	case c == '0':
		f.i++
	case isDigit(c):
		f.digits()
	case c == 'I':
		return f.word()
	default:
		return f.fail("a digit expected")
	}
	if f.peek() == '.' {
		f.i++
		if !f.digits() {
			return false
		}
	}
	if c := f.peek(); c != 'e' && c != 'E' {
		return true
	}
	f.i++
	if c := f.peek(); c == '+' || c == '-' {
		f.i++
	}
	return f.digits()
}

// digits reads one digit or more.
func (f *finder) digits() bool {
	if !isDigit(f.peek()) {
		return f.fail("a digit expected")
	}
	for isDigit(f.peek()) {
		f.i++
	}
	return true
}

func (f *finder) word() bool {
	for _, word := range [...]string{"true", "false", "null", "NaN", "Infinity"} {
		if rest := f.b[f.i:]; len(rest) >= len(word) && string(rest[:len(word)]) == word {
			f.i += len(word)
			return true
		}
	}
	return f.fail("a value expected")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
