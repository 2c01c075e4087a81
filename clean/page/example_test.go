package page_test

import (
	"fmt"
	"log"

	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/page"
)

// Every span of the text leads back to the bytes of the page.
func Example() {
	src := []byte(`<h1>Tea &amp; toast</h1><nav><a href="/">Home</a></nav><p>Boil <em>fresh</em> water.`)
	p, err := page.Parse(src, page.Options{})
	if err != nil {
		log.Fatal(err)
	}
	navigation := edit.Label(100)
	text, m := p.Text(func(b *page.Block) (edit.Label, bool) {
		return navigation, b.Counts.LinkDensity() > 0.5
	})
	fmt.Printf("%s", text)
	from := m.Source(edit.Span{Start: 13, End: 24})
	fmt.Printf("%q comes from %q\n", text[13:24], src[from.Start:from.End])
	// Output:
	// Tea & toast
	//
	// Boil fresh water.
	// "Boil fresh " comes from "Boil <em>fresh</em> "
}

func ExamplePage_Markdown() {
	p, err := page.Parse([]byte(`<ul><li>One <b>bold</b> word<li><a href=/two>Two*</a></ul><pre>a
  b</pre>`), page.Options{})
	if err != nil {
		log.Fatal(err)
	}
	text, _ := p.Markdown(nil)
	fmt.Printf("%s", text)
	// Output:
	// -   One **bold** word
	// -   [Two\*](/two)
	//
	// ```
	// a
	//   b
	// ```
}

// A block says what it is and where it stands.
func ExampleBlock_Path() {
	p, err := page.Parse([]byte(`<div id="main" class="post-body"><blockquote><p>Well said.</p></blockquote></div>`), page.Options{})
	if err != nil {
		log.Fatal(err)
	}
	b := p.Blocks[0]
	fmt.Println(b.Kind, b.Path(), b.Span)
	// Output: quote div.main.post.body/blockquote/p {48 58}
}
