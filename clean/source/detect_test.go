package source

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		in   string
		want Format
	}{
		{"", PlainText},
		{"Two lines\nof prose", PlainText},
		{"{braces} are not JSON\n", PlainText},
		{"{\n  \"text\": \"one value on many lines\"\n}\n", PlainText},
		{"{}\n", PlainText},
		{"{\"text\":\"a\"} and more\n", PlainText},
		{"[\"a list\"]\n", PlainText},
		{"<3 you all\n", PlainText},
		{"<b>Note:</b> bring a coat.\n", PlainText},
		{"<headless> horseman\n", PlainText},
		{"WARC is a format\n", PlainText},
		{"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", JSONLines},
		{"\ufeff\n {\"text\":\"a\"}", JSONLines},
		{"{\"text\":\"" + strings.Repeat("long ", 20_000) + "\"}\n", JSONLines},
		{"<!DOCTYPE html>\n<p>", HTMLPage},
		{"\ufeff  <HTML lang=en>", HTMLPage},
		{"<?xml version=\"1.0\"?>\n<!-- a\ncomment -->\n<html xmlns=\"x\">\n", HTMLPage},
		{"<div class=\"post\">Text</div>", HTMLPage},
		{"<?xml version=\"1.0\"?>\n<rss>\n", PlainText},
		{"<!-- a comment without end\n", PlainText},
		{"WARC/1.0\r\nWARC-Type: warcinfo\r\n", WebArchive},
		{"\r\nWARC/1.1\r\n", WebArchive},
	} {
		for _, r := range []io.Reader{
			strings.NewReader(test.in),
			iotest.OneByteReader(strings.NewReader(test.in)),
			bytes.NewReader(compressed(t, test.in)),
		} {
			d, got, err := Detect(r)
			if err != nil || got != test.want {
				t.Errorf("%.40q: got %s, %v; want %s", test.in, got, err, test.want)
				continue
			}
			if all, err := io.ReadAll(d); string(all) != test.in || err != nil {
				t.Errorf("%.40q: %d bytes left, %v", test.in, len(all), err)
			}
		}
	}
}

// A first line can be longer than what is looked at, and torn anywhere.
func TestDetectTornLines(t *testing.T) {
	for pad := range 12 {
		for _, unit := range []string{`\u3042`, `é`, `\"`, `",-Infinity,"`, `",false,"`, `",-1.5e-7,"`, `",{"a":{}},"`} {
			in := `{"text":["` + strings.Repeat(" ", pad) + strings.Repeat(unit, sniffLen) + `"]}`
			if _, got, err := Detect(strings.NewReader(in)); got != JSONLines || err != nil {
				t.Errorf("%s after %d: got %s, %v", unit, pad, got, err)
			}
		}
	}
}

func TestDetectFixtures(t *testing.T) {
	for name, want := range map[string]Format{
		"odd.jsonl": JSONLines, "odd.warc": WebArchive, "pages.txt": PlainText, "pages.txt.zst": PlainText,
	} {
		if _, got, err := Detect(bytes.NewReader(fixture(t, name))); got != want || err != nil {
			t.Errorf("%s: got %s, %v", name, got, err)
		}
	}
}

func TestDetectRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"PAR1\x15\x04\x15":                        "the Parquet format is not supported yet",
		"filedesc://a.arc 0.0.0.0 20080101 t 9\n": "the ARC format, which came before WARC, is not supported",
		"\x1f\x8b\x08":                            "gzip: the file ends too early",
	} {
		if _, _, err := Detect(strings.NewReader(in)); err == nil || err.Error() != want {
			t.Errorf("%q: got %v", in, err)
		}
	}
}

// What Detect returns is not decompressed once more.
func TestDetectedStreamsAreReadAsTheyAre(t *testing.T) {
	inner := compressed(t, "text")
	d, _, err := Detect(bytes.NewReader(compressed(t, string(inner))))
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewText(d, "f", File, DefaultMaxDoc).Next()
	if err != nil || !bytes.Equal(got.Source, inner) {
		t.Errorf("got %q, %v", got.Source, err)
	}
}

// One who types a line must not have to type 64 KiB.
func TestDetectNeedsOneLine(t *testing.T) {
	in, out := io.Pipe()
	go out.Write([]byte("{\"text\":\"a\"}\n"))
	if _, got, err := Detect(in); got != JSONLines || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestDetectKeepsReadErrors(t *testing.T) {
	whole := compressed(t, strings.Repeat("line\n", 10))
	d, _, err := Detect(bytes.NewReader(whole[:len(whole)-4]))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(d); err == nil {
		t.Error("the end of a cut file was taken for its end")
	}
}

func TestFormatNames(t *testing.T) {
	for _, name := range FormatNames() {
		if f, ok := ParseFormat(name); !ok || f.String() != name {
			t.Errorf("%s: got %s, %t", name, f, ok)
		}
	}
	if _, ok := ParseFormat("docx"); ok {
		t.Error("docx is known")
	}
}
