package charset

import (
	"bytes"
	"unicode/utf8"
)

// A Hint is what is known of a document's charset besides its bytes.
type Hint struct {
	Forced    string // a label the user gave; overrides everything
	Transport string // the label in the Content-Type header
}

// Why says on what a decision rests.
type Why string

const (
	Forced   Why = "forced"   // the user said so
	BOM      Why = "bom"      // a byte order mark says so
	Declared Why = "declared" // the document or its transport says so, and it fits
	UTF8     Why = "utf-8"    // the bytes are UTF-8, or all but a few are
	Detected Why = "detected" // the text makes most sense so
	Fallback Why = "fallback" // nothing makes sense of the text
)

// A Decision is the charset of a document.
type Decision struct {
	Name       string // as [Lookup] returns it
	Why        Why
	Confidence float64 // the estimated probability that the text comes out right
}

// Decide says in which charset src is written. See the package documentation
// for the rules. It takes time linear in len(src), and does not allocate for
// UTF-8. A label in h that [Lookup] does not know is as good as none.
func Decide(src []byte, h Hint) Decision {
	if name, ok := Lookup(h.Forced); ok && h.Forced != "" {
		return Decision{name, Forced, 1}
	}
	if name := marked(src); name != "" {
		return Decision{name, BOM, 1}
	}
	if bytes.IndexByte(src, 0) >= 0 {
		if name := zeroPattern(src); name != "" {
			return Decision{name, Detected, 0.99}
		}
	}
	if isJIS(src) {
		return Decision{jis, Detected, 0.99}
	}
	if utf8.Valid(src) {
		return Decision{utf8Name, UTF8, 1}
	}
	declared := declaration(src, h)
	if isWide(src, declared) {
		return Decision{declared, Declared, 0.9}
	}
	return detect(src, declared)
}

// declaration returns the charset that the transport declares for src, or else
// src for itself, or "".
func declaration(src []byte, h Hint) string {
	if name, ok := Lookup(h.Transport); ok {
		return name
	}
	return prescan(src)
}
