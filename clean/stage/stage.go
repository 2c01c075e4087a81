// Package stage holds the steps of the pipeline, one file each. A stage reads
// a View and proposes; it changes nothing. The engine in package clean applies
// what was proposed and keeps the account.
package stage

import (
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/rules"
)

// A Stage is one step of the pipeline.
//
// A stage may keep scratch memory between calls, so it serves one goroutine;
// what it proposes depends on the view alone.
type Stage interface {
	Name() string
	Propose(v *View, p *Proposals)
}

// A View is what a stage may see of a document.
type View struct {
	Text []byte

	// Format is what the source is in, as far as that is known.
	Format doc.Format

	// Layout divides Text into lines and blocks. It is nil for stages before
	// segmentation.
	Layout *doc.Layout

	// Fate holds, for each line of Layout, what earlier stages settled.
	Fate []Fate

	// Model says that package model has a say, so that all rules are to be
	// asked about all lines. Topics then holds, for each line of Layout, the
	// topics of those that fire on it.
	Model  bool
	Topics []uint32

	// Zones says where head and tail of the document are.
	Zones Zones
}

// A Fate is what has been settled about a line.
type Fate struct {
	Dropped bool
	Kept    bool       // a keep rule protects it
	By      edit.Label // the rule that dropped it
}

// Proposals collects what a stage wants: edits of the text, or claims on
// lines. A stage proposes one kind or the other.
type Proposals struct {
	Edits  []Edit
	Claims []Claim
}

// An Edit replaces a span of the text; an empty With deletes it, an empty
// Span inserts.
type Edit struct {
	Span  edit.Span
	With  string
	Label edit.Label
	Note  string // what the rule found, such as a code page; mostly empty
}

// Replace proposes to put with in the place of s.
func (p *Proposals) Replace(s edit.Span, with string, l edit.Label) {
	p.Edits = append(p.Edits, Edit{Span: s, With: with, Label: l})
}

// Cut proposes to delete s. A cut that goes on where the last one ended, under
// the same label, is one with it.
func (p *Proposals) Cut(s edit.Span, l edit.Label) {
	if n := len(p.Edits); n > 0 {
		last := &p.Edits[n-1]
		if last.With == "" && last.Label == l && last.Span.End == s.Start && !last.Span.Empty() {
			last.Span.End = s.End
			return
		}
	}
	p.Replace(s, "", l)
}

// Reset forgets all proposals and keeps their memory.
func (p *Proposals) Reset() {
	p.Edits, p.Claims = p.Edits[:0], p.Claims[:0]
}

// A Claim is what one rule wants for a run of lines.
type Claim struct {
	First, End int // lines
	Terms      *Terms
	Of         int     // for a repetition, the line that stays; otherwise -1
	Score      float32 // of the model: how likely the lines are content
}

// Terms are the conditions under which a rule's claims take effect.
type Terms struct {
	Label  edit.Label
	Zone   rules.Zone
	Keep   bool
	Likely bool
	Topic  uint32 // see model.Family; 0 for a rule that keeps

	// After and Before, indexed by label, name the rules whose dropped line
	// just above or just below supports a likely claim. Both nil: any
	// dropped neighbour does, and so does a place in head or tail.
	After, Before []bool
}

// Labels of the rules that are code, not patterns. Labels of pack rules
// follow from NumLabels on, in the order of their set.
const (
	LabelInvalidUTF8 edit.Label = iota
	LabelCharset
	LabelStray
	LabelSurrogates
	LabelBOM
	LabelPageMarkup // the labels of package page, in its order
	LabelPageEntity
	LabelPageSpace
	LabelPageBreak
	LabelPageUnseen
	LabelNewline
	LabelMojibake
	LabelEntity
	LabelEscape
	LabelControl
	LabelSpace
	LabelZeroWidth
	LabelSoftHyphen
	LabelBidi
	LabelReplacement
	LabelZalgo
	LabelHyphen
	LabelNFC
	LabelNFKC
	LabelLigature
	LabelFullwidth
	LabelArabicForm
	LabelHomoglyph
	LabelSpaced
	LabelContent
	LabelRepeatTitle
	LabelRepeatParagraph
	LabelBlankLine
	LabelTrailingSpace
	LabelFinalNewline
	NumLabels
)

// LabelNames are the full rule IDs of the labels above.
var LabelNames = [NumLabels]string{
	LabelInvalidUTF8:     "decode/invalid-utf8",
	LabelCharset:         "decode/charset",
	LabelStray:           "decode/stray",
	LabelSurrogates:      "decode/surrogates",
	LabelBOM:             "decode/bom",
	LabelPageMarkup:      "page/markup",
	LabelPageEntity:      "page/entity",
	LabelPageSpace:       "page/space",
	LabelPageBreak:       "page/break",
	LabelPageUnseen:      "page/unseen",
	LabelNewline:         "unicode/newline",
	LabelMojibake:        "unicode/mojibake",
	LabelEntity:          "unicode/entity",
	LabelEscape:          "unicode/escape",
	LabelControl:         "unicode/control",
	LabelSpace:           "unicode/space",
	LabelZeroWidth:       "unicode/zero-width",
	LabelSoftHyphen:      "unicode/soft-hyphen",
	LabelBidi:            "unicode/bidi",
	LabelReplacement:     "unicode/replacement",
	LabelZalgo:           "unicode/zalgo",
	LabelHyphen:          "unicode/hyphen",
	LabelNFC:             "unicode/nfc",
	LabelNFKC:            "unicode/nfkc",
	LabelLigature:        "unicode/ligature",
	LabelFullwidth:       "unicode/fullwidth",
	LabelArabicForm:      "unicode/arabic-form",
	LabelHomoglyph:       "unicode/homoglyph",
	LabelSpaced:          "unicode/letter-space",
	LabelContent:         "model/content",
	LabelRepeatTitle:     "repeat/title",
	LabelRepeatParagraph: "repeat/paragraph",
	LabelBlankLine:       "layout/blank-line",
	LabelTrailingSpace:   "layout/trailing-space",
	LabelFinalNewline:    "layout/final-newline",
}

// Required reports whether a built-in rule cannot be switched off, because the
// text would not be valid UTF-8 without it.
func Required(l edit.Label) bool { return l < LabelBOM }

// Stable reports whether edits under a label leave nothing new to be found: a
// round that made no others needs no further one. Cuts of rules uncover new
// lines and neighbours. Repairs of characters are stable since the engine
// repeats them until none is left.
func Stable(l edit.Label) bool {
	return l < NumLabels && l != LabelContent && l != LabelRepeatTitle && l != LabelRepeatParagraph
}
