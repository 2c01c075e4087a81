package match

import (
	"regexp/syntax"
	"slices"
)

// A context is what an assertion can tell of the rune before a position.
type context uint8

const (
	textStart context = iota
	lineStart
	afterWord
	elsewhere
	contexts // how many there are
)

// contextRune is a rune that leaves each context, as syntax.EmptyOpContext
// wants it.
var contextRune = [contexts]rune{-1, '\n', 'a', ' '}

func contextAfter(r rune) context {
	switch {
	case r == '\n':
		return lineStart
	case syntax.IsWordChar(r):
		return afterWord
	}
	return elsewhere
}

// wordOps are the assertions that look at both sides of a position; lookahead
// are all that need to know the next rune, and so must wait for it.
const (
	wordOps   = syntax.EmptyWordBoundary | syntax.EmptyNoWordBoundary
	lookahead = wordOps | syntax.EmptyEndLine | syntax.EmptyEndText
)

// A config is where an automaton stands after a prefix of the text.
type config struct {
	// pcs are the threads alive: each an opRune, or an opEmpty that waits for
	// the next rune. If the automaton restarts, the threads that start here
	// are not among them.
	pcs   []uint32
	prev  context
	node  int32    // of the trie, in the middle of a rune; 0 between runes
	found []uint32 // patterns found at the last byte; some may be repeated
}

// threads simulates an automaton, all threads at once, rune by rune.
type threads struct {
	*automaton
	*alphabet
	config

	now, next pcSet    // scratch: threads before and after a rune
	stack     []uint32 // scratch of spread
	fresh     []*config
	freshSize int // bytes held by fresh, about
}

func newThreads(a *automaton, alpha *alphabet) threads {
	return threads{
		automaton: a,
		alphabet:  alpha,
		now:       newPCSet(len(a.insts)),
		next:      newPCSet(len(a.insts)),
		fresh:     make([]*config, int(contexts)*len(alpha.rune)),
	}
}

// begin sets the threads to a place in a text, by what stands before it.
func (t *threads) begin(prev context) {
	var known syntax.EmptyOp
	switch prev {
	case textStart:
		known = syntax.EmptyBeginText | syntax.EmptyBeginLine
	case lineStart:
		known = syntax.EmptyBeginLine
	}
	t.load(&config{})
	t.next.clear()
	if !t.restart {
		for _, pc := range t.starts {
			t.spread(&t.next, pc, known, lookahead)
		}
	}
	t.settle(prev)
}

// load sets the threads to a config, as it is before the next byte.
func (t *threads) load(c *config) {
	t.pcs = append(t.pcs[:0], c.pcs...)
	t.prev, t.node = c.prev, c.node
	t.found = t.found[:0]
}

// feed consumes a byte.
func (t *threads) feed(b byte) {
	l := t.follow(t.node, b)
	if l == noLink && t.node != 0 {
		t.flush()
		l = t.root[b]
	}
	switch {
	case l.isNode():
		t.node = l.node()
	case l.isClass():
		t.node = 0
		t.step(l.class())
	default:
		t.step(t.replacement)
	}
}

// finish consumes the end of the text.
func (t *threads) finish() {
	t.flush()
	t.step(t.end)
}

// flush consumes the bytes of a rune begun that turned out malformed.
func (t *threads) flush() {
	n := t.nodes[t.node].bytes
	t.node = 0
	for range n {
		t.step(t.replacement)
	}
}

// step consumes a rune of the given class.
func (t *threads) step(class int32) {
	var fresh *config
	if t.restart {
		fresh = t.freshFrom(t.prev, class)
	}
	t.now.clear()
	known := syntax.EmptyOpContext(contextRune[t.prev], t.rune[class])
	for _, pc := range t.pcs {
		t.spread(&t.now, pc, known, 0)
	}
	t.advance(class)
	if fresh != nil {
		t.found = append(t.found, fresh.found...)
		for _, pc := range fresh.pcs {
			t.next.add(pc)
		}
	}
	t.settle(contextAfter(t.rune[class]))
}

// freshFrom returns what becomes, over a rune of the given class, of the
// threads that start before it. It is the same wherever the text stands.
func (t *threads) freshFrom(prev context, class int32) *config {
	slot := &t.fresh[int(prev)*len(t.rune)+int(class)]
	if *slot != nil {
		return *slot
	}
	outer := t.config
	t.config = config{}
	t.now.clear()
	known := syntax.EmptyOpContext(contextRune[prev], t.rune[class])
	for _, pc := range t.starts {
		t.spread(&t.now, pc, known, 0)
	}
	t.advance(class)
	t.settle(contextAfter(t.rune[class]))
	fresh := config{pcs: slices.Clip(t.pcs), found: slices.Clip(t.found)}
	t.config = outer
	t.freshSize += fresh.size()
	*slot = &fresh
	return *slot
}

// advance moves the threads of now over a rune of the given class to next.
func (t *threads) advance(class int32) {
	t.next.clear()
	var known syntax.EmptyOp
	if t.rune[class] == '\n' {
		known = syntax.EmptyBeginLine
	}
	in := t.in[class]
	for _, pc := range t.now.list {
		if i := &t.insts[pc]; i.op == opRune && marked(in, int(i.arg)) {
			t.spread(&t.next, i.out, known, lookahead)
		}
	}
}

// spread adds to a set all that a thread reaches from pc before it consumes a
// rune. Assertions in known hold, those in open must wait, others fail.
func (t *threads) spread(set *pcSet, pc uint32, known, open syntax.EmptyOp) {
	t.stack = append(t.stack[:0], pc)
	for len(t.stack) > 0 {
		pc := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		i := &t.insts[pc]
		if i.op == opEmpty && syntax.EmptyOp(i.arg)&(known|open) == 0 || !set.add(pc) {
			continue
		}
		switch i.op {
		case opAlt:
			t.stack = append(t.stack, i.arg, i.out)
		case opEmpty:
			if syntax.EmptyOp(i.arg)&known != 0 {
				t.stack = append(t.stack, i.out)
			}
		case opMatch:
			t.found = append(t.found, i.pattern)
		}
	}
}

// settle makes the threads of next the threads alive. A pattern just found
// needs no threads any more. And the context is forgotten where nothing can ask
// about it, so that fewer configurations differ.
func (t *threads) settle(prev context) {
	t.pcs = t.pcs[:0]
	waiting := false
	for _, pc := range t.next.list {
		i := &t.insts[pc]
		wait := i.op == opEmpty && syntax.EmptyOp(i.arg)&lookahead != 0
		if (wait || i.op == opRune) && !slices.Contains(t.found, i.pattern) {
			t.pcs = append(t.pcs, pc)
			waiting = waiting || wait
		}
	}
	t.prev = prev
	if !waiting && !t.startsAsk(prev) {
		t.prev = elsewhere
	}
}

// startsAsk tells whether a thread that starts here can tell prev from
// elsewhere.
func (t *threads) startsAsk(prev context) bool {
	switch prev {
	case textStart:
		return t.asks&(syntax.EmptyBeginText|syntax.EmptyBeginLine) != 0
	case lineStart:
		return t.asks&syntax.EmptyBeginLine != 0
	case afterWord:
		return t.asks&wordOps != 0
	}
	return false
}

// dead tells whether nothing more can be found.
func (t *threads) dead() bool { return !t.restart && len(t.pcs) == 0 }

// clone returns a copy that shares nothing.
func (c *config) clone() config {
	return config{slices.Clone(c.pcs), c.prev, c.node, slices.Clone(c.found)}
}

// size returns how much memory a config holds, in bytes, about.
func (c *config) size() int {
	const header = 128 // the struct, and the overhead of what it points to
	return header + 4*(len(c.pcs)+len(c.found))
}

// A pcSet is a set of instructions that is emptied in constant time
// (Briggs and Torczon, "An efficient representation for sparse sets", 1993).
type pcSet struct {
	list   []uint32 // the members, in order of arrival
	sparse []uint32 // where in list a member is; otherwise anything
}

func newPCSet(n int) pcSet {
	return pcSet{make([]uint32, 0, n), make([]uint32, n)}
}

// add adds pc and reports whether it was missing.
func (s *pcSet) add(pc uint32) bool {
	if at := s.sparse[pc]; int(at) < len(s.list) && s.list[at] == pc {
		return false
	}
	s.sparse[pc] = uint32(len(s.list))
	s.list = append(s.list, pc)
	return true
}

func (s *pcSet) clear() { s.list = s.list[:0] }
