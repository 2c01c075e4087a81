package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

// describeJSONL reads r and returns a line about each document and error.
func describeJSONL(r io.Reader, path string, maxRecord int) string {
	var b strings.Builder
	in := NewJSONL(r, "f", strings.Split(path, "."), maxRecord)
	for {
		d, err := in.Next()
		if err == io.EOF {
			return b.String()
		}
		var re *RecordError
		switch {
		case errors.As(err, &re):
			fmt.Fprintf(&b, "error %v\n", err)
		case err != nil:
			fmt.Fprintf(&b, "end %v\n", err)
			return b.String()
		default:
			start, end := in.Value()
			fmt.Fprintf(&b, "%s@%d %q %q %s\n", d.ID, d.Offset, d.Source, d.Framing, in.Record()[start:end])
		}
	}
}

func TestJSONL(t *testing.T) {
	for _, test := range []struct{ name, path, in, want string }{
		{"nothing", "text", "", ""},
		{"lines", "text", "{\"text\":\"a\"}\n{\"text\":\"b\"}\r\n{\"text\":\"c\"}",
			"f@9 \"a\" \"\\n\" \"a\"\nf#2@22 \"b\" \"\\r\\n\" \"b\"\nf#3@36 \"c\" \"\" \"c\"\n"},
		{"blank lines", "text", "\n \t\r\n{\"text\":\"\"}\n\n", "f#3@14 \"\" \"\\n\" \"\"\n"},
		{"byte order mark", "text", "\ufeff{\"text\":\"a\"}\n", "f@12 \"a\" \"\\n\" \"a\"\n"},
		{"deeper", "content.body", `{"body":"no","content":{"body":"yes","x":{"body":"no"}},"x":{"content":{"body":"no"}}}`,
			"f@32 \"yes\" \"\" \"yes\"\n"},
		{"last of a name", "text", `{"text":"first","text":"last"}`, "f@24 \"last\" \"\" \"last\"\n"},
		{"last of a name has none", "a.text", `{"a":{"text":"first"},"a":{}}`,
			"error f: record 1, byte 0: no text: no member \"a.text\"\n"},
		{"escaped name", "text", `{"t\u0065xt":"a"}`, "f@14 \"a\" \"\" \"a\"\n"},
		{"escapes", "text", `{"text":"\"\\\/\b\f\n\r\t\u00E9\uD83d\uDe00"}`,
			"f@9 \"\\\"\\\\/\\b\\f\\n\\r\\té😀\" \"\" " + `"\"\\\/\b\f\n\r\t\u00E9\uD83d\uDe00"` + "\n"},
		{"half surrogates", "text", `{"text":"\ud83d \ude00\ud83d\ud83d\ude00"}`,
			"f@9 \"\ufffd \ufffd\ufffd😀\" \"\" " + `"\ud83d \ude00\ud83d\ud83d\ude00"` + "\n"},
		{"not UTF-8", "text", "{\"text\":\"caf\xe9\",\"\xff\":1}", "f@9 \"caf\\xe9\" \"\" \"caf\xe9\"\n"},
		{"numbers", "text", `{"a":-0.10e+5,"b":123456789012345678901234567890,"c":[NaN,-Infinity],"text":"x"}`,
			"f@77 \"x\" \"\" \"x\"\n"},
		{"no text", "text", "{\"text\":null}\n{\"text\":[\"a\"]}\n{}\n[]\n\"text\"\n",
			"error f: record 1, byte 0: no text: \"text\" is no string\n" +
				"error f: record 2, byte 14: no text: \"text\" is no string\n" +
				"error f: record 3, byte 29: no text: no member \"text\"\n" +
				"error f: record 4, byte 32: no text: no member \"text\"\n" +
				"error f: record 5, byte 35: no text: no member \"text\"\n"},
		{"too long", "text", `{"text":"` + strings.Repeat("x", 90) + "\"}\n{\"text\":\"a\"}\n",
			"error f: record 1, byte 0: longer than the limit\nf#2@111 \"a\" \"\\n\" \"a\"\n"},
		{"long without end", "text", strings.Repeat("x", 101), "error f: record 1, byte 0: longer than the limit\n"},
		{"as long as allowed", "text", `{"text":"` + strings.Repeat("x", 88) + "\"}\n",
			"f@9 \"" + strings.Repeat("x", 88) + "\" \"\\n\" \"" + strings.Repeat("x", 88) + "\"\n"},
		{"bad lines", "text", "{\"text\":\"a\"\n{\"text\":\"b\"}\nText.\n",
			"error f: record 1, byte 0: bad JSON at byte 12 of the record: ',' or '}' expected\n" +
				"f#2@21 \"b\" \"\\n\" \"b\"\n" +
				"error f: record 3, byte 25: bad JSON at byte 0 of the record: a value expected\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, r := range []io.Reader{
				strings.NewReader(test.in),
				iotest.OneByteReader(strings.NewReader(test.in)),
				iotest.DataErrReader(strings.NewReader(test.in)),
			} {
				if got := describeJSONL(r, test.path, 100); got != test.want {
					t.Errorf("got\n%s\nwant\n%s", got, test.want)
				}
			}
		})
	}
}

func TestBadJSON(t *testing.T) {
	for in, why := range map[string]string{
		`{"a":1}}`:                     "at byte 7 of the record: more after the value",
		`{"a":01}`:                     "at byte 6 of the record: ',' or '}' expected",
		`{"a":1.}`:                     "at byte 7 of the record: a digit expected",
		`{"a":-}`:                      "at byte 6 of the record: a digit expected",
		`{"a":1e}`:                     "at byte 7 of the record: a digit expected",
		`{"a":+1}`:                     "at byte 5 of the record: a value expected",
		`{"a":nul}`:                    "at byte 5 of the record: a value expected",
		`{"a" 1}`:                      "at byte 5 of the record: ':' expected",
		`{a:1}`:                        "at byte 1 of the record: a member's name expected",
		`{"a":1,}`:                     "at byte 7 of the record: a member's name expected",
		`[1,]`:                         "at byte 3 of the record: a value expected",
		`[1 2]`:                        "at byte 3 of the record: ',' or ']' expected",
		`{"a":"b`:                      "at byte 7 of the record: the string has no end",
		`{"a":"b\`:                     "at byte 8 of the record: an unknown escape in a string",
		`{"a":"b\u12g4"}`:              "at byte 8 of the record: an unknown escape in a string",
		`{"a":"b\x"}`:                  "at byte 8 of the record: an unknown escape in a string",
		"{\"a\":\"b\tc\"}":             "at byte 7 of the record: a control character in a string",
		"{\"a\":\"b\x00c\"}":           "at byte 7 of the record: a control character in a string",
		"\xff\xfe{\x00":                "at byte 0 of the record: a value expected",
		strings.Repeat("[", 1_000_000): "at byte 10001 of the record: nested too deep",
	} {
		want := "error f: record 1, byte 0: bad JSON " + why + "\n"
		if got := describeJSONL(strings.NewReader(in), "a", 1<<20); got != want {
			t.Errorf("%.50s: got %s, want %s", in, got, want)
		}
	}
}

func TestJSONLFixture(t *testing.T) {
	f, err := os.Open("../../testdata/dump/odd.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := os.ReadFile("../../testdata/dump/odd.jsonl.want")
	if err != nil {
		t.Fatal(err)
	}
	if got := describeJSONL(f, "page.text", 4096); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRecordErrorHoldsTheRecord(t *testing.T) {
	in := NewJSONL(strings.NewReader("{]\n"+strings.Repeat("x", 3*maxSample)), "f", []string{"text"}, 2*maxSample)
	for _, want := range []string{"{]\n", strings.Repeat("x", maxSample)} {
		_, err := in.Next()
		var re *RecordError
		if !errors.As(err, &re) || string(re.Bytes) != want {
			t.Errorf("got %v, want one with %d bytes", err, len(want))
		}
	}
	if _, err := in.Next(); err != io.EOF {
		t.Errorf("got %v at the end", err)
	}
}

func TestJSONLMemoryIsBounded(t *testing.T) {
	for _, c := range []byte{'x', '\n', '[', '"'} {
		in := NewJSONL(&endless{8 << 20, c}, "f", []string{"text"}, 1<<20)
		for {
			if _, err := in.Next(); err == io.EOF {
				break
			}
		}
		if in.offset != 8<<20 || len(in.buf) > 5<<18+4*minRead {
			t.Errorf("%q: %d bytes read, buffer %d", c, in.offset, len(in.buf))
		}
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"a":{"b":"text\n\u00e9"},"n":[1,-2.5e3,true,null,{}]}`), uint16(1000))
	f.Add([]byte("\ufeff{\"a\":{\"b\":\"x\"}}\n\n{\"a\":{\"b\":\"\\ud800\"},\"a\":1}\r\n{"), uint16(40))
	f.Add([]byte(`{"\u0061":{"b":"caf`+"\xe9"+`"}}`), uint16(100))
	f.Fuzz(func(t *testing.T, data []byte, limit uint16) {
		whole := describeJSONL(bytes.NewReader(data), "a.b", int(limit))
		if slow := describeJSONL(iotest.OneByteReader(bytes.NewReader(data)), "a.b", int(limit)); slow != whole {
			t.Fatalf("whole reads gave\n%s\none-byte reads\n%s", whole, slow)
		}
		finder := finder{path: []string{"a", "b"}}
		for line := range bytes.Lines(data) {
			checkFinder(t, &finder, line)
		}
	})
}

// checkFinder compares what f finds in line with what encoding/json does.
func checkFinder(t *testing.T, f *finder, line []byte) {
	err := f.search(line, 0)
	lenient := bytes.Contains(line, []byte("NaN")) || bytes.Contains(line, []byte("Infinity"))
	if valid := json.Valid(line); valid != (err == nil) && !lenient {
		t.Fatalf("%q: valid %t, but got %v", line, valid, err)
	}
	if err != nil || lenient {
		return
	}
	want, ok := memberText(line, "a", "b")
	if found := f.end > 0 && line[f.start] == '"'; found != ok {
		t.Fatalf("%q: found %t, want %t", line, found, ok)
	}
	if !ok {
		return
	}
	got := appendUnescaped(nil, line[f.start+1:f.end-1])
	// encoding/json puts U+FFFD for a byte that is not UTF-8, as []rune does.
	if string([]rune(string(got))) != want {
		t.Errorf("%q: got %q, want %q", line, got, want)
	}
}

// memberText finds the string at a path by means of encoding/json.
func memberText(b []byte, path ...string) (s string, ok bool) {
	for _, name := range path {
		var members map[string]json.RawMessage
		if json.Unmarshal(b, &members) != nil {
			return "", false
		}
		if b, ok = members[name]; !ok {
			return "", false
		}
	}
	if len(b) == 0 || b[0] != '"' {
		return "", false
	}
	return s, json.Unmarshal(b, &s) == nil
}
