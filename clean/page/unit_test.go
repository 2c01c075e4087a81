package page

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/shuck-text/shuck/clean/edit"
)

func TestTokens(t *testing.T) {
	for class, want := range map[string]string{
		"entry-content post_12":    "entry content post",
		"postBody PostBody":        "post body",
		"css-1x2y3z a sc-3ab":      "css sc",
		"ARTICLE__Lead article":    "article lead",
		"Überschrift_2 статья--v2": "überschrift статья",
	} {
		n := &html.Node{Type: html.ElementNode, Data: "div", Attr: []html.Attribute{{Key: "class", Val: class}, {Key: "title", Val: "no"}}}
		if got := strings.Join(Tokens(n), " "); got != want {
			t.Errorf("%q: %q, want %q", class, got, want)
		}
	}
}

func TestParseStyle(t *testing.T) {
	for css, want := range map[string]style{
		"color: red; DISPLAY : None !important": {hidden: true},
		"visibility:hidden":                     {hidden: true},
		"display:block;white-space:pre-wrap":    {block: true, space: preserved},
		"white-space: pre-line":                 {space: preLine},
		"white-space:nowrap":                    {space: collapsed},
		"display":                               {},
		";;:;display:inline":                    {},
	} {
		if got := parseStyle(css); got != want {
			t.Errorf("%q: %+v, want %+v", css, got, want)
		}
	}
}

func TestCounts(t *testing.T) {
	for text, want := range map[string]Counts{
		"Two words.":        {Runes: 10, Words: 2, Ends: 1},
		"3,5 km — oui?":     {Runes: 13, Words: 4, Ends: 1},
		"東京へ行く。":            {Runes: 6, Words: 5, Ends: 1},
		"क्या हाल है।":      {Runes: 12, Words: 3, Ends: 1},
		"هل وصلت الرسالة؟":  {Runes: 16, Words: 3, Ends: 1},
		"— … —":             {Runes: 5},
		"bad \xff\xfebytes": {Runes: 11, Words: 2},
	} {
		if got := countText([]byte(text)); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	if d := (Counts{Runes: 8, Linked: 2}).LinkDensity(); d != 0.25 {
		t.Errorf("link density %v", d)
	}
	if d := (Counts{}).LinkDensity(); d != 0 {
		t.Errorf("link density of nothing %v", d)
	}
}

func TestMend(t *testing.T) {
	for script, want := range map[string]string{
		`x = {"a": 1,};`:            `{"a": 1}`,
		"<!-- [1, 2, ] -->":         `[1, 2]`,
		"{\"a\": \"b\nc\"}":         `{"a": "b c"}`,
		`{"a": "b`:                  `{"a": "b"}`,
		`{"a": ["b", `:              `{"a": ["b"]}`,
		`{"a":`:                     `{"a":null}`,
		`{"a": /* no */ 1 // "x" }`: `{"a":  1}`,
		`{"a": "\"{\\"} tail`:       `{"a": "\"{\\"}`,
		`{"a": "\`:                  `{"a": ""}`,
		"nothing":                   "",
	} {
		got := string(mend(script))
		if got != want {
			t.Errorf("%q: %q, want %q", script, got, want)
		}
		if want != "" && !json.Valid([]byte(got)) {
			t.Errorf("%q is not JSON", got)
		}
	}
}

func TestLinkedData(t *testing.T) {
	script := `{"@graph": [
		{"@type": "https://schema.org/NewsArticle", "headline": "A &amp; B", "author": [{"name": "X"}, "Y"],
		 "hasPart": {"@type": "Comment", "text": "hear, hear", "author": {"@id": "#z"}}},
		{"name": "no type"}, [[{"@type": []}]], null, 7]}`
	want := []Thing{
		{Types: []string{"NewsArticle"}, Headline: "A & B", Authors: []string{"X", "Y"}},
		{Types: []string{"Comment"}, Body: "hear, hear", Authors: []string{"#z"}},
	}
	equal := func(a, b Thing) bool {
		return slices.Equal(a.Types, b.Types) && slices.Equal(a.Authors, b.Authors) && a.Headline == b.Headline && a.Body == b.Body
	}
	if got := linkedData(script); !slices.EqualFunc(got, want, equal) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := linkedData("{]"); got != nil {
		t.Errorf("%+v from what is not JSON", got)
	}
}

func TestMetaAccessors(t *testing.T) {
	p, err := Parse([]byte(`<meta name="Author" content=" A "><meta property=og:site_name content=S><meta name=x>`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if m := p.Meta; m.Tag("none", "author") != "A" || m.SiteName() != "S" || m.Tag("x") != "" {
		t.Errorf("%+v", m)
	}
	m := Meta{Things: []Thing{{Types: []string{"Person"}, Name: "P"}, {Types: []string{"WebSite"}, Name: "W"}}}
	if m.SiteName() != "W" || new(Meta).SiteName() != "" {
		t.Errorf("site %q", m.SiteName())
	}
}

func TestLabels(t *testing.T) {
	const first = 40
	p, err := Parse([]byte("<p>a&amp;b</p><p hidden>c</p>"), Options{FirstLabel: first})
	if err != nil {
		t.Fatal(err)
	}
	const mine edit.Label = 7
	_, m := p.Text(func(b *Block) (edit.Label, bool) { return mine, b.Seen == Hidden })
	var labels []edit.Label
	for c := range m.Changes() {
		labels = append(labels, c.Label)
	}
	want := []edit.Label{first + Markup, first + Entity, first + Markup, mine, first + Markup, first + Break}
	if !slices.Equal(labels, want) {
		t.Errorf("labels %v, want %v", labels, want)
	}
	if len(LabelNames()) != int(Syntax)+1 {
		t.Errorf("%d names", len(LabelNames()))
	}
}

// TestGoquery finds texts that were put back, in the tree and in blocks.
func TestGoquery(t *testing.T) {
	p, err := Parse([]byte(`<div class=a><p>x &amp; <b>y</b></p></div><noscript><p class=n>z</p></noscript>`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := p.Document()
	if got := d.Find(".a p:contains('x &')").Text() + d.Find("noscript .n").Text(); got != "x & yz" {
		t.Errorf("found %q", got)
	}
	if n := d.Find(".a p").Get(0); p.Blocks[0].Node != n {
		t.Error("the block does not know its element")
	}
}

func TestFlat(t *testing.T) {
	p := checkPage(t, []byte(strings.Repeat("<div>", 600)+"one &amp; <b>two</b><p>thr<i>ee</i><br>four<script>no</script><textarea>a &lt;b></textarea>"))
	if out, _ := p.Text(nil); !p.Flat || p.Why == nil || p.Document() != nil || string(out) != "one & two\n\nthree\nfour\n\na <b>\n" {
		t.Errorf("flat %v, why %v, text %q", p.Flat, p.Why, out)
	}
}

func TestTooLong(t *testing.T) {
	if _, err := Parse(make([]byte, MaxLen+1), Options{}); err == nil {
		t.Error("no error")
	}
}

func TestEmpty(t *testing.T) {
	for _, src := range []string{"", " \n", "<p></p>", "<!-- x -->"} {
		p := checkPage(t, []byte(src))
		if out, _ := p.Text(nil); len(out) != 0 || len(p.Blocks) != 0 {
			t.Errorf("%q: %q", src, out)
		}
	}
}
