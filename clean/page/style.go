package page

import "strings"

// style is what an inline style sheet says that matters to text.
type style struct {
	hidden bool
	block  bool
	space  whiteSpace
}

// whiteSpace says what becomes of white space; its values are those of CSS.
type whiteSpace uint8

const (
	inherited whiteSpace = iota
	collapsed            // normal, nowrap
	preLine              // line breaks are kept
	preserved            // pre, pre-wrap, break-spaces
)

// parseStyle reads the declarations of a style attribute.
func parseStyle(css string) style {
	var s style
	for declaration := range strings.SplitSeq(css, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value, _, _ = strings.Cut(value, "!") // !important
		s.declare(strings.ToLower(strings.TrimSpace(property)), strings.ToLower(strings.TrimSpace(value)))
	}
	return s
}

func (s *style) declare(property, value string) {
	switch property {
	case "display":
		s.hidden = s.hidden || value == "none"
		s.block = value == "block" || value == "flex" || value == "grid" || value == "table" || value == "list-item"
	case "visibility":
		s.hidden = s.hidden || value == "hidden" || value == "collapse"
	case "white-space":
		switch value {
		case "normal", "nowrap":
			s.space = collapsed
		case "pre-line":
			s.space = preLine
		case "pre", "pre-wrap", "break-spaces":
			s.space = preserved
		}
	}
}
