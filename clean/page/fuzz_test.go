package page

import "testing"

// FuzzParse checks every law on whatever comes.
func FuzzParse(f *testing.F) {
	for _, a := range fixtures(f) {
		f.Add(a.Files[0].Data)
	}
	for _, seed := range scanSeeds {
		f.Add([]byte(seed))
	}
	for _, h := range hostile {
		f.Add([]byte(h.page(40)))
	}
	f.Fuzz(func(t *testing.T, src []byte) { checkPage(t, src) })
}
