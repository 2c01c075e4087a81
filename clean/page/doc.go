// Package page reads a web page: from its bytes to blocks of text that know
// which bytes they came from, and from blocks to plain text or Markdown with
// the complete account of the difference. It describes blocks in terms that
// help to tell content from the rest; it does not tell them apart itself.
//
// The input is UTF-8; finding out the charset and decoding it are done before.
// Invalid bytes, NULs and truncation are tolerated. All offsets are bytes of
// the input given to [Parse].
//
// # The tree and the offsets
//
// The tree is the one golang.org/x/net/html builds, which is the one browsers
// build, and goquery works on it. That parser keeps no offsets, and a tree
// cannot be matched with its source afterwards without guessing: text is
// moved out of tables, dropped, split and joined.
//
// So the parser is given a skeleton instead of the page: the same tags byte
// for byte, but in place of every run of text a short numbered placeholder.
// To the parser all text that is not white space is alike, hence the tree is
// the same, and every placeholder in it says exactly which source bytes belong
// there. The texts are then put back. White space at the edges of a run, NULs
// and the end marker of CDATA sections mean something to the parser and stay.
// Nothing is inserted, nothing is matched up, and a skeleton is quicker to
// parse than its page.
//
// What stands in the tree without a placeholder, as text in a CDATA section
// may, is placed if its neighbours pin it down and counted in [Page.Unplaced]
// if they do not. It is in the tree, but in no block.
//
// The content of noscript elements, which is plain text to a browser that runs
// scripts, is parsed as well and hangs in the tree in place of that text.
//
// # Blocks
//
// A [Block] is a run of text without a paragraph's end inside: a paragraph, a
// heading, a list item, a table cell. Its text is what a reader sees of the
// source bytes in [Block.Span], and [Block.Map] leads from those bytes to that
// text. The spans of the blocks are disjoint and ascend: blocks stand in the
// order of the source. That differs from the tree's order only where the
// parser moved text out of a table, and the source's order is no worse there.
//
// # Composing with the cleaning of text
//
// Because blocks ascend, [Page.Text] can return one [edit.Map] that leads
// from the whole page to the whole text: blocks are kept or changed, what
// stands between them was deleted, paragraph breaks were inserted. The clean
// text of a page is made in three steps, the last of which is all that a ledger
// needs to restore the page:
//
//	text, toText := p.Text(cut)          // page → text
//	clean, toClean := engine(text)       // text → clean text
//	account := edit.Compose(toText, toClean)
//
// The cut function gives the labels for blocks left out. Labels of this
// package count from [Options.FirstLabel]; [LabelNames] has their names.
//
// # Hostile pages
//
// Time and memory are linear in the length of the page, which is at most
// [MaxLen]. The parser refuses nesting deeper than 512, and by the rules of
// HTML unclosed formatting elements multiply: a page of a few megabytes could
// ask for billions of nodes.
// Where the parser refuses, or the nodes to come are estimated at more than
// four million, the page is read without a tree: [Page.Flat] is set, every tag
// of a block element ends a block, nothing is hidden, and [Page.Meta] is empty.
// After a million blocks, short ones become lines of longer ones.
package page
