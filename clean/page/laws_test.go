package page

import (
	"bytes"
	"fmt"
	stdhtml "html"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

// checkPage reads a page and checks every law on it.
func checkPage(t testing.TB, src []byte) *Page {
	t.Helper()
	p, err := Parse(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errorsOf(p); err != nil {
		t.Fatal(err)
	}
	return p
}

// errorsOf checks the laws that hold for every page.
func errorsOf(p *Page) error {
	at := 0
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Span.Start < at || b.Span.End > len(p.Source) || b.Span.Len() <= 0 {
			return fmt.Errorf("block %d at %v, the one before ends at %d of %d", i, b.Span, at, len(p.Source))
		}
		at = b.Span.End
		if err := blockError(p.Source[b.Span.Start:b.Span.End], b); err != nil {
			return fmt.Errorf("block %d at %v: %w", i, b.Span, err)
		}
	}
	for _, render := range []func(Cut) ([]byte, edit.Map){p.Text, p.Markdown} {
		for _, cut := range []Cut{nil, p.Shown()} {
			out, m := render(cut)
			if err := restoreError(p.Source, out, m); err != nil {
				return err
			}
		}
	}
	if !p.Flat {
		return treeError(p.Source, p.Blocks)
	}
	return nil
}

// blockError checks the map of a block: changes said to be of references and
// white space are just that by the standard library's lights, and the marks
// are in bounds.
func blockError(src []byte, b *Block) error {
	if err := b.Map.Check(src, b.Text); err != nil {
		return err
	}
	for c := range b.Map.Changes() {
		was := string(src[c.In : c.In+c.OldLen])
		is := string(b.Text[c.Out : c.Out+c.NewLen])
		wrong := false
		switch c.Label {
		case Entity:
			wrong = stdhtml.UnescapeString(was) != is
		case Space:
			wrong = strings.TrimSpace(was+is) != ""
		case Markup, Unseen:
			wrong = !strings.ContainsAny(was, "<&\x00") && strings.Trim(is, "()/_^") != "" && is != " "
		default:
			wrong = true
		}
		if wrong {
			return fmt.Errorf("label %d: %q became %q", c.Label, was, is)
		}
	}
	for _, m := range b.Marks {
		if m.Span.Start < 0 || m.Span.End <= m.Span.Start || m.Span.End > len(b.Text) {
			return fmt.Errorf("mark %v of a text of %d bytes", m, len(b.Text))
		}
	}
	return nil
}

// restoreError checks that the map accounts for everything.
func restoreError(src, out []byte, m edit.Map) error {
	if err := m.Check(src, out); err != nil {
		return err
	}
	back, err := edit.Restore(out, m, func(i int) []byte {
		s := m.Change(i).Source()
		return src[s.Start:s.End]
	})
	if err == nil && !bytes.Equal(back, src) {
		err = fmt.Errorf("restored %q from %q, want %q", back, out, src)
	}
	return err
}

// treeError checks that the skeleton's tree, its texts put back, is the page's,
// and that none of them is missing from the blocks.
func treeError(src []byte, blocks []Block) error {
	want, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return err
	}
	s, err := newSkeleton(src)
	if err != nil {
		return err
	}
	got, err := html.Parse(bytes.NewReader(s.html))
	if err != nil {
		return err
	}
	w := newWalker(s, 0)
	if err := lostError(w, got, blocks); err != nil {
		return err
	}
	w.pass(got, false)
	return nodeError(got, want)
}

// lostError checks that the beginning of every text that knows its place is in
// a block, unless it stands in an element that is not read or is hidden. Of
// noscript elements, which are not opened here, it cannot tell.
func lostError(w *walker, root *html.Node, blocks []Block) error {
	for n := range root.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		for _, part := range w.parts(nil, n.Data) {
			if part.number >= 0 && !inBlock(blocks, part.span.Start) && !unseen(n) {
				return fmt.Errorf("lost %q at %v, in %q", part.text, part.span, n.Parent.Data)
			}
		}
	}
	return nil
}

func inBlock(blocks []Block, at int) bool {
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > at })
	return i < len(blocks) && blocks[i].Span.Start <= at
}

func unseen(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		a := readAttributes(n)
		if a.hidden || a.style.hidden || unread(n, traitsOf(n.Data)) || n.Data == "noscript" || n.Data == "noframes" {
			return true
		}
	}
	return false
}

func nodeError(got, want *html.Node) error {
	if got.Type != want.Type || got.Data != want.Data || got.Namespace != want.Namespace || !slices.Equal(got.Attr, want.Attr) {
		return fmt.Errorf("node %d %.300q %q, want %d %.300q %q", got.Type, got.Data, got.Attr, want.Type, want.Data, want.Attr)
	}
	g, w := got.FirstChild, want.FirstChild
	for ; g != nil && w != nil; g, w = g.NextSibling, w.NextSibling {
		if err := nodeError(g, w); err != nil {
			return err
		}
	}
	if g != w {
		return fmt.Errorf("%d %q has other children", want.Type, want.Data)
	}
	return nil
}
