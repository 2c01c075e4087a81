package mojibake

import (
	"unicode"
	"unicode/utf8"
)

// lossyUnit returns the unit of page p at i where one of its characters got
// lost on the way: turned into U+FFFD, '?' or a space, or gone without a trace.
// Such units need a page that is known to have damaged the line.
func (f *Finder) lossyUnit(p pageID, text []byte, i int) unit {
	r, n := utf8.DecodeRune(text[i:])
	lead := p.byteOf(r)
	want := sequenceLen(lead)
	if want == 0 || pages[p].folded {
		return unit{}
	}
	if lead == 0xC3 && p.hasNoBreakSpace() {
		if u := f.halfOfLetter(p, text[i:], n); u.size > 0 {
			return u
		}
	}
	if lead == firstLead && i+n == len(text) {
		return unit{' ', n} // the line lost a no-break space at its end
	}
	if u := p.spacedUnit(text[i:], want); u.size > 0 {
		return u
	}
	if u := p.strippedUnit(text[i:], lead, n); u.size > 0 {
		return u
	}
	return p.replacedUnit(text[i:], 2)
}

// hasNoBreakSpace reports whether p has U+00A0 at 0xA0, and so U+00AD at 0xAD,
// as the pages for windows do.
func (p pageID) hasNoBreakSpace() bool { return p.byteOf('\u00A0') == 0xA0 }

// halfOfLetter is for a lead 0xC3, "Ã" in windows-1252, of n bytes, that stands
// before a space or a letter. Its second half was a no-break space, as that of "à", or a
// character without a shape: a soft hyphen in "í", a C1 control in "ß".
func (f *Finder) halfOfLetter(p pageID, text []byte, n int) unit {
	before := ' '
	if len(f.good) > 0 {
		before = f.good[len(f.good)-1]
	}
	after, _ := utf8.DecodeRune(text[n:])
	switch {
	case isTail(p.byteOf(after)), after == '?', after == unicode.ReplacementChar && n < len(text):
		return unit{}
	case after == ' ' && (!unicode.IsLetter(before) || f.line.hints&^grave == 0):
		return graveUnit(text[n+1:], n)
	case f.line.hints == acute && (unicode.IsLower(before) || unicode.IsLower(after)):
		return unit{'í', n}
	case f.line.hints == umlaut && unicode.IsLower(before):
		return unit{'ß', n}
	}
	return unit{}
}

// graveUnit returns the unit of "Ã ", whose first character takes n bytes and
// which after follows. "à" ends words, and the space behind it was often merged
// with the one that was part of it: it stays, unless a second one shows that it
// was that part, or the word is Portuguese "às", "àquele" and the like.
func graveUnit(after []byte, n int) unit {
	s := string(after[:min(len(after), 5)])
	joins := s == "" || s[0] == ' ' || s == "quele" || s == "quela" || s == "quilo" ||
		s[0] == 's' && (len(s) == 1 || !isLetterByte(s[1]))
	if joins {
		return unit{'à', n + 1}
	}
	return unit{'à', n}
}

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// spacedUnit is for units of want characters whose last, a no-break space,
// became a space. If they stand for one themselves, it stays a space.
func (p pageID) spacedUnit(text []byte, want int) unit {
	if !p.hasNoBreakSpace() {
		return unit{}
	}
	var buf [utf8.UTFMax * utf8.UTFMax]byte
	seq := buf[:0]
	size, spaces := 0, 0
	for i := range want {
		r, n := utf8.DecodeRune(text[size:])
		if r == ' ' && i == want-1 {
			r = '\u00A0'
			spaces++
		}
		seq = utf8.AppendRune(seq, r)
		size += n
	}
	u := p.unitAt(seq)
	switch t := traitOf(u.char); {
	case spaces != 1 || u.size != len(seq):
		return unit{}
	case u.char == '\u00A0':
		return unit{' ', size}
	case !t.isLetter() || t.bits > rare-3:
		return unit{} // the space may well be one
	}
	return unit{u.char, size}
}

// strippedUnit is for units that lost a C1 control without a trace, where only
// one character in use can be meant: "â€" for a closing quotation mark, whose
// last byte windows-1252 leaves undefined, and, from Latin-1, "â¦" for an ellipsis
// and "â¬" for a euro sign.
func (p pageID) strippedUnit(text []byte, lead byte, n int) unit {
	r, m := utf8.DecodeRune(text[n:])
	next, _ := utf8.DecodeRune(text[n+m:])
	if lead != 0xE2 || p.byteOf(next) >= firstTail || next == unicode.ReplacementChar && n+m < len(text) {
		return unit{}
	}
	switch b := p.byteOf(r); {
	case b == 0x80 && p.byteOf('\u009D') == 0x9D:
		return unit{'”', n + m}
	case b == 0xA6 && p == 0:
		return unit{'…', n + m}
	case b == 0xAC && p == 0:
		return unit{'€', n + m}
	}
	return unit{}
}

// replacedUnit is for units of at least shortest characters of which some became
// U+FFFD or '?'. What they stood for is lost.
func (p pageID) replacedUnit(text []byte, shortest int) unit {
	r, size := utf8.DecodeRune(text)
	want := sequenceLen(p.byteOf(r))
	if want < shortest {
		return unit{}
	}
	lost := 0
	for range want - 1 {
		r, n := utf8.DecodeRune(text[size:])
		switch {
		case r == '?', r == unicode.ReplacementChar && n > 1:
			lost++
		case !isTail(p.byteOf(r)):
			return unit{}
		}
		size += n
	}
	if lost == 0 {
		return unit{}
	}
	return unit{unicode.ReplacementChar, size}
}
