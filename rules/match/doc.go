// Package match tells which of many regular expressions match a short text,
// such as a line, in about one pass over its bytes.
//
// A pattern means exactly what it means to package regexp: [Matcher.Match]
// reports pattern i if and only if regexp.MustCompile(patterns[i]).Match(text)
// is true. That includes Unicode folding, multi-line anchors, word boundaries
// and malformed UTF-8, every bad byte of which reads as one U+FFFD. Package
// regexp itself is asked only to confirm matches of patterns that were widened
// for the automata: those with long counted repetitions (relax.go) or with
// gaps, such as .* (factor.go).
//
// # How it works
//
// Each pattern is parsed and compiled to an NFA by regexp/syntax; the NFAs are
// laid side by side (program.go). Running them all at once, keeping the set of
// instructions that are alive, is Thompson's simulation [1] (threads.go).
// Remembering each such set as a state, and each step as an entry in a table,
// when and only when a text leads there, makes it a lazy DFA, as in RE2 [2]
// (dfa.go). The table is bounded: it is emptied when it is full, and a text
// that makes it fill up faster than it pays is simulated without it. So any
// text costs time linear in its length, and memory bounded by a constant plus
// the size of the patterns.
//
// Two things differ from RE2's DFA. Runes are not compiled into byte automata.
// The runes fall into classes that no pattern tells apart (classes.go), one
// shared trie leads from bytes to classes, and a DFA state in the middle of a
// rune is a set of instructions plus a node of the trie (trie.go). And since
// an unanchored pattern may start anywhere, its first instructions belong to
// every state; they are left out of the sets and merged in at each step.
//
// Patterns that can match only at the start of the text run in an automaton of
// their own, which most texts leave within a few bytes. Of the others, nearly
// all begin with one of a few thousand groups of three bytes. A Bloom filter
// finds these in a text (grams.go), and only there an automaton has a look
// (search.go). So the price of a text that looks like no pattern is one hash a
// byte.
//
// [1] K. Thompson, "Regular expression search algorithm", CACM 11(6), 1968.
//
// [2] R. Cox, "Regular expression matching in the wild", 2010,
// https://swtch.com/~rsc/regexp/regexp3.html
package match
