package sink

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// splice writes record with text instead of its first occurrence of value.
func splice(t *testing.T, record, value, source, text, member string) string {
	t.Helper()
	var b bytes.Buffer
	s := NewSplice(&b, Byte, member)
	start := strings.Index(record, value)
	d := &doc.Document{ID: "a", File: "a", Source: []byte(source)}
	l := &doc.Ledger{Profile: "default", Layout: "line"}
	if err := s.Write([]byte(record), at(start, start+len(value)), d, []byte(text), l); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSpliceChangesOneString(t *testing.T) {
	for _, test := range []struct{ name, record, value, source, text, want string }{
		{
			"all else stays", ` { "n":12345678901234567890, "n":1e400,"text" : "a\u0062c" ,"x":"\ud800/\/"}` + "\r\n",
			`"a\u0062c"`, "abc", "c\n\"", ` { "n":12345678901234567890, "n":1e400,"text" : "c\n\"" ,"x":"\ud800/\/"}` + "\r\n",
		},
		{"no change, no rewriting", `{"text":"a\/\u0062"}`, `"a\/\u0062"`, "a/b", "a/b", `{"text":"a\/\u0062"}`},
		{"ASCII stays ASCII", `{"text":"\u00e9 \ud83d\ude00!"}`, `"\u00e9 \ud83d\ude00!"`, "é 😀!", "é 😀", `{"text":"\u00e9 \ud83d\ude00"}`},
		{"UTF-8 stays UTF-8", `{"text":"é\u00e9!"}`, `"é\u00e9!"`, "éé!", "éé", `{"text":"éé"}`},
		{"no text left", `{"text":"By Jo"}` + "\n", `"By Jo"`, "By Jo", "", `{"text":""}` + "\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := splice(t, test.record, test.value, test.source, test.text, ""); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestSpliceAddsTheAccount(t *testing.T) {
	page := samples()[0]
	record := []byte(`{"text":"?","last":{"a":"}"} }` + "\n")
	var b bytes.Buffer
	s := NewSplice(&b, Rune, "account")
	if err := s.Write(record, at(8, 11), &page.doc, page.text, &page.ledger); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasSuffix(b.Bytes(), []byte("}}\n")) || bytes.Count(b.Bytes(), []byte("\n")) != 1 {
		t.Errorf("not a line: %q", b.Bytes())
	}
	var got struct {
		Text    string
		Last    struct{ A string }
		Account struct {
			Unit    string
			Changes []struct{ Rule string }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Text != string(page.text) || got.Last.A != "}" || got.Account.Unit != "rune" || len(got.Account.Changes) != 5 {
		t.Errorf("got %+v", got)
	}
}

func TestSpliceKeepsLinesApart(t *testing.T) {
	var b bytes.Buffer
	s := NewSplice(&b, Byte, "")
	for _, record := range []string{`{"a":1}`, `{"b":null}` + "\n", ` {}`} {
		if err := s.Pass([]byte(record)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if want := "{\"a\":1}\n{\"b\":null}\n {}"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func FuzzSplice(f *testing.F) {
	f.Add("plain", "plain text\x00\x7f\"\\")
	f.Add("é", "é 😀\u2028")
	f.Add("ascii", "\xff\xed\xa0\x80")
	f.Fuzz(func(t *testing.T, source, text string) {
		for _, value := range [][]byte{appendString(nil, source), appendASCII(nil, []byte(source))} {
			record := append(append([]byte(`{"text":`), value...), `,"n":1.0}`...)
			var b bytes.Buffer
			s := NewSplice(&b, Byte, "")
			span := edit.Span{Start: 8, End: 8 + len(value)}
			if err := s.Write(record, span, &doc.Document{Source: []byte(source)}, []byte(text), &doc.Ledger{}); err != nil {
				t.Fatal(err)
			}
			if err := s.Flush(); err != nil {
				t.Fatal(err)
			}
			var got struct{ Text string }
			if err := json.Unmarshal(b.Bytes(), &got); err != nil {
				t.Fatalf("%v in %q", err, b.Bytes())
			}
			if utf8.ValidString(text) && source != text && got.Text != text {
				t.Errorf("got %q, want %q", got.Text, text)
			}
			if isASCII(value) && !isASCII(b.Bytes()) {
				t.Errorf("no longer ASCII: %q", b.Bytes())
			}
			if !bytes.HasSuffix(b.Bytes(), []byte(`,"n":1.0}`)) {
				t.Errorf("the rest changed: %q", b.Bytes())
			}
		}
	})
}
