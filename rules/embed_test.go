package rules

import (
	"slices"
	"strings"
	"testing"
)

// TestEmbedded verifies what Embedded leaves unverified at each start.
func TestEmbedded(t *testing.T) {
	packs, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(packs, func(a, b *Pack) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("packs are not sorted by name")
	}
	for _, pack := range packs {
		if want := "packs/" + pack.Name + ".toml"; pack.File != want {
			t.Errorf("pack %s is in %s, want %s", pack.Name, pack.File, want)
		}
		data, err := embedded.ReadFile(pack.File)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse(pack.File, data); err != nil {
			t.Error(err)
		}
	}
}

// TestEmbeddedExamples checks all but the misses, which need the pipeline.
func TestEmbeddedExamples(t *testing.T) {
	packs, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, pack := range packs {
		for _, problem := range Lint(pack) {
			t.Error(problem)
		}
	}
	for _, problem := range mustSet(t, packs...).Check(nil) {
		t.Error(problem)
	}
}

func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewSet(b *testing.B) {
	packs, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		mustSet(b, packs...)
	}
}
