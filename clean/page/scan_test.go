package page

import (
	"bytes"
	"testing"

	"golang.org/x/net/html"
)

var scanSeeds = []string{
	"<p>a &lt; b<br/>c</p>", "a < b <3 </ c", "<a href=x/>y</a/>", "<!-->x<!--->y<!-- a --!>b<!---->c<!--a--!-->d",
	"<?php x ?><!doctype html><!><!-", "<script><!-- <script></script> --></script>x", "<script><!--></script>",
	"<script>if (a<b) '<!--'</SCRIPT >z", "<title>a<b>c</TiTle>d", "<textarea></textarea>", "<plaintext>a</plaintext>",
	"<a =b c='d' e=\"f\" g = h>i", "<a b='", "</>x</ y>z</p attr='>'>", "<a / / b / = c>", "<a b=c/>", "<div\x00>",
	"<style></stylex></style>", "<xmp></xmp ", "<", "</", "<!", "<a", "<noscript><p></noscript>", "<script><!--<script ",
}

// FuzzScan compares the scanner with html.Tokenizer.
func FuzzScan(f *testing.F) {
	for _, seed := range scanSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		z := html.NewTokenizer(bytes.NewReader(src))
		s := scanner{src: src}
		at := 0
		for {
			kind := z.Next()
			raw := len(z.Raw())
			got := s.next()
			if kind == html.ErrorToken {
				if s.span.End != len(src) || got != endOfPage && got != otherToken {
					t.Fatalf("token %d of %q at %v, want the end", got, src, s.span)
				}
				return
			}
			if s.span.Start != at || s.span.End != at+raw || !sameKind(got, kind) {
				t.Fatalf("token %d at %v of %q, want %v at %d of %d bytes", got, s.span, src, kind, at, raw)
			}
			at += raw
		}
	})
}

func sameKind(got token, want html.TokenType) bool {
	switch want {
	case html.TextToken:
		return got == textToken || got == rawToken
	case html.StartTagToken, html.SelfClosingTagToken:
		return got == startTag
	case html.EndTagToken:
		return got == endTag
	}
	return got == otherToken
}
