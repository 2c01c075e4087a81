package clean

import (
	"slices"

	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

// A step is a stage and what the engine must know of it.
type step struct {
	stage.Stage
	lines   bool // it reads lines: the text is segmented before it
	removes bool // it removes content: left out when only repairing
	model   bool // it is package model's: left out where that has no say
}

// A repair is a stage that edits characters, and the rules it makes edits by.
type repair struct {
	stage.Stage
	labels []edit.Label
}

// repairs is the first half of the program, in order: from bytes to plain
// characters. They are repeated until none of them finds anything. Those
// whose rules are all off are left out.
func repairs(off []bool) []repair {
	all := []repair{
		{stage.Decode{}, only(stage.LabelCharset)},          // bytes → valid UTF-8
		{stage.NewMojibake(), only(stage.LabelMojibake)},    // → what it was before it was read wrongly
		{stage.Page{}, []edit.Label{stage.LabelPageMarkup}}, // → text, if it was a page
		{stage.Entity{}, only(stage.LabelEntity)},           // → no references of HTML
		{&stage.Unicode{}, stage.UnicodeLabels},             // → lines end in LF, no invisible noise
		{stage.NewNFC(), only(stage.LabelNFC)},              // → normalisation form C
		{stage.NewNFKC(), only(stage.LabelNFKC)},            // → normalisation form KC, on request
		{stage.Compat{}, stage.CompatLabels},                // → no forms of letters, on request
		{stage.Homoglyph{}, only(stage.LabelHomoglyph)},     // → words in one alphabet, on request
		{&stage.Spaced{}, only(stage.LabelSpaced)},          // → no letters set apart, on request
		{&stage.Hyphen{}, only(stage.LabelHyphen)},          // → no words divided between rows
	}
	return slices.DeleteFunc(all, func(r repair) bool {
		return !slices.ContainsFunc(r.labels, func(l edit.Label) bool { return !off[l] })
	})
}

func only(l edit.Label) []edit.Label { return []edit.Label{l} }

// pipeline is the second half, over plain text. All stages run again on what
// came out until nothing is removed any more, so that cleaning clean text
// changes nothing.
func pipeline(set *rules.Set, terms []stage.Terms, policy stage.RepeatPolicy) []step {
	return []step{
		{Stage: stage.NewMarkup(set), removes: true}, // → no tags and shortcodes inside lines
		// Here the text is segmented into lines and blocks (stage.Segment).
		{Stage: stage.NewChrome(set, terms), lines: true, removes: true},     // → fates of lines by rules, zones, support
		{Stage: stage.NewContent(), lines: true, removes: true, model: true}, // → fates of lines by the model
		{Stage: stage.NewRepeat(policy), lines: true, removes: true},         // → fates of repeated paragraphs
		{Stage: stage.Join{}, lines: true},                                   // → dropped lines are gone, white space is plain
	}
}
