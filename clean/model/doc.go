// Package model says of each line of a text how likely it is content: what
// somebody wrote to be read, not the page's menus, bylines, share bars and
// footers around it.
//
// It reads no language and no markup. Each line is described by columns of
// small whole numbers: its length, its punctuation, its place, the prose
// around it (column.go lists them all). Boosted trees turn the columns into a
// first score; columns drawn from the first scores of the lines around then
// join the others, and a second set of trees has the last word, so that a line
// is judged in its context. README.md is the model card.
//
// Weights live in weights.txt, which cmd/train writes.
package model
