package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// Path returns the elements that b stands in, outermost first and html and
// body left out, each with what [Tokens] makes of its attributes:
// "article.post.entry/div.content/p".
func (b *Block) Path() string {
	var steps []string
	for n := b.Node; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if n.Data == "body" || n.Data == "html" {
			break
		}
		steps = append(steps, strings.Join(append([]string{n.Data}, Tokens(n)...), "."))
	}
	slices.Reverse(steps)
	return strings.Join(steps, "/")
}

// Tokens returns the words in the id, classes, role and itemprop of an
// element, in lower case and in order, each once. Words end where a letter is
// followed by anything else, or a small one by a capital: of "postBody
// entry-content_12" are left post, body, entry and content. Single letters and
// what has digits inside, as the names that style compilers make, are left out.
func Tokens(n *html.Node) []string {
	var tokens []string
	for _, a := range n.Attr {
		switch a.Key {
		case "id", "class", "role", "itemprop":
			for name := range strings.FieldsSeq(a.Val) {
				tokens = appendTokens(tokens, name)
			}
		}
	}
	return tokens
}

// maxTokens bounds the tokens of one element, so that finding the same again
// takes no time to speak of.
const maxTokens = 32

// appendTokens appends the words of a name to tokens.
func appendTokens(tokens []string, name string) []string {
	for part := range strings.FieldsFuncSeq(name, notInToken) {
		for _, word := range humps(strings.TrimRightFunc(part, unicode.IsDigit)) {
			word = strings.ToLower(word)
			if len(word) < 2 || len(tokens) == maxTokens || strings.ContainsFunc(word, unicode.IsDigit) || slices.Contains(tokens, word) {
				continue
			}
			tokens = append(tokens, word)
		}
	}
	return tokens
}

func notInToken(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// humps cuts a name before each capital that follows a small letter.
func humps(name string) []string {
	var words []string
	start := 0
	small := false
	for i, r := range name {
		if small && unicode.IsUpper(r) {
			words = append(words, name[start:i])
			start = i
		}
		small = unicode.IsLower(r)
	}
	return append(words, name[start:])
}
