package main

import (
	"hash/fnv"

	"github.com/shuck-text/shuck/clean/model"
)

// How the two forests are grown.
var (
	firstForest  = booster{trees: 160, rate: 0.12, rows: 0.12, asks: 0.3, lambda: 1, seed: 1}
	secondForest = booster{trees: 240, rate: 0.07, rows: 0.12, asks: 0.3, lambda: 1, seed: 2}
)

// innerFolds is the number of parts a training set is cut into so that what
// the second trees and the lexicon learn from was not seen before.
const innerFolds = 3

// On one of so many sites training plays a language the lexicons do not know,
// and on one of so many no rules are said to fire: models are to do without.
const (
	foreignSites = 3
	unrulySites  = 3
)

// foldOf puts a site into one of n folds.
func foldOf(site string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(site))
	return int(h.Sum32()>>8) % n
}

// without splits pages into those of a fold and the rest.
func without(pages []*page, fold, n int) (in, out []*page) {
	for _, p := range pages {
		if foldOf("inner "+p.site, n) == fold {
			in = append(in, p)
		} else {
			out = append(out, p)
		}
	}
	return in, out
}

// fit trains a model.
func fit(pages []*page) model.Weights {
	var parts [innerFolds][]*page
	var lexicons [innerFolds]model.Weights
	for k := range parts {
		in, out := without(pages, k, innerFolds)
		parts[k], lexicons[k] = in, learnLexicons(out)
	}
	var tables [innerFolds]*table
	for k, part := range parts {
		tables[k] = newTable(part, lexicons[k], false)
	}
	all := join(tables[:])
	w := learnLexicons(pages)
	w.First = firstForest.grow(all)

	var seconds [innerFolds]*table
	for k := range parts {
		rest := join(append(append([]*table{}, tables[:k]...), tables[k+1:]...))
		unseen := lexicons[k]
		unseen.First = firstForest.grow(rest)
		seconds[k] = newTable(parts[k], unseen, true)
	}
	w.Second = secondForest.grow(join(seconds[:]))
	return w
}

// reach is how far from the line questions about some columns may go; they
// are about the line alone for the others.
var reach = map[model.Column]int{
	model.Runes: 3, model.Words: 3, model.Stops: 2, model.Commas: 1, model.Digits: 2, model.Dates: 2,
	model.Capitals: 2, model.FirstClass: 2, model.LastClass: 2, model.Known: 1, model.Lexicon: 3, model.Phrase: 3, model.Rules: 3,
	model.Repeats: 2, model.Outlines: 2, model.Leads: 1, model.Common: 1, model.Once: 1, model.TitleWords: 1,
	model.BlankBefore: 2, model.BlockLines: 2, model.BlockWords: 2, model.Symbols: 1, model.Separators: 1,
	model.First: 5, model.FirstBlock: 2,
}

// newTable lays out the lines of pages as a model with the weights describes
// them.
func newTable(pages []*page, w model.Weights, second bool) *table {
	t := &table{}
	for _, p := range pages {
		t.content = append(t.content, p.content...)
		t.weight = append(t.weight, p.weights()...)
	}
	for c := range model.Column(model.Columns) {
		if c >= model.First && !second {
			break
		}
		for offset := -reach[c]; offset <= reach[c]; offset++ {
			t.candidates = append(t.candidates, candidate{c, offset, make([]uint8, 0, len(t.content))})
		}
	}
	knowing := model.New(w).NewScorer()
	foreign := model.New(model.Weights{Families: w.Families, First: w.First}).NewScorer()
	for _, p := range pages {
		s, flags := knowing, p.flags
		if foldOf("foreign "+p.site, foreignSites) == 0 {
			s = foreign
		}
		if foldOf("unruly "+p.site, unrulySites) == 0 {
			flags = nil
		}
		s.Score(p.lines, p.blank, flags, nil)
		for i := range t.candidates {
			t.candidates[i].add(s)
		}
	}
	return t
}

// add appends the values of the document last scored.
func (c *candidate) add(s *model.Scorer) {
	column := s.Column(c.column)
	for i := range column {
		value := uint8(0)
		if k := i + c.offset; k >= 0 && k < len(column) {
			value = column[k]
		}
		c.values = append(c.values, value)
	}
}

// join stacks tables of the same candidates.
func join(tables []*table) *table {
	all := &table{candidates: make([]candidate, len(tables[0].candidates))}
	for i, c := range tables[0].candidates {
		all.candidates[i] = candidate{column: c.column, offset: c.offset}
	}
	for _, t := range tables {
		all.content = append(all.content, t.content...)
		all.weight = append(all.weight, t.weight...)
		for i := range t.candidates {
			all.candidates[i].values = append(all.candidates[i].values, t.candidates[i].values...)
		}
	}
	return all
}

// weights are what the lines of a page count for. An error costs what it costs
// in precision and recall, which are taken page by page.
func (p *page) weights() []float32 {
	all, content := 0, 0
	for i := range p.texts {
		words := len(p.texts[i])
		all += words
		if p.content[i] {
			content += words
		}
	}
	weights := make([]float32, len(p.lines))
	for i := range weights {
		weights[i] = 100 * p.weight * float32(len(p.texts[i])+2) / float32(content+all/4+50)
	}
	return weights
}
