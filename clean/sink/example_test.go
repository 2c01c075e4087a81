package sink_test

import (
	"bytes"
	"log"
	"os"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/sink"
)

// A clean text and its ledger are the source.
func ExampleRestore() {
	d := doc.Document{ID: "page.txt", File: "page.txt", Source: []byte("By Ann\nThe bridge is open.\n")}
	w := edit.NewWriter(d.Source)
	w.Delete(edit.Span{Start: 0, End: 7}, 0)
	text, m := w.Finish()
	account := doc.Ledger{Map: m, Rules: []string{"my/byline"}}

	var texts, ledger bytes.Buffer
	t, l := sink.NewText(&texts, nil), sink.NewLedger(&ledger, sink.Byte)
	offset, err := t.Write(&d, text)
	if err != nil {
		log.Fatal(err)
	}
	if err := l.Write(&d, text, &account, offset); err != nil {
		log.Fatal(err)
	}
	if err := t.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := l.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := sink.Restore(&ledger, &texts, os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// By Ann
	// The bridge is open.
}
