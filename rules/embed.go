package rules

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

//go:embed packs
var embedded embed.FS

// Embedded returns the packs that are part of the program, sorted by name.
// The patterns in them are verified by the tests and not again at each
// start.
func Embedded() ([]*Pack, error) {
	files, err := fs.Glob(embedded, "packs/*/*.toml")
	if err != nil {
		return nil, err
	}
	packs := make([]*Pack, 0, len(files))
	for _, file := range files {
		data, err := embedded.ReadFile(file)
		if err != nil {
			return nil, err
		}
		pack, err := parse(file, data, trusted)
		if err != nil {
			return nil, err
		}
		packs = append(packs, pack)
	}
	slices.SortFunc(packs, func(a, b *Pack) int { return strings.Compare(a.Name, b.Name) })
	return packs, nil
}
