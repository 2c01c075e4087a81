package model

import "math"

// Weights are what a model is made of.
type Weights struct {
	// Words and Phrases, which are whole lines, in lower case and without
	// punctuation, with what they speak for: content if above 0.
	Words, Phrases map[string]int8
	// Families, topics of rule packs, with what they speak for.
	Families map[string]int8
	// The second trees may ask about all columns, the first about those
	// before First.
	First, Second []Tree
}

// A Model is ready to score. It is safe for concurrent use.
type Model struct {
	words, phrases *lexicon
	families       []int
	first, second  []Tree
	asked          []Question // about by the second trees: see Explain
}

// New returns the model with the weights.
func New(w Weights) *Model {
	return &Model{
		words:    newLexicon(w.Words, wordKey),
		phrases:  newLexicon(w.Phrases, phraseKey),
		families: familyWeights(w.Families),
		first:    w.First,
		second:   w.Second,
		asked:    asked(w.Second),
	}
}

// A Scorer scores the lines of one document after the other with the memory
// of the first. It is not safe for concurrent use.
type Scorer struct {
	model   *Model
	scanner scanner
	grid    grid

	shapes     []shape
	blocks     []block
	wordSum    []int // words before each line, and of all lines
	proseSum   []int // those in prose
	lexiconSum []int // judgements of the lexicon
	firstSum   []int // first scores
	flagSum    []int // what rules say
	scores     []int32
	knownWords int

	wordTally, titleTally, lineTally, outlineTally, leadTally, alikeTally tally

	firstSteps, secondSteps []step
}

// NewScorer returns a scorer of the model.
func (m *Model) NewScorer() *Scorer {
	return &Scorer{model: m, scanner: scanner{glyphs: newGlyphs()}}
}

// Score appends to dst the probability of each line to be content. The lines
// are those of one document that are not blank, in order, without their line
// breaks; blankBefore says, for each, before which of them a blank line stands,
// and flags, which may be nil, of which families rules fire on them.
func (s *Scorer) Score(lines [][]byte, blankBefore []bool, flags []uint32, dst []float32) []float32 {
	if len(lines) == 0 {
		s.grid.reset(0)
		return dst
	}
	s.describe(lines, blankBefore, flags)
	s.run(s.model.first, &s.firstSteps)
	s.second()
	s.run(s.model.second, &s.secondSteps)
	for _, score := range s.scores {
		dst = append(dst, probability(score))
	}
	return dst
}

// describe fills the columns that need no scores.
func (s *Scorer) describe(lines [][]byte, blankBefore []bool, flags []uint32) {
	s.scanner.words = s.scanner.words[:0]
	s.shapes = s.shapes[:0]
	s.knownWords = 0
	for _, line := range lines {
		s.shapes = append(s.shapes, s.scanner.scan(line))
	}
	s.grid.reset(len(lines))
	s.own()
	s.place(blankBefore)
	s.context()
	s.rules(flags)
}

// run scores all lines with the trees.
func (s *Scorer) run(trees []Tree, ready *[]step) {
	*ready = steps(*ready, trees, &s.grid)
	s.scores = s.scores[:0]
	for i := 0; i < len(s.shapes); i += lanes {
		score := sum(trees, *ready, s.grid.cells, i)
		s.scores = append(s.scores, score[:min(lanes, len(s.shapes)-i)]...)
	}
}

// Column returns what a column holds for each line of the document last
// scored. It is valid until the next call of Score.
func (s *Scorer) Column(c Column) []uint8 { return s.grid.column(c) }

func (s *Scorer) set(line int, c Column, value uint8) {
	s.grid.cells[s.grid.base(c)+line] = value
}

func (s *Scorer) setAll(c Column, value uint8) {
	column := s.grid.column(c)
	for i := range column {
		column[i] = value
	}
}

// centred puts a number on the scale of a cell, with 0 in the middle.
func centred(n int) uint8 { return uint8(min(max(64+n, 0), top)) }

func probability(score int32) float32 {
	return float32(1 / (1 + math.Exp(-float64(score)/ScoreUnit)))
}

// Thresholds on the probability of a line. README.md has what they cost.
const (
	// Likely is for the whole text of a page: keep lines from here on.
	Likely = 0.35
	// Doubtful is for text that is all content but for some residue: drop
	// only lines below.
	Doubtful = 0.02
)
