package source

import "slices"

// A Framing says where a record of a stream ends and the next one begins.
type Framing uint8

const (
	// File: the whole stream is one record.
	File Framing = iota
	// Blank: records are parted by one or more lines of white space.
	Blank
	// FormFeed: a form feed ends a record, as it ends a page of pdftotext.
	FormFeed
	// Null: a NUL ends a record, as with find -print0 and sort -z.
	Null
	// Line: LF or CR LF ends a record.
	Line
)

var framingNames = []string{"file", "blank", "ff", "nul", "line"}

func (f Framing) String() string { return framingNames[f] }

// FramingNames lists what [ParseFraming] understands.
func FramingNames() []string { return slices.Clone(framingNames) }

// ParseFraming finds a framing by its name.
func ParseFraming(name string) (f Framing, ok bool) {
	i := slices.Index(framingNames, name)
	if i < 0 {
		return File, false
	}
	return Framing(i), true
}

// Separator is what parts two records in a stream that has no separator of
// its own to copy, as between the last record of one file and the first of
// the next. A record is taken to end with a line break.
func (f Framing) Separator() []byte { return []byte(separators[f]) }

var separators = [...]string{File: "", Blank: "\n", FormFeed: "\f", Null: "\x00", Line: ""}
