package mojibake

import "unicode/utf8"

// A unit is one damaged character: a run of characters that p shows for the
// bytes of one character of UTF-8, or of a pair of surrogates in CESU-8.
type unit struct {
	char rune
	size int // bytes of text
}

// unitAt returns the unit of page p at the start of text, of size 0 if there
// is none. In pages like
// windows-1252, C1 controls come out as what they are there.
func (p pageID) unitAt(text []byte) unit {
	r, n := utf8.DecodeRune(text)
	lead := p.byteOf(r)
	want := sequenceLen(lead)
	if want == 0 {
		return unit{}
	}
	var seq [utf8.UTFMax]byte
	seq[0] = lead
	size := n
	for i := 1; i < want; i++ {
		r, n := utf8.DecodeRune(text[size:])
		b := p.byteOf(r)
		if !isTail(b) {
			return unit{}
		}
		seq[i] = b
		size += n
	}
	if isHighSurrogate(seq) {
		return p.surrogatePair(text, seq, size)
	}
	c, n := utf8.DecodeRune(seq[:want])
	if n != want {
		return unit{}
	}
	if c < 0xA0 && p.byteOf('Â') == firstLead {
		c = controlChar(c)
	}
	return unit{c, size}
}

// sequenceLen returns the length in bytes of the UTF-8 sequence that begins
// with lead, 0 if none does.
func sequenceLen(lead byte) int {
	switch {
	case lead < firstLead || lead > lastLead:
		return 0
	case lead < 0xE0:
		return 2
	case lead < 0xF0:
		return 3
	}
	return 4
}

func isTail(b byte) bool { return b >= firstTail && b < 0xC0 }

// isHighSurrogate reports whether seq is U+D800 to U+DBFF as CESU-8 has it.
func isHighSurrogate(seq [utf8.UTFMax]byte) bool {
	return seq[0] == 0xED && seq[1] >= 0xA0 && seq[1] < 0xB0
}

// surrogatePair completes the high surrogate in seq, of size bytes of text,
// with the low one behind it.
func (p pageID) surrogatePair(text []byte, seq [utf8.UTFMax]byte, size int) unit {
	var low [3]byte
	for i := range low {
		r, n := utf8.DecodeRune(text[size:])
		low[i] = p.byteOf(r)
		size += n
	}
	if low[0] != 0xED || low[1] < 0xB0 || low[1] >= 0xC0 || !isTail(low[2]) {
		return unit{}
	}
	const ten = 1<<10 - 1
	hi := rune(seq[1])<<6 | rune(seq[2])&0x3F
	lo := rune(low[1])<<6 | rune(low[2])&0x3F
	return unit{0x10000 + (hi&ten)<<10 + lo&ten, size}
}
