package clean_test

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"sync"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/rules"
)

const page = `The old bridge is open again

By Ann Porter

The bridge at the mill was opened on Monday after two weeks of repairs.

Carts may cross it by day, but not more than one at a time.

Share this:
`

func Example() {
	c, err := clean.New(clean.Options{})
	if err != nil {
		log.Fatal(err)
	}
	r, err := c.Clean(&doc.Document{Source: []byte(page)})
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout.Write(r.Text)
	// Output:
	// The old bridge is open again
	//
	// The bridge at the mill was opened on Monday after two weeks of repairs.
	//
	// Carts may cross it by day, but not more than one at a time.
}

// The ledger tells what happened to every byte, by which rule.
func ExampleResult_ledger() {
	c, err := clean.New(clean.Options{})
	if err != nil {
		log.Fatal(err)
	}
	source := []byte("Na\u00efve caf\u00e9\u00a0owners, and others.")
	r, err := c.Clean(&doc.Document{Source: source})
	if err != nil {
		log.Fatal(err)
	}
	for change := range r.Ledger.Map.Changes() {
		was, is := change.Source(), change.Output()
		fmt.Printf("%s: %q became %q\n", r.Ledger.Rule(change.Label), source[was.Start:was.End], r.Text[is.Start:is.End])
	}
	// Output:
	// unicode/space: "\u00a0" became " "
	// layout/final-newline: "" became "\n"
}

// The map of the ledger leads from a place in the clean text, where a program
// found something, back to the source.
func ExampleResult_offsets() {
	c, err := clean.New(clean.Options{})
	if err != nil {
		log.Fatal(err)
	}
	r, err := c.Clean(&doc.Document{Source: []byte(page)})
	if err != nil {
		log.Fatal(err)
	}
	at := bytes.Index(r.Text, []byte("Carts"))
	source := r.Ledger.Map.Source(edit.Span{Start: at, End: at + len("Carts")})
	fmt.Printf("[%d,%d) of the clean text is [%d,%d) of the source: %s\n",
		at, at+len("Carts"), source.Start, source.End, page[source.Start:source.End])
	// Output:
	// [103,108) of the clean text is [118,123) of the source: Carts
}

// Rules of one's own come beside those that are shipped, some of which can be
// left out.
func ExampleOptions() {
	pack, err := rules.Parse("my.toml", []byte(`
pack = "my/site"

[[rule]]
id     = "motto"
why    = "The site's motto stands under every page."
any    = ['^The voice of the valley since \d{4}$']
hits   = ["The voice of the valley since 1921"]
misses = ["The voice of the valley since 1921 has been its brass band."]
`))
	if err != nil {
		log.Fatal(err)
	}
	c, err := clean.New(clean.Options{Packs: []*rules.Pack{pack}, Disable: []string{"en/byline/*"}})
	if err != nil {
		log.Fatal(err)
	}
	r, err := c.Clean(&doc.Document{Source: []byte(page + "The voice of the valley since 1921\n")})
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout.Write(r.Text)
	// Output:
	// The old bridge is open again
	//
	// By Ann Porter
	//
	// The bridge at the mill was opened on Monday after two weeks of repairs.
	//
	// Carts may cross it by day, but not more than one at a time.
}

// A Cleaner serves one goroutine. Forks share its rules.
func ExampleCleaner_Fork() {
	c, err := clean.New(clean.Options{})
	if err != nil {
		log.Fatal(err)
	}
	var clean [4][]byte
	var workers sync.WaitGroup
	for i := range clean {
		workers.Go(func() {
			r, err := c.Fork().Clean(&doc.Document{Source: []byte(page)})
			if err != nil {
				log.Fatal(err)
			}
			clean[i] = r.Text
		})
	}
	workers.Wait()
	for _, text := range clean {
		fmt.Println(len(text), "bytes")
	}
	// Output:
	// 163 bytes
	// 163 bytes
	// 163 bytes
	// 163 bytes
}
