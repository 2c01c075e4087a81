package model

// context fills the columns of what is around a line.
func (s *Scorer) context() {
	n := len(s.shapes)
	for i := range n {
		s.set(i, Prose, octaves(s.shapes[i].prose()))
		s.set(i, Prose2, octaves(around(s.proseSum, i, 2)))
		s.set(i, Prose5, octaves(around(s.proseSum, i, 5)))
		s.set(i, Prose12, octaves(around(s.proseSum, i, 12)))
		s.set(i, Prose30, octaves(around(s.proseSum, i, 30)))
		s.set(i, Share2, percent(around(s.proseSum, i, 2), around(s.wordSum, i, 2)))
		s.set(i, Share6, percent(around(s.proseSum, i, 6), around(s.wordSum, i, 6)))
		s.set(i, Share20, percent(around(s.proseSum, i, 20), around(s.wordSum, i, 20)))
		s.set(i, Lexicon2, meanAround(s.lexiconSum, i, 2))
		s.set(i, Lexicon6, meanAround(s.lexiconSum, i, 6))
	}
	s.trails()
	s.titles()
	s.shortRuns()
	s.island(TightIsland, func(i int) int { return s.islandWeight(i, 12) })
	s.island(WideIsland, func(i int) int { return s.islandWeight(i, 3) })
}

// around sums up to reach lines on both sides of line i, and the line, given
// the sums before each line.
func around(sums []int, i, reach int) int {
	from, to := window(len(sums)-1, i, reach)
	return sums[to] - sums[from]
}

// meanAround is the mean of what around sums up.
func meanAround(sums []int, i, reach int) uint8 {
	from, to := window(len(sums)-1, i, reach)
	return uint8((sums[to] - sums[from]) / (to - from))
}

func window(lines, i, reach int) (from, to int) {
	return max(i-reach, 0), min(i+reach+1, lines)
}

// trails fills the columns that fade from prose to what follows or precedes.
func (s *Scorer) trails() {
	n := len(s.shapes)
	fading, since := 0, n
	for i := range n {
		s.set(i, Fading, octaves(fading))
		s.set(i, SinceProse, octaves(since))
		fading, since = s.trail(i, fading, since)
	}
	rising, until := 0, n
	for i := n - 1; i >= 0; i-- {
		s.set(i, Rising, octaves(rising))
		s.set(i, UntilProse, octaves(until))
		rising, until = s.trail(i, rising, until)
	}
}

// trail takes a trail of words and a distance in lines past line i.
func (s *Scorer) trail(i, words, distance int) (int, int) {
	prose := s.shapes[i].prose()
	if prose > 0 {
		distance = 0
	}
	return (words + prose) * 7 / 8, distance + 1
}

// A line is like the first, the title, if it is of some words and most of
// them are the title's.
const (
	titleWords = 3
	titleShare = 60 // percent
)

func (s *Scorer) likeTitle(i int) bool {
	return i > 0 && s.shapes[i].words >= titleWords && s.grid.column(TitleWords)[i] >= titleShare
}

// titles fills the columns of how far a line is from a headline.
func (s *Scorer) titles() {
	n := len(s.shapes)
	since := n
	for i := range n {
		if s.likeTitle(i) {
			since = 0
		}
		s.set(i, SinceTitle, octaves(since))
		since++
	}
	until := n
	for i := n - 1; i >= 0; i-- {
		s.set(i, UntilTitle, octaves(until))
		if s.likeTitle(i) {
			until = 0
		}
		until++
	}
}

// shortRuns fills the column of how many short lines stand in a row.
func (s *Scorer) shortRuns() {
	from := 0
	for i := range s.shapes {
		if s.shapes[i].words < sentenceWords {
			continue
		}
		s.shortRun(from, i)
		from = i + 1
	}
	s.shortRun(from, len(s.shapes))
}

func (s *Scorer) shortRun(from, to int) {
	for i := from; i < to; i++ {
		s.set(i, ShortRun, octaves(to-from))
	}
}

// islandWeight is what a line adds to an island of prose, or takes from it.
func (s *Scorer) islandWeight(i, strait int) int {
	if prose := s.shapes[i].prose(); prose > 0 {
		return prose
	}
	return -strait
}

// island finds the run of lines with the greatest sum of weights and fills a
// column with how far before (below the middle) or after it each line stands.
func (s *Scorer) island(c Column, weight func(i int) int) {
	var best, sum block
	most, current := 0, 0
	for i := range s.shapes {
		if current <= 0 {
			current, sum.from = 0, i
		}
		current += weight(i)
		if current > most {
			most, best = current, block{sum.from, i + 1}
		}
	}
	for i := range s.shapes {
		distance := min(i-best.from, 0) + max(i-best.to+1, 0)
		s.set(i, c, signed(distance))
	}
}
