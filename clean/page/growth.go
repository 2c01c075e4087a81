package page

// maxNodes bounds the estimated number of nodes of a tree, and with it the
// memory to about a gigabyte.
const maxNodes = 4 << 20

// growth estimates how many nodes a tree will have. Formatting elements that
// are open at the end of a block are opened again in the next, so that unclosed
// ones make a tree larger than its page. The estimate is from above as far as
// tags tell.
type growth struct {
	nodes  int
	open   int   // formatting elements
	scopes []int // how many of them were open where each open scope began
	broken bool  // a block ended, and the next text opens formatting again
}

func (g *growth) start(e element) {
	g.nodes++
	switch {
	case e.has(formatting):
		g.reopen()
		g.open++
	case e.has(scope):
		g.scopes = append(g.scopes, g.open)
	case e.has(asBlock):
		g.broken = true
	}
}

func (g *growth) end(e element) {
	switch {
	case e.has(formatting):
		if g.open > g.outside() {
			g.open--
		}
	case e.has(scope) && len(g.scopes) > 0:
		g.open = g.outside()
		g.scopes = g.scopes[:len(g.scopes)-1]
	}
	g.broken = g.broken || e.has(asBlock)
}

func (g *growth) text() {
	g.nodes++
	g.reopen()
}

func (g *growth) reopen() {
	if g.broken {
		g.nodes += g.open
		g.broken = false
	}
}

// outside returns how many elements were open where the current scope began.
func (g *growth) outside() int {
	if len(g.scopes) == 0 {
		return 0
	}
	return g.scopes[len(g.scopes)-1]
}
