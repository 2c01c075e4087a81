package clean_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean"
	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/stage"
)

func newCleaner(t testing.TB, o clean.Options) *clean.Cleaner {
	t.Helper()
	c, err := clean.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func cleanText(t testing.TB, c *clean.Cleaner, src []byte) clean.Result {
	t.Helper()
	r, err := c.Clean(&doc.Document{Source: src})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// checkLaws holds the laws that concern one document against src. Text in an
// encoding that is refused is no document.
func checkLaws(t *testing.T, c, other *clean.Cleaner, src []byte) {
	t.Helper()
	before := bytes.Clone(src)
	r, err := c.Clean(&doc.Document{Source: src})
	if err != nil {
		return
	}
	if !bytes.Equal(src, before) {
		t.Fatalf("the source was written to")
	}
	checkAccounted(t, src, r)
	for range 2 { // deterministic, whatever the cleaner saw before
		if again := cleanText(t, other, src); !bytes.Equal(again.Text, r.Text) {
			t.Fatalf("not deterministic:\n%q\n%q", r.Text, again.Text)
		}
	}
	if again := cleanText(t, other, r.Text); !bytes.Equal(again.Text, r.Text) {
		t.Fatalf("not idempotent:\nfirst  %q\nsecond %q\nby %s", r.Text, again.Text, changers(again))
	}
}

// checkAccounted holds law 1: kept runs and changes tile the source, each
// change has a named rule, and the source can be rebuilt.
func checkAccounted(t *testing.T, src []byte, r clean.Result) {
	t.Helper()
	if err := r.Ledger.Map.Check(src, r.Text); err != nil {
		t.Fatal(err)
	}
	var rebuilt []byte
	at := 0
	for ch := range r.Ledger.Map.Changes() {
		if int(ch.Label) >= len(r.Ledger.Rules) {
			t.Fatalf("change %v has no rule", ch)
		}
		out := ch.Output()
		rebuilt = append(rebuilt, r.Text[at:out.Start]...)
		rebuilt = append(rebuilt, src[ch.Source().Start:ch.Source().End]...)
		at = out.End
	}
	rebuilt = append(rebuilt, r.Text[at:]...)
	if !bytes.Equal(rebuilt, src) {
		t.Fatalf("rebuilt %q, source was %q", rebuilt, src)
	}
}

func changers(r clean.Result) string {
	var by []string
	for ch := range r.Ledger.Map.Changes() {
		by = append(by, r.Ledger.Rule(ch.Label))
	}
	return strings.Join(by, ", ")
}

// nasty are documents that have broken text cleaners.
var nasty = []string{
	"",
	"\n",
	" \t\r\n\r\n \u00a0\n",
	"\xef\xbb\xbf\xef\xbb\xbfBOM twice",
	"a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh",
	"nul\x00 bell\x07 del\x7f esc\x1b[0m",
	"caf\xe9 na\xefve \xc3\xa9 \xc3",
	"e\u0301 \u0130 \u212b \u1e9b\u0323 \u0344",
	"\u1100\u1161\u11a8 \ud55c",
	"zero\u200bwidth \u200d\u200c\u200b\u2060\ufeff soft\u00adhyphen",
	"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937 \U0001F468\u200d\U0001F469\u200d\U0001F467",
	"\u200b" + strings.Repeat("\u200d", 40) + "a\u200b",
	"[ad_1][ad_2]",
	"Source link",
	"Title here\n\nBy Jane Doe\n\nMay 1, 2019\n\n[ad_1]Text of the article, which is long enough to be prose.\n\n[ad_2]Source link",
	strings.Repeat("a", 5000),
	strings.Repeat("Advertisement\n", 200),
	strings.Repeat("By Jane Doe\n\n[ad_1]\n\n", 50),
	strings.Repeat("[", 3000) + strings.Repeat("]", 3000),
	strings.Repeat("<", 3000),

	// Pages, whole and not.
	"<!DOCTYPE html><title>T</title><ul><li>Home<li>News</ul><p>The ferry runs again since Monday, after five months&nbsp;in the yard.<p>It is full.",
	"<html><body>&lt;html>&lt;body>&amp;lt;p>a<table>lost<tr><td>b<td>c</table></html><html>d",
	"<html" + strings.Repeat("<b><p>", 40),

	// Damage, and damage that repairs uncover.
	"Ã©tÃ© donâ€™t Ã\u00a0 Ã  â\u0080\u0099 \u0085 \u0093x\u0094 Ã\u00c2\u00a9",
	"Ã\x00©, Ã\u200b©, Ã&copy; &Atilde;&copy;",
	"&amp;amp;nbsp;&#0;&#8203;&#13;&#xD83D;&#xDE00;&notit;&lt;b&gt;",
	strings.Repeat("&#82", 12) + "\u200b" + strings.Repeat("03;", 12),
	"a\xed\xa0\xbd\xed\xb8\x80b \xed\xa0\x80 \ufffd\ufffd\ufffd \ufdd0\uffff",
	"\xff\xfeh\x00i\x00", "\x00a\x00b\x00c\x00\x1b$B\x00", "\x1b$B$3$s\x1b(B",
	"\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[\x1b[1mm N\bN_\bA\b",
	"\u202a\u2066\u202c\u2069\u202e \u05d0\u200f\u202b\u05d1\n\u2069\u200e",
	"Z" + strings.Repeat("\u0301\u0323", 60) + "e\u0301",
	"\ufb03 \uff21 \ufeb3 p\u0430y W A R N I N G \u00b2 \u2460",
	"\u0411\u0430\u0448 \u0432\u00ee\u043f\u00f0\u043e\u0441, \u00cf\u00f0\u00e8\u00e2\u00e5\u00f2",
	strings.Repeat("The neighbours of the old mill stood on the bank of the neigh-\nbours and looked at the water until the even-\n", 6),
}

// fixes are choices of repairs under which the laws must hold as well.
var fixes = []string{
	"full", "nfkc", "none", "safe,-mojibake", "full,+letter-space,+nfkc,-space,-control",
	"none,+entity,+soft-hyphen", "none,+mojibake,+zero-width", "none,+hyphen,+nfkc",
}

func TestLawsOnNastyText(t *testing.T) {
	for _, profile := range clean.Profiles() {
		for policy := stage.KeepFirst; policy <= stage.KeepNone; policy++ {
			c := newCleaner(t, clean.Options{Profile: profile.Name, Repeat: policy})
			other := c.Fork()
			for _, text := range nasty {
				checkLaws(t, c, other, []byte(text))
			}
		}
	}
}

func TestLawsOfFixes(t *testing.T) {
	for _, choice := range fixes {
		t.Run(choice, func(t *testing.T) {
			c := newCleaner(t, clean.Options{Unicode: choice})
			other := c.Fork()
			for _, text := range nasty {
				checkLaws(t, c, other, []byte(text))
			}
		})
	}
}

// FuzzFixes holds the laws against any choice of repairs.
func FuzzFixes(f *testing.F) {
	var cleaners []*clean.Cleaner
	for i := range fixes {
		cleaners = append(cleaners, newCleaner(f, clean.Options{Unicode: fixes[i], Profile: "none"}))
		for _, text := range nasty {
			f.Add(i, []byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, choice int, src []byte) {
		c := cleaners[uint(choice)%uint(len(cleaners))]
		checkLaws(t, c, c.Fork(), src)
	})
}

func FuzzLaws(f *testing.F) {
	for _, text := range nasty {
		f.Add([]byte(text))
	}
	c := newCleaner(f, clean.Options{})
	other := c.Fork()
	f.Fuzz(func(t *testing.T, src []byte) { checkLaws(t, c, other, src) })
}

// FuzzLines builds documents out of lines that rules know, between prose, so
// that zones, support and repetition meet in every order.
func FuzzLines(f *testing.F) {
	c := newCleaner(f, clean.Options{})
	other := c.Fork()
	lines := []string{
		"", "", "A flood that nobody expected reached the old town before dawn on Monday.",
		"The mayor said that the bridges would stay closed until engineers had looked at each of them.",
	}
	for i := range c.Rules().Rules() {
		lines = append(lines, c.Rules().Rule(i).Hits...)
	}
	f.Add([]byte{2, 0, 3, 0, 4, 0, 5, 0, 0, 0, 3, 0})
	f.Fuzz(func(t *testing.T, picks []byte) {
		var b strings.Builder
		for i := 0; i+1 < len(picks) && i < 200; i += 2 {
			b.WriteString(lines[(int(picks[i])<<8|int(picks[i+1]))%len(lines)])
			b.WriteByte('\n')
		}
		checkLaws(t, c, other, []byte(b.String()))
	})
}

// TestLawsOnPages holds the laws against annotated pages, when they are at
// hand unpacked: in $SHUCK_EVAL_DIR or shuck-eval in the temporary directory.
func TestLawsOnPages(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	dir := os.Getenv("SHUCK_EVAL_DIR")
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "shuck-eval")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no annotated pages")
	}
	c := newCleaner(t, clean.Options{})
	other := c.Fork()
	pages := 0
	for _, part := range []string{"flat", "pages"} {
		err := filepath.WalkDir(filepath.Join(dir, part), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, "0.html") {
				return err // of pages in HTML a sixteenth, for time
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			pages++
			t.Run(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), func(t *testing.T) {
				checkLaws(t, c, other, src)
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d pages", pages)
}

// TestProse: what people wrote comes out byte for byte.
func TestProse(t *testing.T) {
	files, err := filepath.Glob("../testdata/prose/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no prose: %v", err)
	}
	c := newCleaner(t, clean.Options{})
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r := cleanText(t, c, src)
			for ch := range r.Ledger.Map.Changes() {
				s := ch.Source()
				t.Errorf("%s changed %q", r.Ledger.Rule(ch.Label), src[s.Start:s.End])
			}
		})
	}
}

// TestFarInsertion: a paragraph put in far away changes nothing here.
func TestFarInsertion(t *testing.T) {
	c := newCleaner(t, clean.Options{})
	head := "The dam\n\nBy Jane Doe\n\nMay 1, 2019\n\n"
	var body []string
	for _, s := range []string{"north", "south", "east", "west"} {
		body = append(body, "In the "+s+" of the valley the water had risen so far that the road was closed.")
	}
	tail := "\n\nShare this:\n\nSource link\n"
	plain := head + strings.Join(body, "\n\n") + tail
	more := head + strings.Join(body[:2], "\n\n") + "\n\nSomebody put a paragraph here, and it says nothing that any rule knows.\n\n" + strings.Join(body[2:], "\n\n") + tail
	a, b := cleanText(t, c, []byte(plain)), cleanText(t, c, []byte(more))
	if a.Ledger.Map.Len() == 0 || changers(a) != changers(b) {
		t.Errorf("without: %s\nwith: %s", changers(a), changers(b))
	}
}

// TestUntouchedIsNotCopied: a document nothing applies to costs no copy.
func TestUntouchedIsNotCopied(t *testing.T) {
	c := newCleaner(t, clean.Options{})
	src := []byte("A sentence that is long enough to be taken for prose by anybody.\n\nAnd another one that is, too, for the same reasons.\n")
	r := cleanText(t, c, src)
	if &r.Text[0] != &src[0] || !r.Ledger.Map.IsIdentity() {
		t.Errorf("copied: %q", r.Text)
	}
	if n := testing.AllocsPerRun(100, func() { cleanText(t, c, src) }); n > 2 { // the document and the run
		t.Errorf("%v allocations for an untouched document", n)
	}
}
