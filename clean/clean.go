// Package clean strips from scraped text what is not content and accounts for
// every byte of it.
//
// A [Cleaner] takes a document through the stages listed in pipeline.go.
// Stages only propose; the engine in this package edits, and keeps the
// account that comes back as a [doc.Ledger].
package clean

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/stage"
	"github.com/shuck-text/shuck/rules"
)

// MaxDocument is the largest document a Cleaner takes, in bytes. Readers cut
// larger input into several documents.
const MaxDocument = 1 << 30

// DefaultBudget is the share of a document's text, in bytes, that rules may
// drop before shuck abstains. Pages that are mostly chrome exist, but when
// most of an extracted text matches rules, it is more likely about the things
// the rules look for.
const DefaultBudget = 0.6

// Options configure a Cleaner. The zero value is the default.
type Options struct {
	Profile string             // one of Profiles; "" is "default"
	Unicode string             // see stage.ParseFixes; "" is "safe"
	Charset string             // the label of the charset of all sources; "" is to find out
	Packs   []*rules.Pack      // packs in addition to the embedded ones
	Disable []string           // globs on IDs of rules not to apply
	Repeat  stage.RepeatPolicy // which copy of a repeated paragraph stays
	Budget  float64            // see DefaultBudget, which 0 stands for
}

// A Profile is a named choice of stages.
type Profile struct {
	Name string
	Does string

	repairOnly bool
	content    bool // package model has a say about any text
	rulesOnly  bool // it has none about pages either
}

var profiles = []Profile{
	{Name: "default", Does: "repair Unicode and layout, drop what rules are sure of, keep when in doubt"},
	{Name: "page", Does: "for the whole text of a page: keep what the model takes for content", content: true},
	{Name: "rules", Does: "as the default, without a model for pages in HTML", rulesOnly: true},
	{Name: "none", Does: "repair Unicode and layout only, run no rule", repairOnly: true},
}

// Profiles returns the profiles there are, the default first.
func Profiles() []Profile { return slices.Clone(profiles) }

// A Cleaner cleans documents, one at a time. It reuses its memory, so it is
// not safe for concurrent use: give each goroutine its own by [Cleaner.Fork].
type Cleaner struct {
	// Shared between forks and never written to.
	options Options
	profile Profile
	decode  stage.Decode // for the source
	set     *rules.Set
	names   []string // rule IDs by label
	off     []bool   // labels of disabled rules
	terms   []stage.Terms

	// Scratch.
	repairs   []repair
	steps     []step
	view      stage.View
	segmenter stage.Segment
	proposals stage.Proposals
	fates     []stage.Fate
	writer    edit.Writer
	with      []byte
}

// A Result is a cleaned document.
type Result struct {
	// Text is clean. It may be the document's Source itself.
	Text   []byte
	Ledger doc.Ledger
}

// New returns a Cleaner. It reports packs with errors, IDs that collide, an
// unknown profile, fix or charset, and globs in Disable that name nothing.
func New(o Options) (*Cleaner, error) {
	if o.Budget == 0 {
		o.Budget = DefaultBudget
	}
	if o.Profile == "" {
		o.Profile = profiles[0].Name
	}
	i := slices.IndexFunc(profiles, func(p Profile) bool { return p.Name == o.Profile })
	if i < 0 {
		return nil, fmt.Errorf("no profile %q: there are %s", o.Profile, profileNames())
	}
	fixes, err := stage.ParseFixes(cmp.Or(o.Unicode, stage.UnicodeChoices[0].Name))
	if err != nil {
		return nil, err
	}
	var decode stage.Decode
	if o.Charset != "" {
		if decode, err = stage.NewDecode(o.Charset); err != nil {
			return nil, err
		}
	}
	off, rest := disableBuiltin(o.Disable)
	off[stage.LabelPageMarkup] = off[stage.LabelPageMarkup] || profiles[i].repairOnly
	for _, f := range stage.Fixes {
		off[f.Label] = off[f.Label] || !fixes.Has(f.Label)
	}
	build := embeddedSet
	if len(o.Packs)+len(rest) > 0 {
		build = func() (*rules.Set, error) { return newSet(o.Packs, rest) }
	}
	set, err := build()
	if err != nil {
		return nil, err
	}
	c := &Cleaner{options: o, profile: profiles[i], decode: decode, set: set}
	for _, name := range stage.LabelNames {
		c.names = append(c.names, name)
	}
	for _, r := range set.Rules() {
		c.names = append(c.names, r.ID)
	}
	c.names = slices.Clip(c.names) // documents append to it
	c.off = append(off, make([]bool, len(set.Rules()))...)
	c.terms = termsOf(set, c.names)
	c.prepare()
	return c, nil
}

// newSet returns the embedded rules and those of packs, without the disabled.
func newSet(packs []*rules.Pack, disable []string) (*rules.Set, error) {
	embedded, err := rules.Embedded()
	if err != nil {
		return nil, err
	}
	return rules.NewSet(append(embedded, packs...), disable)
}

// embeddedSet is for all Cleaners without rules of their own, so that they
// compile its rules once.
var embeddedSet = sync.OnceValues(func() (*rules.Set, error) { return newSet(nil, nil) })

// prepare makes the stages, which are not for sharing.
func (c *Cleaner) prepare() {
	c.repairs = repairs(c.off)
	c.steps = pipeline(c.set, c.terms, c.options.Repeat)
}

func profileNames() string {
	s := ""
	for i, p := range profiles {
		if i > 0 {
			s += ", "
		}
		s += p.Name
	}
	return s
}

// Fork returns another Cleaner with the same rules and options and memory of
// its own.
func (c *Cleaner) Fork() *Cleaner {
	f := &Cleaner{options: c.options, profile: c.profile, decode: c.decode, set: c.set, names: c.names, off: c.off, terms: c.terms}
	f.prepare()
	return f
}

// Rules returns the pattern rules in force.
func (c *Cleaner) Rules() *rules.Set { return c.set }

// ErrTooLarge is returned for a document of more than MaxDocument bytes.
var ErrTooLarge = errors.New("document is larger than 1 GiB")

// Clean cleans a document. It reads d.Source and never writes to it. The
// error is ErrTooLarge or an *EncodingError; nothing else can go wrong.
func (c *Cleaner) Clean(d *doc.Document) (Result, error) {
	if len(d.Source) > MaxDocument {
		return Result{}, ErrTooLarge
	}
	if err := c.checkEncoding(d); err != nil {
		return Result{}, err
	}
	r := c.clean(d)
	c.verify(d, r)
	return r, nil
}

// clean is Clean for a document that is neither too large nor a piece of
// something that must be read whole.
func (c *Cleaner) clean(d *doc.Document) Result {
	if c.profile.repairOnly {
		return c.repairOnly(d, nil, "")
	}
	r := c.start(d)
	settled := r.repeat(true)
	if why := r.whyAbstain(settled); why != "" {
		return c.repairOnly(d, withdrawn(r.verdicts), why)
	}
	return r.result(d, "")
}

// repairOnly returns the result for a document from which nothing is removed,
// for the reason given, if any. Text built so that each repair uncovers the
// next is decoded only: left half repaired, it would change again the next
// time.
func (c *Cleaner) repairOnly(d *doc.Document, verdicts []doc.Verdict, why string) Result {
	r := c.start(d)
	if !r.repeat(false) {
		r = c.start(d)
		r.propose(stage.Decode{})
		why = fmt.Sprintf("repairs were still finding something after %d rounds", maxRounds)
	}
	r.verdicts = verdicts
	return r.result(d, why)
}

// whyAbstain returns why removals are to be taken back, or "".
func (r *run) whyAbstain(settled bool) string {
	switch {
	case !settled:
		return fmt.Sprintf("rules were still finding something after %d rounds", maxRounds)
	case !r.page && !r.model && float64(r.dropped) > r.options.Budget*float64(r.size):
		return fmt.Sprintf("rules would drop %d of %d bytes of text, more than the budget of %.0f%%",
			r.dropped, r.size, 100*r.options.Budget)
	}
	return ""
}

func withdrawn(verdicts []doc.Verdict) []doc.Verdict {
	for i := range verdicts {
		if verdicts[i].Outcome == doc.Applied {
			verdicts[i].Outcome = doc.Withdrawn
		}
	}
	return verdicts
}

func (r *run) result(d *doc.Document, abstained string) Result {
	return Result{Text: r.text, Ledger: doc.Ledger{
		Map:       r.m,
		Rules:     r.names,
		Verdicts:  r.verdicts,
		Layout:    r.layout,
		Profile:   r.profile.Name,
		Abstained: abstained,
		Overlaps:  r.overlaps,
		SourceLen: len(d.Source),
		CleanLen:  len(r.text),
	}}
}

// disableBuiltin returns which built-in rules the globs switch off, and the
// globs that are left for pattern rules.
func disableBuiltin(globs []string) (off []bool, rest []string) {
	off = make([]bool, stage.NumLabels)
	for _, g := range globs {
		matched := false
		for l, name := range stage.LabelNames {
			if rules.Glob(g, name) && !stage.Required(edit.Label(l)) {
				off[l], matched = true, true
			}
		}
		if !matched {
			rest = append(rest, g)
		}
	}
	return off, rest
}

// termsOf returns the terms of each rule's claims, in the order of the set.
func termsOf(set *rules.Set, names []string) []stage.Terms {
	terms := make([]stage.Terms, len(set.Rules()))
	for i, r := range set.Rules() {
		terms[i] = stage.Terms{
			Label:  stage.RuleLabel(i),
			Zone:   r.Zone,
			Keep:   r.Action == rules.Keep,
			Likely: r.Sure == rules.Likely,
			Topic:  stage.Topic(&r),
			After:  labelsMatching(r.After, names),
			Before: labelsMatching(r.Before, names),
		}
	}
	return terms
}

// labelsMatching returns the labels whose names match one of the globs, or
// nil without globs.
func labelsMatching(globs, names []string) []bool {
	if len(globs) == 0 {
		return nil
	}
	set := make([]bool, len(names))
	for l, name := range names {
		set[l] = slices.ContainsFunc(globs, func(g string) bool { return rules.Glob(g, name) })
	}
	return set
}
