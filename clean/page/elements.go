package page

import "strings"

// traits are what matters here about the elements of a name.
type traits uint16

const (
	// asBlock: a browser shows it as a block or, as the parts of tables and
	// forms, apart from what is around it.
	asBlock traits = 1 << iota
	// silent: nobody reads its text on the page.
	silent
	// annotation: its text is left out of the text around it: readings over
	// ideographs, names of graphics, sources of formulas.
	annotation
	// fallback: it holds what browsers show that cannot show the element.
	fallback
	// roomy: it takes room in a line, so that it parts words.
	roomy
	// formatting: the parser opens it again after the block it was open in.
	formatting
	// scope: it holds the formatting opened in it, and its content does not
	// close what was opened outside.
	scope
	// integration: in foreign content it holds HTML again.
	integration
	// breakout: its start tag ends foreign content, being HTML without doubt.
	breakout
	// textOnly: its content is text to the tokenizer.
	textOnly
	// unreadable: its content is such and never text to a reader.
	unreadable
)

// has reports whether t has any of some traits.
func (t traits) has(some traits) bool { return t&some != 0 }

// An element is what is known of the elements of a name.
type element struct {
	name string
	traits
}

// elements holds the elements known, by their names in lower case. The sources
// are the HTML standard's style sheet for browsers and its rules for parsing.
var elements = collect(map[traits]string{
	asBlock: `address article aside blockquote body caption center dd details
		dialog dir div dl dt fieldset figcaption figure footer form frameset
		h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav
		noframes ol optgroup option p plaintext pre search section select summary table
		tbody td textarea tfoot th thead tr ul xmp`,
	silent:      "base datalist head iframe link meta noembed param script style title",
	annotation:  "rt rtc rp desc annotation annotation-xml",
	fallback:    "audio canvas noframes noscript object video",
	roomy:       "audio button canvas embed iframe img input object svg video",
	formatting:  "a b big code em font i nobr s small strike strong tt u",
	scope:       "applet marquee object td th caption template",
	integration: "foreignobject desc title annotation-xml mi mo mn ms mtext",
	breakout: `b big blockquote body br center code dd div dl dt em embed
		h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s
		small span strong strike sub sup table tt u ul var`,
	textOnly:   "iframe noembed noframes noscript plaintext script style textarea title xmp",
	unreadable: "iframe noembed script style",
	0:          "math", // has none, but its name is asked for
})

func collect(lists map[traits]string) map[string]element {
	all := map[string]element{}
	for t, list := range lists {
		for name := range strings.FieldsSeq(list) {
			all[name] = element{name, all[name].traits | t}
		}
	}
	return all
}

// traitsOf returns the traits of the elements of a name in lower case.
func traitsOf(name string) traits { return elements[name].traits }

// longestName is enough for every name in elements.
const longestName = 16

// lookUp returns the element of a tag's name in any case, or the zero element
// if it is not known.
func lookUp(name []byte) element {
	if len(name) > longestName {
		return element{}
	}
	var lower [longestName]byte
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return elements[string(lower[:len(name)])]
}
