package model

// place fills the columns of where a line stands.
func (s *Scorer) place(blankBefore []bool) {
	s.sums()
	n := len(s.shapes)
	words, prose := s.wordSum[n], s.proseSum[n]
	blanks := 0
	for i := range n {
		if blankBefore[i] {
			s.set(i, BlankBefore, 1)
			blanks++
		}
		s.set(i, LinesAbove, octaves(i))
		s.set(i, LinesBelow, octaves(n-1-i))
		s.set(i, WordsAbove, percent(s.wordSum[i], words))
		s.set(i, ProseAbove, percent(s.proseSum[i], prose))
	}
	s.setAll(TextLines, octaves(n))
	s.setAll(TextProse, percent(prose, words))
	s.setAll(TextWords, octaves(words))
	s.setAll(TextKnown, percent(s.knownWords, len(s.scanner.words)))
	s.setAll(TextBlank, percent(blanks, n))
	s.findBlocks(blankBefore)
	for _, b := range s.blocks {
		for i := b.from; i < b.to; i++ {
			s.set(i, BlockLines, octaves(b.to-b.from))
			s.set(i, BlockWords, octaves(s.wordSum[b.to]-s.wordSum[b.from]))
			s.set(i, BlockIndex, octaves(i-b.from))
		}
	}
}

// sums adds up the words before each line, those of prose, and the lexicon's
// judgements.
func (s *Scorer) sums() {
	s.wordSum, s.proseSum, s.lexiconSum = s.wordSum[:0], s.proseSum[:0], s.lexiconSum[:0]
	words, prose, judgement := 0, 0, 0
	lexicon := s.grid.column(Lexicon)
	for i := range s.shapes {
		s.wordSum = append(s.wordSum, words)
		s.proseSum = append(s.proseSum, prose)
		s.lexiconSum = append(s.lexiconSum, judgement)
		words += s.shapes[i].words
		prose += s.shapes[i].prose()
		judgement += int(lexicon[i])
	}
	s.wordSum = append(s.wordSum, words)
	s.proseSum = append(s.proseSum, prose)
	s.lexiconSum = append(s.lexiconSum, judgement)
}

// A line of some words that ends a sentence, or one of many words, is prose.
const (
	sentenceWords = 6
	manyWords     = 25
)

// prose returns the words of a line of prose, 0 of any other.
func (sh *shape) prose() int {
	if sh.words >= manyWords || sh.words >= sentenceWords && sh.stops > 0 {
		return sh.words
	}
	return 0
}

// A block is a run of lines without a blank one between.
type block struct{ from, to int }

func (s *Scorer) findBlocks(blankBefore []bool) {
	s.blocks = s.blocks[:0]
	for i, blank := range blankBefore {
		if i == 0 || blank {
			s.blocks = append(s.blocks, block{i, i})
		}
		s.blocks[len(s.blocks)-1].to = i + 1
	}
}
