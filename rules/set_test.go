package rules

import (
	"strings"
	"testing"
)

// mustParse parses a pack that a test has written.
func mustParse(t testing.TB, file, data string) *Pack {
	t.Helper()
	pack, err := Parse(file, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

func mustSet(t testing.TB, packs ...*Pack) *Set {
	t.Helper()
	set, err := NewSet(packs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func ids(s *Set) string {
	var ids []string
	for _, r := range s.Rules() {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, " ")
}

func TestSetOrder(t *testing.T) {
	late := mustParse(t, "late.toml", strings.Replace(head+body, "en/x", "z/late", 1))
	early := mustParse(t, "early.toml", strings.Replace(head+body, "en/x", "a/early", 1))
	set := mustSet(t, late, early)
	if got, want := ids(set), "z/late/a a/early/a"; got != want {
		t.Errorf("rules %s, want %s: packs keep the order they are given in", got, want)
	}
	if set.Rule(1).ID != "a/early/a" {
		t.Errorf("Rule(1) = %s", set.Rule(1).ID)
	}
}

func TestSetCollision(t *testing.T) {
	a := mustParse(t, "a.toml", head+body)
	b := mustParse(t, "b.toml", "# second\n"+head+body)
	_, err := NewSet([]*Pack{a, b}, nil)
	if err == nil || err.Error() != "b.toml:3:1: rule en/x/a is already defined at a.toml:2:1" {
		t.Errorf("error = %v", err)
	}
}

func TestSetDisable(t *testing.T) {
	pack := samplePack(t)
	set, err := NewSet([]*Pack{pack}, []string{"*/share-*", "en/sample/slot"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ids(set), "en/sample/subscribe-sentence en/sample/about-us en/sample/answer-marker en/sample/legal-block en/sample/glue"; got != want {
		t.Errorf("rules %s, want %s", got, want)
	}
	if got := len(pack.Rules); got != 7 {
		t.Errorf("the pack was changed: %d rules", got)
	}
}

func TestSetDisableUnknown(t *testing.T) {
	tests := []struct{ glob, want string }{
		{"en/sample/sloth", `no rule matches "en/sample/sloth" (did you mean en/sample/slot?)`},
		{"en/simple/*", `no rule matches "en/simple/*" (did you mean en/sample/*?)`},
		{"en/sample", `no rule matches "en/sample" (did you mean en/sample/*?)`},
		{"zebra", `no rule matches "zebra"`},
	}
	for _, tt := range tests {
		_, err := NewSet([]*Pack{samplePack(t)}, []string{tt.glob})
		if err == nil || err.Error() != tt.want {
			t.Errorf("disable %q: error %v, want %s", tt.glob, err, tt.want)
		}
	}
}

func TestSetMaxWords(t *testing.T) {
	if got := mustSet(t, samplePack(t)).MaxWords(); got != 60 {
		t.Errorf("MaxWords() = %d, want 60", got)
	}
	if got := mustSet(t).MaxWords(); got != 0 {
		t.Errorf("MaxWords() of no rules = %d", got)
	}
	long := mustParse(t, "long.toml", head+body+"words.min = 99\n")
	if got := mustSet(t, long).MaxWords(); got != 99 {
		t.Errorf("MaxWords() = %d, want 99: a lower bound has to be counted up to", got)
	}
}

func TestSetBadEmbeddedPattern(t *testing.T) {
	pack, err := parse("e.toml", []byte("pack = 'en/x'\n[[rule]]\nid = 'a'\nwhy = 'w'\nany = ['x',\n  '(x']\nhits = ['x']\n"), trusted)
	if err != nil {
		t.Fatal(err)
	}
	set, err := NewSet([]*Pack{pack}, nil)
	if err != nil {
		t.Fatal(err)
	}
	g := &set.lines.certain.long
	defer func() {
		if err, ok := recover().(error); !ok || !strings.HasPrefix(err.Error(), "e.toml:6:3: ") {
			t.Errorf("panic is %v", err)
		}
	}()
	set.compileGroup(g)
}
