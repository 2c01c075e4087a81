package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shuck-text/shuck/clean/model"
)

// A result is what a model made of a page it had not seen.
type result struct {
	page        *page
	probability []float32
}

// validate trains without each fold in turn and scores it.
func validate(pages []*page, folds int, group func(*page) int) []result {
	var results []result
	for fold := range folds {
		var held, rest []*page
		for _, p := range pages {
			if group(p) == fold {
				held = append(held, p)
			} else {
				rest = append(rest, p)
			}
		}
		if len(held) == 0 {
			continue
		}
		s := model.New(fit(rest)).NewScorer()
		for _, p := range held {
			results = append(results, result{p, s.Score(p.lines, p.blank, p.flags, nil)})
		}
	}
	return results
}

// average sums up precision and recall of pages by words.
type average struct{ pages, precisions, precision, recalls, recall float64 }

func (a *average) add(r result, threshold float32) {
	kept, content, both := 0.0, 0.0, 0.0
	for i := range r.page.texts {
		w := float64(len(r.page.texts[i]))
		if r.probability[i] >= threshold {
			kept += w
			if r.page.content[i] {
				both += w
			}
		}
		if r.page.content[i] {
			content += w
		}
	}
	a.pages++
	if kept > 0 {
		a.precisions++
		a.precision += both / kept
	}
	if content > 0 {
		a.recalls++
		a.recall += both / content
	}
}

// f1 is of the mean precision and the mean recall.
func (a *average) f1() (p, r, f float64) {
	p, r = a.precision/max(a.precisions, 1), a.recall/max(a.recalls, 1)
	return p, r, 2 * p * r / max(p+r, 1e-9)
}

// report prints precision, recall and F1 by source, and their mean over the
// sources of raw pages.
func report(w io.Writer, results []result, threshold float32) {
	bySource := averages(results, threshold)
	for _, source := range slices.Sorted(maps.Keys(bySource)) {
		p, r, f := bySource[source].f1()
		fmt.Fprintf(w, "%-26s %5.0f %8.4f %8.4f %8.4f\n", source, bySource[source].pages, p, r, f)
	}
	fmt.Fprintf(w, "%-50s %8.4f\n", "mean of raw pages", meanF1(bySource))
}

// thresholds prints what other thresholds do to raw pages, and which share of
// the words of gold texts they lose.
func thresholds(w io.Writer, results []result) {
	fmt.Fprintf(w, "\n%9s %8s %8s\n", "threshold", "F1", "lost %")
	for _, t := range []float32{.01, .02, .03, .05, .1, .15, .2, .3, .4, .45, .5, .6, .7} {
		lost, all := 0, 0
		for _, r := range results {
			if !strings.HasPrefix(r.page.source, "gold:") {
				continue
			}
			for i, words := range r.page.texts {
				all += len(words)
				if r.probability[i] < t {
					lost += len(words)
				}
			}
		}
		fmt.Fprintf(w, "%9.2f %8.4f %8.3f\n", t, meanF1(averages(results, t)), 100*float64(lost)/float64(max(all, 1)))
	}
}

// calibration prints how many of the words thought so likely to be content
// are content, on raw pages.
func calibration(w io.Writer, results []result) {
	const bands = 10
	var all, content [bands]float64
	for _, r := range results {
		if r.page.extracted {
			continue
		}
		for i, words := range r.page.texts {
			band := min(int(r.probability[i]*bands), bands-1)
			all[band] += float64(len(words))
			if r.page.content[i] {
				content[band] += float64(len(words))
			}
		}
	}
	fmt.Fprintf(w, "\n%11s %9s %8s\n", "probability", "words", "content")
	for band := range bands {
		fmt.Fprintf(w, "%5.1f to %.1f %8.0f %8.3f\n", float64(band)/bands, float64(band+1)/bands, all[band], content[band]/max(all[band], 1))
	}
}

func averages(results []result, threshold float32) map[string]*average {
	bySource := map[string]*average{}
	for _, r := range results {
		a := bySource[r.page.source]
		if a == nil {
			a = &average{}
			bySource[r.page.source] = a
		}
		a.add(r, threshold)
	}
	return bySource
}

// meanF1 is the mean over the sources of raw pages: a large source is not to
// drown a small one.
func meanF1(bySource map[string]*average) float64 {
	sum, n := 0.0, 0.0
	for _, source := range slices.Sorted(maps.Keys(bySource)) {
		if !strings.Contains(source, ":") {
			_, _, f := bySource[source].f1()
			sum += f
			n++
		}
	}
	return sum / max(n, 1)
}

// save writes the lines kept of each page to dir/<source>/<id>.txt.
func save(dir string, results []result, threshold float32) error {
	for _, r := range results {
		var kept []byte
		for i, line := range r.page.lines {
			if r.probability[i] >= threshold {
				kept = append(append(kept, line...), '\n')
			}
		}
		if err := os.MkdirAll(filepath.Join(dir, r.page.source), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, r.page.source, r.page.id+".txt"), kept, 0o644); err != nil {
			return err
		}
	}
	return nil
}
