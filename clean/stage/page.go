package stage

import (
	"bytes"
	"regexp"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/page"
)

// Page turns a page in HTML into its visible text. Text that does not begin
// like a page it leaves alone, unless it is told that the source is one.
//
// Before: valid UTF-8. After: plain text, a blank line between paragraphs.
type Page struct{}

func (Page) Name() string { return "page" }

func (Page) Propose(v *View, p *Proposals) {
	if v.Format == doc.Text || v.Format == doc.Auto && !isPage(v.Text) {
		return
	}
	read, err := page.Parse(v.Text, page.Options{FirstLabel: LabelPageMarkup})
	if err != nil {
		return // longer than any document is
	}
	text, m := read.Text(read.Shown())
	for c := range m.Changes() {
		out := c.Output()
		p.Edits = append(p.Edits, Edit{Span: c.Source(), With: string(text[out.Start:out.End]), Label: c.Label})
	}
}

// IsPage reports whether edits under a label made text of a page.
func IsPage(l edit.Label) bool { return l >= LabelPageMarkup && l <= LabelPageUnseen }

// isPage reports whether text begins like a page: with markup that says so
// soon. A mere <p> or <div> is more often residue in a text.
func isPage(text []byte) bool {
	text = bytes.TrimLeft(text, " \t\r\n\f")
	return len(text) > 0 && text[0] == '<' && saysPage.Match(text[:min(len(text), openingReach)])
}

// openingReach is how far in, in bytes, a page may say that it is one: after
// comments, XML declarations and the tags of whoever collected it.
const openingReach = 1024

var saysPage = regexp.MustCompile(`(?i)<(?:!doctype\s+html|html|head|body)[\s>]`)
