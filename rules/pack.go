package rules

import "fmt"

// A Pack is one file of rules about one topic.
type Pack struct {
	Name      string   // "en/forum"
	Languages []string // BCP 47 tags; information only, rules apply to every text
	Rules     []Rule   // in file order
	File      string
}

// A Rule says which text is to be dropped, kept, cut or replaced.
// Rules come from [Parse] and are not changed afterwards.
type Rule struct {
	ID        string // full id: pack name, slash, id: "en/forum/comment-prompt"
	Pack      string
	Why       string
	Languages []string // of the pack

	Unit Unit
	Any  []string // RE2; one of them must match
	Not  []string // RE2; none of them may match

	// Bounds on the number of words, as counted by [Words]; 0 is no bound.
	MinWords, MaxWords int

	Zone Zone
	Sure Sure

	// Globs on the ids of the rules that dropped the line directly before
	// or after; only likely rules have them.
	After, Before []string

	Action Action
	With   string // what Replace puts in place of the match

	Hits   []string // texts on which the rule fires
	Misses []string // texts that must survive all rules
	XFail  []Expectation

	Pos Position // of the rule's [[rule]]

	at examplePositions
}

// examplePositions tells where the strings of a rule stand, index by index.
type examplePositions struct {
	any, not, hits, misses []Position
}

// An Expectation is a known failure: the rule does not do what Wants says.
// It must go on failing, or else be moved to the hits or misses.
type Expectation struct {
	Text  string
	Wants string // "hit" or "miss"
	Pos   Position
}

// A Position is a place in a pack's file. Line and Column start at 1;
// Column counts bytes.
type Position struct {
	File         string
	Line, Column int
}

func (p Position) String() string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Unit is the piece of text a rule looks at.
type Unit uint8

const (
	Line  Unit = iota // one logical line
	Block             // a paragraph, its lines joined with spaces
	Span              // every match inside a line
)

var unitNames = []string{"line", "block", "span"}

func (u Unit) String() string { return name(unitNames, u) }

// Zone is the part of the document where a rule applies.
type Zone uint8

const (
	Any  Zone = iota
	Head      // before the first plain prose
	Tail      // after the last plain prose
	Edge      // Head or Tail
)

var zoneNames = []string{"any", "head", "tail", "edge"}

func (z Zone) String() string { return name(zoneNames, z) }

// Sure tells whether a match is enough.
type Sure uint8

const (
	Certain Sure = iota // a match in the zone decides
	Likely              // needs support: its place or a dropped neighbour
)

var sureNames = []string{"certain", "likely"}

func (s Sure) String() string { return name(sureNames, s) }

// Action is what a rule asks for.
type Action uint8

const (
	Drop    Action = iota // line, block: remove it
	Keep                  // line, block: protect it from every Drop
	Cut                   // span: remove the match
	Replace               // span: put With in place of the match
)

var actionNames = []string{"drop", "keep", "cut", "replace"}

func (a Action) String() string { return name(actionNames, a) }

func name[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%T(%d)", v, uint8(v))
}
