package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// A value is what a key is set to.
type value struct {
	node *unstable.Node
	path string // of the key
	key  int    // offset of the key
}

// offset returns the value's offset, or the key's where the parser does not
// tell it (arrays).
func (v value) offset() int {
	if v.node.Raw.Length == 0 {
		return v.key
	}
	return int(v.node.Raw.Offset)
}

// fields says for every key a pack may have what setting it does.
var fields = map[string]func(*parser, value){
	"pack":      (*parser).packName,
	"languages": func(p *parser, v value) { p.pack.Languages, _ = p.texts(v) },

	"rule.id":     (*parser).ruleID,
	"rule.why":    func(p *parser, v value) { p.rule.Why = p.text(v) },
	"rule.stage":  func(p *parser, v value) { p.stage = stageNames[p.enum(v, stageNames)] },
	"rule.unit":   func(p *parser, v value) { p.rule.Unit = Unit(p.enum(v, unitNames)) },
	"rule.any":    func(p *parser, v value) { p.rule.Any, p.rule.at.any = p.patterns(v, checkAny) },
	"rule.not":    func(p *parser, v value) { p.rule.Not, p.rule.at.not = p.patterns(v, checkNot) },
	"rule.zone":   func(p *parser, v value) { p.rule.Zone = Zone(p.enum(v, zoneNames)) },
	"rule.sure":   func(p *parser, v value) { p.rule.Sure = Sure(p.enum(v, sureNames)) },
	"rule.after":  func(p *parser, v value) { p.rule.After, _ = p.someTexts(v) },
	"rule.before": func(p *parser, v value) { p.rule.Before, _ = p.someTexts(v) },
	"rule.action": func(p *parser, v value) { p.rule.Action = Action(p.enum(v, actionNames)) },
	"rule.with":   func(p *parser, v value) { p.rule.With = p.anyText(v) },
	"rule.hits":   func(p *parser, v value) { p.rule.Hits, p.rule.at.hits = p.someTexts(v) },
	"rule.misses": func(p *parser, v value) { p.rule.Misses, p.rule.at.misses = p.someTexts(v) },

	"rule.words":     func(p *parser, v value) { p.errorf(v.offset(), "rule.words must be a table: { min = 2, max = 12 }") },
	"rule.words.min": func(p *parser, v value) { p.rule.MinWords = p.count(v) },
	"rule.words.max": func(p *parser, v value) { p.rule.MaxWords = p.count(v) },

	"rule.xfail":       func(p *parser, v value) { p.errorf(v.key, "write expected failures as [[rule.xfail]]") },
	"rule.xfail.text":  func(p *parser, v value) { p.xfail().Text = p.text(v) },
	"rule.xfail.wants": func(p *parser, v value) { p.xfail().Wants = wantNames[p.enum(v, wantNames)] },
}

var (
	stageNames = []string{"chrome", "markup"}
	wantNames  = []string{"hit", "miss"}
)

var (
	ruleName = regexp.MustCompile(`^[a-z0-9-]+$`)
	packName = regexp.MustCompile(`^[a-z0-9-]+(?:/[a-z0-9-]+)*$`)
)

func (p *parser) packName(v value) {
	p.pack.Name = p.text(v)
	if p.pack.Name != "" && !packName.MatchString(p.pack.Name) {
		p.errorf(v.offset(), "pack %q: use a-z, 0-9, - and / between the parts", p.pack.Name)
	}
}

func (p *parser) ruleID(v value) {
	id := p.text(v)
	switch {
	case id == "":
		return
	case !ruleName.MatchString(id):
		p.errorf(v.offset(), "id %q: use a-z, 0-9 and -", id)
	case p.ids[id]:
		p.errorf(v.offset(), "id %q is taken by an earlier rule", id)
	}
	p.ids[id] = true
	p.rule.ID = id
}

func (p *parser) xfail() *Expectation {
	return &p.rule.XFail[len(p.rule.XFail)-1]
}

// text reads a string that is not blank; it returns "" after an error.
func (p *parser) text(v value) string {
	s := p.anyText(v)
	if v.node.Kind == unstable.String && strings.TrimSpace(s) == "" {
		p.errorf(v.offset(), "%s is empty", v.path)
		return ""
	}
	return s
}

// anyText reads a string.
func (p *parser) anyText(v value) string {
	if v.node.Kind != unstable.String {
		p.errorf(v.offset(), "%s must be a string", v.path)
		return ""
	}
	return string(v.node.Data)
}

// texts reads an array of strings that are not blank, and where each stands.
func (p *parser) texts(v value) (texts []string, at []Position) {
	if v.node.Kind != unstable.Array {
		p.errorf(v.offset(), "%s must be an array of strings", v.path)
		return nil, nil
	}
	for it := v.node.Children(); it.Next(); {
		element := value{it.Node(), v.path, v.key}
		texts = append(texts, p.text(element))
		at = append(at, p.position(element.offset()))
	}
	return texts, at
}

// someTexts is texts with at least one element.
func (p *parser) someTexts(v value) (texts []string, at []Position) {
	texts, at = p.texts(v)
	if v.node.Kind == unstable.Array && len(texts) == 0 {
		p.errorf(v.key, "%s is empty", v.path)
	}
	return texts, at
}

// patterns reads an array of regular expressions, each of which has to pass
// check.
func (p *parser) patterns(v value, check func(expr string) error) (patterns []string, at []Position) {
	patterns, at = p.someTexts(v)
	if p.trust == trusted {
		return patterns, at
	}
	for i, pattern := range patterns {
		if pattern == "" {
			continue // not a string or blank, which has been reported
		}
		if err := check(pattern); err != nil {
			p.errorAt(at[i], "%s: %v", v.path, err)
		}
	}
	return patterns, at
}

// count reads a whole number from 1.
func (p *parser) count(v value) int {
	n, err := strconv.Atoi(string(v.node.Data))
	if v.node.Kind != unstable.Integer || err != nil || n < 1 {
		p.errorf(v.offset(), "%s must be a whole number from 1", v.path)
		return 0
	}
	return n
}

// enum reads one of names and returns its index, 0 after an error.
func (p *parser) enum(v value, names []string) int {
	s := p.text(v)
	if s == "" {
		return 0
	}
	i := slices.Index(names, s)
	if i < 0 {
		p.errorf(v.offset(), "%s is %q but must be one of: %s", v.path, s, strings.Join(names, ", "))
		return 0
	}
	return i
}
