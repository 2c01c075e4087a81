package charset

import (
	"math"
	"testing"
)

func TestModel(t *testing.T) {
	all := languages()
	if len(all) != len(trained) {
		t.Errorf("%d languages, want %d", len(all), len(trained))
	}
	for name, l := range all {
		size := len(l.class) + 1
		if len(l.cost) != size {
			t.Errorf("%s: %d rows, want %d", name, len(l.cost), size)
		}
		for i, row := range l.cost {
			if len(row) != size {
				t.Fatalf("%s: row %d has %d costs, want %d", name, i, len(row), size)
			}
			total := 0.0
			for _, cost := range row {
				total += math.Exp(-float64(cost))
			}
			if total < 0.8 || total > 1.2 {
				t.Errorf("%s: the probabilities of row %d add up to %.2f", name, i, total)
			}
		}
	}
	for _, c := range candidates {
		for _, l := range c.languages() {
			if l == nil {
				t.Errorf("%s: unknown language in %q", c.name, c.langs)
			}
		}
	}
}
