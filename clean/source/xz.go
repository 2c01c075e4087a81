package source

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"io"
)

var (
	errXZDamage = errors.New("damaged data")
	errXZTail   = errors.New("no xz stream begins here")
	errXZWindow = errors.New("the window is too long")
	errXZFilter = errors.New("made with a filter or a check that is not supported")
)

const xzMagic = "\xfd7zXZ\x00"

// An xzReader decompresses the .xz file format, version 1.2: all streams of a
// file and the padding between them, compressed by LZMA2 and no other filter.
type xzReader struct {
	in      *bufio.Reader
	read    int64 // bytes of in
	scratch [64 << 10]byte
	out     []byte // what came out and was not delivered
	err     error  // that comes after out

	flags  [2]byte   // of the stream
	check  hash.Hash // of the block; nil for none
	blocks uint64
	sizes  hash.Hash32 // of the sizes of the blocks, which the index repeats

	chunks *lzma2 // of the block; nil between blocks
	block  xzBlock
}

// An xzBlock is what the header of a block says, and where it stands.
type xzBlock struct {
	start, data              int64 // offsets of header and data
	compressed, uncompressed int64 // -1 if the header does not say
	came                     int64 // bytes that came out
}

func newXZReader(in *bufio.Reader) (*xzReader, error) {
	x := &xzReader{in: in}
	return x, x.streamHeader()
}

func (x *xzReader) Read(p []byte) (int, error) {
	for len(x.out) == 0 && x.err == nil {
		if x.chunks != nil {
			x.err = x.nextChunk()
		} else {
			x.err = x.nextBlock()
		}
	}
	n := copy(p, x.out)
	x.out = x.out[n:]
	if n > 0 {
		return n, nil
	}
	return 0, x.err
}

// take reads n bytes, 64 KiB at most. They are valid until the next call.
func (x *xzReader) take(n int) ([]byte, error) {
	b := x.scratch[:n]
	got, err := io.ReadFull(x.in, b)
	x.read += int64(got)
	if err == io.EOF && n > 0 {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

// takeZeros reads padding up to a multiple of four bytes since offset start.
func (x *xzReader) takeZeros(start int64) ([]byte, error) {
	b, err := x.take(int(-(x.read - start) & 3))
	if err == nil && !isZero(b) {
		err = errXZDamage
	}
	return b, err
}

func isZero(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }

func (x *xzReader) streamHeader() error {
	b, err := x.take(12)
	switch {
	case err != nil:
		return err
	case string(b[:6]) != xzMagic:
		return errXZTail
	case crc32.ChecksumIEEE(b[6:8]) != binary.LittleEndian.Uint32(b[8:]):
		return errXZDamage
	}
	x.flags = [2]byte(b[6:8])
	x.blocks, x.sizes = 0, crc32.NewIEEE()
	switch x.flags {
	case [2]byte{0, 0}:
		x.check = nil
	case [2]byte{0, 1}:
		x.check = crc32.NewIEEE()
	case [2]byte{0, 4}:
		x.check = crc64.New(crc64.MakeTable(crc64.ECMA))
	case [2]byte{0, 10}:
		x.check = sha256.New()
	default:
		return errXZFilter
	}
	return nil
}

// nextBlock reads the header of a block, or what stands after the last.
func (x *xzReader) nextBlock() error {
	start := x.read
	b, err := x.take(1)
	if err != nil {
		return err
	}
	if b[0] == 0 {
		return x.streamEnd(start)
	}
	header := []byte{b[0]}
	if b, err = x.take((int(b[0])+1)*4 - 1); err != nil {
		return err
	}
	header = append(header, b...)
	sum := len(header) - 4
	if crc32.ChecksumIEEE(header[:sum]) != binary.LittleEndian.Uint32(header[sum:]) {
		return errXZDamage
	}
	x.block = xzBlock{start: start, data: x.read, compressed: -1, uncompressed: -1}
	return x.blockHeader(header[1:sum])
}

func (x *xzReader) blockHeader(b []byte) error {
	flags := b[0]
	if flags&^0xc0 != 0 { // reserved, or more filters than one
		return errXZFilter
	}
	b = b[1:]
	for _, size := range []struct {
		flag  byte
		value *int64
	}{{0x40, &x.block.compressed}, {0x80, &x.block.uncompressed}} {
		if flags&size.flag == 0 {
			continue
		}
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<62 {
			return errXZDamage
		}
		*size.value, b = int64(v), b[n:]
	}
	switch {
	case len(b) < 3 || !isZero(b[3:]):
		return errXZDamage
	case b[0] != 0x21 || b[1] != 1 || b[2] > 40: // LZMA2, one byte of properties
		return errXZFilter
	}
	window := int64(2|b[2]&1) << (b[2]/2 + 11)
	if window > maxWindow {
		return errXZWindow
	}
	x.chunks = &lzma2{window: int(window)}
	if x.check != nil {
		x.check.Reset()
	}
	return nil
}

func (x *xzReader) nextChunk() (err error) {
	x.out, err = x.chunks.next(x.take)
	if err == io.EOF {
		return x.blockEnd()
	}
	x.block.came += int64(len(x.out))
	if x.check != nil {
		x.check.Write(x.out) // never fails
	}
	return err
}

// blockEnd checks a block that was read.
func (x *xzReader) blockEnd() error {
	b := &x.block
	compressed := x.read - b.data
	if b.compressed >= 0 && b.compressed != compressed || b.uncompressed >= 0 && b.uncompressed != b.came {
		return errXZDamage
	}
	if _, err := x.takeZeros(b.data); err != nil {
		return err
	}
	padding := x.read - b.data - compressed
	if x.check != nil {
		sum, err := x.take(x.check.Size())
		if err != nil {
			return err
		}
		if !bytes.Equal(sum, littleEndianSum(x.check)) {
			return errXZDamage
		}
	}
	x.blocks++
	x.sizes.Write(sizesOf(uint64(x.read-b.start-padding), uint64(b.came)))
	x.chunks = nil
	return nil
}

// littleEndianSum returns the checksum as xz stores it.
func littleEndianSum(h hash.Hash) []byte {
	switch h := h.(type) {
	case hash.Hash32:
		return binary.LittleEndian.AppendUint32(nil, h.Sum32())
	case hash.Hash64:
		return binary.LittleEndian.AppendUint64(nil, h.Sum64())
	default:
		return h.Sum(nil)
	}
}

func sizesOf(unpadded, uncompressed uint64) []byte {
	b := binary.LittleEndian.AppendUint64(nil, unpadded)
	return binary.LittleEndian.AppendUint64(b, uncompressed)
}

// streamEnd checks index and footer, and begins the next stream if there is
// one.
func (x *xzReader) streamEnd(start int64) error {
	if err := x.index(start); err != nil {
		return err
	}
	size := x.read - start
	b, err := x.take(12)
	switch {
	case err != nil:
		return err
	case crc32.ChecksumIEEE(b[4:10]) != binary.LittleEndian.Uint32(b),
		(int64(binary.LittleEndian.Uint32(b[4:]))+1)*4 != size,
		[2]byte(b[8:10]) != x.flags,
		string(b[10:]) != "YZ":
		return errXZDamage
	}
	return x.nextStream()
}

// index compares the index, whose first byte was read, with the blocks.
func (x *xzReader) index(start int64) error {
	sum := crc32.NewIEEE()
	sum.Write([]byte{0})
	blocks, err := x.uvarint(sum)
	switch {
	case err != nil:
		return err
	case blocks != x.blocks:
		return errXZDamage
	}
	sizes := crc32.NewIEEE()
	for range blocks {
		unpadded, err := x.uvarint(sum)
		if err != nil {
			return err
		}
		uncompressed, err := x.uvarint(sum)
		if err != nil {
			return err
		}
		sizes.Write(sizesOf(unpadded, uncompressed))
	}
	padding, err := x.takeZeros(start)
	if err != nil {
		return err
	}
	sum.Write(padding)
	b, err := x.take(4)
	if err == nil && (binary.LittleEndian.Uint32(b) != sum.Sum32() || sizes.Sum32() != x.sizes.Sum32()) {
		err = errXZDamage
	}
	return err
}

// uvarint reads a number and adds its bytes to sum.
func (x *xzReader) uvarint(sum hash.Hash) (v uint64, err error) {
	for shift := 0; shift < 63; shift += 7 {
		b, err := x.take(1)
		if err != nil {
			return 0, err
		}
		sum.Write(b)
		v |= uint64(b[0]&0x7f) << shift
		if b[0] < 0x80 {
			return v, nil
		}
	}
	return 0, errXZDamage
}

// nextStream passes over padding, which comes in fours, and begins the next
// stream. At the end of the file it returns io.EOF.
func (x *xzReader) nextStream() error {
	for {
		b, err := x.in.Peek(4)
		switch {
		case len(b) == 0:
			return err
		case len(b) < 4 || !isZero(b):
			return x.streamHeader()
		}
		if _, err := x.take(4); err != nil {
			return err
		}
	}
}
