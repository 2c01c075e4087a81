package stage

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shuck-text/shuck/clean/edit"
)

// NFC brings the text into Unicode normalisation form C. Text that is already
// in it, nearly all text, is only looked at; otherwise just the segments that
// are not are replaced, so offsets stay exact to a character.
type NFC struct{ buf []byte }

func (*NFC) Name() string { return "nfc" }

func (s *NFC) Propose(v *View, p *Proposals) {
	for i := 0; i < len(v.Text); {
		i += passInert(v.Text[i:])
		end := i + passOther(v.Text[i:])
		s.compose(v.Text, i, end, p)
		i = end
	}
}

// compose proposes what text[i:end] needs.
func (s *NFC) compose(text []byte, i, end int, p *Proposals) {
	for i < end {
		i += norm.NFC.QuickSpan(text[i:end])
		if i == end {
			return
		}
		n := norm.NFC.NextBoundary(text[i:end], true)
		s.buf = norm.NFC.Append(s.buf[:0], text[i:i+n]...)
		if !bytes.Equal(s.buf, text[i:i+n]) {
			p.Replace(edit.Span{Start: i, End: i + n}, string(s.buf), LabelNFC)
		}
		i += n
	}
}

// passInert returns the length of the inert characters that text begins with,
// less the last one, which a combining mark may follow.
func passInert(text []byte) int {
	i, last := 0, 0
	for i < len(text) {
		if n := asciiPrefix(text[i:]); n > 0 {
			i += n
			last = i - 1
			continue
		}
		size := inertSize(text[i:])
		if size == 0 {
			break
		}
		last = i
		i += size
	}
	return last
}

// asciiPrefix returns the length of the ASCII that text begins with, in eights.
func asciiPrefix(text []byte) int {
	n := 0
	for len(text)-n >= 8 && binary.LittleEndian.Uint64(text[n:])&0x8080808080808080 == 0 {
		n += 8
	}
	return n
}

// passOther returns where the next inert character begins after the one that
// text may begin with.
func passOther(text []byte) int {
	i := inertSize(text)
	for i < len(text) && inertSize(text[i:]) == 0 {
		_, n := utf8.DecodeRune(text[i:])
		i += n
	}
	return i
}

// inertSize returns the size of the first character of text if it is a
// starter that normalisation leaves alone, as far as its lead byte tells.
// General punctuation, quotation marks above all, gets a closer look.
func inertSize(text []byte) int {
	if text[0] == 0xE2 && len(text) >= 3 && text[1] == 0x80 && text[2] >= 0x90 {
		return 3
	}
	return int(inert[text[0]])
}

// inert is the size of the characters with a given lead byte if they all are
// starters that normalisation leaves alone, and 0 if not. These are ASCII,
// Latin up to U+02FF, Cyrillic up to U+047F and ideographs and Hangul
// syllables but those that share a lead byte with others; a test compares
// them with package norm.
var inert = func() (size [256]uint8) {
	for b := range 256 {
		switch {
		case b < utf8.RuneSelf:
			size[b] = 1
		case b >= 0xC2 && b <= 0xCB, b == 0xD0, b == 0xD1:
			size[b] = 2
		case b >= 0xE4 && b <= 0xE9, b == 0xEB, b == 0xEC:
			size[b] = 3
		}
	}
	return size
}()
