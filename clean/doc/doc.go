// Package doc holds what travels through shuck: a Document on the way in,
// the Verdicts passed on it, and the Ledger that accounts for every byte on
// the way out. All offsets are bytes of Document.Source unless a comment says
// otherwise.
package doc

// A Document is one record of an input.
type Document struct {
	// ID names the document in ledgers and messages: the file's name, with
	// "#2", "#3" … for further records of the same file.
	ID string

	// File is the file the document came from, "-" for standard input.
	File string

	// Offset is where Source begins, in bytes of the decompressed stream.
	Offset int64

	// Framing holds the bytes that followed Source in its stream and belong
	// to no document: the record separator.
	Framing []byte

	// Format is what Source is in; the zero Format is for finding out.
	Format Format

	// Continues says that Source goes on from the document before, and
	// Continued that the next goes on from it: pieces of one document too
	// large to be read whole. Such a piece has no head, or no tail.
	Continues, Continued bool

	// Source is the payload. Stages and sinks never write to it.
	Source []byte
}

// A Format is what a source is in.
type Format uint8

const (
	Auto Format = iota // HTML if it begins like a page, otherwise text
	Text
	HTML
)
