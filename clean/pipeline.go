package clean

import (
	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

// A step is a stage and what the engine must know of it.
type step struct {
	stage.Stage
	lines   bool // it reads lines: the text is segmented before it
	removes bool // it removes content: left out when only repairing
}

// pipeline is the whole program, in order. All stages run again on what came
// out until nothing is removed any more, so that cleaning clean text changes
// nothing.
func pipeline(set *rules.Set, terms []stage.Terms, policy stage.RepeatPolicy) []step {
	return []step{
		{Stage: stage.Decode{}},                      // bytes → valid UTF-8
		{Stage: stage.Unicode{}},                     // → lines end in LF, no invisible noise
		{Stage: &stage.NFC{}},                        // → normalisation form C
		{Stage: stage.NewMarkup(set), removes: true}, // → no tags and shortcodes inside lines
		// Here the text is segmented into lines and blocks (stage.Segment).
		{Stage: stage.NewChrome(set, terms), lines: true, removes: true}, // → fates of lines by rules, zones, support
		{Stage: stage.NewRepeat(policy), lines: true, removes: true},     // → fates of repeated paragraphs
		{Stage: stage.Join{}, lines: true},                               // → dropped lines are gone, white space is plain
	}
}
