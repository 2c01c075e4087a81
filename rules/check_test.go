package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// eaten is a pipeline that drops each line a dropping rule of set fires on.
func eaten(set *Set) Survives {
	m := set.NewMatcher()
	return func(_ *Rule, text string) (string, bool) {
		line := []byte(text)
		for _, i := range append(m.Lines(line, Words(line), AskAll, nil), m.Blocks(line, Words(line), nil)...) {
			if set.Rule(i).Action == Drop {
				return set.Rule(i).ID, false
			}
		}
		return "", true
	}
}

func TestCheckSample(t *testing.T) {
	set := mustSet(t, samplePack(t))
	for _, problem := range set.Check(eaten(set)) {
		if problem.Kind != DeadNot { // the spans of the pipeline above are not cut
			t.Error(problem)
		}
	}
}

func TestCheck(t *testing.T) {
	const start = "pack = 'en/x'\n[[rule]]\nid = 'a'\nwhy = 'w'\n"
	tests := []struct {
		name, rule string // the rule from line 5 on
		want       []string
	}{
		{"sound", "any = ['^x']\nhits = ['x', 'x1']\nmisses = ['y', 'z']\n", nil},
		{"few hits", "any = ['^x']\nhits = ['x']\nmisses = ['y', 'z']\n",
			[]string{"f:2:1: en/x/a: has 1 hits, needs 2"}},
		{"no misses", "any = ['^x']\nhits = ['x', 'x1']\n",
			[]string{"f:2:1: en/x/a: has 0 misses, needs 2"}},
		{"hit without a pattern", "any = ['^x']\nhits = ['x', 'y']\nmisses = ['y', 'z']\n",
			[]string{`f:6:14: en/x/a: does not fire on its hit: no pattern matches: "y"`}},
		{"hit stopped by not", "any = ['^x']\nnot = ['1$']\nhits = ['x', 'x1']\nmisses = ['x 1', 'z']\n",
			[]string{"f:7:14: en/x/a: does not fire on its hit: the `not` pattern \"1$\" matches: \"x1\""}},
		{"hit too long", "any = ['^x']\nwords.max = 2\nhits = ['x', 'x 1 2']\nmisses = ['x 1 2 3', 'z']\n",
			[]string{`f:7:14: en/x/a: does not fire on its hit: it has 3 words: "x 1 2"`}},
		{"hit of a block", "unit = 'block'\nany = ['^x']\nhits = ['x', 'y']\nmisses = ['y', 'z']\n",
			[]string{`f:7:14: en/x/a: does not fire on its hit: no pattern matches: "y"`}},
		{"span of another rule", "unit = 'span'\nany = ['x+']\nhits = ['x', 'xy']\nmisses = ['y', 'z']\n" +
			"[[rule]]\nid = 'b'\nwhy = 'w'\nunit = 'span'\nany = ['xy']\nhits = ['xy', 'zxy']\nmisses = ['y', 'z']\n",
			[]string{
				`f:14:9: en/x/b: does not fire on its hit: all its spans go to en/x/a: "xy"`,
				`f:14:15: en/x/b: does not fire on its hit: all its spans go to en/x/a: "zxy"`,
			}},
		{"miss caught", "any = ['^x']\nhits = ['x', 'x1']\nmisses = ['x 2', 'z']\n",
			[]string{`f:7:11: en/x/a: miss is caught by en/x/a: "x 2"`}},
		{"dead pattern", "any = ['^x', '^.1', 'y$']\nhits = ['x', 'x1', 'y']\nmisses = ['z', 'w']\n",
			[]string{`f:5:14: en/x/a: every hit fires without this pattern: "^.1"`}},
		{"idle not", "any = ['^x']\nnot = ['2$', '3$']\nhits = ['x', 'x1']\nmisses = ['x 2', 'z 3']\n",
			[]string{"f:6:14: en/x/a: no miss needs this `not` pattern: \"3$\""}},
		{"not saved by words", "any = ['^x']\nnot = ['2$']\nwords.max = 1\nhits = ['x', 'x1']\nmisses = ['x 2', 'z']\n",
			[]string{"f:6:8: en/x/a: no miss needs this `not` pattern: \"2$\""}},
		{"fixed xfail hit", "any = ['^x']\nhits = ['x', 'x1']\nmisses = ['y', 'z']\n[[rule.xfail]]\ntext = 'x 3'\nwants = 'hit'\n",
			[]string{`f:8:3: en/x/a: fires now: move the expected failure to hits: "x 3"`}},
		{"fixed xfail miss", "any = ['^x']\nhits = ['x', 'x1']\nmisses = ['y', 'z']\n[[rule.xfail]]\ntext = 'y 3'\nwants = 'miss'\n",
			[]string{`f:8:3: en/x/a: survives now: move the expected failure to misses: "y 3"`}},
		{"failing xfails", "any = ['^x']\nhits = ['x', 'x1']\nmisses = ['y', 'z']\n[[rule.xfail]]\ntext = 'y'\nwants = 'hit'\n" +
			"[[rule.xfail]]\ntext = 'x 3'\nwants = 'miss'\n", nil},
		{"support by nobody", "any = ['^x']\nsure = 'likely'\nafter = ['en/x/*', 'en/y/*']\nbefore = ['de/*']\nhits = ['x', 'x1']\nmisses = ['y', 'z']\n",
			[]string{
				`f:2:1: en/x/a: after matches no rule that drops lines: "en/y/*"`,
				`f:2:1: en/x/a: before matches no rule that drops lines: "de/*"`,
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := mustSet(t, mustParse(t, "f", start+tt.rule))
			var got []string
			for _, problem := range set.Check(eaten(set)) {
				got = append(got, problem.String())
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestCheckWithoutPipeline(t *testing.T) {
	set := mustSet(t, mustParse(t, "f", "pack = 'en/x'\n[[rule]]\nid = 'a'\nwhy = 'w'\nany = ['^x']\nhits = ['x', 'x1']\nmisses = ['x 2', 'z']\n"+
		"[[rule.xfail]]\ntext = 'y'\nwants = 'miss'\n"))
	if problems := set.Check(nil); len(problems) > 0 {
		t.Errorf("misses were checked without a pipeline: %v", problems)
	}
}

func TestLint(t *testing.T) {
	tests := []struct {
		name, rule, want string
	}{
		{"anchored at the start", `any = ['^share']`, ""},
		{"anchored at the end", `any = ['share$']`, ""},
		{"anchored in each alternative", `any = ['^share|^tweet\b|^(?:pin|like)$']`, ""},
		{"floating", `any = ['share']`, "neither anchored nor bounded by words.max nor zone"},
		{"one alternative floats", `any = ['^share|tweet']`, "neither anchored nor bounded by words.max nor zone"},
		{"bounded by words", "any = ['share']\nwords.max = 4", ""},
		{"bounded by zone", "any = ['share']\nzone = 'tail'", ""},
		{"bounded by support", "any = ['share']\nsure = 'likely'", ""},
		{"keeps", "any = ['share']\naction = 'keep'", ""},
		{"span", "any = ['share']\nunit = 'span'", ""},
		{"not may float", "any = ['^share']\nnot = ['bread']", ""},

		{"group", `any = ['^share (this|that)']`, "write (?:…): captured groups are not used"},
		{"named group", `any = ['^share (?P<what>this|that)']`, "write (?:…): captured groups are not used"},
		{"group in not", "any = ['^share']\nnot = ['(a|b)']", "write (?:…): captured groups are not used"},

		{"boundary after a letter", `any = ['^communiqué\b']`, `\b beside a letter like 'é': it knows ASCII letters only`},
		{"boundary before a letter", `any = ['^.\bécran']`, `\b beside a letter like 'é': it knows ASCII letters only`},
		{"boundary before alternatives", `any = ['^.\b(?:foto|öl)']`, `\b beside a letter like 'ö': it knows ASCII letters only`},
		{"boundary after a class", `any = ['^caf[eé]\b']`, `\b beside a letter like 'é': it knows ASCII letters only`},
		{"boundary after a repetition", `any = ['^suscr\p{L}*\b']`, ""},
		{"boundary at ASCII", `any = ['(?i)^é\s\bkiosks?\b — é']`, ""},

		{"common word", `any = ['^\p{L}{1,3}$']`, `matches a line that is just "the"`},
		{"common word in Russian", `any = ['^\p{Cyrillic}+$']`, `matches a line that is just "и"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pack := mustParse(t, "f", "pack = 'en/x'\n[[rule]]\nid = 'a'\nwhy = 'w'\nhits = ['x']\n"+tt.rule+"\n")
			var got []string
			for _, problem := range Lint(pack) {
				if problem.Kind != Suspicious || problem.Pos.Line < 6 {
					t.Errorf("problem of kind %s at %v", problem.Kind, problem.Pos)
				}
				got = append(got, problem.Msg)
			}
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		got  fmt.Stringer
		want string
	}{
		{Block, "block"}, {Edge, "edge"}, {Likely, "likely"}, {Replace, "replace"}, {Zone(9), "rules.Zone(9)"},
	} {
		if tt.got.String() != tt.want {
			t.Errorf("String() = %s, want %s", tt.got, tt.want)
		}
	}
}
