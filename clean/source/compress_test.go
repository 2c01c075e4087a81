package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../testdata/dump/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// decode returns what comes out of r, and the compression undone.
func decode(r io.Reader) (out []byte, compression string, err error) {
	d, err := NewDecoded(r)
	if err != nil {
		return nil, "", err
	}
	out, err = io.ReadAll(d)
	return out, d.Compression(), err
}

// Each of these files holds two members.
var compressedFiles = []struct{ name, compression string }{
	{"pages.txt.gz", "gzip"}, {"pages.txt.zst", "zstd"}, {"pages.txt.bz2", "bzip2"}, {"pages.txt.xz", "xz"},
}

func TestDecoded(t *testing.T) {
	want := fixture(t, "pages.txt")
	for _, file := range compressedFiles {
		data := fixture(t, file.name)
		for _, r := range []io.Reader{
			bytes.NewReader(data),
			iotest.OneByteReader(bytes.NewReader(data)),
			iotest.DataErrReader(bytes.NewReader(data)),
		} {
			got, compression, err := decode(r)
			if err != nil || compression != file.compression || !bytes.Equal(got, want) {
				t.Errorf("%s: got %q by %s, %v", file.name, got, compression, err)
			}
		}
	}
}

func TestPlainStreamsAreNotDecoded(t *testing.T) {
	for _, in := range []string{"", "B", "BZh", "BZh9", "BZh9 is a name", "\x1f", "\x1f\x8b", "(", "(\xb5/", "\xfd7z", "xyz*M", "PK\x03\x04"} {
		got, compression, err := decode(strings.NewReader(in))
		if string(got) != in || compression != "" || err != nil {
			t.Errorf("%q: got %q by %q, %v", in, got, compression, err)
		}
	}
}

// A first line that is typed must not wait for a second one.
func TestSniffWaitsForNoMoreThanItNeeds(t *testing.T) {
	in, out := io.Pipe()
	go out.Write([]byte("B\n"))
	d, err := NewDecoded(in)
	if err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 10)
	if n, err := d.Read(b); string(b[:n]) != "B\n" || err != nil {
		t.Errorf("got %q, %v", b[:n], err)
	}
}

// A stream that was cut anywhere but between members is not read as if it
// were whole.
func TestCutStreams(t *testing.T) {
	want := fixture(t, "pages.txt")
	half := bytes.Index(want, []byte("渡"))
	for _, file := range compressedFiles {
		data := fixture(t, file.name)
		for n := 12; n < len(data); n++ {
			got, _, err := decode(bytes.NewReader(data[:n]))
			switch {
			case !bytes.HasPrefix(want, got):
				t.Errorf("%s cut at %d: got %q", file.name, n, got)
			case err == nil && len(got) != half:
				t.Errorf("%s cut at %d: no error after %d bytes", file.name, n, len(got))
			case err != nil && err.Error() != file.compression+": the file ends too early":
				t.Errorf("%s cut at %d: %v", file.name, n, err)
			}
		}
	}
}

func TestDamagedStreams(t *testing.T) {
	for _, file := range compressedFiles {
		data := fixture(t, file.name)
		_, _, err := decode(bytes.NewReader(append(bytes.Clone(data), "more, not compressed"...)))
		if err == nil || !strings.HasPrefix(err.Error(), file.compression+": ") {
			t.Errorf("%s with a tail: %v", file.name, err)
		}
		data[len(data)/3] ^= 0x10
		_, _, err = decode(bytes.NewReader(data))
		if err == nil || err.Error() != file.compression+": damaged data" {
			t.Errorf("%s: %v", file.name, err)
		}
	}
}

func TestReadErrorsAreNotTakenForDamage(t *testing.T) {
	broken := errors.New("disk on fire")
	for _, file := range compressedFiles {
		data := fixture(t, file.name)
		_, _, err := decode(io.MultiReader(bytes.NewReader(data[:len(data)/2]), iotest.ErrReader(broken)))
		if err != broken {
			t.Errorf("%s: %v", file.name, err)
		}
	}
}

// bombs are size bytes of zeros, compressed in members of 1 MiB each.
func bombs(t testing.TB, size int) map[string][]byte {
	t.Helper()
	const member = 1 << 20
	all := map[string][]byte{}
	for name, open := range map[string]func(io.Writer) (io.WriteCloser, error){
		"gzip": func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) },
		"zstd": func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) },
	} {
		var b bytes.Buffer
		w, err := open(&b)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(make([]byte, member)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		all[name] = bytes.Repeat(b.Bytes(), size/member)
	}
	return all
}

func TestBombs(t *testing.T) {
	for name, bomb := range bombs(t, 2*freeExpansion) {
		got, err := expand(bytes.NewReader(bomb))
		if err == nil || err.Error() != name+": expands more than 500 times, as only a bomb does" {
			t.Errorf("%s: %v", name, err)
		}
		if got > freeExpansion+(1<<20) {
			t.Errorf("%s: %d bytes came out", name, got)
		}
	}
	for name, small := range bombs(t, freeExpansion/4) {
		if got, err := expand(bytes.NewReader(small)); err != nil || got != freeExpansion/4 {
			t.Errorf("%s: %d bytes, %v", name, got, err)
		}
	}
}

// expand returns how many bytes come out of r.
func expand(r io.Reader) (int64, error) {
	d, err := NewDecoded(r)
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, d)
}

// A frame that asks for a window of 1 GiB gets an answer, not the memory.
func TestHugeZstdWindow(t *testing.T) {
	frame := []byte("\x28\xb5\x2f\xfd\x00\xa0\x01\x00\x00") // RFC 8878, 3.1.1.1.2
	_, _, err := decode(bytes.NewReader(frame))
	if err == nil || err.Error() != "zstd: refers back more than 128 MiB" {
		t.Errorf("got %v", err)
	}
}

func FuzzDecoded(f *testing.F) {
	for _, file := range compressedFiles {
		f.Add(fixture(f, file.name))
	}
	f.Add(fixture(f, "kinds.xz"))
	f.Add([]byte("\x50*M\x18\x02\x00\x00\x00ab"))
	f.Fuzz(func(t *testing.T, data []byte) {
		whole, compression, err := decode(bytes.NewReader(data))
		slow, slowly, slowErr := decode(iotest.OneByteReader(bytes.NewReader(data)))
		if compression != slowly || (err == nil) != (slowErr == nil) || err == nil && !bytes.Equal(whole, slow) {
			t.Fatalf("whole reads gave %q by %s, %v; one-byte reads %q by %s, %v", whole, compression, err, slow, slowly, slowErr)
		}
		if compression == "" && err == nil && !bytes.Equal(whole, data) {
			t.Errorf("got %q", whole)
		}
	})
}
