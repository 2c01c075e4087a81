package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
)

// A message takes HTTP responses apart (RFC 9112), as crawlers store them.
type message struct {
	limit  int // bytes a body may have when decoded
	status string
	fields fields
	chunks []byte // a body without its chunks, for reuse
}

var (
	errNoHeaderEnd = errors.New("the HTTP header has no end, or is too long")
	errChunks      = errors.New("the chunks of the HTTP body are damaged or cut short")
)

// parse reads a response and returns where its body begins. What does not
// begin like a response is all body, as in HTTP/0.9. Interim responses, such as
// "100 Continue", are passed over.
func (m *message) parse(b []byte) (body int, err error) {
	m.status, m.fields = "", m.fields[:0]
	for bytes.HasPrefix(b[body:], []byte("HTTP/")) {
		n := headerLen(b[body:min(len(b), body+maxHeader)], 0, "")
		if n < 0 {
			return 0, errNoHeaderEnd
		}
		line, header := cutLine(b[body : body+n])
		m.status = statusCode(line)
		m.fields.parse(header)
		body += n
		if !strings.HasPrefix(m.status, "1") {
			break
		}
	}
	return body, nil
}

// statusCode returns the second word of a status line.
func statusCode(line []byte) string {
	if words := bytes.Fields(line); len(words) > 1 {
		return string(words[1])
	}
	return ""
}

// decode undoes the transfer and content codings of body. Many crawlers store
// a body without its codings but leave the header as it was, so a body that
// does not begin as its coding does is taken for decoded. Of a body that was
// cut short, decode returns what there is, and an error.
//
// The result is valid until the next call.
func (m *message) decode(body []byte) ([]byte, error) {
	codings := append(codingsOf(m.fields.get("Content-Encoding")), codingsOf(m.fields.get("Transfer-Encoding"))...)
	if len(codings) > maxCodings {
		return nil, fmt.Errorf("the HTTP body has %d codings", len(codings))
	}
	var broken error
	for _, coding := range slices.Backward(codings) { // the last was applied last
		var err error
		if body, err = m.undo(coding, body); err != nil && body == nil {
			return nil, err
		}
		if broken == nil {
			broken = err
		}
	}
	return body, broken
}

// maxCodings bounds the codings of a body. Few have more than two.
const maxCodings = 4

// codingsOf splits the value of a header field.
func codingsOf(list string) []string {
	return strings.FieldsFunc(strings.ToLower(list), func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
}

func (m *message) undo(coding string, body []byte) ([]byte, error) {
	switch coding {
	case "chunked":
		return m.unchunk(body)
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, []byte("\x1f\x8b\x08")) {
			return body, nil
		}
		return m.inflate("gzip", body, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) })
	case "deflate":
		if isZlib(body) {
			return m.inflate("deflate", body, func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) })
		}
		if utf8.Valid(body) {
			return body, nil
		}
		// Some servers leave the zlib header out.
		return m.inflate("deflate", body, func(r io.Reader) (io.Reader, error) { return flate.NewReader(r), nil })
	case "zstd":
		if !bytes.HasPrefix(body, []byte("\x28\xb5\x2f\xfd")) {
			return body, nil
		}
		return m.inflate("zstd", body, openZstd)
	case "identity", "none":
		return body, nil
	}
	if utf8.Valid(body) {
		return body, nil // compressed data hardly ever is
	}
	return nil, fmt.Errorf("content coding %q is not supported", coding)
}

// isZlib reports whether b begins with a zlib header (RFC 1950, 2.2).
func isZlib(b []byte) bool {
	return len(b) >= 2 && b[0]&0x0f == 8 && (uint(b[0])<<8|uint(b[1]))%31 == 0
}

// inflate decompresses body.
func (m *message) inflate(name string, body []byte, open func(io.Reader) (io.Reader, error)) ([]byte, error) {
	z, err := open(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("the HTTP body is damaged: %s: %w", name, err)
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(m.limit)+1))
	switch {
	case len(out) > m.limit:
		return nil, fmt.Errorf("the HTTP body is %w", ErrTooLong)
	case err != nil:
		return out, fmt.Errorf("the HTTP body is damaged or cut short: %s: %w", name, err)
	}
	return out, nil
}

// unchunk undoes the chunked transfer coding (RFC 9112, 7.1).
func (m *message) unchunk(body []byte) ([]byte, error) {
	m.chunks = m.chunks[:0]
	for rest := body; ; {
		line, data := cutLine(rest)
		size, ok := chunkSize(line)
		switch {
		case !ok && len(rest) == len(body):
			return body, nil
		case !ok:
			return m.chunks, errChunks
		case size == 0:
			return m.chunks, nil // trailer fields are not text
		case size > len(data):
			return append(m.chunks, data...), errChunks
		}
		m.chunks = append(m.chunks, data[:size]...)
		_, rest = cutLine(data[size:])
	}
}

// chunkSize reads the line before a chunk: a hexadecimal number, and perhaps
// extensions.
func chunkSize(line []byte) (size int, ok bool) {
	digits, _, _ := bytes.Cut(line, []byte(";"))
	n, err := strconv.ParseUint(string(bytes.TrimSpace(digits)), 16, 31)
	return int(n), err == nil
}
