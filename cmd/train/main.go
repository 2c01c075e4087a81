// Command train learns the weights of clean/model from annotated pages.
//
//	train -data DIR              cross-validate: how do models fare on sites they have not seen?
//	train -data DIR -hold a,b    on sources they have not seen?
//	train -data DIR -out FILE    train on all pages and write the weights
//
// README.md in clean/model says how DIR is laid out.
package main

import (
	"flag"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/shuck-text/shuck/clean/model"
)

const comment = `Weights of the line model: see README.md. Written by
    go run ./cmd/train -data DIR -out clean/model/weights.txt
Counts over annotated pages only: no text of the pages is in here but words
and phrases that stand on many sites.
`

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`directory` of annotated pages")
	out := flag.String("out", "", "`file` to write the weights to")
	folds := flag.Int("folds", 3, "parts to cut the sites into for cross-validation")
	hold := flag.String("hold", "", "hold out these `sources`, separated by commas, instead of sites")
	pred := flag.String("pred", "", "`directory` to write the lines kept of held-out pages to")
	flag.Parse()

	pages, err := load(*data)
	if err != nil {
		log.Fatal(err)
	}
	switch {
	case *out != "":
		err = write(*out, fit(pages))
	case *hold != "":
		sources := strings.Split(*hold, ",")
		err = show(validate(pages, len(sources), func(p *page) int { return slices.Index(sources, p.origin()) }), *pred)
	default:
		err = show(validate(pages, *folds, func(p *page) int { return foldOf(p.site, *folds) }), *pred)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// load reads all there is to learn from.
func load(dir string) ([]*page, error) {
	pages, err := loadPages(dir)
	if err != nil {
		return nil, err
	}
	more, err := loadExtracted(dir, pages)
	if err != nil {
		return nil, err
	}
	pages = append(pages, more...)
	weigh(pages)
	return pages, flagRules(pages)
}

// show prints what came out, and saves it if there is a directory to.
func show(results []result, dir string) error {
	report(os.Stdout, results, model.Likely)
	thresholds(os.Stdout, results)
	calibration(os.Stdout, results)
	if dir == "" {
		return nil
	}
	return save(dir, results, model.Likely)
}

// extractedWeight is what an extracted page counts for, next to a raw one.
const extractedWeight = 0.08

// weigh balances the sources: one with four times the pages counts twice.
func weigh(pages []*page) {
	count := map[string]float64{}
	for _, p := range pages {
		count[p.source]++
	}
	for _, p := range pages {
		p.weight = float32(10 / math.Sqrt(count[p.source]))
		if p.extracted {
			p.weight *= extractedWeight
		}
	}
}

func write(name string, w model.Weights) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := w.Format(f, comment); err != nil {
		return err
	}
	return f.Close()
}
