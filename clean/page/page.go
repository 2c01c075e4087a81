package page

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

// A Page is a page that has been read. It is not safe for concurrent use if
// Root is changed.
type Page struct {
	// Source holds the bytes of the page. Blocks share its memory.
	Source []byte

	// Root is the document node, nil if Flat. Blocks do not follow changes
	// made to it.
	Root *html.Node

	// Blocks are the texts of the page in the order of the source, hidden
	// ones included.
	Blocks []Block

	// Meta is what the page says about itself.
	Meta Meta

	// Flat says that the page was read without a tree; Why says why.
	Flat bool
	Why  error

	// Unplaced counts the text nodes that are in the tree, but whose text, or
	// a part of it, is in no block since its source bytes are not known.
	Unplaced int

	label edit.Label
}

// Options say how to read a page. The zero Options are the usual ones.
type Options struct {
	// FirstLabel is the label that the first of [LabelNames] stands for in
	// the maps of the page.
	FirstLabel edit.Label
}

// Labels of the changes that lead from the bytes of a page to its text,
// counted from [Options.FirstLabel].
const (
	Markup edit.Label = iota // tags, comments and whatever else is not text
	Entity                   // a character reference
	Space                    // white space that shows as less, or as another kind
	Break                    // what parts blocks, lines of a list, cells of a table
	Unseen                   // text that is not shown, or a reading beside the text
	Syntax                   // what Markdown adds
)

var labelNames = []string{"page/markup", "page/entity", "page/space", "page/break", "page/unseen", "page/syntax"}

// LabelNames returns the names of the labels, in their order.
func LabelNames() []string { return slices.Clone(labelNames) }

// MaxLen is the length in bytes of the longest page. Whatever is made of it
// stays within [edit.MaxLen].
const MaxLen = 64 << 20

// Parse reads the page in src, which must not change while the page is in use.
// It reports an error only if src is longer than [MaxLen].
func Parse(src []byte, o Options) (*Page, error) {
	if len(src) > MaxLen {
		return nil, fmt.Errorf("page: %d bytes: the limit is %d", len(src), MaxLen)
	}
	p := &Page{Source: src, label: o.FirstLabel}
	if p.Why = p.readTree(); p.Why != nil {
		p.readFlat()
	}
	return p, nil
}

// Document returns the page as goquery sees it, or nil if it is flat.
func (p *Page) Document() *goquery.Document {
	if p.Flat {
		return nil
	}
	return goquery.NewDocumentFromNode(p.Root)
}

// readTree reads the page with its tree. It reports an error, and leaves the
// page as it was, if there is none.
func (p *Page) readTree() error {
	s, err := newSkeleton(p.Source)
	if err != nil {
		return err
	}
	root, err := html.Parse(bytes.NewReader(s.html))
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	w := newWalker(s, p.label)
	if !w.restorable([]*html.Node{root}) {
		return errPlaceholder
	}
	w.walk(root, place{space: collapsed})
	w.flow.finish()
	if s.foreign.raw && w.found != len(s.texts)-1 {
		return errPlaceholder
	}
	p.Root, p.Blocks, p.Unplaced = root, w.flow.blocks, w.unplaced
	slices.SortFunc(p.Blocks, func(a, b Block) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	p.Meta = readMeta(root)
	return nil
}
