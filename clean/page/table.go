package page

import "golang.org/x/net/html"

// A grid is a table of data being read.
type grid struct {
	table       *html.Node
	row, column int // where the next cell is
}

// enterTable decides whether a table holds data. The cells of one that does are
// blocks in rows and columns; those of one made for layout are what is in them.
func (p *place) enterTable(n *html.Node) {
	p.grid, p.cell = nil, nil
	if p.kind == DataCell {
		p.kind = Paragraph
	}
	if dataTable(n) {
		p.grid = &grid{table: n, row: -1}
	}
}

func (p *place) enterRow(n *html.Node) {
	if p.grid != nil {
		p.grid.row++
		p.grid.column = 0
	}
}

func (p *place) enterCell(n *html.Node) {
	if g := p.grid; g != nil {
		p.kind = DataCell
		p.cell = &Cell{Table: g.table, Row: g.row, Column: g.column, Header: n.Data == "th"}
		g.column++
	}
}

// dataTable reports whether a table holds data: it has no table in it, no role
// of presentation, and either a heading or a caption, or two rows with two
// cells each of which none holds blocks.
func dataTable(table *html.Node) bool {
	if role := attribute(table, "role"); role == "presentation" || role == "none" {
		return false
	}
	headed, blocky := false, false
	cells, wide := 0, 0 // in the current row; rows of at least two
	for n := range table.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "table":
			return false
		case "th", "caption", "thead":
			headed = true
			cells++
		case "tr":
			cells = 0
		case "td":
			cells++
		case "tbody", "tfoot", "colgroup", "col":
		default:
			blocky = blocky || traitsOf(n.Data).has(asBlock)
		}
		if (n.Data == "td" || n.Data == "th") && cells == 2 {
			wide++
		}
	}
	return headed && wide > 0 || !blocky && wide > 1
}
