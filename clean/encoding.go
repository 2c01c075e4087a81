package clean

import (
	"bytes"
	"fmt"
)

// An EncodingError says that a document is text in an encoding that is not
// read yet. As UTF-8 it would come out as garbage, so it is refused.
type EncodingError struct {
	Charset string // such as "UTF-16LE"
	Reason  string
}

func (e *EncodingError) Error() string {
	return fmt.Sprintf("text looks like %s (%s); convert it first: iconv -f %[1]s -t UTF-8", e.Charset, e.Reason)
}

// Of the start of a document, how much is looked at, in bytes, and from how
// much on the pattern of NULs is evidence.
const (
	encodingSample   = 4096
	encodingEvidence = 16
)

// checkEncoding recognises UTF-16 and UTF-32 by their byte order marks, and
// UTF-16 without one by the NUL in every other byte that Latin text, spaces
// and line breaks have in it.
func checkEncoding(src []byte) error {
	for _, bom := range []struct{ bytes, charset string }{
		{"\xFF\xFE\x00\x00", "UTF-32LE"},
		{"\x00\x00\xFE\xFF", "UTF-32BE"},
		{"\xFF\xFE", "UTF-16LE"},
		{"\xFE\xFF", "UTF-16BE"},
	} {
		if bytes.HasPrefix(src, []byte(bom.bytes)) {
			return &EncodingError{bom.charset, "byte order mark at byte 0"}
		}
	}
	sample := src[:min(len(src), encodingSample)]
	if len(sample) < encodingEvidence || bytes.IndexByte(sample, 0) < 0 {
		return nil
	}
	var nul [2]int
	for i, b := range sample {
		if b == 0 {
			nul[i%2]++
		}
	}
	const why = "every other byte is NUL"
	switch half := len(sample) / 2; {
	case nul[1] > half*3/4 && nul[0] < half/8:
		return &EncodingError{"UTF-16LE", why}
	case nul[0] > half*3/4 && nul[1] < half/8:
		return &EncodingError{"UTF-16BE", why}
	}
	return nil
}
