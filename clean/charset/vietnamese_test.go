package charset

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// loose returns Vietnamese text as windows-1258 writes it where it has no
// letter with both of the marks: the tone apart, the rest with its letter.
func loose(text string) string {
	var out strings.Builder
	for _, r := range norm.NFC.String(text) {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			out.WriteRune(r)
			continue
		}
		marks := []rune(norm.NFD.String(string(r)))
		base, tones := marks[:1], []rune(nil)
		for _, m := range marks[1:] {
			if strings.ContainsRune("\u0302\u0306\u031B", m) {
				base = []rune(norm.NFC.String(string(append(base, m))))
			} else {
				tones = append(tones, m)
			}
		}
		out.WriteString(string(base) + string(tones))
	}
	return out.String()
}
