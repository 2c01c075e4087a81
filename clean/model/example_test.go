package model_test

import (
	"bytes"
	"fmt"

	"github.com/shuck-text/shuck/clean/model"
)

func ExampleScorer_Score() {
	lines := bytes.Split([]byte(`Home
News
Log in
The mill still turns on three days of the week, when the river is high enough.
The miller opens the gate by hand, as his uncle taught him to.
Two bakers take all of his flour, and would not hear of any other.
Share
Privacy policy`), []byte("\n"))
	blankBefore := make([]bool, len(lines))
	blankBefore[3], blankBefore[6] = true, true

	probabilities := model.Load().NewScorer().Score(lines, blankBefore, nil, nil)
	for i, p := range probabilities {
		if p >= model.Likely {
			fmt.Printf("%s\n", lines[i])
		}
	}
	// Output:
	// The mill still turns on three days of the week, when the river is high enough.
	// The miller opens the gate by hand, as his uncle taught him to.
	// Two bakers take all of his flour, and would not hear of any other.
}
