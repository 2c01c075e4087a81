package edit

import (
	"bytes"
	"testing"
)

// benchText returns a megabyte of lines of 64 bytes.
func benchText() []byte {
	line := append(bytes.Repeat([]byte("word "), 12), "end\n"...)
	return bytes.Repeat(line, 1<<20/len(line))
}

// editLines changes every fourth line in three places, starting with line first.
func editLines(w *Writer, src []byte, first int) ([]byte, Map) {
	w.Reset(src)
	for at := first * 64; at+64 <= len(src); at += 4 * 64 {
		w.Delete(Span{at + 5, at + 10}, 1)
		w.Insert(at+20, []byte("new "), 2)
		w.Replace(Span{at + 40, at + 44}, []byte("other"), 3)
	}
	return w.Finish()
}

// Bytes per second are bytes of source text throughout.

func BenchmarkWriter(b *testing.B) {
	src := benchText()
	w := new(Writer)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		editLines(w, src, 0)
	}
}

func BenchmarkCompose(b *testing.B) {
	src := benchText()
	w := new(Writer)
	mid, first := editLines(w, src, 0)
	_, second := editLines(w, mid, 2)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Compose(first, second)
	}
}

func BenchmarkSource(b *testing.B) {
	src := benchText()
	out, m := editLines(new(Writer), src, 0)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		for at := 0; at+64 <= len(out); at += 64 {
			m.Source(Span{at, at + 64})
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	src := benchText()
	out, m := editLines(new(Writer), src, 0)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if err := m.Check(src, out); err != nil {
			b.Fatal(err)
		}
	}
}
