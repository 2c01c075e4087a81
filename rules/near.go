package rules

import (
	"fmt"
	"strings"
)

// didYouMean returns " (did you mean …?)" with the names nearest to got, or
// "" when none is near.
func didYouMean(got string, names []string) string {
	near := nearest(got, names)
	if len(near) == 0 {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s?)", strings.Join(near, ", "))
}

// nearest returns those of names that are equally near to got and nearer
// than the others, at most three. Near is an edit distance of at most a third
// of got's length.
func nearest(got string, names []string) []string {
	least := max(1, len(got)/3)
	var near []string
	for _, name := range names {
		switch d := editDistance(got, name); {
		case d < least:
			least, near = d, []string{name}
		case d == least:
			near = append(near, name)
		}
	}
	return near[:min(3, len(near))]
}

// editDistance is the Levenshtein distance of a and b in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1) // distances of a[:i] to each b[:j]
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			substitute := diagonal
			if a[i] != b[j] {
				substitute++
			}
			diagonal = row[j+1]
			row[j+1] = min(substitute, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
