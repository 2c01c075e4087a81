package charset

import (
	"unicode"
	"unicode/utf8"
)

// A text is a sample as one charset reads it.
type text struct {
	ids   []uint16 // the characters, as indices of chars
	chars []char   // different ones, more or less
}

// A char is a character of a text.
type char struct {
	r      rune
	letter rune   // folded; 0 if it is none of an alphabet
	script script // of the letter
	upper  bool   // a capital
	lower  bool   // a small letter
	digit  bool   // of ASCII
	sign   bool   // neither letter nor damage nor control character
	ascii  bool
	east   bool    // a character of East Asia
	cost   float32 // in nats, unless it is a letter of an alphabet
}

// newChar returns r as a character of a text in an alphabet.
func newChar(r rune) char {
	c := char{
		r:      r,
		letter: fold(r),
		upper:  unicode.IsUpper(r),
		lower:  unicode.IsLower(r),
		digit:  r >= '0' && r <= '9',
		ascii:  r < utf8.RuneSelf,
	}
	if c.letter != 0 {
		c.script = scriptOf(c.letter)
		return c
	}
	c.cost = signCostOf(r)
	c.sign = c.cost < controlCost
	return c
}

// readText reads a sample by a charset's reader. If east is not nil, it tells
// what characters above ASCII cost.
func readText(sample []byte, read reader, east *eastAsian) *text {
	t := &text{ids: make([]uint16, 0, len(sample))}
	var single [256]uint16 // the characters of one byte, their index plus 1
	var buf []byte
	for at := 0; at < len(sample); {
		b := sample[at]
		if id := single[b]; id != 0 {
			t.ids = append(t.ids, id-1)
			at++
			continue
		}
		var n int
		var ok bool
		buf, n, ok = read(buf[:0], sample[at:])
		r, _ := utf8.DecodeRune(buf)
		c := char{r: utf8.RuneError, cost: damageCost}
		switch {
		case !ok:
		case east != nil && r >= utf8.RuneSelf:
			c = east.char(r, sample[at:at+n])
		default:
			c = newChar(r)
		}
		t.ids = append(t.ids, uint16(len(t.chars)))
		t.chars = append(t.chars, c)
		if n == 1 && ok {
			single[b] = uint16(len(t.chars))
		}
		at += n
	}
	return t
}

// equal reports whether t and u read the same.
func (t *text) equal(u *text) bool {
	if len(t.ids) != len(u.ids) {
		return false
	}
	for i := range t.ids {
		if t.chars[t.ids[i]].r != u.chars[u.ids[i]].r {
			return false
		}
	}
	return true
}

// isNonsense reports whether much of t above ASCII is what no text has.
func (t *text) isNonsense() bool {
	odd, all := 0, 0
	for _, id := range t.ids {
		c := t.chars[id]
		if c.ascii {
			continue
		}
		all++
		if c.cost == controlCost || c.cost == damageCost {
			odd++
		}
	}
	return odd > all/4
}
