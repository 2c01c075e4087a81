package source_test

import (
	"fmt"
	"io"
	"log"
	"strings"

	"github.com/shuck-text/shuck/clean/source"
)

// Pages that NULs part, as find -print0 and the like write them.
func ExampleText() {
	in := source.NewText(strings.NewReader("one page\x00another page\x00"), "pages", source.Null, source.DefaultMaxDoc)
	for {
		d, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s at byte %d: %s\n", d.ID, d.Offset, d.Source)
	}
	// Output:
	// pages at byte 0: one page
	// pages#2 at byte 9: another page
}
