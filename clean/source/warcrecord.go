package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// warcMagic is what a record begins with.
const warcMagic = "WARC/"

var (
	errNoRecord  = errors.New("no record begins here")
	errHeaderEnd = errors.New("the file ends in a record's header")
	errHeaderLen = errors.New("a record's header is longer than the limit")
	errLength    = errors.New("no valid Content-Length in the record's header")
)

// read makes the window begin with a record, and parses its header. It
// returns the lengths of header and block. What is no record it passes over.
func (w *WARC) read() (header, block int, err error) {
	if err := w.findRecord(); err != nil {
		return 0, 0, err
	}
	if header, err = w.findHeader(); err != nil {
		return 0, 0, err
	}
	length, err := strconv.ParseUint(w.parse(header).get("Content-Length"), 10, 63)
	switch {
	case err != nil:
		return 0, 0, w.reject(errLength)
	case length > uint64(w.limit):
		return 0, 0, w.reject(ErrTooLong)
	}
	block = int(length)
	if err := w.checkLength(header, block); err != nil {
		return 0, 0, err
	}
	w.parse(header) // the bytes may have moved
	return header, block, nil
}

// parse returns the fields of the header that the window begins with. They are
// valid as long as the window is.
func (w *WARC) parse(header int) fields {
	_, lines := cutLine(w.window()[:header])
	w.fields.parse(lines)
	return w.fields
}

// findRecord passes over the line breaks between records.
func (w *WARC) findRecord() error {
	for {
		win := w.window()
		w.take(len(win) - len(bytes.TrimLeft(win, "\r\n")))
		if len(w.window()) > 0 {
			return nil
		}
		if w.err != nil {
			return w.readError(w.record)
		}
		w.fill()
	}
}

// findHeader makes the window hold the header it begins with.
func (w *WARC) findHeader() (size int, err error) {
	for seen := 0; ; {
		win := w.window()
		if !beginsRecord(win) {
			return 0, w.reject(errNoRecord)
		}
		if n := headerLen(win, seen, warcMagic); n >= 0 {
			return n, nil
		}
		switch {
		case len(win) > maxHeader:
			return 0, w.reject(errHeaderLen)
		case w.eof():
			return 0, w.reject(errHeaderEnd)
		case w.err != nil:
			return 0, w.readError(w.record)
		}
		seen = max(0, len(win)-len("\n"+warcMagic)) // the end may have begun
		w.fill()
	}
}

// beginsRecord reports whether b, as far as it goes, begins like a record.
func beginsRecord(b []byte) bool { return hasMagic(b, warcMagic) }

// maxGap is how many bytes are looked at behind a block to see whether the
// next record begins there. The standard puts two line breaks there, writers
// put none to four.
const maxGap = len("\r\n\r\n\r\n\r\n") + len("WARC/")

// checkLength makes the window hold the record, and checks that another one
// or the end of the file follows.
func (w *WARC) checkLength(header, block int) error {
	end := header + block
	for len(w.window()) < end+maxGap && w.err == nil {
		w.fill()
	}
	win := w.window()
	if left := len(win) - header; left < block {
		if !w.eof() {
			return w.readError(w.record)
		}
		return w.reject(fmt.Errorf("Content-Length is %d, but only %d bytes follow: %w", block, left, io.ErrUnexpectedEOF))
	}
	rest := bytes.TrimLeft(win[end:min(len(win), end+maxGap)], "\r\n")
	if !beginsRecord(rest) {
		return w.reject(fmt.Errorf("Content-Length is %d, but no record follows", block))
	}
	return nil
}

// reject passes over the record that the window begins with, up to the next
// line that begins one: its own length cannot be relied on.
func (w *WARC) reject(cause error) error {
	err := &RecordError{File: w.file, Record: w.record, Offset: w.offset, Err: cause}
	for {
		win := w.window()
		next := recordStart(win)
		if err.Bytes == nil {
			err.Bytes = w.keep(next)
		}
		switch {
		case next >= 0:
			w.take(next)
			return err
		case w.err != nil:
			w.take(len(win))
			return err
		}
		w.take(max(0, len(win)-versionLen))
		w.fill()
	}
}

// versionLen is the length of the line that recordStart looks for, as far as
// it looks.
const versionLen = len("\n" + warcMagic + "1.0")

// recordStart returns where the first line begins that b goes on from and
// that is a version, such as "WARC/1.1"; -1 if there is none.
func recordStart(b []byte) int {
	for from := 0; ; {
		i := bytes.Index(b[from:], []byte("\n"+warcMagic))
		if i < 0 || from+i+versionLen > len(b) {
			return -1
		}
		from += i + 1
		v := b[from+len(warcMagic):]
		if isDigit(v[0]) && v[1] == '.' && isDigit(v[2]) {
			return from
		}
	}
}
