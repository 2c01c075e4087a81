package page

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile are pages built to cost more than their length, of n parts each.
var hostile = []struct {
	name string
	page func(n int) string
}{
	{"nested", repeat("<div>x", "")},
	{"nested and closed", repeat("<div>", "</div>")},
	{"nested spans", repeat("<span>x", "</span>")},
	{"nested tables", repeat("<table><tr><td>x", "")},
	{"nested lists", repeat("<ul><li>x", "")},
	{"nested quotes", repeat("<blockquote>x\n", "")},
	{"nested noscript", repeat("<noscript>x", "")},
	{"nested template", repeat("<template>x", "")},
	{"nested object", repeat("<object>x", "</object>")},
	{"nested svg", repeat("<svg><title>x", "")},
	{"nested math", repeat("<math><msup><mi>x</mi>", "")},
	{"nested links", repeat("<a href=x>x", "</a>")},
	{"nested itemscope", repeat("<i itemscope itemprop=name>x", "")},
	{"unclosed formatting", numbered("<p><b id=%d>x")},
	{"formatting reopened", func(n int) string {
		return strings.Repeat("<font size=1><i><b>", min(n, 100)) + strings.Repeat("<p>x</p>", n)
	}},
	{"formatting reopened in cells", func(n int) string {
		return numbered("<font id=%d>")(min(n, 400)) + strings.Repeat("<applet></font></applet><p>x</p>", n)
	}},
	{"formatting closed elsewhere", numbered("<b id=%d><p>x</b>")},
	{"stray end tags", repeat("x</b></p></x>", "")},
	{"foster parents", repeat("<table>x<div>y</div><tr>", "")},
	{"fostered texts", func(n int) string { return "<table>" + strings.Repeat("x<i>y</i><tr>", n) }},
	{"attributes", func(n int) string { return "<p " + numbered("a%d=b ")(n) + ">x" }},
	{"giant attribute", func(n int) string { return "<p class='" + strings.Repeat("Ab cd1 ", n) + "'>x" }},
	{"giant style", func(n int) string { return "<p style='" + strings.Repeat("display:none;", n) + "'>x" }},
	{"unclosed attribute", repeat("<p a='", "")},
	{"unclosed comments", repeat("<!-- x", "")},
	{"dashes", repeat("--!", "")},
	{"comment of dashes", func(n int) string { return "<!--" + strings.Repeat("--!-", n) }},
	{"open angles", repeat("<", "")},
	{"half end tags", func(n int) string { return "<title>" + strings.Repeat("</titl", n) }},
	{"scripts in scripts", repeat("<script><!--", "")},
	{"ampersands", repeat("&", "")},
	{"long reference", func(n int) string { return "&" + strings.Repeat("a", n) + "&#" + strings.Repeat("0", n) }},
	{"references", repeat("&notit;&#x41", "")},
	{"white space", repeat(" \n\t", "")},
	{"preserved space", func(n int) string { return "<pre>x" + strings.Repeat(" \n", n) + "x" }},
	{"line breaks", repeat("<br>", "")},
	{"lines", repeat("x<br>", "")},
	{"NULs", repeat("\x00", "")},
	{"NULs between", repeat("x\x00", "")},
	{"carriage returns", repeat("x\r", "")},
	{"section ends", func(n int) string { return "<svg><![CDATA[" + strings.Repeat("x]]>", n) }},
	{"hidden", repeat("x<i hidden>y", "</i>")},
	{"buttons", repeat("x<button>y</button>", "")},
	{"empty cells", func(n int) string { return "<table><tr><th>x<th>y<tr>" + strings.Repeat("<td>", n) + "z" }},
	{"rows", func(n int) string { return "<table>" + strings.Repeat("<tr><td>x<td>y", n) }},
	{"long address", func(n int) string { return "<a href='" + strings.Repeat("x", n) + "'>" + strings.Repeat("<p>x", n) }},
	{"quoted lines", func(n int) string { return strings.Repeat("<blockquote>", 400) + strings.Repeat("x<br>", n) }},
	{"listed lines", func(n int) string {
		return strings.Repeat("<ul><li>", 200) + "<i style=white-space:pre>" + strings.Repeat("x\n", n)
	}},
	{"properties", func(n int) string { return "<i itemscope><b itemprop='" + strings.Repeat("a ", n) + "'>x" }},
	{"backticks", func(n int) string { return "<pre>" + strings.Repeat("`", n) }},
	{"backslashes", repeat(`\[*_`, "")},
	{"broken JSON", func(n int) string {
		return "<script type=application/ld+json>" + strings.Repeat(`{"@type":["`, n) + "</script>"
	}},
	{"invalid UTF-8", repeat("\xff\xfe", "")},
	{"every invalid byte", func(n int) string { return sentinels + strings.Repeat("<p>x", n) }},
	{"many pages", repeat("<!doctype html><html><body class=x><p>x</body></html>\n", "")},
	{"framesets", repeat("<frameset><noframes>x</noframes>", "")},
	{"selects", repeat("<select><option>x", "")},
	{"headings", repeat("<h1>x<h2>y", "")},
	{"plaintext", repeat("<plaintext>x", "")},
}

// repeat returns pages of n times open and then n times closed.
func repeat(opening, closing string) func(int) string {
	return func(n int) string { return strings.Repeat(opening, n) + strings.Repeat(closing, n) }
}

// numbered returns pages of n times a format with a running number.
func numbered(format string) func(int) string {
	return func(n int) string {
		var s strings.Builder
		for i := range n {
			fmt.Fprintf(&s, format, i)
		}
		return s.String()
	}
}

// TestHostile reads each page in two sizes. The larger one must not take much
// longer than its length allows, at one try of three, nor anything break.
func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			checkPage(t, []byte(h.page(1000)))
			for try := 1; !testing.Short(); try++ {
				small, large := cost(t, h.page(5000)), cost(t, h.page(50_000))
				if large < 40*small+100*time.Millisecond {
					return
				}
				if try == 3 {
					t.Fatalf("ten times the page took %v, not %v", large, 10*small)
				}
			}
		})
	}
}

// cost returns how long it takes to read and to write a page.
func cost(t *testing.T, src string) time.Duration {
	start := time.Now()
	p, err := Parse([]byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.Text(p.Shown())
	out, _ := p.Markdown(nil)
	spent := time.Since(start)
	if limit := 40*len(src) + 10_000; len(out) > limit {
		t.Errorf("%d bytes of Markdown from %d", len(out), len(src))
	}
	return spent
}
