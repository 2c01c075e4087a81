package source

import "io"

// DefaultMaxRecord is the size in bytes up to which a record is read whole
// unless the caller wants another.
const DefaultMaxRecord = 64 << 20

// minRead is the least room there has to be for a read.
const minRead = 32 << 10

// A stream is an input, decompressed, with the part of it that was read and
// not used yet.
type stream struct {
	file   string
	raw    io.Reader
	in     io.Reader // decompressed; nil before the first read
	most   int       // the size the buffer may grow to
	buf    []byte
	start  int   // buf[start:end] is the window
	end    int   //
	offset int64 // of the window in the decompressed stream
	err    error // that ended the reading; io.EOF included
	kept   []byte
}

// newStream returns a stream of r that can show limit bytes at once. It reads
// nothing yet.
func newStream(r io.Reader, file string, limit int) stream {
	// What is left over makes moving the window to the front a rare thing.
	return stream{file: file, raw: r, most: limit + limit/4 + 4*minRead}
}

// window returns what was read and not used. It is valid until fill.
func (s *stream) window() []byte { return s.buf[s.start:s.end] }

func (s *stream) eof() bool { return s.err == io.EOF }

// take uses the first n bytes of the window.
func (s *stream) take(n int) []byte {
	b := s.buf[s.start : s.start+n : s.start+n]
	s.start += n
	s.offset += int64(n)
	return b
}

// fill reads once.
func (s *stream) fill() {
	if s.in == nil {
		if s.in, s.err = decompress(s.raw); s.err != nil {
			return
		}
	}
	s.makeRoom()
	n, err := s.in.Read(s.buf[s.end:])
	s.end += n
	s.err = err
}

// makeRoom moves the window to the front of the buffer and doubles the buffer
// if that is not enough.
func (s *stream) makeRoom() {
	if len(s.buf)-s.end >= minRead {
		return
	}
	to := s.buf
	if left := s.end - s.start; len(s.buf) < s.most && left >= len(s.buf)/2 {
		to = make([]byte, min(max(2*len(s.buf), 2*minRead), s.most))
	}
	s.end = copy(to, s.buf[s.start:s.end])
	s.start = 0
	s.buf = to
}

// readError returns err, which ended the stream, and where it did. The end of
// the file is no error.
func (s *stream) readError(record int) error {
	if s.err == io.EOF {
		return io.EOF
	}
	return &ReadError{File: s.file, Record: record, Offset: s.offset + int64(s.end-s.start), Err: s.err}
}

// keep returns a copy of the first n bytes of the window, for a RecordError; of
// all of it if n is negative, and of 64 KiB at most.
func (s *stream) keep(n int) []byte {
	w := s.window()
	if n < 0 {
		n = len(w)
	}
	s.kept = append(s.kept[:0], w[:min(n, maxSample)]...)
	return s.kept
}
