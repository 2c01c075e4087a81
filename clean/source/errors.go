package source

import (
	"errors"
	"fmt"
)

// ErrNoText is the cause of a [RecordError] about a record in good order that
// has no text where the caller looks for it. Such a record can be passed on.
var ErrNoText = errors.New("no text")

// ErrTooLong is the cause of a [RecordError] about a record, or what it
// decompresses to, over the limit.
var ErrTooLong = errors.New("longer than the limit")

// A RecordError says why one record did not become a document. Reading can go
// on: Next returns what comes after it.
type RecordError struct {
	File   string
	Record int   // its number in the file, from 1
	Offset int64 // where it begins, in bytes of the decompressed stream
	Err    error

	// Bytes is the record as it was read, valid until the next call of Next.
	// Of one that is too long, or whose end is in doubt, it is the beginning:
	// 64 KiB at most.
	Bytes []byte
}

func (e *RecordError) Error() string {
	return fmt.Sprintf("%s: record %d, byte %d: %v", e.File, e.Record, e.Offset, e.Err)
}

func (e *RecordError) Unwrap() error { return e.Err }

// A ReadError says how far a stream could be read. Reading cannot go on.
type ReadError struct {
	File   string
	Record int   // the record that could not be read whole, from 1
	Offset int64 // of the first byte missing from the decompressed stream
	Err    error
}

func (e *ReadError) Error() string {
	return fmt.Sprintf("%s: record %d, byte %d: %v", e.File, e.Record, e.Offset, e.Err)
}

func (e *ReadError) Unwrap() error { return e.Err }

// maxSample bounds RecordError.Bytes where the record itself is not bounded.
const maxSample = 64 << 10
