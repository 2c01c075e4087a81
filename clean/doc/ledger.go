package doc

import "github.com/shuck-text/shuck/clean/edit"

// A Ledger is the complete account of one document: with the clean text it
// rebuilds the source byte for byte.
type Ledger struct {
	// Map leads from source to clean text. What stands between its changes
	// was kept verbatim; every change carries the label of the rule that
	// made it.
	Map edit.Map

	// Rules names the labels of Map and Verdicts: Rules[label] is a full
	// rule ID such as "en/forum/comment-prompt" or "unicode/nfc", and may
	// end in what the rule found: "unicode/mojibake (utf-8 read as
	// windows-1252)". The slice may be shared by the ledgers of a Cleaner and
	// must not be written to; only they agree on the labels of plain IDs.
	Rules []string

	// Verdicts are the decisions about lines and blocks in the order they
	// were made, those without effect included.
	Verdicts []Verdict

	// Layout says how the text was read: "blank-line" (blank lines part
	// paragraphs), "line" (every line is a paragraph), or either followed by
	// " wrapped at N" when the lines were found to be filled to N columns.
	Layout string

	// Profile is the profile in force.
	Profile string

	// Abstained says why all removals were taken back and only repairs of
	// Unicode and layout stand; it is empty otherwise.
	Abstained string

	// Overlaps counts proposals that lost to an overlapping one.
	Overlaps int

	// SourceLen and CleanLen are lengths in bytes.
	SourceLen, CleanLen int
}

// Rule returns the full ID behind a label.
func (l *Ledger) Rule(label edit.Label) string { return l.Rules[label] }

// An Outcome says what became of a verdict.
type Outcome uint8

const (
	// Applied: the verdict decided; its span was dropped, or kept against a drop.
	Applied Outcome = iota
	// OutOfZone: the rule matched outside the zone it is meant for.
	OutOfZone
	// Unsupported: a likely verdict with neither place nor neighbour for it.
	Unsupported
	// Overruled: a keep rule protected the span.
	Overruled
	// Redundant: an earlier verdict had dropped the span already.
	Redundant
	// Withdrawn: the verdict had decided, and was taken back since shuck
	// abstained.
	Withdrawn
)

var outcomeNames = [...]string{"applied", "out-of-zone", "unsupported", "overruled", "redundant", "withdrawn"}

func (o Outcome) String() string { return outcomeNames[o] }

// A Verdict is what one rule wanted for one line or block.
type Verdict struct {
	Rule    edit.Label
	Span    edit.Span // the source bytes judged, which are also the evidence
	Keep    bool      // a protection; otherwise a drop
	Likely  bool      // needed support; otherwise certain
	Outcome Outcome

	// Score is how likely the model takes the lines for content, for a verdict
	// of the model; otherwise 0.
	Score float32

	// Of is the source span of the occurrence that stays, for a verdict of
	// the repeat stage. It is empty otherwise.
	Of edit.Span
}
