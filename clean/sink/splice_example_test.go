package sink_test

import (
	"bytes"
	"log"
	"os"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/sink"
)

// A reader of JSON lines says where in the record its text stands.
func ExampleSplice() {
	record := []byte(`{"id":18446744073709551616, "text":"Snow is on its way.\nSource link\n", "score":1.50}` + "\n")
	source := []byte("Snow is on its way.\nSource link\n")
	start := bytes.Index(record, []byte(`"Snow`))
	end := bytes.Index(record, []byte(`, "score"`))

	out := sink.NewSplice(os.Stdout, sink.Byte, "")
	d := &doc.Document{ID: "a", Source: source}
	if err := out.Write(record, edit.Span{Start: start, End: end}, d, source[:20], &doc.Ledger{}); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"id":18446744073709551616, "text":"Snow is on its way.\n", "score":1.50}
}
