package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// A piece is what a test expects of a document.
type piece struct{ source, framing string }

// read collects all documents of r and checks that they tile it.
func read(t *testing.T, r io.Reader, framing Framing, maxDoc int) ([]piece, error) {
	t.Helper()
	in := NewText(r, "f", framing, maxDoc)
	var pieces []piece
	var offset int64
	for {
		d, err := in.Next()
		if err == io.EOF {
			return pieces, nil
		}
		if err != nil {
			return pieces, err
		}
		if d.Offset != offset {
			t.Fatalf("document %s at offset %d, want %d", d.ID, d.Offset, offset)
		}
		offset += int64(len(d.Source) + len(d.Framing))
		pieces = append(pieces, piece{string(d.Source), string(d.Framing)})
	}
}

func TestFramings(t *testing.T) {
	for _, test := range []struct {
		name    string
		framing Framing
		in      string
		want    []piece
	}{
		{"file", File, "a\n\nb\f\x00", []piece{{"a\n\nb\f\x00", ""}}},
		{"empty file", File, "", []piece{{"", ""}}},
		{"no line", Line, "", nil},
		{"lines", Line, "a\r\n\nb\rc\n", []piece{{"a", "\r\n"}, {"", "\n"}, {"b\rc", "\n"}}},
		{"line without end", Line, "a\nb", []piece{{"a", "\n"}, {"b", ""}}},
		{"line of CR", Line, "\r\n\r", []piece{{"", "\r\n"}, {"\r", ""}}},
		{"nul", Null, "a\x00\x00b\n", []piece{{"a", "\x00"}, {"", "\x00"}, {"b\n", ""}}},
		{"ff", FormFeed, "a\n\fb\n\f", []piece{{"a\n", "\f"}, {"b\n", "\f"}}},
		{"blank", Blank, "a\nb\n\nc\n", []piece{{"a\nb\n", "\n"}, {"c\n", ""}}},
		{"blank CRLF", Blank, "a\r\n \t\r\n\r\nb", []piece{{"a\r\n", " \t\r\n\r\n"}, {"b", ""}}},
		{"blank with non-breaking space", Blank, "a\n\u00a0\n  b", []piece{{"a\n", "\u00a0\n"}, {"  b", ""}}},
		{"blank at the start", Blank, "\n \n\na\n\nb", []piece{{"\n \n\na\n", "\n"}, {"b", ""}}},
		{"blank at the end", Blank, "a\n\n  ", []piece{{"a\n", "\n  "}}},
		{"one line end is no blank line", Blank, "a\n  ", []piece{{"a\n  ", ""}}},
		{"nothing but blank", Blank, "\n\n\n", []piece{{"\n\n\n", ""}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, r := range []io.Reader{
				strings.NewReader(test.in),
				iotest.OneByteReader(strings.NewReader(test.in)),
				iotest.DataErrReader(strings.NewReader(test.in)),
			} {
				got, err := read(t, r, test.framing, 1000)
				if err != nil || !slices.Equal(got, test.want) {
					t.Errorf("got %q, %v; want %q", got, err, test.want)
				}
			}
		})
	}
}

func TestIDs(t *testing.T) {
	in := NewText(strings.NewReader("a\nb\nc"), "x.txt", Line, 1000)
	for _, want := range []string{"x.txt", "x.txt#2", "x.txt#3"} {
		d, err := in.Next()
		if err != nil || d.ID != want || d.File != "x.txt" {
			t.Errorf("got %+v, %v; want ID %s", d, err, want)
		}
	}
}

func TestChunksAreCutAtTheBestPlace(t *testing.T) {
	word := strings.Repeat("x", 40)
	for _, test := range []struct{ name, first, separator, rest string }{
		{"blank line", word + "\n", " \n", "b c\nd" + word},
		{"line", word + " b\n", "", "c " + word},
		{"space", word, " ", "c" + word},
		{"rune", word + strings.Repeat("é", 12), "", strings.Repeat("é", 20)},
		{"byte", word + strings.Repeat("\x80", 24), "", strings.Repeat("\x80", 20)},
		{"CR LF", strings.Repeat("x", 63), "", "\r\n" + word},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := read(t, strings.NewReader(test.first+test.separator+test.rest), File, 64)
			want := []piece{{test.first, test.separator}, {test.rest, ""}}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("got %q, %v; want %q", got, err, want)
			}
		})
	}
}

func TestChunkNumbers(t *testing.T) {
	long := strings.Repeat("word ", 40)
	in := NewText(strings.NewReader("a\n"+long+"\nb\n"+long), "f", Line, 64)
	var got []int
	for {
		_, err := in.Next()
		if err == io.EOF {
			break
		}
		got = append(got, in.Chunk())
	}
	if want := []int{0, 1, 2, 3, 4, 0, 1, 2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func compressed(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, m := range members {
		z := gzip.NewWriter(&b)
		if _, err := io.WriteString(z, m); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestGzip(t *testing.T) {
	whole := compressed(t, "first\nsec", "ond\nthird\n")
	all := []piece{{"first", "\n"}, {"second", "\n"}, {"third", "\n"}}
	damaged := slices.Clone(whole)
	damaged[len(damaged)-6] ^= 1 // in the second member's checksum

	for _, test := range []struct {
		name   string
		in     []byte
		want   []piece
		offset int64
		err    string
	}{
		{"members", whole, all, 0, ""},
		{"cut", whole[:len(whole)-3], all, 19, "f: record 4, byte 19: gzip: the file ends too early"},
		{"header only", whole[:5], nil, 0, "f: record 1, byte 0: gzip: the file ends too early"},
		{"damaged", damaged, all, 19, "f: record 4, byte 19: gzip: damaged data"},
		{"tail", append(slices.Clone(whole), "tail, no gzip"...), all, 19,
			"f: record 4, byte 19: gzip: what follows the compressed data is not gzip"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := read(t, bytes.NewReader(test.in), Line, 1000)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if test.err == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			var re *ReadError
			if !errors.As(err, &re) || re.Offset != test.offset || err.Error() != test.err {
				t.Errorf("got error %v, want %s", err, test.err)
			}
		})
	}
}

func TestWholeRecordsComeBeforeAReadError(t *testing.T) {
	broken := errors.New("disk on fire")
	in := io.MultiReader(strings.NewReader("a\nb\nhalf"), iotest.ErrReader(broken))
	got, err := read(t, in, Line, 1000)
	if want := []piece{{"a", "\n"}, {"b", "\n"}}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !errors.Is(err, broken) || err.Error() != "f: record 3, byte 8: disk on fire" {
		t.Errorf("got error %v", err)
	}
}

// endless yields n bytes of c.
type endless struct {
	n int
	c byte
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.n)
	e.n -= n
	copy(p[:n], bytes.Repeat([]byte{e.c}, n))
	return n, nil
}

func TestMemoryIsBounded(t *testing.T) {
	const maxDoc, total = 1 << 20, 4 << 20
	for _, c := range []byte{'x', '\n', ' ', 0} {
		for framing := File; framing <= Line; framing++ {
			in := NewText(&endless{total, c}, "f", framing, maxDoc)
			n := 0
			for {
				d, err := in.Next()
				if err != nil {
					break
				}
				n += len(d.Source) + len(d.Framing)
				if len(d.Source) > maxDoc {
					t.Fatalf("%q by %s: document of %d bytes", c, framing, len(d.Source))
				}
			}
			if n != total || len(in.buf) > 5*(maxDoc+maxSeparator)/4+4*minRead {
				t.Errorf("%q by %s: %d bytes, buffer %d", c, framing, n, len(in.buf))
			}
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("a\r\n\r\nb\x00c\fd\n \u00a0\n\n"), uint8(Blank), uint16(64))
	f.Add([]byte(strings.Repeat("long é ", 50)), uint8(Line), uint16(64))
	f.Add([]byte("\xff\xfea\n\n\x80\n"), uint8(Null), uint16(90))
	f.Fuzz(func(t *testing.T, data []byte, framing uint8, maxDoc uint16) {
		fr := Framing(framing % uint8(len(framingNames)))
		whole, err := read(t, bytes.NewReader(data), fr, int(maxDoc))
		slow, slowErr := read(t, iotest.OneByteReader(bytes.NewReader(data)), fr, int(maxDoc))
		if !slices.Equal(whole, slow) || (err == nil) != (slowErr == nil) {
			t.Fatalf("by %s: whole reads gave %q, %v; one-byte reads %q, %v", fr, whole, err, slow, slowErr)
		}
		if err != nil { // looks like gzip
			return
		}
		var all strings.Builder
		for _, p := range whole {
			all.WriteString(p.source)
			all.WriteString(p.framing)
			if len(p.source) > max(int(maxDoc), MinMaxDoc) {
				t.Errorf("document of %d bytes", len(p.source))
			}
		}
		if all.String() != string(data) && !bytes.HasPrefix(data, []byte("\x1f\x8b\x08")) {
			t.Errorf("got %q, want %q", all.String(), data)
		}
	})
}

func BenchmarkText(b *testing.B) {
	page := strings.Repeat("A line of text that goes on for some seventy characters or a bit more.\n", 30) + "\n"
	stream := []byte(strings.Repeat(page, 500))
	for framing := File; framing <= Line; framing++ {
		b.Run(framing.String(), func(b *testing.B) {
			b.SetBytes(int64(len(stream)))
			for b.Loop() {
				in := NewText(bytes.NewReader(stream), "f", framing, DefaultMaxDoc)
				for {
					if _, err := in.Next(); err != nil {
						break
					}
				}
			}
		})
	}
}
