package sink

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// Labels of the rules in samples.
const (
	byline edit.Label = iota
	space
	invalid
	newline
	heading
)

var ruleNames = []string{"en/byline/by", "unicode/space", "decode/invalid-utf8", "unicode/newline", "en/related/heading"}

// A sample is a document that was cleaned.
type sample struct {
	doc    doc.Document
	text   []byte
	ledger doc.Ledger
}

// newSample cleans source by edits.
func newSample(id, source, framing string, change func(*edit.Writer)) sample {
	s := sample{doc: doc.Document{ID: id, File: "f", Source: []byte(source), Framing: []byte(framing)}}
	w := edit.NewWriter(s.doc.Source)
	change(w)
	text, m := w.Finish()
	s.text = text
	s.ledger = doc.Ledger{
		Map: m, Rules: ruleNames, Profile: "default", Layout: "line",
		SourceLen: len(source), CleanLen: len(text),
	}
	return s
}

func at(start, end int) edit.Span { return edit.Span{Start: start, End: end} }

// samples are a page with changes of all kinds and one without any.
func samples() []sample {
	page := newSample("f", "By Jo\n\xff\u00a0😀 text\r\nBy Jo\n", "\x00", func(w *edit.Writer) {
		w.Delete(at(0, 6), byline)
		w.Replace(at(6, 7), []byte("\ufffd"), invalid)
		w.Replace(at(7, 9), []byte(" "), space)
		w.Delete(at(18, 19), newline)
		w.Delete(at(20, 26), byline)
	})
	page.ledger.Verdicts = []doc.Verdict{
		{Rule: byline, Span: at(0, 5), Outcome: doc.Applied},
		{Rule: heading, Span: at(6, 18), Likely: true, Outcome: doc.Unsupported},
		{Rule: byline, Span: at(20, 25), Outcome: doc.Applied, Of: at(0, 5)},
	}
	plain := newSample("f#2", "as it was\n", "\xfe", func(*edit.Writer) {})
	plain.doc.Offset = 27
	return []sample{page, plain}
}

// write writes the samples as text and ledger.
func write(t *testing.T, list []sample, unit Unit) (text, ledger, source string) {
	t.Helper()
	var textBuf, ledgerBuf bytes.Buffer
	texts, book := NewText(&textBuf, nil), NewLedger(&ledgerBuf, unit)
	for _, s := range list {
		offset, err := texts.Write(&s.doc, s.text)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.Write(&s.doc, s.text, &s.ledger, offset); err != nil {
			t.Fatal(err)
		}
		source += string(s.doc.Source) + string(s.doc.Framing)
	}
	if err := texts.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := book.Flush(); err != nil {
		t.Fatal(err)
	}
	return textBuf.String(), ledgerBuf.String(), source
}

func TestLedgerLines(t *testing.T) {
	_, got, _ := write(t, samples(), Byte)
	want := `{"shuck":1,"id":"f","file":"f","offset":0,"unit":"byte","framing":"\u0000",` +
		`"source":{"bytes":26,"crc32c":"03de1e76"},"clean":{"offset":0,"bytes":14,"crc32c":"bfee3471"},` +
		`"profile":"default","layout":"line","changes":[` +
		`{"source":[0,6],"clean":[0,0],"rule":"en/byline/by","old":"By Jo\n"},` +
		`{"source":[6,7],"clean":[0,3],"rule":"decode/invalid-utf8","old64":"/w=="},` +
		`{"source":[7,9],"clean":[3,4],"rule":"unicode/space","old":"` + "\u00a0" + `"},` +
		`{"source":[18,19],"clean":[13,13],"rule":"unicode/newline","old":"\r"},` +
		`{"source":[20,26],"clean":[14,14],"rule":"en/byline/by","old":"By Jo\n"}],"verdicts":[` +
		`{"rule":"en/byline/by","source":[0,5],"want":"drop","sure":"certain","outcome":"applied"},` +
		`{"rule":"en/related/heading","source":[6,18],"want":"drop","sure":"likely","outcome":"unsupported"},` +
		`{"rule":"en/byline/by","source":[20,25],"want":"drop","sure":"certain","outcome":"applied","of":[0,5]}]}` + "\n" +
		`{"shuck":1,"id":"f#2","file":"f","offset":27,"unit":"byte","framing64":"/g==",` +
		`"source":{"bytes":10,"crc32c":"3dca55e3"},"clean":{"offset":15,"bytes":10,"crc32c":"3dca55e3"},` +
		`"profile":"default","layout":"line","changes":[],"verdicts":[]}` + "\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestOffsetsInOtherUnits(t *testing.T) {
	for unit, want := range map[Unit]string{
		Rune:  `[[0,6],[0,0]] [[6,7],[0,1]] [[7,8],[1,2]] [[14,15],[8,8]] [[16,22],[9,9]] `,
		UTF16: `[[0,6],[0,0]] [[6,7],[0,1]] [[7,8],[1,2]] [[15,16],[9,9]] [[17,23],[10,10]] `,
	} {
		_, ledger, _ := write(t, samples()[:1], unit)
		var a account
		if err := json.Unmarshal([]byte(ledger), &a); err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, c := range a.Changes {
			spans, _ := json.Marshal([][2]uint32{c.Source, c.Clean})
			got.Write(append(spans, ' '))
		}
		if a.Unit != unit.String() || got.String() != want {
			t.Errorf("%s: got %s, want %s", a.Unit, got.String(), want)
		}
	}
}

func TestTextSeparatesFiles(t *testing.T) {
	var b bytes.Buffer
	w := NewText(&b, []byte("|"))
	for _, d := range []doc.Document{
		{File: "a", Framing: []byte(";")}, {File: "a"}, {File: "b"}, {File: "b", Framing: []byte(";")}, {File: "c"},
	} {
		if _, err := w.Write(&d, []byte(d.File)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "a;a|bb;c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStats(t *testing.T) {
	var s Stats
	for _, each := range samples() {
		s.Add(&each.ledger)
	}
	var b bytes.Buffer
	if err := s.Print(&b); err != nil {
		t.Fatal(err)
	}
	want := `documents  2, of which left alone as doubtful: 0
bytes      36 in, 24 out (33.3% less)
  times  bytes  rule
      2     12  en/byline/by
      1      2  unicode/space
      1      1  decode/invalid-utf8
      1      1  unicode/newline
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestStatsOfTextThatGrew(t *testing.T) {
	var s Stats
	s.Add(&doc.Ledger{SourceLen: 4, CleanLen: 5})
	var b bytes.Buffer
	if err := s.Print(&b); err != nil {
		t.Fatal(err)
	}
	if want := "bytes      4 in, 5 out (25.0% more)\n"; !strings.HasSuffix(b.String(), want) {
		t.Errorf("got\n%swant it to end in\n%s", b.String(), want)
	}
}

func BenchmarkLedger(b *testing.B) {
	source := strings.Repeat("A line of text that goes on for some seventy characters or a bit more.\n", 100)
	s := newSample("f", source, "", func(w *edit.Writer) {
		for i := 0; i < len(source); i += len(source) / 10 {
			w.Delete(at(i, i+20), byline)
		}
	})
	for _, unit := range []Unit{Byte, UTF16} {
		b.Run(unit.String(), func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			text, book := NewText(io.Discard, nil), NewLedger(io.Discard, unit)
			for b.Loop() {
				offset, _ := text.Write(&s.doc, s.text)
				_ = book.Write(&s.doc, s.text, &s.ledger, offset)
			}
		})
	}
}
