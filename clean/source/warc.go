package source

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"strings"

	"github.com/shuck-text/shuck/clean/doc"
)

// A WARC reads the pages of a web archive: WARC 0.17 to 1.1 (ISO 28500) and
// WET, which is WARC with texts.
//
// Documents are made of the records that hold content: of a "response" the
// HTTP body without its transfer and content codings, of "resource" and
// "conversion" the block. Images and the like are among them: see
// [Header.ContentType]. Other records are passed over and counted (see
// [WARC.Skipped]).
type WARC struct {
	stream
	limit   int
	record  int
	skipped map[string]int
	fields  fields
	message message
	header  Header
	doc     doc.Document
}

// A Header is what an archive says about a document.
type Header struct {
	Type string // of the WARC record
	URL  string

	// ContentType is what the server, or for want of one the archive, says
	// the document is, such as "text/html; charset=koi8-r".
	ContentType string

	Status    string // of HTTP, such as "404"; empty if unknown
	Truncated string // why the document is not whole; empty if it is

	// Offset and Len are where the record stands in the decompressed stream,
	// in bytes, from "WARC/" to the end of its block.
	Offset, Len int64
}

// NewWARC returns a reader of r. file names the stream in documents; maxRecord
// is the limit in bytes on a record's block and on what it decompresses to.
func NewWARC(r io.Reader, file string, maxRecord int) *WARC {
	return &WARC{
		stream:  newStream(r, file, maxRecord+maxHeader),
		limit:   maxRecord,
		skipped: map[string]int{},
		message: message{limit: maxRecord},
	}
}

// Next returns the next document, or [io.EOF] after the last. The document
// and its bytes are valid until the next call, which reuses them. Its ID is
// the WARC-Record-ID. Its Offset is that of the body as it is stored; offsets
// inside Source count in the body without its codings.
//
// A [*RecordError] tells about one record: it is too long ([ErrTooLong]), its
// length is wrong, or its body cannot be decoded. Next can be called again,
// and goes on with the next line that begins a record. After a [*ReadError] it
// cannot.
func (w *WARC) Next() (*doc.Document, error) {
	for {
		w.record++
		header, block, err := w.read()
		if err != nil {
			return nil, err
		}
		offset := w.offset
		record := w.take(header + block)
		if !w.holdsContent() {
			continue
		}
		d, err := w.document(record, header, offset)
		if err != nil {
			return nil, &RecordError{File: w.file, Record: w.record, Offset: offset, Err: err, Bytes: record}
		}
		return d, nil
	}
}

// Header returns what the archive says about the last document.
func (w *WARC) Header() Header { return w.header }

// Skipped returns how many records of each type held no content. A type that
// the standard does not know counts as "".
func (w *WARC) Skipped() map[string]int { return maps.Clone(w.skipped) }

// holdsContent reports whether the record may become a document, and counts
// those that may not. What continues a segmented record may not be lost
// silently, so it counts as content.
func (w *WARC) holdsContent() bool {
	switch t := strings.ToLower(w.fields.get("WARC-Type")); t {
	case "response", "resource", "conversion", "continuation", "":
		return true
	case "warcinfo", "request", "metadata", "revisit":
		w.skipped[t]++
	default:
		w.skipped[""]++
	}
	return false
}

// document makes a document of a record, whose block begins at header.
func (w *WARC) document(record []byte, header int, offset int64) (*doc.Document, error) {
	get := w.fields.get
	w.header = Header{
		Type:        strings.ToLower(get("WARC-Type")),
		URL:         strings.Trim(get("WARC-Target-URI"), "<>"), // which some writers add
		ContentType: get("Content-Type"),
		Truncated:   get("WARC-Truncated"),
		Offset:      offset,
		Len:         int64(len(record)),
	}
	switch {
	case w.header.Type == "":
		return nil, errNoType
	case w.header.Type == "continuation":
		return nil, errSegment
	case w.header.Truncated == "" && get("WARC-Segment-Number") != "":
		w.header.Truncated = "segment"
	}
	body, at := record[header:], 0
	if w.header.Type == "response" && isHTTP(w.header.ContentType, body) {
		var err error
		if body, at, err = w.unwrap(body); err != nil {
			return nil, err
		}
	}
	w.doc = doc.Document{
		ID:     w.id(),
		File:   w.file,
		Offset: offset + int64(header+at),
		Source: body,
	}
	return &w.doc, nil
}

var (
	errNoType  = errors.New("the record has no WARC-Type")
	errSegment = errors.New("the rest of a record in segments; they are not joined")
)

func (w *WARC) id() string {
	if id := strings.Trim(w.fields.get("WARC-Record-ID"), "<>"); id != "" {
		return id
	}
	return recordID(w.file, w.record)
}

// isHTTP reports whether block is an HTTP message rather than, say, an answer
// of a name server.
func isHTTP(contentType string, block []byte) bool {
	const http = "application/http"
	return len(contentType) >= len(http) && strings.EqualFold(contentType[:len(http)], http) ||
		bytes.HasPrefix(block, []byte("HTTP/"))
}

// unwrap returns the body of an HTTP response, and where it is stored.
func (w *WARC) unwrap(block []byte) (body []byte, at int, err error) {
	m := &w.message
	if at, err = m.parse(block); err != nil {
		return nil, 0, err
	}
	w.header.Status = m.status
	w.header.ContentType = m.fields.get("Content-Type")
	body, err = m.decode(block[at:])
	if err != nil && body != nil && w.header.Truncated != "" {
		err = nil // the archive says that it is not whole
	}
	return body, at, err
}
