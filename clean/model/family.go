package model

import "slices"

// Families are the topics of rule packs that the model listens to. Weights
// say how much each speaks against content.
var Families = []string{
	"advert", "byline", "comment", "cookie", "credit", "date", "donation", "forum", "legal", "marker", "navigation",
	"newsletter", "pager", "player", "publisher", "related", "share", "source",
}

// Family returns the flag of a line on which a rule of the topic fires, 0 if
// the model knows no such topic.
func Family(topic string) uint32 {
	if i := slices.Index(Families, topic); i >= 0 {
		return 1 << i
	}
	return 0
}

// familyWeights returns the weights by flag.
func familyWeights(weights map[string]int8) []int {
	by := make([]int, len(Families))
	for i, topic := range Families {
		by[i] = int(weights[topic])
	}
	return by
}

// rules fills the columns of what rules say of a line and of those around.
func (s *Scorer) rules(flags []uint32) {
	n := len(s.shapes)
	s.flagSum = append(s.flagSum[:0], 0)
	sum := 0
	for i := range n {
		weight := 0
		for bit, w := range s.model.families {
			if flags != nil && flags[i]>>bit&1 != 0 {
				weight += w
			}
		}
		s.set(i, Rules, centred(weight))
		sum += int(centred(weight))
		s.flagSum = append(s.flagSum, sum)
	}
	for i := range n {
		s.set(i, Rules3, meanAround(s.flagSum, i, 3))
		s.set(i, Rules8, meanAround(s.flagSum, i, 8))
	}
}
