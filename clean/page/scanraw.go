package page

import "bytes"

// rawEnd returns where the content at i of the raw element name ends: at its
// end tag or at the end of the page.
func rawEnd(src []byte, i int, name string) int {
	switch name {
	case "plaintext":
		return len(src)
	case "script":
		return scriptEnd(src, i)
	}
	for {
		if i = indexFrom(src, i, "</"); i == len(src) || nameAt(src, i+2, name) {
			return i
		}
		i++
	}
}

// scriptEnd returns where the script at i ends. Inside "<!--" and "-->" a
// "<script>" hides the next "</script>"; see "script data escaped state" and
// its neighbours in the HTML standard.
func scriptEnd(src []byte, i int) int {
	escaped, double := false, false
	for i < len(src) {
		switch {
		case src[i] == '-' && escaped && bytes.HasPrefix(src[i:], []byte("-->")):
			escaped, double = false, false
			i += 3
		case src[i] != '<':
			i = nextOf(src, i+1, escaped)
		case !double && nameAt(src, i+2, "script") && src[i+1] == '/':
			return i
		case double && nameAt(src, i+2, "script") && src[i+1] == '/':
			double = false
			i += len("</script>")
		case escaped && !double && nameAt(src, i+1, "script"):
			double = true
			i += len("<script>")
		case !escaped && bytes.HasPrefix(src[i:], []byte("<!--")):
			escaped = true
			i += 2 // its dashes may be those of "-->"
		default:
			i++
		}
	}
	return len(src)
}

// nextOf returns the offset of the next byte from i on that scriptEnd looks at.
func nextOf(src []byte, i int, escaped bool) int {
	if !escaped {
		return indexFrom(src, i, "<")
	}
	for i < len(src) && src[i] != '<' && src[i] != '-' {
		i++
	}
	return i
}

// nameAt reports whether a tag's name, in either case, stands at i with a
// delimiter after it.
func nameAt(src []byte, i int, name string) bool {
	end := i + len(name)
	return end < len(src) && tagDelimiter(src[end]) && bytes.EqualFold(src[i:end], []byte(name))
}

// indexFrom returns the offset of the first mark from i on, or len(src).
func indexFrom(src []byte, i int, mark string) int {
	if j := bytes.Index(src[i:], []byte(mark)); j >= 0 {
		return i + j
	}
	return len(src)
}
