package sink

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/edit"
)

func TestRestore(t *testing.T) {
	text, ledger, source := write(t, samples(), Byte)
	var got bytes.Buffer
	if err := Restore(strings.NewReader(ledger), strings.NewReader(text), &got); err != nil || got.String() != source {
		t.Errorf("got %q, %v; want %q", got.String(), err, source)
	}
}

func TestRestoreJSONL(t *testing.T) {
	var lines, got bytes.Buffer
	_, _, source := write(t, samples(), Byte)
	w := NewJSONL(&lines, Byte)
	for _, s := range samples() {
		if err := w.Write(&s.doc, s.text, &s.ledger); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(&lines, nil, &got); err != nil || got.String() != source {
		t.Errorf("got %q, %v; want %q", got.String(), err, source)
	}
}

func TestRestoreRefuses(t *testing.T) {
	text, ledger, _ := write(t, samples(), Byte)
	_, runes, _ := write(t, samples(), Rune)
	lines := strings.SplitAfter(ledger, "\n")
	replace := func(old, new string) string {
		if !strings.Contains(ledger, old) {
			t.Fatalf("no %q in the ledger", old)
		}
		return strings.Replace(ledger, old, new, 1)
	}
	for _, test := range []struct{ name, ledger, text, err string }{
		{"another text", ledger, "\ufffd 😀 Text" + text[13:],
			`ledger line 1 (f): the clean text is not the one this ledger was written for: 14 bytes with CRC-32C a4468126, want 14 bytes with bfee3471`},
		{"a text cut short", ledger, text[:20], `ledger line 2 (f#2): the clean text ends at byte 20, the ledger accounts for 5 more`},
		{"a text too long", ledger, text + "more", `the ledger ends at line 2, but the clean text goes on at byte 26`},
		{"another separator", ledger, text[:14] + "\n" + text[15:], `ledger line 1 (f): after the clean text, at byte 14, stands "\n"; the ledger says "\x00"`},
		{"no ledger", "some text\n", text, `ledger line 1: this is no shuck ledger`},
		{"a ledger cut short", ledger[:len(ledger)-4], text, `ledger line 2: the line has no end: the ledger was cut short`},
		{"a ledger without its last line", lines[0], text, `the ledger ends at line 1, but the clean text goes on at byte 15`},
		{"a ledger without its first line", lines[1], text[15:], `ledger line 1 (f#2): the clean text ends at byte 11, the ledger accounts for 4 more`},
		{"a ledger in another order", lines[1] + lines[0], text,
			`ledger line 2 (f): the clean text is said to be at byte 0, but byte 26 has been read already: the lines of the ledger are not in order`},
		{"damaged JSON", replace(`"changes":[`, `"changes":[[`), text, `ledger line 1: the line is damaged: `},
		{"a newer ledger", replace(`"shuck":1`, `"shuck":2`), text, `ledger line 1: the ledger is of version 2, this program reads version 1`},
		{"another unit", runes, text, `ledger line 1: offsets count "rune", but only those in bytes (--offsets byte) can be restored`},
		{"other old bytes", replace(`By Jo`, `By Al`), text,
			`ledger line 1 (f): the ledger is damaged, its changes lead to another source: 26 bytes with CRC-32C`},
		{"a missing byte", replace(`By Jo`, `By J`), text, `ledger line 1 (f): the changes do not fit the text: edit: change 0 removed 6 bytes, got 5 to restore`},
		{"spans beyond the text", replace(`[20,26],"clean":[14,14]`, `[90,96],"clean":[84,84]`), text, `ledger line 1 (f): the changes do not fit the text: `},
		{"a span that ends before it starts", replace(`[6,7]`, `[7,6]`), text, `ledger line 1 (f): the changes do not fit the text: change 1 ends before it starts`},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := Restore(strings.NewReader(test.ledger), strings.NewReader(test.text), io.Discard)
			if err == nil || !strings.HasPrefix(err.Error(), test.err) {
				t.Errorf("got %v\nwant %s", err, test.err)
			}
		})
	}
}

func TestRestoreWantsTheRightFiles(t *testing.T) {
	_, ledger, _ := write(t, samples(), Byte)
	err := Restore(strings.NewReader(ledger), nil, io.Discard)
	if want := "ledger line 1 (f): the ledger does not hold the clean text: name the file that does"; fmt.Sprint(err) != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func FuzzRestore(f *testing.F) {
	f.Add([]byte("some \xff text\nand more"), "\x00", uint8(3), uint8(9), "new")
	f.Add([]byte(""), "", uint8(0), uint8(0), "")
	f.Fuzz(func(t *testing.T, source []byte, framing string, start, length uint8, with string) {
		from := min(int(start), len(source))
		s := newSample("f", string(source), framing, func(w *edit.Writer) {
			w.Replace(at(from, min(from+int(length), len(source))), []byte(with), space)
		})
		text, ledger, want := write(t, []sample{s, s}, Byte)
		var got bytes.Buffer
		if err := Restore(strings.NewReader(ledger), strings.NewReader(text), &got); err != nil || got.String() != want {
			t.Errorf("got %q, %v; want %q", got.String(), err, want)
		}
	})
}

func FuzzRestoreOfAnything(f *testing.F) {
	f.Add([]byte(`{"shuck":1,"unit":"byte","clean":{"offset":0,"bytes":3}}`+"\n"), []byte("abc"))
	f.Fuzz(func(t *testing.T, ledger, text []byte) {
		// There is nothing it may do but return.
		_ = Restore(bytes.NewReader(ledger), bytes.NewReader(text), io.Discard)
	})
}
