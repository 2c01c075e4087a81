package model

// likely is the first score from which a line is thought content.
const likely = 64

// second fills the columns drawn from the first scores.
func (s *Scorer) second() {
	n := len(s.shapes)
	first := s.grid.column(First)
	for i := range n {
		first[i] = centred(int(s.scores[i]) * 16 / ScoreUnit)
	}
	s.firstSums(first)
	for i := range n {
		s.set(i, First1, meanAround(s.firstSum, i, 1))
		s.set(i, First3, meanAround(s.firstSum, i, 3))
		s.set(i, First8, meanAround(s.firstSum, i, 8))
		s.set(i, First24, meanAround(s.firstSum, i, 24))
	}
	s.firstTrails(first)
	s.firstGroups(first)
	s.firstWords(first)
	s.island(FirstIsland, func(i int) int { return (int(first[i]) - likely) * (s.shapes[i].words + 3) })
}

func (s *Scorer) firstSums(first []uint8) {
	s.firstSum = s.firstSum[:0]
	sum := 0
	for _, v := range first {
		s.firstSum = append(s.firstSum, sum)
		sum += int(v)
	}
	s.firstSum = append(s.firstSum, sum)
}

// firstTrails fills the columns that fade from likely content to what follows
// or precedes.
func (s *Scorer) firstTrails(first []uint8) {
	n := len(first)
	mean, since := 0, n
	for i := range n {
		s.set(i, FirstFading, uint8(mean>>3))
		s.set(i, FirstSince, octaves(since))
		mean, since = firstTrail(first[i], mean, since)
	}
	mean, until := 0, n
	for i := n - 1; i >= 0; i-- {
		s.set(i, FirstRising, uint8(mean>>3))
		s.set(i, FirstUntil, octaves(until))
		mean, until = firstTrail(first[i], mean, until)
	}
}

// firstTrail takes a fading mean, in eighths, and a distance past a line.
func firstTrail(first uint8, mean, distance int) (int, int) {
	if first >= likely {
		distance = 0
	}
	return mean - mean/4 + int(first)*2, distance + 1
}

// firstGroups fills the columns of means over the lines of a block, and over
// those that look alike.
func (s *Scorer) firstGroups(first []uint8) {
	for _, b := range s.blocks {
		mean := uint8((s.firstSum[b.to] - s.firstSum[b.from]) / (b.to - b.from))
		for i := b.from; i < b.to; i++ {
			s.set(i, FirstBlock, mean)
		}
	}
	s.firstAlike(FirstOutline, first, &s.outlineTally, func(sh *shape) uint32 { return sh.outline })
	s.firstAlike(FirstLead, first, &s.leadTally, func(sh *shape) uint32 { return sh.lead })
}

func (s *Scorer) firstAlike(c Column, first []uint8, lines *tally, key func(*shape) uint32) {
	s.alikeTally.reset(len(first))
	for i, v := range first {
		s.alikeTally.addN(key(&s.shapes[i]), int(v)+1)
	}
	for i := range first {
		k := key(&s.shapes[i])
		s.set(i, c, capped(s.alikeTally.count(k)/max(lines.count(k), 1)))
	}
}

// firstWords fills the columns about the words of lines thought content.
func (s *Scorer) firstWords(first []uint8) {
	n := len(first)
	part := 0
	for i, v := range first {
		if v >= likely {
			part += s.shapes[i].words
		}
	}
	s.setAll(FirstShare, percent(part, s.wordSum[n]))
	above := 0
	for i, v := range first {
		s.set(i, FirstAbove, percent(above, part))
		if v >= likely {
			above += s.shapes[i].words
		}
	}
}
