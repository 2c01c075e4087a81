package page

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// vocabulary is what pages of soup are made of.
var vocabulary = strings.Split(`<p>|</p>|<div>|</div>|<b>|</b>|<i>|</i>|<a href=x>|</a>|<table>|</table>|<tr>|<td>|</td>|<th>|</tr>|
|<caption>|<tbody>|<col>|<svg>|</svg>|<math>|</math>|<title>|</title>|<desc>|</desc>|<foreignObject>|</foreignObject>|<mi>|</mi>|
|<annotation-xml encoding=text/html>|</annotation-xml>|<style>|</style>|<script>|</script>|<textarea>|</textarea>|<xmp>|</xmp>|
|<noscript>|</noscript>|<template>|</template>|<select>|<option>|</select>|<button>|</button>|<pre>|</pre>|<ruby>|<rt>|</ruby>|
|<li>|<ul>|</ul>|<h1>|</h2>|<br>|<hr>|<img>|<input hidden>|<span hidden>|</span>|<frameset>|<noframes>|</noframes>|<body>|<html>|<head>|
|</head>|</body>|</html>|<form>|</form>|<iframe>|</iframe>|<svg/>|<mfrac>|</mfrac>|<mtext>|<font color=x>|</font>|<plaintext>|
|<![CDATA[|]]>|<!--|-->|<!doctype html>|x|y z|&amp;|&#32;|&lt;b|&notit;|漢字|a<b|"|'|>| |  |	|`+"\r|\r\n|\n|\x00|x\x00y|&#10;|<a b=\"", "|")

// TestSoup checks the laws on random pages, each from its own seed.
func TestSoup(t *testing.T) {
	pages := 20_000
	if testing.Short() {
		pages = 2000
	}
	flat, unplaced := 0, 0
	for seed := range pages {
		r := rand.New(rand.NewPCG(uint64(seed), 0))
		var s strings.Builder
		for range 2 + r.IntN(60) {
			s.WriteString(vocabulary[r.IntN(len(vocabulary))])
		}
		p, err := Parse([]byte(s.String()), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errorsOf(p); err != nil {
			t.Errorf("seed %d, %q: %v", seed, s.String(), err)
		}
		if p.Flat {
			flat++
		}
		unplaced += p.Unplaced
	}
	t.Logf("%d pages, %d flat, %d texts unplaced", pages, flat, unplaced)
}
