package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/model"
)

// invented returns pages of made-up sites: menus, prose, footers.
func invented(sites int) []*page {
	random := rand.New(rand.NewPCG(7, 7))
	nouns := strings.Fields("river bridge garden letter winter kitchen station teacher window harbour")
	verbs := strings.Fields("crosses keeps finds remembers paints carries follows hears")
	var pages []*page
	for site := range sites {
		p := &page{source: "invented", id: fmt.Sprint(site), site: fmt.Sprintf("site%d.example", site)}
		var text strings.Builder
		line := func(content bool, format string, args ...any) {
			fmt.Fprintf(&text, format+"\n", args...)
			p.content = append(p.content, content)
		}
		pick := func(from []string) string { return from[random.IntN(len(from))] }
		for range 3 + random.IntN(5) {
			line(false, "%s %s", strings.ToUpper(pick(nouns)), []string{"Home", "Login", "Share"}[random.IntN(3)])
		}
		text.WriteString("\n")
		for range 2 + random.IntN(6) {
			line(true, "The %s %s the %s, and nobody in the %s %s it for long.", pick(nouns), pick(verbs), pick(nouns), pick(nouns), pick(verbs))
		}
		text.WriteString("\n")
		line(false, "Contact | Privacy")
		p.split([]byte(text.String()))
		p.flags = make([]uint32, len(p.lines))
		pages = append(pages, p)
	}
	weigh(pages)
	return pages
}

// small makes training take no time.
func small(t *testing.T) {
	first, second := firstForest, secondForest
	t.Cleanup(func() { firstForest, secondForest = first, second })
	firstForest.trees, secondForest.trees = 10, 10
	firstForest.rows, secondForest.rows = 0.9, 0.9
}

func TestLearns(t *testing.T) {
	small(t)
	results := validate(invented(40), 2, func(p *page) int { return foldOf(p.site, 2) })
	if len(results) != 40 {
		t.Fatalf("%d results", len(results))
	}
	if f := meanF1(averages(results, 0.5)); f < 0.95 {
		t.Errorf("F1 %.3f", f)
	}
}

func TestSameWeights(t *testing.T) {
	small(t)
	var files [2]strings.Builder
	for i := range files {
		if err := fit(invented(30)).Format(&files[i], comment); err != nil {
			t.Fatal(err)
		}
	}
	if files[0].String() != files[1].String() {
		t.Error("trained twice, two models")
	}
	if _, err := model.Parse(files[0].String()); err != nil {
		t.Error(err)
	}
}

// TestBoost: of four kinds of rows, two questions tell all apart.
func TestBoost(t *testing.T) {
	rows := &table{candidates: []candidate{{column: model.Words}, {column: model.Stops}}}
	for i := range 400 {
		a, b := uint8(i%2*9), uint8(i/2%2*9)
		rows.candidates[0].values = append(rows.candidates[0].values, a)
		rows.candidates[1].values = append(rows.candidates[1].values, b)
		rows.content = append(rows.content, a > 0 && b > 0)
		rows.weight = append(rows.weight, 1)
	}
	trees := booster{trees: 30, rate: 0.3, rows: 1, asks: 1, lambda: 1}.grow(rows)
	score := make([]int32, len(rows.content))
	for i := range trees {
		asked := make([]*candidate, depth)
		for level, q := range trees[i].Questions {
			asked[level] = &rows.candidates[0]
			if q.Column == model.Stops {
				asked[level] = &rows.candidates[1]
			}
		}
		addScores(score, &trees[i], asked)
	}
	for row, content := range rows.content {
		if score[row] > 0 != content {
			t.Fatalf("row %d: score %d, content %t", row, score[row], content)
		}
	}
}

func TestWordsOf(t *testing.T) {
	got := wordsOf([]byte("Über 3 Äpfel, l'été: 你好吗 ok"))
	want := []string{"über", "3", "äpfel", "l", "été", "你", "你好", "好吗", "ok"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestExtractedLabels(t *testing.T) {
	gold := []byte("The bridge is older than the town it leads to.\nA heading\n")
	text := []byte("Share\nA heading\nThe bridge is older than the town it leads to. Photo: A\nMore stories from the valley below\n")
	e := newExtracted(&page{source: "s"}, "tool", text, gold)
	want := []bool{false, true, true, false}
	for i := range want {
		if e.content[i] != want[i] {
			t.Errorf("%s: %t", e.lines[i], e.content[i])
		}
	}
}
