package sink

import "io"

// flushSize is how many bytes are collected before they are written.
const flushSize = 64 << 10

// A batch collects whole documents, so that a reader of the pipe never waits
// for the second half of one.
type batch struct {
	w       io.Writer
	buf     []byte
	flushed int64 // bytes written before buf
}

// end ends a document.
func (b *batch) end() error {
	if len(b.buf) < flushSize {
		return nil
	}
	return b.Flush()
}

// Flush writes what was collected.
func (b *batch) Flush() error {
	if len(b.buf) == 0 {
		return nil
	}
	n, err := b.w.Write(b.buf)
	b.flushed += int64(n)
	b.buf = b.buf[:0]
	return err
}
