package sink

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// ExplainOptions say how Explain shows a document.
type ExplainOptions struct {
	Color bool                   // mark cuts and changes with ANSI colours too
	Width int                    // wrap to so many columns; 0: not at all
	All   bool                   // tell of rules that matched in the wrong place, too
	Why   func(id string) string // the reason a rule gives, or ""
}

// Explain shows the source of d row by row, for people: a "-" marks a row
// that was cut, a "~" one that was changed, as ⟦before → after⟧. Under them
// stand the rules that did it, with the reason the first time, and under rows
// that stayed what protected them. No control character of the document gets
// into the report.
//
// Changes to line ends and trailing white space are only counted, in the
// table at the end.
func Explain(w io.Writer, d *doc.Document, text []byte, l *doc.Ledger, o ExplainOptions) error {
	e := explainer{
		options: o,
		doc:     d,
		text:    text,
		ledger:  l,
		changes: slices.Collect(l.Map.Changes()),
		notes:   notesOf(l, o.All),
		told:    map[string]bool{},
	}
	e.rows = rowsOf(d.Source)
	e.gutter = len(strconv.Itoa(len(e.rows)))
	e.head()
	for i := range e.rows {
		e.row(i)
	}
	e.reasons()
	if err := e.foot(); err != nil {
		return err
	}
	_, err := w.Write(e.out.Bytes())
	return err
}

type explainer struct {
	options ExplainOptions
	doc     *doc.Document
	text    []byte
	ledger  *doc.Ledger
	changes []edit.Change // those that end behind the rows shown so far
	notes   []note        // likewise
	rows    []edit.Span
	gutter  int // width of the row numbers
	out     bytes.Buffer

	cutBy []edit.Label    // of the cut rows shown last, whose reason is still due
	told  map[string]bool // rules whose reason was given
}

// rowsOf divides source into rows. Each ends with its line break.
func rowsOf(source []byte) []edit.Span {
	var rows []edit.Span
	start := 0
	for i, c := range source {
		if c == '\n' || c == '\r' && (i+1 == len(source) || source[i+1] != '\n') {
			rows = append(rows, edit.Span{Start: start, End: i + 1})
			start = i + 1
		}
	}
	if start < len(source) {
		rows = append(rows, edit.Span{Start: start, End: len(source)})
	}
	return rows
}

// rowOf returns the number, from 1, of the row that holds a byte of the
// source.
func (e *explainer) rowOf(offset int) int {
	i, found := slices.BinarySearchFunc(e.rows, offset, func(r edit.Span, off int) int { return cmp.Compare(r.Start, off) })
	if found {
		return i + 1
	}
	return i
}

func (e *explainer) head() {
	removed := int64(0)
	for _, c := range e.changes {
		if c.NewLen == 0 {
			removed += int64(c.OldLen)
		}
	}
	e.printf("%s\n", e.paint(bold, string(appendShown(nil, []byte(e.doc.ID)))))
	summary := fmt.Sprintf("profile %s, layout %s: %d bytes, %d removed (%s)", e.ledger.Profile, e.ledger.Layout,
		len(e.doc.Source), removed, percent(removed, int64(len(e.doc.Source))))
	e.printf("%s\n", wrap(summary, 0, e.options.Width))
	if e.ledger.Abstained != "" {
		e.printf("%s\n", wrap(e.paint(yellow, "nothing was dropped: "+e.ledger.Abstained), 0, e.options.Width))
	}
	e.printf("\n")
}

func (e *explainer) foot() error {
	t := tally{}
	t.add(e.ledger)
	e.printf("\n")
	return t.print(&e.out)
}

// row shows row i with what happened to it.
func (e *explainer) row(i int) {
	row := e.rows[i]
	text := bytes.TrimRight(e.doc.Source[row.Start:row.End], "\r\n")
	changes := e.takeChanges(row.End)
	inline := inlineChanges(e.doc.Source, row, changes)
	cut := isCut(e.doc.Source, row, changes)
	labels := labelsOf(inline)
	if !cut || !isBlank(text) && !slices.Equal(e.cutBy, labels) {
		e.reasons()
	}
	switch {
	case cut:
		e.line(i, '-', red, appendShown(nil, text))
		if !isBlank(text) {
			e.cutBy = labels
		}
	case len(inline) > 0:
		e.line(i, '~', plainText, e.appendChanged(nil, row, inline))
		e.whyChanged(labels, inline)
	default:
		e.line(i, ' ', plainText, appendShown(nil, text))
	}
	e.takeNotes(row.End, cut)
}

// takeChanges returns the changes that touch the source before end. One that
// goes on behind it is left for the next row as well.
func (e *explainer) takeChanges(end int) []edit.Change {
	n := 0
	for n < len(e.changes) && int(e.changes[n].In) < end {
		n++
	}
	taken := e.changes[:n]
	if n > 0 && taken[n-1].Source().End > end {
		n--
	}
	e.changes = e.changes[n:]
	return taken
}

// isCut reports whether the changes remove all of a row, white space aside.
func isCut(source []byte, row edit.Span, changes []edit.Change) bool {
	at := row.Start
	for _, c := range changes {
		if c.NewLen > 0 && !isBlank(source[c.In:min(c.Source().End, row.End)]) {
			return false
		}
		if at < int(c.In) && !isBlank(source[at:c.In]) {
			return false
		}
		at = max(at, c.Source().End)
	}
	if at < row.End && !isBlank(source[at:row.End]) {
		return false
	}
	// Of a blank row, white space is all there is.
	return slices.ContainsFunc(changes, func(c edit.Change) bool {
		return c.NewLen == 0 && c.Source().Contains(edit.Span{Start: row.End - 1, End: row.End})
	})
}

// inlineChanges returns the changes within the visible part of a row.
func inlineChanges(source []byte, row edit.Span, changes []edit.Change) []edit.Change {
	end := row.Start + len(bytes.TrimRight(source[row.Start:row.End], " \t\r\n"))
	var inline []edit.Change
	for _, c := range changes {
		if int(c.In) < end {
			inline = append(inline, c)
		}
	}
	return inline
}

// appendChanged appends the row with its changes marked.
func (e *explainer) appendChanged(dst []byte, row edit.Span, changes []edit.Change) []byte {
	at := row.Start
	for _, c := range changes {
		old, out := c.Source(), c.Output()
		dst = appendShown(dst, e.doc.Source[at:max(at, old.Start)])
		mark := appendVisible([]byte("⟦"), e.doc.Source[max(at, old.Start):min(old.End, row.End)])
		mark = append(mark, " →"...)
		if !out.Empty() {
			mark = appendVisible(append(mark, ' '), e.text[out.Start:out.End])
		}
		dst = append(dst, e.paint(yellow, string(append(mark, "⟧"...)))...)
		at = min(old.End, row.End)
	}
	return appendShown(dst, bytes.TrimRight(e.doc.Source[at:row.End], "\r\n"))
}

// labelsOf returns the labels of changes, each once.
func labelsOf(changes []edit.Change) []edit.Label {
	var labels []edit.Label
	for _, c := range changes {
		if !slices.Contains(labels, c.Label) {
			labels = append(labels, c.Label)
		}
	}
	return labels
}

// reasons names the rules behind the cut rows shown last.
func (e *explainer) reasons() {
	e.why(e.cutBy)
	e.cutBy = nil
}

func (e *explainer) why(labels []edit.Label) {
	for _, label := range labels {
		id := e.ledger.Rule(label)
		e.remark("└ " + id + e.firstWhy(id))
	}
}

// whyChanged is why for the changes in a row, and tells where they are.
func (e *explainer) whyChanged(labels []edit.Label, changes []edit.Change) {
	for _, label := range labels {
		id := e.ledger.Rule(label)
		e.remark("└ " + id + ", bytes " + places(changes, label) + e.firstWhy(id))
	}
}

// mostPlaces is how many places of changes a remark lists.
const mostPlaces = 4

// places lists the source spans of the changes under a label.
func places(changes []edit.Change, label edit.Label) string {
	var list []string
	for _, c := range changes {
		switch {
		case c.Label != label:
		case len(list) == mostPlaces:
			return strings.Join(list, " ") + " …"
		default:
			list = append(list, fmt.Sprintf("[%d,%d)", c.Source().Start, c.Source().End))
		}
	}
	return strings.Join(list, " ")
}

// firstWhy returns the reason of a rule the first time it is asked for.
func (e *explainer) firstWhy(id string) string {
	if e.told[id] || e.options.Why == nil {
		return ""
	}
	e.told[id] = true
	if why := e.options.Why(id); why != "" {
		return ": " + why
	}
	return ""
}

// line shows the text of row i.
func (e *explainer) line(i int, mark byte, style style, text []byte) {
	gutter := fmt.Sprintf("%*d %c", e.gutter, i+1, mark)
	if len(text) == 0 {
		gutter = strings.TrimRight(gutter, " ")
	}
	e.printf("%s", e.paint(dim, gutter))
	if len(text) > 0 {
		e.printf(" %s", wrap(e.paint(style, string(text)), e.gutter+len(" - "), e.options.Width))
	}
	e.printf("\n")
}

// remark shows a comment under a row.
func (e *explainer) remark(text string) {
	shown := e.paint(dim, string(appendShown(nil, []byte(text))))
	indent := e.gutter + len(" - ")
	e.printf("%*s%s\n", indent, "", wrap(shown, indent+len("- "), e.options.Width))
}

func (e *explainer) printf(format string, args ...any) { fmt.Fprintf(&e.out, format, args...) }

// A style is an ANSI escape sequence.
type style string

const (
	plainText style = ""
	bold      style = "\x1b[1m"
	dim       style = "\x1b[2m"
	red       style = "\x1b[31m"
	yellow    style = "\x1b[33m"
)

func (e *explainer) paint(s style, text string) string {
	if !e.options.Color || s == plainText || text == "" {
		return text
	}
	return string(s) + text + "\x1b[0m"
}
