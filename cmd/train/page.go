package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// A page is an annotated document: the visible text of a web page, with a
// label for each line that is not blank.
type page struct {
	source, id, site string

	lines     [][]byte
	blank     []bool // a blank line is before
	content   []bool
	weight    float32    // of the page
	extracted bool       // no raw page: see loadExtracted
	flags     []uint32   // families of rules that fire
	texts     [][]string // words: see wordsOf
}

// origin is the source of the raw page.
func (p *page) origin() string {
	return p.source[strings.IndexByte(p.source, ':')+1:]
}

// loadPages reads all annotated pages below a directory laid out as
// flat/<source>/<id>.txt (text), lines/<source>/<id>.jsonl (labels),
// pages/<source>/index.jsonl (sites).
func loadPages(dir string) ([]*page, error) {
	names, err := filepath.Glob(filepath.Join(dir, "lines", "*", "*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no annotated pages in %s", dir)
	}
	var all []*page
	sites := map[string]string{}
	for _, name := range names {
		source, id := filepath.Base(filepath.Dir(name)), strings.TrimSuffix(filepath.Base(name), ".jsonl")
		if len(all) == 0 || all[len(all)-1].source != source {
			if sites, err = loadSites(filepath.Join(dir, "pages", source, "index.jsonl")); err != nil {
				return nil, err
			}
		}
		p := &page{source: source, id: id, site: sites[id]}
		if p.site == "" {
			p.site = source + "/" + id
		}
		text, err := os.ReadFile(filepath.Join(dir, "flat", source, id+".txt"))
		if err != nil {
			return nil, err
		}
		p.split(text)
		if err := p.label(name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, p)
	}
	return all, nil
}

func loadSites(name string) (map[string]string, error) {
	sites := map[string]string{}
	err := eachJSON(name, func(row struct{ ID, Site string }) { sites[row.ID] = row.Site })
	return sites, err
}

// label reads the labels of the lines.
func (p *page) label(name string) error {
	err := eachJSON(name, func(row struct{ Label int }) { p.content = append(p.content, row.Label == 1) })
	if err == nil && len(p.content) != len(p.lines) {
		err = fmt.Errorf("%d labels for %d lines", len(p.content), len(p.lines))
	}
	return err
}

func eachJSON[T any](name string, do func(T)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := json.NewDecoder(bufio.NewReader(f))
	for in.More() {
		var row T
		if err := in.Decode(&row); err != nil {
			return err
		}
		do(row)
	}
	return nil
}

// split takes the text apart into lines.
func (p *page) split(text []byte) {
	blank := false
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			blank = true
			continue
		}
		p.lines = append(p.lines, line)
		p.blank = append(p.blank, blank)
		p.texts = append(p.texts, wordsOf(line))
		blank = false
	}
}

// wordsOf returns the words of a line in lower case, as the model's lexicon
// is to know them: pairs of letters stand for words in scripts without spaces.
func wordsOf(line []byte) []string {
	var words []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = word[:0]
		}
	}
	var before rune
	for _, r := range string(line) {
		switch {
		case spaceless(r):
			end()
			if before != 0 {
				words = append(words, string([]rune{before, r}))
			} else {
				words = append(words, string(r))
			}
			before = r
			continue
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r):
			word = append(word, unicode.ToLower(r))
		default:
			end()
		}
		before = 0
	}
	end()
	return words
}

func spaceless(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// phrase returns the words of a line as the model's lexicon knows lines.
func phrase(line []byte) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, string(line))
	return strings.Join(strings.Fields(letters), " ")
}
