package rules

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// An Error is one thing wrong with a pack's file.
type Error struct {
	File         string
	Line, Column int // from 1; Column counts bytes
	Msg          string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
}

// Parse reads a pack. It is strict: unknown keys and combinations without
// meaning are errors. The error joins an [*Error] for each problem found, in
// file order.
func Parse(file string, data []byte) (*Pack, error) {
	return parse(file, data, untrusted)
}

// trust tells whether a pack's patterns are known to be valid.
type trust bool

const (
	untrusted trust = false
	trusted   trust = true
)

func parse(file string, data []byte, t trust) (*Pack, error) {
	p := &parser{
		pack:  &Pack{File: file},
		data:  data,
		lines: lineStarts(data),
		trust: t,
		ids:   map[string]bool{},
		seen:  map[string]int{},
	}
	p.document()
	if len(p.errs) > 0 {
		return nil, p.joined()
	}
	return p.pack, nil
}

// A parser reads a pack's file key by key. It works on the parsed TOML
// expressions and not through reflection, because every problem has to name
// its exact place.
type parser struct {
	pack  *Pack
	data  []byte
	lines []int // offset of the start of each line
	trust trust
	errs  []*Error

	rule  *Rule           // the rule being read; nil before the first
	table string          // path of the table being read: "", "rule", "rule.xfail"
	skip  bool            // the table being read is unknown, which has been reported
	stage string          // of the rule; "" when not given
	seen  map[string]int  // the keys read in the rule, and their offsets
	ids   map[string]bool // of the rules read
}

func (p *parser) document() {
	var t unstable.Parser
	t.Reset(p.data)
	for t.NextExpression() {
		p.expression(t.Expression())
	}
	if err := t.Error(); err != nil {
		// What is missing may stand behind the error: no more checks.
		p.syntaxError(err)
		return
	}
	p.endTable()
	p.endRule()
	p.endPack()
}

func (p *parser) expression(n *unstable.Node) {
	if n.Kind == unstable.KeyValue {
		if !p.skip {
			p.keyValue(p.table, n)
		}
		return
	}
	p.endTable()
	path, off := keyPath("", n.Key())
	p.table, p.skip = path, false
	switch {
	case n.Kind == unstable.ArrayTable && path == "rule":
		p.endRule()
		p.beginRule(bytes.LastIndex(p.data[:off], []byte("[[")))
	case n.Kind == unstable.ArrayTable && path == "rule.xfail" && p.rule != nil:
		p.rule.XFail = append(p.rule.XFail, Expectation{Pos: p.position(off)})
	default:
		p.errorf(off, "unknown table %s: a pack has [[rule]] and [[rule.xfail]]", path)
		p.skip = true
	}
}

// keyValue reads a `key = value` of the table named by prefix.
func (p *parser) keyValue(prefix string, n *unstable.Node) {
	path, off := keyPath(prefix, n.Key())
	set, ok := fields[path]
	if !ok {
		p.errorf(off, "unknown key %s%s", path, didYouMean(path, siblings(path)))
		return
	}
	if table := tableOf(path); table != p.table {
		p.errorf(off, "unknown key %s: it belongs under a [[%s]]", path, table)
		return
	}
	if _, twice := p.seen[path]; twice {
		p.errorf(off, "%s is set twice", path)
		return
	}
	p.seen[path] = off

	v := value{n.Value(), path, off}
	if path == "rule.words" && v.node.Kind == unstable.InlineTable {
		if v.node.Child() == nil {
			p.errorf(off, "rule.words needs min or max")
		}
		for it := v.node.Children(); it.Next(); {
			p.keyValue(path, it.Node())
		}
		return
	}
	set(p, v)
}

// tableOf returns the path of the table in which a key is written.
func tableOf(path string) string {
	table := path[:max(0, strings.LastIndexByte(path, '.'))]
	if table == "rule.words" { // not written as a table of its own
		return "rule"
	}
	return table
}

// siblings returns the keys of the table in which path would be.
func siblings(path string) []string {
	var keys []string
	for key := range fields {
		if tableOf(key) == tableOf(path) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// keyPath joins prefix and a dotted key, and returns the key's offset.
func keyPath(prefix string, key unstable.Iterator) (path string, off int) {
	off = -1
	for path = prefix; key.Next(); {
		if off < 0 {
			off = int(key.Node().Raw.Offset)
		}
		if path != "" {
			path += "."
		}
		path += string(key.Node().Data)
	}
	return path, off
}

func (p *parser) beginRule(off int) {
	p.rule = &Rule{Pos: p.position(off)}
	maps.DeleteFunc(p.seen, func(path string, _ int) bool { return strings.HasPrefix(path, "rule.") })
}

// endTable checks the table that ends and forgets its keys if it may come
// again within the rule.
func (p *parser) endTable() {
	if p.table != "rule.xfail" || p.skip {
		return
	}
	x := p.rule.XFail[len(p.rule.XFail)-1]
	if x.Text == "" || x.Wants == "" {
		p.errorAt(x.Pos, "an expected failure needs text and wants")
	}
	delete(p.seen, "rule.xfail.text")
	delete(p.seen, "rule.xfail.wants")
}

func (p *parser) endRule() {
	if p.rule == nil {
		return
	}
	p.checkRule()
	p.pack.Rules = append(p.pack.Rules, *p.rule)
}

func (p *parser) endPack() {
	start := p.position(0)
	if _, ok := p.seen["pack"]; !ok {
		p.errorAt(start, `pack is missing: it names the pack, as in pack = "en/forum"`)
	}
	if len(p.pack.Rules) == 0 {
		p.errorAt(start, "the pack has no [[rule]]")
	}
	for i := range p.pack.Rules {
		r := &p.pack.Rules[i]
		r.Pack = p.pack.Name
		r.ID = p.pack.Name + "/" + r.ID
		r.Languages = p.pack.Languages
	}
}

func (p *parser) syntaxError(err error) {
	off := len(p.data)
	var at *unstable.ParserError
	if errors.As(err, &at) {
		// The highlight is a slice of the data, so what lies between it
		// and the end of their common array tells its offset.
		off = min(max(cap(p.data)-cap(at.Highlight), 0), len(p.data))
	}
	p.errorf(off, "%v", err)
}

func (p *parser) errorf(off int, format string, args ...any) {
	p.errorAt(p.position(off), format, args...)
}

func (p *parser) errorAt(pos Position, format string, args ...any) {
	p.errs = append(p.errs, &Error{pos.File, pos.Line, pos.Column, fmt.Sprintf(format, args...)})
}

// joined returns the errors in file order as one.
func (p *parser) joined() error {
	slices.SortStableFunc(p.errs, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	errs := make([]error, len(p.errs))
	for i, e := range p.errs {
		errs[i] = e
	}
	return errors.Join(errs...)
}

func (p *parser) position(off int) Position {
	line := sort.SearchInts(p.lines, off+1) // the number of lines that start at or before off
	return Position{p.pack.File, line, off - p.lines[line-1] + 1}
}

func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
