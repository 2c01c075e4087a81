package source_test

import (
	"errors"
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

// Lines that are no JSON, or have no text, are told about and passed over.
func ExampleJSONL() {
	const dump = `{"id":1,"page":{"text":"One \u00e9clair."}}
{"id":2,"page":null}
{"id":3,"page":{"text":"Two."}}
`
	in := source.NewJSONL(strings.NewReader(dump), "dump", []string{"page", "text"}, source.DefaultMaxRecord)
	for {
		d, err := in.Next()
		var bad *source.RecordError
		switch {
		case err == io.EOF:
			return
		case errors.As(err, &bad):
			fmt.Println(err)
		case err != nil:
			log.Fatal(err)
		default:
			start, end := in.Value()
			fmt.Printf("%s: %s, written %s\n", d.ID, d.Source, in.Record()[start:end])
		}
	}
	// Output:
	// dump: One éclair., written "One \u00e9clair."
	// dump: record 2, byte 44: no text: no member "page.text"
	// dump#3: Two., written "Two."
}

func ExampleDetect() {
	in, format, err := source.Detect(strings.NewReader("WARC/1.0\r\nWARC-Type: resource\r\n" +
		"WARC-Target-URI: http://quay.example/\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nText."))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(format)
	pages := source.NewWARC(in, "crawl.warc", source.DefaultMaxRecord)
	d, err := pages.Next()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s is %s: %s\n", pages.Header().URL, pages.Header().ContentType, d.Source)
	// Output:
	// warc
	// http://quay.example/ is text/plain: Text.
}
