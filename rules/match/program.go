package match

import "regexp/syntax"

// An opcode is what an instruction does. It is regexp/syntax's list less what
// does not matter to a set matcher: captures, and how a rune set is written.
type opcode uint8

const (
	opFail  opcode = iota // the thread dies
	opAlt                 // goes on at out and at arg
	opEmpty               // goes on at out where assertion arg holds
	opRune                // consumes a rune of set arg, goes on at out
	opMatch               // the pattern has matched
)

// An inst is one instruction of an automaton.
type inst struct {
	op      opcode
	out     uint32
	arg     uint32
	pattern uint32 // index of the pattern it belongs to
}

// An automaton is the programs of several patterns laid side by side.
type automaton struct {
	insts   []inst
	starts  []uint32       // where each pattern starts
	restart bool           // the patterns start at every rune, not just the first
	asks    syntax.EmptyOp // assertions met before a first rune, if restart
}

// add appends the program of a pattern.
func (a *automaton) add(prog *syntax.Prog, pattern int, sets *runeSets) {
	base := uint32(len(a.insts))
	target := func(pc uint32) uint32 { return base + skip(prog, pc) }
	a.starts = append(a.starts, target(uint32(prog.Start)))
	for i := range prog.Inst {
		from := &prog.Inst[i]
		to := inst{pattern: uint32(pattern)}
		switch from.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			to.op, to.out, to.arg = opAlt, target(from.Out), target(from.Arg)
		case syntax.InstEmptyWidth:
			to.op, to.out, to.arg = opEmpty, target(from.Out), from.Arg
			sets.separate(syntax.EmptyOp(from.Arg))
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			to.op, to.out, to.arg = opRune, target(from.Out), sets.addInst(from)
		case syntax.InstMatch:
			to.op = opMatch
		}
		a.insts = append(a.insts, to)
	}
}

// skip returns the first instruction from pc on that is not a no-op.
func skip(prog *syntax.Prog, pc uint32) uint32 {
	for {
		i := &prog.Inst[pc]
		if i.Op != syntax.InstNop && i.Op != syntax.InstCapture {
			return pc
		}
		pc = i.Out
	}
}

// A beginning is what a program does before it consumes its first rune.
type beginning struct {
	matchesAll bool           // it matches the empty string, unconditionally
	anchored   bool           // it does nothing unless the text starts here
	asks       syntax.EmptyOp // the assertions it may meet
}

// inspect explores a program up to the first runes it consumes.
func inspect(prog *syntax.Prog) beginning {
	var b beginning
	b.anchored = true

	// How a thread got to an instruction, in increasing order of freedom: past
	// the start of the text, past other assertions, past nothing. A thread that
	// comes back with more freedom goes on again.
	const (
		unseen = iota
		atStart
		asserted
		free
	)
	seen := make([]uint8, len(prog.Inst))
	var visit func(pc uint32, how uint8)
	visit = func(pc uint32, how uint8) {
		if seen[pc] >= how {
			return
		}
		seen[pc] = how
		switch i := &prog.Inst[pc]; i.Op {
		case syntax.InstFail:
		case syntax.InstAlt, syntax.InstAltMatch:
			visit(i.Out, how)
			visit(i.Arg, how)
		case syntax.InstCapture, syntax.InstNop:
			visit(i.Out, how)
		case syntax.InstEmptyWidth:
			b.asks |= syntax.EmptyOp(i.Arg)
			if syntax.EmptyOp(i.Arg) == syntax.EmptyBeginText {
				visit(i.Out, atStart)
			} else {
				visit(i.Out, min(how, asserted))
			}
		case syntax.InstMatch:
			b.matchesAll = b.matchesAll || how == free
			b.anchored = b.anchored && how == atStart
		default:
			b.anchored = b.anchored && how == atStart
		}
	}
	visit(uint32(prog.Start), free)
	return b
}
