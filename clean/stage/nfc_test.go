package stage_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/stage"
)

// normalised returns what the stage makes of text, its map checked.
func normalised(t *testing.T, s *stage.Normal, text []byte) ([]byte, edit.Map) {
	t.Helper()
	var p stage.Proposals
	s.Propose(&stage.View{Text: text}, &p)
	w := edit.NewWriter(text)
	for _, e := range p.Edits {
		w.Replace(e.Span, []byte(e.With), e.Label)
	}
	got, m := w.Finish()
	if err := m.Check(text, got); err != nil {
		t.Error(err)
	}
	return got, m
}

// checkNFC compares what the stage makes of text with what package norm does.
func checkNFC(t *testing.T, s *stage.Normal, text []byte) {
	t.Helper()
	got, m := normalised(t, s, text)
	want := norm.NFC.Bytes(text)
	if bytes.Equal(got, want) {
		return
	}
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	from := max(0, at-20)
	t.Fatalf("at byte %d: got %+.60q, want %+.60q, source %+.60q",
		at, got[from:], want[from:], text[m.Source(edit.Span{Start: from, End: from}).Start:])
}

// alphabet returns all characters that normalisation does anything with: the
// first halves of compositions (bases), and what can follow them (marks).
func alphabet() (bases, marks []rune) {
	add := func(list *[]rune, r rune) {
		if i, found := slices.BinarySearch(*list, r); !found {
			*list = slices.Insert(*list, i, r)
		}
	}
	for r := range unicode.MaxRune + 1 {
		if norm.NFC.PropertiesString(string(r)).CCC() != 0 {
			marks = append(marks, r)
		}
	}
	for r := range unicode.MaxRune + 1 {
		if unicode.In(r, unicode.Hangul, unicode.Han) && r%97 != 0 {
			continue // there are thousands, made by one formula or standing alone
		}
		parts := []rune(norm.NFD.String(string(r)))
		if len(parts) > 1 || len(parts) == 1 && parts[0] != r {
			add(&bases, r)
			add(&bases, parts[0])
			for _, mark := range parts[1:] {
				add(&marks, mark)
			}
		}
	}
	return bases, marks
}

func TestNFCOfEveryRune(t *testing.T) {
	var text []byte
	for r := range unicode.MaxRune + 1 {
		if utf8.ValidRune(r) {
			text = append(utf8.AppendRune(text, r), "x "...)
		}
	}
	checkNFC(t, stage.NewNFC(), text)
}

func TestNFCOfEveryPair(t *testing.T) {
	bases, marks := alphabet()
	t.Logf("%d bases, %d marks", len(bases), len(marks))
	s := stage.NewNFC()
	var text []byte
	for i, base := range bases {
		if testing.Short() && i%16 != 0 {
			continue
		}
		text = text[:0]
		for _, mark := range marks {
			text = append(utf8.AppendRune(utf8.AppendRune(text, base), mark), ' ')
		}
		checkNFC(t, s, text)
	}
}

// TestNFCOfRandomText strings characters that normalisation works on together
// with others, in runs of marks, out of order.
func TestNFCOfRandomText(t *testing.T) {
	bases, marks := alphabet()
	random := rand.New(rand.NewPCG(15, 2))
	s := stage.NewNFC()
	for range 20_000 {
		var text []byte
		for range 1 + random.IntN(6) {
			text = utf8.AppendRune(text, bases[random.IntN(len(bases))])
			for range random.IntN(4) * random.IntN(4) {
				text = utf8.AppendRune(text, marks[random.IntN(len(marks))])
			}
			text = append(text, []string{"", " ", "e", "\n", "я", "語", "각"}[random.IntN(7)]...)
		}
		checkNFC(t, s, text)
	}
}

// TestNFCOfLongRunsOfMarks: after thirty marks in a row, which no language
// has, package norm inserts a joiner. The stage inserts nothing, and has
// nothing left to do the second time.
func TestNFCOfLongRunsOfMarks(t *testing.T) {
	s := stage.NewNFC()
	for n := range 100 {
		for _, text := range []string{
			"a" + strings.Repeat("\u0323\u0301", n) + "b",
			strings.Repeat("\u0301", n) + "e\u0301",
			"a" + strings.Repeat("\u0301", n) + strings.Repeat("\u0323", n),
		} {
			once, _ := normalised(t, s, []byte(text))
			if bytes.ContainsRune(once, '\u034f') {
				t.Fatalf("a joiner in %+q", once)
			}
			if _, m := normalised(t, s, once); !m.IsIdentity() {
				t.Fatalf("%+q is changed again", once)
			}
		}
	}
}

// TestNFKCOfEveryRune compares form KC with package norm.
func TestNFKCOfEveryRune(t *testing.T) {
	var text []byte
	for r := range unicode.MaxRune + 1 {
		if utf8.ValidRune(r) {
			text = append(utf8.AppendRune(text, r), "x "...)
		}
	}
	got, _ := normalised(t, stage.NewNFKC(), text)
	if want := norm.NFKC.Bytes(text); !bytes.Equal(got, want) {
		t.Errorf("%d bytes, want %d", len(got), len(want))
	}
}
