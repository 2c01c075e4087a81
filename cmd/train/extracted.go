package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// extracted are extractors whose output on the same pages, with residue left
// in it, the model learns from.
var extracted = []string{"trafilatura", "rs_trafilatura", "readability_js", "newspaper"}

// loadExtracted reads, for each page with a gold text, that text and what
// extractors made of the page: documents as a cleaner meets them that come
// from no raw page. They are of their page's site.
func loadExtracted(dir string, pages []*page) ([]*page, error) {
	var all []*page
	for _, p := range pages {
		gold, err := os.ReadFile(filepath.Join(dir, "pages", p.source, p.id+".gold.txt"))
		if os.IsNotExist(err) || strings.HasPrefix(p.source, "turku") {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, newExtracted(p, "gold", gold, gold))
		for _, tool := range extracted {
			text, err := os.ReadFile(filepath.Join(dir, "residual", tool, p.source, p.id+".txt"))
			if err == nil && len(bytes.TrimSpace(text)) > 0 {
				all = append(all, newExtracted(p, tool, text, gold))
			}
		}
	}
	return all, nil
}

// newExtracted labels the lines of text as gold has them.
func newExtracted(p *page, tool string, text, gold []byte) *page {
	e := &page{source: tool + ":" + p.source, id: p.id, site: p.site, extracted: true}
	e.split(text)
	known, whole := shingles(wordsOf(gold)), linesOf(gold)
	for i, words := range e.texts {
		if len(words) < shingleWords {
			e.content = append(e.content, whole[string(e.lines[i])])
			continue
		}
		found, all := 0, 0
		for shingle := range shingles(words) {
			all++
			if known[shingle] {
				found++
			}
		}
		e.content = append(e.content, tool == "gold" || 2*found > all)
	}
	return e
}

const shingleWords = 3

// linesOf returns the lines of a text.
func linesOf(text []byte) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		set[strings.TrimSpace(line)] = true
	}
	return set
}

// shingles returns the runs of shingleWords words.
func shingles(words []string) map[string]bool {
	set := map[string]bool{}
	for i := range max(len(words)-shingleWords+1, 0) {
		set[strings.Join(words[i:i+shingleWords], " ")] = true
	}
	return set
}
