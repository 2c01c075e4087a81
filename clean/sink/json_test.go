package sink

import (
	"encoding/json"
	"strings"
	"testing"
)

func FuzzAppendBytes(f *testing.F) {
	for _, s := range []string{"", "plain", "\"\\\n\r\t\x00\x1f\x7f", "é\u2028\u00a0😀", "\xff", "a\xc3", "\ufffd", strings.Repeat("x", 300)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		line := append(appendBytes([]byte(`{"x":0`), "old", b), '}')
		var got change
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatalf("%q gave %s: %v", b, line, err)
		}
		if string(got.old()) != string(b) {
			t.Errorf("%q came back as %q", b, got.old())
		}
		for _, c := range line {
			if c < ' ' || c == 0x7f {
				t.Errorf("%q gave %q", b, line)
			}
		}
	})
}

func TestAppendStringReplacesWhatIsNotUTF8(t *testing.T) {
	var got string
	if err := json.Unmarshal(appendString(nil, "a\xffb\xc3"), &got); err != nil || got != "a\ufffdb\ufffd" {
		t.Errorf("got %q, %v", got, err)
	}
}
