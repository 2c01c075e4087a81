package stage_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// escape writes text so that an editor shows all of it and archives can hold
// it: what is not printable as in a Go string, line feeds as they are, and a
// text that does not end in one with a backslash at its end. It is not for
// texts that themselves end in a backslash.
func escape(text []byte) string {
	var b strings.Builder
	for rest := text; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, rest[0])
		case r == '\n', r != '\\' && unicode.IsPrint(r) && !unicode.IsMark(r):
			b.WriteRune(r)
		default:
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
		rest = rest[n:]
	}
	if len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")) {
		b.WriteString("\\\n")
	}
	return b.String()
}

// unescape is the inverse of escape. A backslash at the end of any line joins
// it with the next.
func unescape(s string) ([]byte, error) {
	var text []byte
	for s = strings.ReplaceAll(s, "\\\n", ""); s != ""; {
		r, multibyte, rest, err := strconv.UnquoteChar(s, 0)
		switch {
		case err != nil:
			return nil, fmt.Errorf("escape at %.10q: %w", s, err)
		case multibyte:
			text = utf8.AppendRune(text, r)
		default:
			text = append(text, byte(r))
		}
		s = rest
	}
	return text, nil
}

func TestEscape(t *testing.T) {
	for _, text := range []string{"", "a\n", "a", "\r\n\f\u0085\u2028\n", "e\u0301 \u00a0\xff\\n\t\x00", "\ufffd\U0001F600\n\n"} {
		escaped := escape([]byte(text))
		got, err := unescape(escaped)
		if err != nil || string(got) != text {
			t.Errorf("%q came back as %q from %q, %v", text, got, escaped, err)
		}
	}
}
