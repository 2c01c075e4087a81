package source_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
	"github.com/shuck-text/shuck/clean/sink"
	"github.com/shuck-text/shuck/clean/source"
)

// dump returns records as crawls have them: some numbers and names, a text of
// about 4 kB with quotes and line breaks.
func dump(records int) []byte {
	var b bytes.Buffer
	text := strings.Repeat("She said \"not before the café opens\" and closed the door behind her.\n", 55) + "Source link\n"
	quoted, _ := json.Marshal(text)
	for i := range records {
		fmt.Fprintf(&b, `{"id":"page-%d","meta":{"bytes":%d,"languages":["en","fr"],"score":0.%d},"text":%s,"time":1e9}`+"\n", i, len(text), i, quoted)
	}
	return b.Bytes()
}

const end = "Source link\n" // what is taken off each text

// BenchmarkSplice changes the text of each record: by scanning and splicing,
// and by decoding and encoding the whole of it with encoding/json.
func BenchmarkSplice(b *testing.B) {
	in := dump(2000)
	b.Run("splice", func(b *testing.B) { benchmark(b, in, spliceAll) })
	b.Run("encoding-json", func(b *testing.B) { benchmark(b, in, recodeAll) })
}

func benchmark(b *testing.B, in []byte, run func(io.Reader, io.Writer) error) {
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if err := run(bytes.NewReader(in), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func spliceAll(r io.Reader, w io.Writer) error {
	in := source.NewJSONL(r, "f", []string{"text"}, source.DefaultMaxRecord)
	out := sink.NewSplice(w, sink.Byte, "")
	for {
		d, err := in.Next()
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return err
		}
		start, stop := in.Value()
		text := bytes.TrimSuffix(d.Source, []byte(end))
		if err := out.Write(in.Record(), edit.Span{Start: start, End: stop}, d, text, &doc.Ledger{}); err != nil {
			return err
		}
	}
}

func recodeAll(r io.Reader, w io.Writer) error {
	in := json.NewDecoder(bufio.NewReaderSize(r, 64<<10))
	out := bufio.NewWriterSize(w, 64<<10)
	encoder := json.NewEncoder(out)
	for {
		var record map[string]any
		err := in.Decode(&record)
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return err
		}
		record["text"] = strings.TrimSuffix(record["text"].(string), end)
		if err := encoder.Encode(record); err != nil {
			return err
		}
	}
}

// What is timed must do the same.
func TestSpliceAgreesWithEncodingJSON(t *testing.T) {
	in := dump(20)
	var spliced, respelt, recoded bytes.Buffer
	for _, step := range []error{
		spliceAll(bytes.NewReader(in), &spliced),
		recodeAll(bytes.NewReader(spliced.Bytes()), &respelt),
		recodeAll(bytes.NewReader(in), &recoded),
	} {
		if step != nil {
			t.Fatal(step)
		}
	}
	if !bytes.Equal(respelt.Bytes(), recoded.Bytes()) {
		t.Error("splicing and encoding/json differ")
	}
	if want := bytes.ReplaceAll(in, []byte(`Source link\n`), nil); !bytes.Equal(spliced.Bytes(), want) {
		t.Error("splicing changed other bytes")
	}
}
