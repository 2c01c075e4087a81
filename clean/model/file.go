package model

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.txt
var weights string

// Load returns the model that ships with the package.
var Load = sync.OnceValue(func() *Model {
	w, err := Parse(weights)
	if err != nil {
		panic("model: weights.txt: " + err.Error()) // a test parses it
	}
	return New(w)
})

// A weights file has five sections, each begun by its name on a line: words,
// phrases and families of rules with their weights, and the two sets of trees. Lines that begin
// with # are comments.
const (
	wordsSection   = "[words]"
	phrasesSection = "[phrases]"
	familySection  = "[families]"
	firstSection   = "[first]"
	secondSection  = "[second]"
)

// Parse reads a weights file.
func Parse(text string) (Weights, error) {
	w := Weights{Words: map[string]int8{}, Phrases: map[string]int8{}, Families: map[string]int8{}}
	section, number := "", 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "[") {
			section = line
		} else if line != "" && line[0] != '#' {
			if err := w.parseLine(section, line); err != nil {
				return w, fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	return w, nil
}

func (w *Weights) parseLine(section, line string) error {
	switch section {
	case wordsSection:
		return parseWeight(w.Words, line)
	case phrasesSection:
		return parseWeight(w.Phrases, line)
	case familySection:
		return parseWeight(w.Families, line)
	case firstSection:
		return parseTree(&w.First, line)
	case secondSection:
		return parseTree(&w.Second, line)
	}
	return fmt.Errorf("no section %q", section)
}

// parseWeight reads a text and, after its last space, a weight.
func parseWeight(weights map[string]int8, line string) error {
	cut := max(strings.LastIndexByte(line, ' '), 0)
	n, err := strconv.ParseInt(line[cut:][1:], 10, 8)
	weights[line[:cut]] = int8(n)
	return err
}

// parseTree reads the questions and, after a colon, the leaves.
func parseTree(trees *[]Tree, line string) (err error) {
	var t Tree
	ask, say, _ := strings.Cut(line, ": ")
	questions, leaves := strings.Fields(ask), strings.Fields(say)
	if len(questions) != len(t.Questions) || len(leaves) != len(t.Leaves) {
		return fmt.Errorf("%d questions and %d leaves", len(questions), len(leaves))
	}
	for i, q := range questions {
		if t.Questions[i], err = parseQuestion(q); err != nil {
			return err
		}
	}
	for i, l := range leaves {
		n, err := strconv.ParseInt(l, 10, 16)
		if err != nil {
			return err
		}
		t.Leaves[i] = int16(n)
	}
	*trees = append(*trees, t)
	return nil
}

// parseQuestion reads Column>value, or Column@offset>value.
func parseQuestion(text string) (q Question, err error) {
	name, value, _ := strings.Cut(text, ">")
	name, offset, moved := strings.Cut(name, "@")
	for q.Column = 0; q.Column < columns && q.Column.String() != name; q.Column++ {
	}
	if q.Column == columns {
		return q, fmt.Errorf("no column %q", name)
	}
	if moved {
		if q.Offset, err = strconv.Atoi(offset); err != nil {
			return q, err
		}
	}
	above, err := strconv.ParseUint(value, 10, 7)
	if err != nil {
		return q, err
	}
	if q.Offset < -MaxOffset || q.Offset > MaxOffset || above >= top {
		return q, fmt.Errorf("%s asks too far", text)
	}
	q.Above = uint8(above)
	return q, nil
}

// Format writes the weights as Parse reads them, after a comment.
func (w Weights) Format(to io.Writer, comment string) error {
	out := bufio.NewWriter(to)
	for line := range strings.Lines(comment) {
		fmt.Fprint(out, "# ", line)
	}
	formatWeights(out, wordsSection, w.Words)
	formatWeights(out, phrasesSection, w.Phrases)
	formatWeights(out, familySection, w.Families)
	formatTrees(out, firstSection, w.First)
	formatTrees(out, secondSection, w.Second)
	return out.Flush()
}

func formatWeights(out *bufio.Writer, section string, weights map[string]int8) {
	fmt.Fprintln(out, section)
	for _, text := range slices.Sorted(maps.Keys(weights)) {
		fmt.Fprintln(out, text, weights[text])
	}
}

func formatTrees(out *bufio.Writer, section string, trees []Tree) {
	fmt.Fprintln(out, section)
	for i := range trees {
		var words []string
		for _, q := range trees[i].Questions {
			words = append(words, q.String())
		}
		fmt.Fprintln(out, strings.Join(words, " ")+":", strings.Trim(fmt.Sprint(trees[i].Leaves), "[]"))
	}
}

// String returns the question as a weights file has it.
func (q Question) String() string {
	if q.Offset == 0 {
		return fmt.Sprintf("%s>%d", q.Column, q.Above)
	}
	return fmt.Sprintf("%s@%+d>%d", q.Column, q.Offset, q.Above)
}
