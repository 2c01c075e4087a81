package main

import (
	"math"
	"strings"
	"unicode"

	"github.com/shuck-text/shuck/clean/model"
)

// Bounds on what enters the lexicons.
const (
	wordSites    = 20 // on which a word must occur
	phraseSites  = 5  // on which a phrase must
	phraseWords  = 6  // of a phrase at most
	smoothing    = 4  // sites added to both sides of the odds
	lexiconUnit  = 16 // weights to one step of e in the odds
	lexiconMax   = 60 // greatest weight
	lexiconLeast = 8  // least weight worth keeping
)

// A census is on how many sites texts stand in chrome, and in content.
type census struct {
	uses  map[string]*[2]int
	sites [2]int
}

// learnLexicons weighs words and phrases by the odds of the sites where they
// stand in content against those where they stand in chrome. Counting sites,
// not occurrences, keeps any one site's menu or topic out.
func learnLexicons(pages []*page) model.Weights {
	words, phrases, families := newCensus(), newCensus(), newCensus()
	for _, site := range bySite(pages) {
		words.add(site, func(p *page, line int) []string { return p.texts[line] })
		phrases.add(site, func(p *page, line int) []string {
			if n := len(p.texts[line]); n == 0 || n > phraseWords {
				return nil
			}
			return []string{phrase(p.lines[line])}
		})
		families.add(site, func(p *page, line int) []string { return topics(p.flags[line]) })
	}
	return model.Weights{
		Words:    words.weights(wordSites),
		Phrases:  phrases.weights(phraseSites),
		Families: families.weights(phraseSites),
	}
}

func newCensus() *census { return &census{uses: map[string]*[2]int{}} }

// add counts the texts of the pages of one site.
func (c *census) add(site []*page, texts func(p *page, line int) []string) {
	var seen [2]map[string]bool
	for kind := range seen {
		seen[kind] = map[string]bool{}
	}
	for _, p := range site {
		for line, content := range p.content {
			kind := 0
			if content {
				kind = 1
			}
			for _, text := range texts(p, line) {
				seen[kind][text] = true
			}
		}
	}
	for kind := range seen {
		if len(seen[kind]) > 0 {
			c.sites[kind]++
		}
		for text := range seen[kind] {
			if c.uses[text] == nil {
				c.uses[text] = &[2]int{}
			}
			c.uses[text][kind]++
		}
	}
}

// weights returns the logarithms of the odds of texts on enough sites.
func (c *census) weights(sites int) map[string]int8 {
	weights := map[string]int8{}
	prior := float64(c.sites[1]) / float64(max(c.sites[0], 1))
	for text, n := range c.uses {
		if n[0]+n[1] < sites || strings.ContainsFunc(text, unicode.IsDigit) {
			continue
		}
		odds := (float64(n[1]) + smoothing*prior) / (float64(n[0]) + smoothing) / prior
		weight := math.Round(lexiconUnit * math.Log(odds))
		if math.Abs(weight) >= lexiconLeast {
			weights[text] = int8(max(-lexiconMax, min(lexiconMax, weight)))
		}
	}
	return weights
}

// bySite groups the raw pages by site, in order of their first pages.
func bySite(pages []*page) [][]*page {
	var sites [][]*page
	index := map[string]int{}
	for _, p := range pages {
		if p.extracted {
			continue
		}
		i, ok := index[p.site]
		if !ok {
			i = len(sites)
			index[p.site] = i
			sites = append(sites, nil)
		}
		sites[i] = append(sites[i], p)
	}
	return sites
}
