package model

import "encoding/binary"

// Trees are oblivious: all nodes of a level ask the same question, so that a
// tree is depth questions and a table of 1<<depth answers. They generalise
// well and need no branches: eight lines go through a tree at once, a byte
// each of a 64-bit word.
const (
	depth = 6
	lanes = 8
)

// A Question is asked of a line about itself or a line near it.
type Question struct {
	Column Column
	Offset int   // which line: 0 the line itself, -1 the one before, 1 the one after
	Above  uint8 // is the value above this? At most 126.
}

// A Tree adds to a line's score, in units of 1/ScoreUnit of the logarithm of
// the odds. The answer to the first question is the lowest bit of the index
// of the leaf.
type Tree struct {
	Questions [depth]Question
	Leaves    [1 << depth]int16
}

// ScoreUnit is the score at which the odds of content are e to 1.
const ScoreUnit = 1024

// A step is a question made ready for a document: where its column begins,
// moved by its offset, and in each lane the least value that is above.
type step struct {
	base      int
	threshold uint64
}

const (
	everyLane = 0x0101010101010101
	topBits   = 0x80 * everyLane
	lastLeaf  = 1<<depth - 1
)

// steps readies trees for a grid.
func steps(dst []step, trees []Tree, g *grid) []step {
	dst = dst[:0]
	for i := range trees {
		for _, q := range trees[i].Questions {
			dst = append(dst, step{g.base(q.Column) + q.Offset, uint64(q.Above+1) * everyLane})
		}
	}
	return dst
}

// sum adds up what the trees say about the lanes lines from line on. It is
// where most time goes, hence the shape of it: no branches, constant shifts,
// sums in registers.
func sum(trees []Tree, steps []step, cells []uint8, line int) [lanes]int32 {
	var s0, s1, s2, s3, s4, s5, s6, s7 int32
	cells = cells[line:]
	for t := range trees {
		ask := (*[depth]step)(steps[t*depth:])
		leaf := ask[0].reached(cells)>>7 | ask[1].reached(cells)>>6 | ask[2].reached(cells)>>5 |
			ask[3].reached(cells)>>4 | ask[4].reached(cells)>>3 | ask[5].reached(cells)>>2
		leaves := &trees[t].Leaves
		s0 += int32(leaves[leaf&lastLeaf])
		s1 += int32(leaves[leaf>>8&lastLeaf])
		s2 += int32(leaves[leaf>>16&lastLeaf])
		s3 += int32(leaves[leaf>>24&lastLeaf])
		s4 += int32(leaves[leaf>>32&lastLeaf])
		s5 += int32(leaves[leaf>>40&lastLeaf])
		s6 += int32(leaves[leaf>>48&lastLeaf])
		s7 += int32(leaves[leaf>>56&lastLeaf])
	}
	return [lanes]int32{s0, s1, s2, s3, s4, s5, s6, s7}
}

// reached sets the top bits of the lanes whose value reaches the threshold.
// Both are below 128, so that no lane borrows from the next.
func (s *step) reached(cells []uint8) uint64 {
	return ((binary.LittleEndian.Uint64(cells[s.base:]) | topBits) - s.threshold) & topBits
}
