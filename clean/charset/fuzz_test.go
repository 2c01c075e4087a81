package charset

import (
	"strings"
	"testing"
)

// FuzzDecide: any bytes under any declaration are decided on, and what is
// decided can be decoded into UTF-8 on which nothing needs to be decided.
func FuzzDecide(f *testing.F) {
	for lang, texts := range sentences() {
		src, _, ok := encode(f, texts[0], lang, strings.Fields(writtenIn[lang])[0])
		if !ok {
			f.Fatal(lang)
		}
		f.Add(src, "")
		f.Add(src, "latin1")
	}
	f.Add([]byte("<meta charset=koi8-r>\xC4\xC1"), "")
	f.Add([]byte("a\x00\x93\x00\x00"), "utf-16")
	f.Add([]byte("\x1b$BF|\x1b(I1\x1b(J~\n"), "")
	f.Add([]byte("\xED\xA0\xBD\xED\xB8\x80 \xE6\x97 \x93\x81"), "utf-8")
	f.Fuzz(func(t *testing.T, src []byte, label string) {
		d := Decide(src, Hint{Transport: label})
		if _, ok := Lookup(d.Name); !ok {
			t.Fatalf("no such charset: %v", d)
		}
		out, _ := apply(t, src, d.Name)
		if again := Decide(out, Hint{Transport: label}); again.Name == utf8Name {
			if twice, m := apply(t, out, utf8Name); !m.IsIdentity() {
				t.Errorf("%v: %q decodes to %q", d, out, twice)
			}
		}
	})
}

// FuzzDecode: any bytes can be decoded by any charset.
func FuzzDecode(f *testing.F) {
	names := []string{utf8Name, jis, utf16le, utf16be, utf32le, utf32be, "gbk"}
	for _, c := range candidates {
		names = append(names, c.name)
	}
	for i := range names {
		f.Add([]byte("a\x00\x93\xFA\x81\x30\x81\x30\x1b$BF|\n\xED\xA0\xBD\xED\xB8\x80\xFF"), byte(i))
	}
	f.Fuzz(func(t *testing.T, src []byte, charset byte) {
		apply(t, src, names[int(charset)%len(names)])
	})
}
