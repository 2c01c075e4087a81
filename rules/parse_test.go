package rules

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

func samplePack(t testing.TB) *Pack {
	t.Helper()
	const file = "testdata/sample.toml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := Parse(file, data)
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

func TestParse(t *testing.T) {
	pack := samplePack(t)
	if pack.Name != "en/sample" || len(pack.Rules) != 7 || !slices.Equal(pack.Languages, []string{"en"}) {
		t.Fatalf("pack = %q in %v with %d rules", pack.Name, pack.Languages, len(pack.Rules))
	}

	label := pack.Rules[0]
	if label.ID != "en/sample/share-label" || label.Pack != "en/sample" || label.MaxWords != 5 ||
		label.Unit != Line || label.Zone != Any || label.Sure != Certain || label.Action != Drop {
		t.Errorf("share-label = %+v", label)
	}
	if want := (Position{"testdata/sample.toml", 5, 1}); label.Pos != want {
		t.Errorf("share-label stands at %v, want %v", label.Pos, want)
	}
	if want := (Position{"testdata/sample.toml", 9, 46}); label.at.any[1] != want {
		t.Errorf("second pattern stands at %v, want %v", label.at.any[1], want)
	}

	if r := pack.Rules[1]; r.MinWords != 3 || r.Zone != Edge {
		t.Errorf("subscribe-sentence = %+v", r)
	}
	if r := pack.Rules[2]; r.Sure != Likely || len(r.After) != 1 || len(r.Before) != 1 {
		t.Errorf("about-us = %+v", r)
	}
	if r := pack.Rules[3]; r.Action != Keep {
		t.Errorf("answer-marker = %+v", r)
	}
	if r := pack.Rules[4]; r.Unit != Block || len(r.XFail) != 2 || r.XFail[1].Wants != "hit" {
		t.Errorf("legal-block = %+v", r)
	}
	if r := pack.Rules[5]; r.Unit != Span || r.Action != Cut {
		t.Errorf("slot = %+v", r)
	}
	if r := pack.Rules[6]; r.Action != Replace || r.With != " " {
		t.Errorf("glue = %+v", r)
	}
}

// head and body are a valid pack: 2 and 5 lines.
const (
	head = "pack = \"en/x\"\n[[rule]]\n"
	body = "id = \"a\"\nwhy = \"w\"\nany = ['x']\nhits = [\"x\"]\n"
)

func TestParseErrors(t *testing.T) {
	tests := []struct {
		name, data string
		want       string // errors, one a line, without the file
	}{
		{"empty file", "", `1:1: pack is missing: it names the pack, as in pack = "en/forum"
1:1: the pack has no [[rule]]`},
		{"missing keys", head, `2:1: id is missing: it names the rule within its pack
2:1: why is missing: say why the text is not content
2:1: any is missing: give at least one pattern
2:1: hits is missing: give texts on which the rule fires`},
		{"syntax", head + "id = x\n", `3:6: …`},
		{"syntax keeps earlier errors", head + "idd = 'x'\nwhy = \"\n", `3:1: unknown key rule.idd (did you mean rule.id?)
4:8: …`},
		{"unterminated", head + body + "misses = [", `7:10: …`},
		{"invalid UTF-8", head + "id = '\xff'\n", `3:7: …`},

		{"unknown key", head + body + "zones = \"tail\"\n", `7:1: unknown key rule.zones (did you mean rule.zone?)`},
		{"unknown key, none near", head + body + "priority = 3\n", `7:1: unknown key rule.priority`},
		{"unknown key at the top", "lang = []\n" + head + body, `1:1: unknown key lang`},
		{"unknown key in words", head + body + "words = { most = 3 }\n", `7:11: unknown key rule.words.most (did you mean rule.words.max, rule.words.min?)`},
		{"unknown key in xfail", head + body + "[[rule.xfail]]\ntext = 'a'\nwants = 'hit'\nwhy = 'b'\n", `10:1: unknown key rule.xfail.why (did you mean rule.xfail.text, rule.xfail.wants?)`},
		{"unknown table", "pack = 'en/x'\n[rules]\nid = 'a'\n" + "[[rule]]\n" + body, `2:2: unknown table rules: a pack has [[rule]] and [[rule.xfail]]`},
		{"rule as a table", "pack = 'en/x'\n[rule]\nid = 'a'\n" + "[[rule]]\n" + body, `2:2: unknown table rule: a pack has [[rule]] and [[rule.xfail]]`},
		{"xfail before a rule", "pack = 'en/x'\n[[rule.xfail]]\ntext = 'a'\n[[rule]]\n" + body, `2:3: unknown table rule.xfail: a pack has [[rule]] and [[rule.xfail]]`},
		{"rule as a key", "pack = 'en/x'\nrule.id = 'a'\n[[rule]]\n" + body, `2:1: unknown key rule.id: it belongs under a [[rule]]`},
		{"xfail as dotted keys", head + body + "xfail.text = 'a'\n", `7:1: unknown key rule.xfail.text: it belongs under a [[rule.xfail]]`},
		{"set twice", head + body + "why = 'again'\n", `7:1: rule.why is set twice`},
		{"words set twice", head + body + "words = { max = 3 }\nwords.max = 4\n", `8:1: rule.words.max is set twice`},
		{"pack set twice", "pack = 'en/x'\n" + head + body, `2:1: pack is set twice`},

		{"string wanted", head + "id = 3\nwhy = ['w']\nany = ['x']\nhits = ['x']\n", `3:6: rule.id must be a string
4:1: rule.why must be a string`},
		{"array wanted", head + body + "not = 'x'\n", `7:7: rule.not must be an array of strings`},
		{"strings wanted in an array", head + body + "not = [\n  'x',\n  4,\n]\n", `9:3: rule.not must be a string`},
		{"array in an array", head + body + "not = [['x']]\n", `7:1: rule.not must be a string`},
		{"number wanted", head + body + "words = { min = '3', max = 0 }\n", `7:17: rule.words.min must be a whole number from 1
7:28: rule.words.max must be a whole number from 1`},
		{"table wanted for words", head + body + "words = 12\n", `7:9: rule.words must be a table: { min = 2, max = 12 }`},
		{"xfail as a key", head + body + "xfail = [{ text = 'a', wants = 'hit' }]\n", `7:1: write expected failures as [[rule.xfail]]`},
		{"empty string", head + "id = 'a'\nwhy = ' '\nany = ['x']\nhits = ['x', '']\n", `4:7: rule.why is empty
6:14: rule.hits is empty`},
		{"empty array", head + "id = 'a'\nwhy = 'w'\nany = []\nhits = []\nafter = []\nsure = 'likely'\n", `5:1: rule.any is empty
6:1: rule.hits is empty
7:1: rule.after is empty`},

		{"bad pattern", head + body + "not = ['fine', '''\\p{Nothing}''', '(?<=a)b']\n", "7:16: rule.not: error parsing regexp: invalid character class range: `\\p{Nothing}`\n" +
			"7:35: rule.not: error parsing regexp: invalid named capture: `(?<=a)b`"},
		{"pattern of a later line", head + body + "not = [\n  'fine',\n  'a{2000}',\n]\n", "9:3: rule.not: error parsing regexp: invalid repeat count: `{2000}`"},
		{"pattern matches nothing", head + "id = 'a'\nwhy = 'w'\nany = ['x*', '^\\s*$', 'a|b?', '\\b', '(?:x?){2}', 'x+']\nhits = ['x']\nnot = ['x*']\n", `5:8: rule.any: the pattern matches the empty string, so it matches everywhere
5:14: rule.any: the pattern matches the empty string, so it matches everywhere
5:23: rule.any: the pattern matches the empty string, so it matches everywhere
5:31: rule.any: the pattern matches the empty string, so it matches everywhere
5:37: rule.any: the pattern matches the empty string, so it matches everywhere`},

		{"unknown unit", head + body + "unit = \"word\"\n", `7:8: rule.unit is "word" but must be one of: line, block, span`},
		{"unknown zone", head + body + "zone = \"body\"\n", `7:8: rule.zone is "body" but must be one of: any, head, tail, edge`},
		{"unknown sure", head + body + "sure = \"maybe\"\n", `7:8: rule.sure is "maybe" but must be one of: certain, likely`},
		{"unknown action", head + body + "action = \"eat\"\n", `7:10: rule.action is "eat" but must be one of: drop, keep, cut, replace`},
		{"unknown stage", head + body + "stage = \"zone\"\n", `7:9: rule.stage is "zone" but must be one of: chrome, markup`},
		{"unknown wants", head + body + "[[rule.xfail]]\ntext = 'a'\nwants = 'luck'\n", `9:9: rule.xfail.wants is "luck" but must be one of: hit, miss`},

		{"bad pack name", "pack = 'En/Forum'\n[[rule]]\n" + body, `1:8: pack "En/Forum": use a-z, 0-9, - and / between the parts`},
		{"bad id", head + "id = 'Über_us'\nwhy = 'w'\nany = ['x']\nhits = ['x']\n", `3:6: id "Über_us": use a-z, 0-9 and -`},
		{"duplicate id", head + body + "[[rule]]\n" + body, `8:6: id "a" is taken by an earlier rule`},

		{"min above max", head + body + "words = { min = 9, max = 4 }\n", `7:11: words.min is more than max = 4`},
		{"words without bounds", head + body + "words = {}\n", `7:1: rule.words needs min or max`},
		{"after without likely", head + body + "after = ['a/*']\nbefore = ['b/*']\n", `7:1: after counts only for sure = "likely"
8:1: before counts only for sure = "likely"`},
		{"with outside span", head + body + "with = ' '\n", `7:1: with is only for unit = "span"`},
		{"cut outside span", head + body + "action = 'cut'\n", `7:1: action of a line rule is drop or keep`},
		{"likely keep", head + body + "action = 'keep'\nsure = 'likely'\n", `8:1: sure of a keep rule is always certain`},
		{"stage of a line rule", head + body + "stage = 'markup'\n", `7:1: stage of a line rule is "chrome"`},

		{"stage of a span rule", head + body + "unit = 'span'\nstage = 'chrome'\n", `8:1: stage of a span rule is "markup"`},
		{"zone on span", head + body + "unit = 'span'\nzone = 'tail'\n", `8:1: zone has no meaning for a span rule: it applies everywhere`},
		{"words on span", head + body + "unit = 'span'\nwords = { max = 3 }\n", `8:1: words has no meaning for a span rule: bound the pattern`},
		{"likely span", head + body + "unit = 'span'\nsure = 'likely'\n", `8:1: sure of a span rule is always certain: a span has no neighbours to support it`},
		{"drop on span", head + body + "unit = 'span'\naction = 'drop'\n", `8:1: action of a span rule is cut or replace`},
		{"replace without with", head + body + "unit = 'span'\naction = 'replace'\n", `8:1: action replace needs with`},
		{"cut with with", head + body + "unit = 'span'\naction = 'cut'\nwith = 'x'\n", `9:1: with goes with action = "replace", not with cut`},
		{"incomplete xfail", head + body + "[[rule.xfail]]\ntext = 'a'\n[[rule.xfail]]\nwants = 'hit'\n", `7:3: an expected failure needs text and wants
9:3: an expected failure needs text and wants`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pack, err := Parse("in.toml", []byte(tt.data))
			if err == nil {
				t.Fatalf("no error, pack = %+v", pack)
			}
			got := strings.Split(strings.ReplaceAll(err.Error(), "in.toml:", ""), "\n")
			want := strings.Split(tt.want, "\n")
			if !slices.EqualFunc(got, want, sameError) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), tt.want)
			}
			var first *Error
			if !errors.As(err, &first) || first.File != "in.toml" {
				t.Errorf("%T is no *Error of the file", err)
			}
		})
	}
}

// sameError compares messages; after "…" the message is the TOML parser's own.
func sameError(got, want string) bool {
	if prefix, open := strings.CutSuffix(want, "…"); open {
		return strings.HasPrefix(got, prefix) && len(got) > len(prefix)
	}
	return got == want
}

func FuzzParse(f *testing.F) {
	sample, err := os.ReadFile("testdata/sample.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sample)
	f.Add([]byte(head + body))
	f.Add([]byte("[[rule.xfail]]\nwants = 'hit'"))
	f.Add([]byte("rule.words = {max = 1}\n[rule]\n[[rule]]\n[[rule.xfail]]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pack, err := Parse("f", data)
		if err != nil {
			var first *Error
			if !errors.As(err, &first) || first.Line < 1 || first.Column < 1 {
				t.Fatalf("error without a place: %v", err)
			}
			return
		}
		if _, err := NewSet([]*Pack{pack}, nil); err != nil {
			t.Fatalf("a parsed pack does not compile: %v", err)
		}
	})
}
