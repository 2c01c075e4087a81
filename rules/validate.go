package rules

import "fmt"

// checkRule completes the rule that ends and reports what is missing and
// what does not go together.
func (p *parser) checkRule() {
	r := p.rule
	p.require("id", "it names the rule within its pack")
	p.require("why", "say why the text is not content")
	p.require("any", "give at least one pattern")
	p.require("hits", "give texts on which the rule fires")

	if r.MaxWords > 0 && r.MinWords > r.MaxWords {
		p.report("words.min", fmt.Sprintf("is more than max = %d", r.MaxWords))
	}
	if r.Sure != Likely {
		p.forbid("after", `counts only for sure = "likely"`)
		p.forbid("before", `counts only for sure = "likely"`)
	}
	p.checkStage()
	if r.Unit == Span {
		p.checkSpan()
	} else {
		p.checkText()
	}
}

// checkStage compares the optional stage with the unit, which decides it.
func (p *parser) checkStage() {
	if !p.has("stage") {
		return
	}
	want := "chrome"
	if p.rule.Unit == Span {
		want = "markup"
	}
	if p.stage != want {
		p.report("stage", fmt.Sprintf("of a %s rule is %q", p.rule.Unit, want))
	}
}

// checkSpan checks what only holds for span rules.
func (p *parser) checkSpan() {
	r := p.rule
	p.forbid("zone", "has no meaning for a span rule: it applies everywhere")
	p.forbid("words", "has no meaning for a span rule: bound the pattern")
	if r.Sure == Likely {
		p.report("sure", "of a span rule is always certain: a span has no neighbours to support it")
	}
	switch {
	case !p.has("action") && p.has("with"):
		r.Action = Replace
	case !p.has("action"):
		r.Action = Cut
	case r.Action == Replace && !p.has("with"):
		p.report("action", "replace needs with")
	case r.Action == Cut && p.has("with"):
		p.report("with", "goes with action = \"replace\", not with cut")
	case r.Action != Cut && r.Action != Replace:
		p.report("action", "of a span rule is cut or replace")
	}
}

// checkText checks what only holds for line and block rules.
func (p *parser) checkText() {
	r := p.rule
	p.forbid("with", `is only for unit = "span"`)
	if r.Action != Drop && r.Action != Keep {
		p.report("action", fmt.Sprintf("of a %s rule is drop or keep", r.Unit))
	}
	if r.Action == Keep && r.Sure == Likely {
		p.report("sure", "of a keep rule is always certain")
	}
}

func (p *parser) has(key string) bool {
	_, ok := p.seen["rule."+key]
	return ok
}

// report adds an error about a key the rule has.
func (p *parser) report(key, msg string) {
	p.errorf(p.seen["rule."+key], "%s %s", key, msg)
}

func (p *parser) forbid(key, why string) {
	if p.has(key) {
		p.report(key, why)
	}
}

func (p *parser) require(key, hint string) {
	if !p.has(key) {
		p.errorAt(p.rule.Pos, "%s is missing: %s", key, hint)
	}
}
