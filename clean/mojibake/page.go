package mojibake

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// page is a code page as which UTF-8 may have been read.
type page struct {
	name  string
	table *charmap.Charmap
	prior int // bits of evidence without which no damage by this page is believed

	// folded is set for text that was put into lower case after the damage:
	// "Ã©" became "ã©".
	folded bool
}

// pageID is an index into pages; a pageSet has a bit for each.
type (
	pageID  uint8
	pageSet uint32
)

func (p pageID) set() pageSet { return 1 << p }

// pages are in the order in which they are preferred where they agree. The
// priors say how often each is met in text from the web, relative to
// windows-1252, and how much its damage looks like writing.
var pages = [...]page{
	{name: "windows-1252", table: charmap.Windows1252, prior: 14},
	{name: "windows-1251", table: charmap.Windows1251, prior: 17},
	{name: "windows-1250", table: charmap.Windows1250, prior: 16},
	{name: "windows-1254", table: charmap.Windows1254, prior: 16},
	{name: "macintosh", table: charmap.Macintosh, prior: 16},
	{name: "windows-1253", table: charmap.Windows1253, prior: 18},
	{name: "windows-1257", table: charmap.Windows1257, prior: 17},
	{name: "windows-1256", table: charmap.Windows1256, prior: 18},
	{name: "windows-1255", table: charmap.Windows1255, prior: 18},
	{name: "iso-8859-2", table: charmap.ISO8859_2, prior: 17},
	{name: "cp437", table: charmap.CodePage437, prior: 16},
	{name: "cp850", table: charmap.CodePage850, prior: 18},
	{name: "cp852", table: charmap.CodePage852, prior: 18},
	{name: "cp866", table: charmap.CodePage866, prior: 18},
	{name: "koi8-r", table: charmap.KOI8R, prior: 18},
	{name: "windows-874", table: charmap.Windows874, prior: 22},
	{name: "windows-1252 in lower case", table: charmap.Windows1252, prior: 22, folded: true},
}

// First and last UTF-8 bytes of their kind; see RFC 3629.
const (
	firstTail = 0x80 // continuation bytes are 0x80 to 0xBF
	firstLead = 0xC2 // lead bytes are 0xC2 to 0xF4
	lastLead  = 0xF4
)

// char says what one character stands for in every page.
type char struct {
	letter     letter
	lead, tail pageSet           // where it is a UTF-8 lead byte, a continuation byte
	minor      pageSet           // where it is a lead byte of a minor script
	bytes      [len(pages)]uint8 // its byte in each page, 0 if it has none
}

// Characters of the pages lie below maxChar, but for three of macintosh.
const maxChar = 0x2600

var (
	chars   = []char{{}}       // chars[0] belongs to no page
	charIDs [maxChar]uint16    // index into chars
	control [len(pages)]uint32 // what controls returns for each page
	strays  = map[rune]uint16{}
)

func init() {
	for p := range pages {
		control[p] = pages[p].controls()
		for b := firstTail; b <= 0xFF; b++ {
			if r := pages[p].char(byte(b)); r != unicode.ReplacementChar {
				enter(pageID(p), r, byte(b))
			}
		}
	}
	// Text is often read in two ways at once, so that a C1 control stands for
	// its byte also where the page has a character for it.
	for p := range pages {
		for b := firstTail; b <= 0x9F; b++ {
			if pages[p].hasControls() {
				enter(pageID(p), rune(b), byte(b))
			}
		}
	}
}

// char returns the character which p shows for b, or U+FFFD.
func (p *page) char(b byte) rune {
	r := p.table.DecodeByte(b)
	if r == unicode.ReplacementChar && b <= 0x9F && p.hasControls() {
		return rune(b)
	}
	if !p.folded {
		return r
	}
	low := unicode.ToLower(r)
	switch {
	case b < firstLead && unicode.IsLetter(r):
		return unicode.ReplacementChar // could stand for two bytes
	case b >= firstLead && !strings.ContainsRune("ãðñîï", low), b >= 0xE0:
		// Other letters are too common, or begin other units as well.
		return unicode.ReplacementChar
	}
	return low
}

// hasControls reports whether the page leaves some of 0x80 to 0x9F to the C1
// controls, as those for windows do.
func (p *page) hasControls() bool {
	switch p.table {
	case charmap.Macintosh, charmap.CodePage437, charmap.CodePage850, charmap.CodePage852,
		charmap.CodePage866, charmap.KOI8R:
		return false
	}
	return !p.folded
}

// controls returns a bit for each of the bytes 0x80 to 0x9F that p shows as
// the control of the same number. The first page counts as Latin-1 as well.
func (p *page) controls() (set uint32) {
	for b := firstTail; b <= 0x9F; b++ {
		if p == &pages[0] || p.char(byte(b)) == rune(b) {
			set |= 1 << (b - firstTail)
		}
	}
	return set
}

// enter notes that page p shows byte b as r, unless another byte came first.
func enter(p pageID, r rune, b byte) {
	id := charID(r)
	if id == 0 {
		id = uint16(len(chars))
		chars = append(chars, char{letter: letterOf(r)})
		if r < maxChar {
			charIDs[r] = id
		} else {
			strays[r] = id
		}
	}
	c := &chars[id]
	if c.bytes[p] != 0 {
		return
	}
	c.bytes[p] = b
	switch {
	case b < 0xC0:
		c.tail |= p.set()
	case b >= firstLead && b <= lastLead:
		c.lead |= p.set()
		if isMinor(b) {
			c.minor |= p.set()
		}
	}
}

// isMinor reports whether lead byte b begins letters which few texts have:
// U+0180 to U+02FF (but not Romanian), U+0480 to U+05BF, U+0700 to U+07FF.
func isMinor(b byte) bool {
	return b >= 0xC6 && b <= 0xCB && b != 0xC8 || b >= 0xD2 && b <= 0xD6 || b >= 0xDC && b <= 0xDF
}

// charID returns the index of r in chars, 0 if no page has r.
func charID(r rune) uint16 {
	if r < maxChar {
		return charIDs[r]
	}
	if r < 0xF8FF || r > 0xFB02 {
		return 0
	}
	return strays[r]
}

// byteOf returns the byte that p shows as r, 0 if there is none.
func (p pageID) byteOf(r rune) byte { return chars[charID(r)].bytes[p] }
