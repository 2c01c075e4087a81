package source

import (
	"bufio"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/klauspost/compress/gzip" // twice as fast as compress/gzip
	"github.com/klauspost/compress/zstd"
)

// A bomb is a stream that expands to more than maxRatio times its size, once
// it has made more than freeExpansion bytes. Text compresses four to twenty
// times, a dump of near duplicates some hundred times.
const (
	maxRatio      = 500
	freeExpansion = 64 << 20
)

// maxWindow is the longest distance in bytes that a stream may refer back to:
// the one up to which the zstd command decompresses without being asked, and
// twice what xz -9 makes.
const maxWindow = 128 << 20

// A compression is a way to compress streams.
type compression struct {
	name   string
	magics []string // what a stream begins with; '?' stands for any byte
	open   func(*bufio.Reader) (io.Reader, error)
}

// See RFC 1952, RFC 8878 (3.1.1 and, for skippable frames, 3.1.2), and the
// descriptions of the formats of bzip2 and xz.
var compressions = []compression{
	{"gzip", []string{"\x1f\x8b\x08"}, func(r *bufio.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	{"zstd", []string{"\x28\xb5\x2f\xfd", "?*M\x18"}, func(r *bufio.Reader) (io.Reader, error) { return openZstd(r) }},
	{"bzip2", []string{"BZh?1AY&SY", "BZh?\x17rE8P\x90"}, func(r *bufio.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
	{"xz", []string{xzMagic}, func(r *bufio.Reader) (io.Reader, error) { return newXZReader(r) }},
}

// The decoder works in the goroutine that reads, so that one that is never
// closed leaves nothing behind.
func openZstd(r io.Reader) (io.Reader, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
}

// decompress looks whether r is compressed, and undoes that.
func decompress(r io.Reader) (io.Reader, error) {
	if d, ok := r.(*Decoded); ok {
		return d, nil
	}
	return NewDecoded(r)
}

// A Decoded is a stream without its compression: gzip, zstd, bzip2 or xz,
// with all their members. The bytes tell which it is, not a name.
type Decoded struct {
	compression string
	in          io.Reader
	compressed  *counter
	out         int64  // bytes that came out
	head        []byte // what came out and was not read
	err         error  // that came after head
}

// NewDecoded reads the first bytes of r. It fails if they begin a compressed
// stream that cannot be read.
func NewDecoded(r io.Reader) (*Decoded, error) {
	d := &Decoded{compressed: &counter{in: r}}
	in := bufio.NewReaderSize(d.compressed, minRead)
	c := sniff(in)
	if c == nil {
		d.in = in
		return d, nil
	}
	d.compression = c.name
	var err error
	if d.in, err = c.open(in); err != nil {
		return nil, d.describe(err)
	}
	return d, nil
}

// Compression names the compression that is undone: "gzip", "zstd", "bzip2",
// "xz", or "" for none.
func (d *Decoded) Compression() string { return d.compression }

func (d *Decoded) Read(p []byte) (int, error) {
	if len(d.head) > 0 {
		n := copy(p, d.head)
		d.head = d.head[n:]
		return n, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	return d.decode(p)
}

// peekMore makes head longer by one read.
func (d *Decoded) peekMore() {
	d.head = slices.Grow(d.head, minRead)
	room := d.head[len(d.head):cap(d.head)]
	var n int
	n, d.err = d.decode(room)
	d.head = d.head[:len(d.head)+n]
}

func (d *Decoded) decode(p []byte) (int, error) {
	n, err := d.in.Read(p)
	if d.compression == "" {
		return n, err
	}
	d.out += int64(n)
	if d.out > freeExpansion && d.out/maxRatio > d.compressed.n {
		return n, fmt.Errorf("%s: expands more than %d times, as only a bomb does", d.compression, maxRatio)
	}
	return n, d.describe(err)
}

// sniff finds the compression of what in will read; nil if there is none. It
// waits for no more bytes than it needs, since in may be someone typing.
func sniff(in *bufio.Reader) *compression {
	for n := 1; ; n++ {
		head, err := in.Peek(n)
		c, open := compressionOf(head)
		if !open || err != nil {
			return c
		}
	}
}

// compressionOf finds the compression of what begins with head; nil if there
// is none. It is open if more bytes may make it one.
func compressionOf(head []byte) (c *compression, open bool) {
	for i := range compressions {
		for _, magic := range compressions[i].magics {
			switch {
			case !hasMagic(head, magic):
			case len(head) < len(magic):
				open = true
			default:
				return &compressions[i], false
			}
		}
	}
	return nil, open
}

// hasMagic reports whether b, as far as it goes, begins with magic.
func hasMagic(b []byte, magic string) bool {
	for i := range min(len(b), len(magic)) {
		if magic[i] != '?' && magic[i] != b[i] {
			return false
		}
	}
	return true
}

// describe says what was wrong in words that name the compression. Unless the
// input itself could not be read, the decompressor did not like what it read.
func (d *Decoded) describe(err error) error {
	name := d.compression
	switch {
	case err == nil, err == io.EOF:
		return err
	case d.compressed.err != nil:
		return d.compressed.err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%s: the file ends too early", name)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, zstd.ErrMagicMismatch), err == errXZTail:
		return fmt.Errorf("%s: what follows the compressed data is not %[1]s", name)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), err == errXZWindow:
		return fmt.Errorf("%s: refers back more than %d MiB", name, maxWindow>>20)
	case err == errXZFilter:
		return fmt.Errorf("%s: %w", name, err)
	default:
		return fmt.Errorf("%s: damaged data", name)
	}
}

// A counter counts the bytes that are read through it, and keeps the error
// that ended the reading, unless it is the end of the file.
type counter struct {
	in  io.Reader
	n   int64
	err error
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}
