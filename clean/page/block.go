package page

import (
	"golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

// A Block is a run of text without a paragraph's end inside.
type Block struct {
	Kind  Kind
	Level int // of a heading, 1 to 6; of a list item, how many lists it is in
	Seen  Visibility

	// Span holds the source bytes the block was made from, its tags in
	// between included, from the first letter to the last.
	Span edit.Span

	// Text is what a reader sees of them. It shares memory with the source
	// where the two are the same.
	Text []byte

	// Map leads from the bytes of Span, counted from its start, to Text.
	Map edit.Map

	// Node is the innermost element that holds the whole block, nil on a flat
	// page. Its ancestors say where the block stands.
	Node  *html.Node
	Depth int // how many ancestors Node has

	Quotes int    // how many quotations the block is in
	Marker string // "-" or "3." for the first block of a list item
	Cell   *Cell  // where it stands in a table of data, or nil

	Marks []Mark // links, emphasis and the like in Text, sorted by start

	Counts Counts
}

// A Cell is a cell of a table that holds data, not layout. Rows and columns
// count from 0, without regard to spans.
type Cell struct {
	Table       *html.Node
	Row, Column int
	Header      bool
}

// Kind says what a block is.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	Item     // of a list, a term and its description among them
	Quote    // quoted at length
	Code     // preformatted: its line breaks and indents are kept
	DataCell // a cell of a table of data
	Caption  // of a figure or a table
	Form     // a button, an option, the content of a text field
)

var kindNames = [...]string{"paragraph", "heading", "item", "quote", "code", "cell", "caption", "form"}

func (k Kind) String() string { return kindNames[k] }

// Visibility says why a reader may not see a block. The zero Visibility is that
// of ordinary text.
type Visibility uint8

const (
	// Hidden: by the hidden attribute or an inline style. Style sheets are
	// not read.
	Hidden Visibility = 1 << iota
	// AriaHidden: hidden from screen readers, but not from sight.
	AriaHidden
	// Noscript: shown if scripts do not run. It may hold the real content.
	Noscript
	// Template: the content of a template element, shown when a script says so.
	Template
	// Fallback: shown by browsers that cannot play or draw something.
	Fallback
)

// Shown reports whether a browser that runs scripts shows the block.
func (v Visibility) Shown() bool { return v&^AriaHidden == 0 }

// A Mark says that a part of a text is a link or set off from the rest.
type Mark struct {
	Kind MarkKind
	Span edit.Span // bytes of Block.Text
	Href string    // of a link, as written
}

// MarkKind is a kind of mark.
type MarkKind uint8

const (
	Link MarkKind = iota
	Emphasis
	Strong
	Verbatim // code within a line
	Struck
)

// Counts measure a block's text.
type Counts struct {
	Runes  int
	Words  int // runs of letters and digits; an ideograph is a word by itself
	Linked int // runes in links
	Links  int
	Ends   int // marks that end a sentence, in any script
}

// LinkDensity returns the share of the text that stands in links, 0 to 1.
func (c Counts) LinkDensity() float64 {
	if c.Runes == 0 {
		return 0
	}
	return float64(c.Linked) / float64(c.Runes)
}
