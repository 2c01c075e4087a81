package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/shuck-text/shuck/clean/model"
)

// A candidate is what a question may be about, and its value for each row.
type candidate struct {
	column model.Column
	offset int
	values []uint8
}

// A table is what trees grow on: rows of lines.
type table struct {
	candidates []candidate
	content    []bool
	weight     []float32
}

// booster holds what a forest is grown with.
type booster struct {
	trees  int
	rate   float64 // of learning
	rows   float64 // share of the rows a tree sees
	asks   float64 // share of the candidates a tree may use
	lambda float64 // weight that draws leaves to 0
	seed   uint64
}

const (
	depth     = len(model.Tree{}.Questions)
	scoreUnit = model.ScoreUnit
	bins      = 128
)

// sample is the rows one tree sees.
type sample struct {
	rows  []int32
	slope []moment
	leaf  []uint8
	moved []int32 // indexes of rows that the last question moved to a new leaf
}

// moment is the slope of the loss and its curvature, of a row or summed up.
type moment struct{ gradient, hessian float32 }

// grow returns trees that tell the rows' labels apart. It is deterministic.
func (b booster) grow(t *table) []model.Tree {
	random := rand.New(rand.NewPCG(b.seed, 1))
	score := make([]int32, len(t.content))
	sure := t.sureWeight(b.rows)
	trees := make([]model.Tree, b.trees)
	for i := range trees {
		s := b.draw(t, score, sure, random)
		asked := b.growTree(&trees[i], s, b.choose(t, random))
		addScores(score, &trees[i], asked)
	}
	return trees
}

// growTree asks the best question level by level, and returns what each is
// about.
func (b booster) growTree(tree *model.Tree, s *sample, some []*candidate) []*candidate {
	asked := make([]*candidate, depth)
	histograms := make([][]moment, len(some))
	for level := range depth {
		best, above := b.ask(s, some, histograms)
		asked[level] = some[best]
		tree.Questions[level] = model.Question{Column: some[best].column, Offset: some[best].offset, Above: above}
		s.move(some[best].values, above, level)
	}
	b.answer(tree, s)
	return asked
}

// move moves the rows above the threshold to the leaves of the next level.
func (s *sample) move(values []uint8, above uint8, level int) {
	s.moved = s.moved[:0]
	for i, row := range s.rows {
		if values[row] > above {
			s.leaf[i] |= 1 << level
			s.moved = append(s.moved, int32(i))
		}
	}
}

// sureWeight returns the weight from which a row is drawn for certain if
// lighter rows are drawn as often as they weigh, and so many in all.
func (t *table) sureWeight(share float64) float32 {
	low, high := float32(0), slices.Max(t.weight)
	for range 20 {
		sure, expected := (low+high)/2, 0.0
		for _, w := range t.weight {
			expected += float64(min(w/sure, 1))
		}
		if expected > share*float64(len(t.weight)) {
			low = sure
		} else {
			high = sure
		}
	}
	return high
}

// draw picks rows and finds the slope of the logistic loss at their scores.
func (b booster) draw(t *table, score []int32, sure float32, random *rand.Rand) *sample {
	s := &sample{}
	for row, content := range t.content {
		if t.weight[row] < sure*random.Float32() {
			continue
		}
		p := float32(1 / (1 + math.Exp(-float64(score[row])/scoreUnit)))
		w, y := max(t.weight[row], sure), float32(0)
		if content {
			y = 1
		}
		s.rows = append(s.rows, int32(row))
		s.slope = append(s.slope, moment{w * (y - p), w * p * (1 - p)})
	}
	s.leaf = make([]uint8, len(s.rows))
	return s
}

func (b booster) choose(t *table, random *rand.Rand) []*candidate {
	n := int(b.asks * float64(len(t.candidates)))
	chosen := random.Perm(len(t.candidates))[:n]
	slices.Sort(chosen)
	some := make([]*candidate, n)
	for i, k := range chosen {
		some[i] = &t.candidates[k]
	}
	return some
}

// ask returns the candidate and the threshold that tell most. It brings the
// histograms from the last level to this one.
func (b booster) ask(s *sample, some []*candidate, histograms [][]moment) (best int, above uint8) {
	gains, aboves := make([]float64, len(some)), make([]uint8, len(some))
	var wait sync.WaitGroup
	const workers = 2
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(some); i += workers {
				histograms[i] = s.refine(histograms[i], some[i].values)
				gains[i], aboves[i] = b.split(histograms[i])
			}
		})
	}
	wait.Wait()
	for i := range gains {
		if gains[i] > gains[best] {
			best = i
		}
	}
	return best, aboves[best]
}

// refine returns the histogram of the next level: only the rows that moved
// are counted anew; what they leave behind is the difference.
func (s *sample) refine(old []moment, values []uint8) []moment {
	if old == nil {
		histogram := make([]moment, bins)
		for i, row := range s.rows {
			histogram[values[row]].add(s.slope[i])
		}
		return histogram
	}
	histogram := append(old, make([]moment, len(old))...)
	for _, i := range s.moved {
		histogram[int(s.leaf[i])*bins+int(values[s.rows[i]])].add(s.slope[i])
	}
	for i, m := range histogram[len(old):] {
		histogram[i].gradient -= m.gradient
		histogram[i].hessian -= m.hessian
	}
	return histogram
}

func (m *moment) add(n moment) {
	m.gradient += n.gradient
	m.hessian += n.hessian
}

// split returns the best threshold for all leaves together.
func (b booster) split(histogram []moment) (gain float64, above uint8) {
	var gains [bins - 1]float64
	for leaf := 0; leaf < len(histogram); leaf += bins {
		var all, low [2]float64
		for _, m := range histogram[leaf : leaf+bins] {
			all[0] += float64(m.gradient)
			all[1] += float64(m.hessian)
		}
		for v := range gains {
			low[0] += float64(histogram[leaf+v].gradient)
			low[1] += float64(histogram[leaf+v].hessian)
			high := [2]float64{all[0] - low[0], all[1] - low[1]}
			gains[v] += low[0]*low[0]/(low[1]+b.lambda) + high[0]*high[0]/(high[1]+b.lambda)
		}
	}
	best := 0
	for v := range gains {
		if gains[v] > gains[best] {
			best = v
		}
	}
	return gains[best], uint8(best)
}

// answer fills the leaves.
func (b booster) answer(tree *model.Tree, s *sample) {
	var sums [len(tree.Leaves)][2]float64
	for i, leaf := range s.leaf {
		sums[leaf][0] += float64(s.slope[i].gradient)
		sums[leaf][1] += float64(s.slope[i].hessian)
	}
	for leaf, sum := range sums {
		value := b.rate * sum[0] / (sum[1] + b.lambda)
		tree.Leaves[leaf] = int16(math.Round(scoreUnit * max(-8, min(8, value))))
	}
}

func addScores(score []int32, tree *model.Tree, asked []*candidate) {
	for row := range score {
		leaf := 0
		for level, c := range asked {
			if c.values[row] > tree.Questions[level].Above {
				leaf |= 1 << level
			}
		}
		score[row] += int32(tree.Leaves[leaf])
	}
}
