package source

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// squeeze returns text as the writer that open makes compresses it.
func squeeze[W io.WriteCloser](t *testing.T, text string, open func(io.Writer) (W, error)) string {
	t.Helper()
	var b bytes.Buffer
	w, err := open(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBodies(t *testing.T) {
	const page = "A page of text, and more of it, and more of it.\n"
	gz := string(compressed(t, page))
	zl := squeeze(t, page, func(w io.Writer) (*zlib.Writer, error) { return zlib.NewWriter(w), nil })
	raw := squeeze(t, page, func(w io.Writer) (*flate.Writer, error) { return flate.NewWriter(w, 9) })
	zs := squeeze(t, page, func(w io.Writer) (*zstd.Encoder, error) { return zstd.NewWriter(w) })

	for _, test := range []struct{ name, header, body, want, err string }{
		{"plain", "A: b", page, page, ""},
		{"identity", "Content-Encoding: identity", page, page, ""},
		{"empty", "Content-Encoding: gzip, zstd, br\r\nTransfer-Encoding: chunked", "", "", ""},
		{"x-gzip", "content-encoding: X-GZIP", gz, page, ""},
		{"members", "Content-Encoding: gzip", gz + gz, page + page, ""},
		{"zlib", "Content-Encoding: deflate", zl, page, ""},
		{"bare deflate", "Content-Encoding: deflate", raw, page, ""},
		{"zstd", "Content-Encoding: zstd", zs, page, ""},
		{"two codings", "Content-Encoding: deflate, gzip", string(compressed(t, zl)), page, ""},
		{"folded field", "Content-Encoding:\r\n\tdeflate,\r\n gzip", string(compressed(t, zl)), page, ""},
		{"decoded by the crawler", "Content-Encoding: gzip, deflate, zstd, br", page, page, ""},
		{"chunks", "Transfer-Encoding: chunked", "4;x=y\r\nA pa\r\n02 \r\nge\r\n0\r\nA: b\r\n\r\n", "A page", ""},
		{"chunks with LF", "Transfer-Encoding: chunked", "4\nA pa\n2\nge\n0\n\n", "A page", ""},
		{"chunks of gzip", "Transfer-Encoding: gzip, chunked", "a\r\n" + gz[:10] + "\r\n" + "10\r\n" + gz[10:26] + "\r\n0\r\n\r\n", "A page of text,", "HTTP body is damaged or cut short: gzip"},
		{"no chunks", "Transfer-Encoding: chunked", "<p>" + page, "<p>" + page, ""},
		{"no last chunk", "Transfer-Encoding: chunked", "6\r\nA page\r\n", "A page", errChunks.Error()},
		{"short chunk", "Transfer-Encoding: chunked", "7\r\nA page", "A page", errChunks.Error()},
		{"damaged size", "Transfer-Encoding: chunked", "6\r\nA page\r\nzz\r\n", "A page", errChunks.Error()},
		{"huge size", "Transfer-Encoding: chunked", "6\r\nA page\r\nffffffffffffffff\r\nx", "A page", errChunks.Error()},
		{"cut gzip", "Content-Encoding: gzip", gz[:len(gz)-3], page, "gzip: unexpected EOF"},
		{"brotli", "Content-Encoding: br", "\x8b\x0f\x80", "", `"br" is not supported`},
		{"too many", "Content-Encoding: " + strings.Repeat("gzip,", 5), page, "", "has 5 codings"},
		{"bomb", "Content-Encoding: gzip", string(compressed(t, strings.Repeat("x", 1001))), "", ErrTooLong.Error()},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := message{limit: 1000}
			block := []byte("HTTP/1.1 200 OK\r\n" + test.header + "\r\n\r\n" + test.body)
			at, err := m.parse(block)
			if err != nil || string(block[at:]) != test.body {
				t.Fatalf("body at %d, %v", at, err)
			}
			got, err := m.decode(block[at:])
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Errorf("got error %v, want %q", err, test.err)
			}
			if string(got) != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestHeaders(t *testing.T) {
	for _, test := range []struct{ name, in, status, body string }{
		{"of 0.9", "<p>Text", "", "<p>Text"},
		{"empty", "", "", ""},
		{"nothing but a status", "HTTP/1.0 204 No Content\r\n\r\n", "204", ""},
		{"no status", "HTTP/1.1\r\n\r\nbody", "", "body"},
		{"LF", "HTTP/1.1 200\nA: b\n\n\nbody", "200", "\nbody"},
		{"interim", "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", "200", "body"},
		{"body like a header", "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 is a protocol", "200", "HTTP/1.1 is a protocol"},
	} {
		m := message{limit: 1000}
		at, err := m.parse([]byte(test.in))
		if err != nil || m.status != test.status || test.in[at:] != test.body {
			t.Errorf("%s: got status %q and %q, %v", test.name, m.status, test.in[at:], err)
		}
	}
	for _, in := range []string{"HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n" + strings.Repeat("A: b\r\n", maxHeader) + "\r\nbody"} {
		if _, err := (&message{}).parse([]byte(in)); !errors.Is(err, errNoHeaderEnd) {
			t.Errorf("%.30q: got %v", in, err)
		}
	}
}

func FuzzMessage(f *testing.F) {
	f.Add([]byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n"))
	f.Add([]byte("HTTP/1.1 200 OK\nContent-Encoding: deflate, zstd, gzip\n\n\x1f\x8b\x08"))
	f.Fuzz(func(t *testing.T, block []byte) {
		m := message{limit: 1000}
		at, err := m.parse(block)
		if err != nil {
			return
		}
		if body, _ := m.decode(block[at:]); len(body) > max(1000, len(block)) {
			t.Errorf("%d bytes of %d", len(body), len(block))
		}
	})
}
