package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"
	"testing/iotest"
)

// describeWARC reads r and returns what it says about each document and error.
func describeWARC(t testing.TB, r io.Reader, maxRecord int) string {
	t.Helper()
	var b strings.Builder
	in := NewWARC(r, "f", maxRecord)
	for {
		d, err := in.Next()
		var re *RecordError
		switch {
		case err == io.EOF:
			fmt.Fprintf(&b, "skipped %v\n", in.Skipped())
			return b.String()
		case errors.As(err, &re):
			fmt.Fprintf(&b, "error %v\n", err)
		case err != nil:
			fmt.Fprintf(&b, "end %v\n", err)
			return b.String()
		default:
			h := in.Header()
			fmt.Fprintf(&b, "%s [%d,%d) %s %s %q %s %s\n", d.ID, h.Offset, h.Offset+h.Len, h.Type, h.URL, h.ContentType, h.Status, h.Truncated)
			fmt.Fprintf(&b, "  @%d %.80q\n", d.Offset, d.Source)
		}
	}
}

// odd.warc holds what archives hold in practice and one would not expect.
func TestWARCFixture(t *testing.T) {
	data, want := fixture(t, "odd.warc"), string(fixture(t, "odd.warc.want"))
	for _, r := range []io.Reader{
		bytes.NewReader(data),
		iotest.OneByteReader(bytes.NewReader(data)),
		iotest.DataErrReader(bytes.NewReader(data)),
		bytes.NewReader(gzipEach(t, data)),
	} {
		if got := describeWARC(t, r, 1000); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// gzipEach compresses the records of data one by one, as crawlers do.
func gzipEach(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	for len(data) > 0 {
		n := recordStart(data)
		if n < 0 {
			n = len(data)
		}
		z := gzip.NewWriter(&b)
		if _, err := z.Write(data[:n]); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		data = data[n:]
	}
	return b.Bytes()
}

// Offsets must lead back to the record, and to a body stored as it is.
func TestWARCOffsets(t *testing.T) {
	data := fixture(t, "odd.warc")
	in := NewWARC(bytes.NewReader(data), "f", 1000)
	for documents := 0; ; {
		d, err := in.Next()
		if err == io.EOF {
			if documents < 15 {
				t.Errorf("only %d documents", documents)
			}
			return
		}
		if err != nil {
			var re *RecordError
			if !errors.As(err, &re) || !bytes.HasPrefix(data[re.Offset:], re.Bytes) || len(re.Bytes) == 0 {
				t.Errorf("%v does not hold its bytes", err)
			}
			continue
		}
		documents++
		h := in.Header()
		if record := data[h.Offset : h.Offset+h.Len]; !bytes.HasPrefix(record, []byte(warcMagic)) {
			t.Errorf("%s: no record at %d", d.ID, h.Offset)
		}
		coded := in.message.fields.get("Content-Encoding")+in.message.fields.get("Transfer-Encoding") != ""
		if !coded && !bytes.HasPrefix(data[d.Offset:], d.Source) {
			t.Errorf("%s: not at %d", d.ID, d.Offset)
		}
	}
}

// What is known of a record must survive that its bytes move in the buffer
// while more of it is read.
func TestWARCHeadersSurviveReading(t *testing.T) {
	var b strings.Builder
	body := strings.Repeat("text ", 20_000)
	size := func(i int) int { return i * 7919 % len(body) }
	const records = 300
	for i := range records {
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://quay.example/%d\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			i, size(i), body[:size(i)])
	}
	in := NewWARC(iotest.HalfReader(strings.NewReader(b.String())), "f", DefaultMaxRecord)
	for i := range records {
		d, err := in.Next()
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprint("http://quay.example/", i); in.Header().URL != want || string(d.Source) != body[:size(i)] {
			t.Errorf("record %d: got %s with %d bytes", i, in.Header().URL, len(d.Source))
		}
	}
}

// A cut archive gives an error, and every document before the cut.
func TestCutWARC(t *testing.T) {
	record := "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\ntext\r\n\r\n"
	for n := 1; n < len(record)-len("\r\n\r\n"); n++ {
		got := describeWARC(t, strings.NewReader(record+record[:n]), 100)
		if strings.Count(got, "error ") != 1 || strings.Count(got, `"text"`) != 1 {
			t.Errorf("cut after %d bytes:\n%s", n, got)
		}
	}
	z := gzipEach(t, []byte(record+record))
	got := describeWARC(t, bytes.NewReader(z[:len(z)-20]), 100)
	if want := "end f: record 2, byte"; !strings.Contains(got, want) || !strings.Contains(got, "gzip: the file ends too early") {
		t.Errorf("got\n%s", got)
	}
}

func TestWARCBodiesAreLimited(t *testing.T) {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := io.CopyN(w, &endless{1 << 20, 0}, 1<<20); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	block := "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + z.String()
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
	in := NewWARC(strings.NewReader(record), "f", 1<<16)
	if _, err := in.Next(); !errors.Is(err, ErrTooLong) {
		t.Errorf("got %v", err)
	}
	if _, err := in.Next(); err != io.EOF {
		t.Errorf("got %v at the end", err)
	}
}

// Each of these would take a time that grows with the square of its length,
// or memory without bound, if it were read in a simple way.
func TestHostileWARCs(t *testing.T) {
	const limit = 1 << 20
	head := "WARC/1.0\r\nWARC-Type: response\r\n"
	for name, in := range map[string]string{
		"versions":          strings.Repeat("WARC/1.0\r\n", 200_000),
		"long lengths":      strings.Repeat("WARC/1.0\r\nContent-Length: 1000000\r\n\r\n", 50_000),
		"no lengths":        strings.Repeat("WARC/1.0\r\n\r\n", 200_000),
		"line breaks":       strings.Repeat("\n", 2<<20),
		"endless header":    head + strings.Repeat("a: b\r\n", 400_000),
		"folded header":     head + "a: b\r\n" + strings.Repeat(" c\r\n", 60_000) + "Content-Length: 0\r\n\r\n",
		"endless HTTP":      head + "Content-Length: 1000007\r\n\r\nHTTP/1\n" + strings.Repeat(":\n", 500_000),
		"interim responses": head + "Content-Length: 1000000\r\n\r\n" + strings.Repeat("HTTP/1 100\n\n\n", 80_000),
		"rubbish":           strings.Repeat("rubbish", 300_000),
	} {
		w := NewWARC(strings.NewReader(in), "f", limit)
		for {
			if _, err := w.Next(); err == io.EOF {
				break
			}
		}
		if int(w.offset) != len(in) || len(w.buf) > 2*limit {
			t.Errorf("%s: %d of %d bytes read, buffer %d", name, w.offset, len(in), len(w.buf))
		}
	}
}

func TestSkippedIsACopy(t *testing.T) {
	w := NewWARC(strings.NewReader("WARC/1.0\nWARC-Type: revisit\nContent-Length: 0\n\n"), "f", 100)
	if _, err := w.Next(); err != io.EOF {
		t.Fatal(err)
	}
	w.Skipped()["revisit"] = 7
	if got, want := w.Skipped(), map[string]int{"revisit": 1}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzWARC(f *testing.F) {
	f.Add(fixture(f, "odd.warc"), uint16(1000))
	f.Add([]byte("WARC/1.0\nWARC-Type: response\nContent-Length: 60\n\nHTTP/1.1 200\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n"), uint16(100))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 3\r\n\r\nWARC/1.0\r\nWARC-Type:\r\n resource\r\ncontent-length: 1\r\n\r\nx"), uint16(9))
	f.Fuzz(func(t *testing.T, data []byte, limit uint16) {
		whole := describeWARC(t, bytes.NewReader(data), int(limit))
		slow := describeWARC(t, iotest.OneByteReader(bytes.NewReader(data)), int(limit))
		if whole != slow {
			t.Errorf("whole reads gave\n%s\none-byte reads\n%s", whole, slow)
		}
	})
}

func BenchmarkWARC(b *testing.B) {
	body := strings.Repeat("A line of text that goes on for some seventy characters or a bit more.\n", 60)
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://quay.example/\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"+
		"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(body), body)
	stream := []byte(strings.Repeat(record, 2000))
	for name, data := range map[string][]byte{"plain": stream, "gzip": gzipEach(b, stream)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(stream)))
			b.ReportAllocs()
			for b.Loop() {
				in := NewWARC(bytes.NewReader(data), "f", DefaultMaxRecord)
				for {
					if _, err := in.Next(); err != nil {
						break
					}
				}
			}
		})
	}
}
