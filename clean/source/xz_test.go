package source

import (
	"bytes"
	"io"
	"slices"
	"testing"
)

// kinds.xz holds streams with all checks, several blocks, unusual properties,
// a stored chunk, no text at all, and padding.
func TestKindsOfXZ(t *testing.T) {
	page, stored := fixture(t, "odd.warc"), fixture(t, "pages.txt.bz2")
	want := slices.Concat(page, stored, page, page)
	data := fixture(t, "kinds.xz")
	if got, _, err := decode(bytes.NewReader(data)); err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %d bytes, %v; want %d", len(got), err, len(want))
	}
	if _, _, err := decode(bytes.NewReader(append(data, 0))); err == nil {
		t.Error("padding of odd length is no error")
	}
}

// Whichever bit is wrong, it is not taken for right.
func TestEveryDamageToXZIsFound(t *testing.T) {
	data := fixture(t, "pages.txt.xz")
	for i := len(xzMagic); i < len(data); i++ {
		for bit := range 8 {
			damaged := bytes.Clone(data)
			damaged[i] ^= 1 << bit
			if got, _, err := decode(bytes.NewReader(damaged)); err == nil {
				t.Errorf("byte %d, bit %d: no error after %d bytes", i, bit, len(got))
			}
		}
	}
}

func TestXZThatIsNotSupported(t *testing.T) {
	for name, want := range map[string]string{
		"delta.xz": "xz: made with a filter or a check that is not supported",
		"huge.xz":  "xz: refers back more than 128 MiB",
	} {
		if _, _, err := decode(bytes.NewReader(fixture(t, name))); err == nil || err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The window must slide without losing what is referred to.
func TestLZMA2Slides(t *testing.T) {
	l := &lzma2{window: 1000}
	piece := make([]byte, 1<<16)
	var all int
	for i := range 200 {
		piece[0] = byte(i)
		control := byte(2)
		if i == 0 {
			control = 1
		}
		in := bytes.NewReader(slices.Concat([]byte{control, 0xff, 0xff}, piece))
		out, err := l.next(taker(in))
		if err != nil || !bytes.Equal(out, piece) {
			t.Fatalf("chunk %d: %d bytes, %v", i, len(out), err)
		}
		all += len(out)
	}
	if got := len(l.lzma.out); got < l.window || got > 5<<20 {
		t.Errorf("%d bytes kept of %d", got, all)
	}
}

// taker returns a function that reads n bytes of r.
func taker(r io.Reader) func(n int) ([]byte, error) {
	return func(n int) ([]byte, error) {
		b := make([]byte, n)
		_, err := io.ReadFull(r, b)
		return b, err
	}
}

// No bytes make the decoder panic or go on for ever. Checksums would keep the
// fuzzer from most of it.
func FuzzLZMA2(f *testing.F) {
	data := fixture(f, "kinds.xz")
	f.Add(data[24:1329]) // a block
	f.Add(data[1744:3162])
	f.Add([]byte("\x01\x00\x03text\x02\x00\x00!\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := &lzma2{window: 1 << 12}
		take := taker(bytes.NewReader(data))
		for {
			if _, err := l.next(take); err != nil {
				return
			}
		}
	})
}
