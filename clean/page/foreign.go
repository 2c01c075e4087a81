package page

// foreign follows, as far as tags tell, whether the parser is in foreign
// content, SVG or MathML, where no element is raw. A page on which this goes
// wrong is noticed when its tree is read: placeholders turn up outside of text,
// or the last one is missing.
type foreign struct {
	depth int  // open svg and math elements
	html  int  // open elements in them that hold HTML again
	raw   bool // an element that may be raw was among them
}

// start notes a start tag and reports whether its element is foreign.
func (f *foreign) start(e element, closed bool) bool {
	root := e.name == "svg" || e.name == "math"
	f.raw = f.raw || f.depth > 0 && e.has(textOnly)
	switch {
	case f.depth == 0 && !root:
		return false
	case f.depth > 0 && f.html > 0 && !root:
		return false
	case e.has(breakout):
		f.depth = 0
		return false
	case closed:
	case root:
		f.depth++
		f.html = 0
	case e.has(integration):
		f.html++
	}
	return true
}

// end notes an end tag.
func (f *foreign) end(e element) {
	switch {
	case f.depth == 0:
	case e.name == "svg" || e.name == "math":
		f.depth--
		f.html = 0
	case f.html > 0 && e.has(integration):
		f.html--
	}
}
