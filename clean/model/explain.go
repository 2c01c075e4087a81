package model

import (
	"cmp"
	"slices"
)

// A Reason is what one column did to a line's probability.
type Reason struct {
	Column Column
	Offset int     // of the line it was seen on
	Value  uint8   // of the column there
	Effect float32 // on the logarithm of the odds: above 0 speaks for content
}

// Explain appends to dst what made the second score of a line of the document
// last scored, the strongest reason first. A reason's effect is what the score
// would lose if all lines there showed the column's middling value instead, so
// that effects of reasons that say the same thing may overlap.
func (s *Scorer) Explain(line int, dst []Reason) []Reason {
	from := len(dst)
	score := s.walk(line, nil)
	for _, q := range s.model.asked {
		other := s.walk(line, &q)
		if score != other {
			dst = append(dst, Reason{q.Column, q.Offset, s.at(line, q), float32(score-other) / ScoreUnit})
		}
	}
	slices.SortStableFunc(dst[from:], func(a, b Reason) int { return cmp.Compare(abs(b.Effect), abs(a.Effect)) })
	return dst
}

// walk scores a line with the second trees, as if what is asked about where
// without says had the value it names.
func (s *Scorer) walk(line int, without *Question) int {
	score := 0
	for i := range s.model.second {
		tree := &s.model.second[i]
		leaf := 0
		for level, q := range tree.Questions {
			value := s.at(line, q)
			if without != nil && q.Column == without.Column && q.Offset == without.Offset {
				value = without.Above
			}
			if value > q.Above {
				leaf |= 1 << level
			}
		}
		score += int(tree.Leaves[leaf])
	}
	return score
}

// at returns the value a question is about.
func (s *Scorer) at(line int, q Question) uint8 {
	return s.grid.cells[s.grid.base(q.Column)+line+q.Offset]
}

// asked returns what the trees ask about, once each, with the median of the
// thresholds for the middling value: it is where the trees part the lines.
func asked(trees []Tree) []Question {
	type subject struct {
		column Column
		offset int
	}
	thresholds := map[subject][]uint8{}
	for i := range trees {
		for _, q := range trees[i].Questions {
			of := subject{q.Column, q.Offset}
			thresholds[of] = append(thresholds[of], q.Above)
		}
	}
	var all []Question
	for of, values := range thresholds {
		slices.Sort(values)
		all = append(all, Question{of.column, of.offset, values[len(values)/2]})
	}
	slices.SortFunc(all, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(a.Offset, b.Offset))
	})
	return all
}

func abs(x float32) float32 { return max(x, -x) }
