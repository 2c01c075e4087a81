package charset_test

import (
	"fmt"

	"github.com/shuck-text/shuck/clean/charset"
	"github.com/shuck-text/shuck/clean/edit"
)

func Example() {
	src := []byte("<p>\xC4\xEE\xE1\xF0\xFB\xE9 \xE4\xE5\xED\xFC, \xEC\xE8\xF0!</p>")
	d := charset.Decide(src, charset.Hint{Transport: "iso-8859-1"})
	fmt.Println(d.Name, d.Why)

	w := edit.NewWriter(src)
	charset.Decode(src, d.Name, func(span edit.Span, with string, kind charset.Kind) {
		w.Replace(span, []byte(with), edit.Label(kind))
	})
	out, m := w.Finish()
	fmt.Printf("%s\n", out)
	for c := range m.Changes() {
		fmt.Println(c.Source(), "->", c.Output())
	}
	// Output:
	// windows-1251 detected
	// <p>Добрый день, мир!</p>
	// {3 9} -> {3 15}
	// {10 14} -> {16 24}
	// {16 19} -> {26 32}
}
