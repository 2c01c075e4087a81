package page

import (
	"strings"

	"github.com/shuck-text/shuck/clean/edit"
)

// A Cut says which blocks to leave out, and for which label.
type Cut func(*Block) (why edit.Label, out bool)

// Shown returns a Cut that leaves out what a browser does not show.
func (p *Page) Shown() Cut {
	return func(b *Block) (edit.Label, bool) { return p.label + Unseen, !b.Seen.Shown() }
}

// Text returns the text of the page without the blocks that cut leaves out,
// and the map that leads to it from the bytes of the page. A nil cut leaves
// out nothing.
//
// Blocks are parted by an empty line, the items of a list by a line break, and
// the cells in a row of data by tabs, one for each column, so that columns
// stay columns where cells are empty. The text ends with a line break unless
// it is empty.
func (p *Page) Text(cut Cut) ([]byte, edit.Map) {
	j := newJoiner(p)
	var last *Block
	for b := range p.kept(cut, j) {
		j.insert(separator(last, b), Break)
		j.add(b.Span, b.Text, b.Map)
		last = b
	}
	if last != nil {
		j.end("\n")
	}
	return j.finish()
}

// kept yields the blocks that cut does not leave out, and tells j of the others.
func (p *Page) kept(cut Cut, j *joiner) func(func(*Block) bool) {
	return func(yield func(*Block) bool) {
		for i := range p.Blocks {
			b := &p.Blocks[i]
			j.delete(b.Span.Start, Markup+j.label)
			if cut != nil {
				if why, out := cut(b); out {
					j.delete(b.Span.End, why)
					continue
				}
			}
			if !yield(b) {
				return
			}
		}
	}
}

// separator returns what parts two blocks; the first may be nil.
func separator(a, b *Block) string {
	switch {
	case a == nil:
		return ""
	case a.Cell != nil && b.Cell != nil && a.Cell.Table == b.Cell.Table:
		return cellSeparator(a.Cell, b.Cell)
	case a.Kind == b.Kind && (a.Kind == Item || a.Kind == Form):
		return "\n"
	}
	return "\n\n"
}

func cellSeparator(a, b *Cell) string {
	switch {
	case a.Row == b.Row && a.Column < b.Column:
		return strings.Repeat("\t", b.Column-a.Column)
	case a.Row < b.Row:
		return "\n" + strings.Repeat("\t", b.Column)
	}
	return "\n"
}

// A joiner makes one text of blocks, and one map of theirs.
type joiner struct {
	src     []byte
	label   edit.Label
	at      int // how far src is accounted for
	out     []byte
	changes []edit.Change
}

func newJoiner(p *Page) *joiner { return &joiner{src: p.Source, label: p.label} }

// delete leaves out the source up to end.
func (j *joiner) delete(end int, why edit.Label) {
	if end > j.at {
		j.change(end-j.at, 0, why)
	}
	j.at = end
}

// insert adds text that the page does not have.
func (j *joiner) insert(text string, why edit.Label) {
	if text != "" {
		j.change(0, len(text), j.label+why)
		j.out = append(j.out, text...)
	}
}

func (j *joiner) change(oldLen, newLen int, why edit.Label) {
	j.changes = append(j.changes, edit.Change{
		In: uint32(j.at), Out: uint32(len(j.out)),
		OldLen: uint32(oldLen), NewLen: uint32(newLen), Label: why,
	})
}

// add adds the text made of a source span, with the map that leads there.
func (j *joiner) add(span edit.Span, text []byte, m edit.Map) {
	for c := range m.Changes() {
		c.In += uint32(span.Start)
		c.Out += uint32(len(j.out))
		j.changes = append(j.changes, c)
	}
	j.out = append(j.out, text...)
	j.at = span.End
}

// end leaves out the rest of the source and ends the text.
func (j *joiner) end(text string) {
	j.delete(len(j.src), j.label+Markup)
	j.insert(text, Break)
}

func (j *joiner) finish() ([]byte, edit.Map) {
	j.delete(len(j.src), j.label+Markup)
	m, err := edit.NewMap(j.changes)
	if err != nil { // blocks overlap: an error in this package
		panic(err)
	}
	return j.out, m
}
