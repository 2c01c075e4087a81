package edit_test

import (
	"fmt"

	"github.com/shuck-text/shuck/clean/edit"
)

// What the labels of the examples stand for is the caller's affair.
const (
	shortcode edit.Label = iota + 1
	quotes
	link
)

var names = map[edit.Label]string{shortcode: "shortcode", quotes: "quotes", link: "link"}

func printChanges(m edit.Map) {
	for c := range m.Changes() {
		fmt.Printf("%v -> %v: %s\n", c.Source(), c.Output(), names[c.Label])
	}
}

func Example() {
	src := []byte("[ad] She said ``yes''. Source link")
	w := edit.NewWriter(src)
	w.Delete(edit.Span{Start: 0, End: 5}, shortcode)
	w.Replace(edit.Span{Start: 14, End: 16}, []byte(`"`), quotes)
	w.Replace(edit.Span{Start: 19, End: 21}, []byte(`"`), quotes)
	w.Delete(edit.Span{Start: 22, End: 34}, link)
	out, m := w.Finish()

	fmt.Printf("%s\n", out)
	printChanges(m)
	fmt.Println("check:", m.Check(src, out))
	// Output:
	// She said "yes".
	// {0 5} -> {0 0}: shortcode
	// {14 16} -> {9 10}: quotes
	// {19 21} -> {13 14}: quotes
	// {22 34} -> {15 15}: link
	// check: <nil>
}

// Undoing an edit takes the output, the map and the bytes that are gone.
func ExampleRestore() {
	w := edit.NewWriter([]byte("Read it. Source link"))
	w.Delete(edit.Span{Start: 8, End: 20}, link)
	out, m := w.Finish()

	gone := [][]byte{[]byte(" Source link")}
	src, err := edit.Restore(out, m, func(i int) []byte { return gone[i] })
	fmt.Printf("%s -> %s, %v\n", out, src, err)
	// Output:
	// Read it. -> Read it. Source link, <nil>
}

// A range that begins or ends with deleted text maps to what is left of it. A
// range with nothing left maps to the empty range where it stood.
func ExampleMap_Output_deletion() {
	w := edit.NewWriter([]byte("one two three"))
	w.Delete(edit.Span{Start: 4, End: 8}, 1) // "two "
	out, m := w.Finish()

	for _, s := range []edit.Span{{Start: 0, End: 6}, {Start: 6, End: 13}, {Start: 5, End: 7}} {
		o := m.Output(s)
		fmt.Printf("%v -> %v %q\n", s, o, out[o.Start:o.End])
	}
	// Output:
	// {0 6} -> {0 4} "one "
	// {6 13} -> {4 9} "three"
	// {5 7} -> {4 4} ""
}

// Deleted text is part of a range only if bytes of the range stand on both
// sides of it. An empty range names the seam itself.
func ExampleMap_Source_deletion() {
	src := []byte("one two three")
	w := edit.NewWriter(src)
	w.Delete(edit.Span{Start: 4, End: 8}, 1) // "two "
	_, m := w.Finish()

	for _, o := range []edit.Span{{Start: 0, End: 4}, {Start: 4, End: 9}, {Start: 3, End: 5}, {Start: 4, End: 4}} {
		s := m.Source(o)
		fmt.Printf("%v -> %v %q\n", o, s, src[s.Start:s.End])
	}
	// Output:
	// {0 4} -> {0 4} "one "
	// {4 9} -> {8 13} "three"
	// {3 5} -> {3 9} " two t"
	// {4 4} -> {4 8} "two "
}

// Inserted text comes from the empty range where it was put. It is part of a
// source range that goes on past it, not of one that ends there.
func ExampleMap_insertion() {
	w := edit.NewWriter([]byte("onetwo"))
	w.Insert(3, []byte(" and "), 1)
	_, m := w.Finish()

	fmt.Println("source of the insertion:", m.Source(edit.Span{Start: 3, End: 8}))
	fmt.Println("source of half of it and more:", m.Source(edit.Span{Start: 5, End: 9}))
	fmt.Println("output of the word before:", m.Output(edit.Span{Start: 0, End: 3}))
	fmt.Println("output of both words:", m.Output(edit.Span{Start: 0, End: 6}))
	fmt.Println("output of the seam:", m.Output(edit.Span{Start: 3, End: 3}))
	// Output:
	// source of the insertion: {3 3}
	// source of half of it and more: {3 4}
	// output of the word before: {0 3}
	// output of both words: {0 11}
	// output of the seam: {3 8}
}

// Nothing tells which new byte of a replacement stands for which old one, so a
// range that covers a part of it maps to the whole.
func ExampleMap_replacement() {
	w := edit.NewWriter([]byte("a &amp; b"))
	w.Replace(edit.Span{Start: 2, End: 7}, []byte("and"), 1)
	_, m := w.Finish()

	fmt.Println(m.Source(edit.Span{Start: 0, End: 3})) // "a a"
	fmt.Println(m.Source(edit.Span{Start: 3, End: 4})) // "n"
	fmt.Println(m.Output(edit.Span{Start: 5, End: 9})) // "p; b"
	// Output:
	// {0 7}
	// {2 7}
	// {2 7}
}

// Every deletion keeps its own label, even when a later edit deletes all around
// it.
func ExampleCompose() {
	w := edit.NewWriter([]byte("Text. See [gallery] here. More text."))
	w.Delete(edit.Span{Start: 10, End: 20}, shortcode)
	mid, first := w.Finish()

	w.Reset(mid)
	w.Delete(edit.Span{Start: 5, End: 15}, link)
	out, second := w.Finish()

	fmt.Printf("%s\n", out)
	printChanges(edit.Compose(first, second))
	// Output:
	// Text. More text.
	// {5 10} -> {5 5}: link
	// {10 20} -> {5 5}: shortcode
	// {20 25} -> {5 5}: link
}

// A replacement cannot be cut. When a later edit deletes a part of what it
// wrote, all of it takes the later label.
func ExampleCompose_replacement() {
	w := edit.NewWriter([]byte("Tom &amp; Ann"))
	w.Replace(edit.Span{Start: 4, End: 9}, []byte("and"), quotes)
	mid, first := w.Finish() // Tom and Ann

	w.Reset(mid)
	w.Delete(edit.Span{Start: 5, End: 8}, link)
	out, second := w.Finish()

	fmt.Printf("%s\n", out)
	printChanges(edit.Compose(first, second))
	// Output:
	// Tom aAnn
	// {4 9} -> {4 5}: link
	// {9 10} -> {5 5}: link
}

// What was inserted and then deleted leaves no trace in the account. What is
// left of it keeps its label.
func ExampleCompose_insertion() {
	w := edit.NewWriter([]byte("ab"))
	w.Insert(1, []byte("1234"), quotes)
	mid, first := w.Finish()

	w.Reset(mid)
	w.Delete(edit.Span{Start: 3, End: 6}, link) // "34b"
	_, second := w.Finish()

	printChanges(edit.Compose(first, second))
	// Output:
	// {1 1} -> {1 3}: quotes
	// {1 2} -> {3 3}: link
}
