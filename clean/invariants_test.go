//go:build invariants

package clean

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// TestVerify: a result that breaks a law does not get through.
func TestVerify(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{ID: "page.txt", Source: []byte("Source link\n")}
	whole := edit.NewWriter(d.Source)
	whole.Delete(edit.Span{Start: 0, End: len(d.Source)}, 0)
	_, cut := whole.Finish()
	grown := edit.NewWriter(d.Source)
	grown.Insert(0, []byte("a\u00a0b\n"), 0)
	text, longer := grown.Finish()
	for _, test := range []struct {
		text []byte
		m    edit.Map
		want string
	}{
		{[]byte("Source\n"), edit.Map{}, "page.txt is not accounted for (law 1)"},
		{d.Source, cut, "page.txt is not accounted for (law 1)"},
		{text, longer, `page.txt is not idempotent (law 5): a second pass changes "\u00a0" at byte 1`},
	} {
		r := Result{Text: test.text}
		r.Ledger.Map, r.Ledger.Rules = test.m, c.names
		if got := panicOf(func() { c.verify(d, r) }); !strings.Contains(got, test.want) {
			t.Errorf("panic is %q, want %q", got, test.want)
		}
	}
}

func panicOf(f func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	f()
	return ""
}
