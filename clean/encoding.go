package clean

import (
	"fmt"

	"github.com/shuck-text/shuck/clean/doc"
)

// An EncodingError says that a document is a piece of a text whose charset
// cannot be cut at line ends. It would come out as garbage, so it is refused.
type EncodingError struct {
	Charset string // such as "utf-16le"
}

func (e *EncodingError) Error() string {
	return fmt.Sprintf("text is %s, which can only be read whole; convert it first: iconv -f %[1]s -t utf-8", e.Charset)
}

// checkEncoding returns an *EncodingError for a document that is part of a
// stream in UTF-16 or UTF-32: in them, a byte with the value of a separator
// need not be one.
func (c *Cleaner) checkEncoding(d *doc.Document) error {
	if d.Offset == 0 && len(d.Framing) == 0 {
		return nil
	}
	if name := c.decode.Wide(d.Source); name != "" {
		return &EncodingError{name}
	}
	return nil
}
