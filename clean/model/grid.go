package model

import "math/bits"

// MaxOffset is how many lines away a question may look.
const MaxOffset = 8

// A grid holds a value for each column and line, column by column. Around each
// column is room, always zero, for the lines beyond both ends of the document.
type grid struct {
	cells  []uint8
	lines  int
	stride int
}

func (g *grid) reset(lines int) {
	g.lines = lines
	g.stride = MaxOffset + lines + MaxOffset + lanes
	size := int(columns) * g.stride
	if size > cap(g.cells) {
		g.cells = make([]uint8, size)
	}
	g.cells = g.cells[:size]
	clear(g.cells)
}

// base returns where the first line's value of the column is.
func (g *grid) base(c Column) int { return int(c)*g.stride + MaxOffset }

// column returns the values of all lines.
func (g *grid) column(c Column) []uint8 {
	return g.cells[g.base(c):][:g.lines]
}

// top is the greatest value of a cell.
const top = 127

// octaves puts a count on a logarithmic scale with four steps to each
// doubling; up to 8 it is the count itself.
func octaves(n int) uint8 {
	n = max(n, 0)
	shift := max(bits.Len(uint(n))-3, 0)
	return uint8(min(shift*4+n>>shift, top))
}

// capped is a count up to what a cell holds.
func capped(n int) uint8 { return uint8(min(max(n, 0), top)) }

// percent is a share of a whole, 0 if there is none.
func percent(part, whole int) uint8 {
	if whole <= 0 {
		return 0
	}
	return uint8(min(max(part*100/whole, 0), 100))
}

// signed is octaves for numbers below zero, too: the middle is 64.
func signed(n int) uint8 {
	if n < 0 {
		return 64 - min(octaves(-n), 64)
	}
	return 64 + min(octaves(n), 63)
}
