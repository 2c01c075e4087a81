package charset

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// A language knows how likely its letters follow each other. Costs are
// negative logarithms of probabilities, in nats.
type language struct {
	class map[rune]uint8 // of each letter, from 1 on; 0 is all between words
	cost  [][]float32    // by the classes of the letter before and the letter
	own   script
}

// Costs in model.txt are in steps of costStep nats, maxCost at most.
const (
	costStep = 0.2
	maxCost  = 9
)

//go:embed model.txt
var modelText string

// languages returns the model by language.
var languages = sync.OnceValue(func() map[string]*language {
	all := map[string]*language{}
	var l *language
	for line := range strings.Lines(modelText) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "# "):
		case l == nil || len(l.cost) > len(l.class):
			name, letters, _ := strings.Cut(line, " ")
			l = newLanguage(letters)
			all[name] = l
		default:
			l.cost = append(l.cost, parseCosts(line))
		}
	}
	return all
})

func newLanguage(letters string) *language {
	first, _ := utf8.DecodeRuneInString(letters)
	l := &language{class: map[rune]uint8{}, own: scriptOf(first)}
	for _, r := range letters {
		l.class[r] = uint8(len(l.class) + 1)
	}
	return l
}

func parseCosts(line string) []float32 {
	costs := make([]float32, len(line))
	for i := range line {
		costs[i] = costStep * float32(line[i]-'!')
	}
	return costs
}
