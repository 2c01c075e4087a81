package charset

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// A candidate is a charset that undeclared text may be in.
type candidate struct {
	name  string
	prior float64 // how rare it is among pages, as a cost in nats
	langs string  // the languages written in it; all if empty
}

const (
	western  = "en de fr es pt it ca nl sv da nb fi is sq"
	central  = "pl cs sk hu ro hr sl sq de en"
	baltic   = "lt lv et en de pl fi"
	cyrillic = "ru uk be bg sr mk"
	turkish  = "tr " + western
)

// candidates come in the order of preference among those that read a text
// alike.
var candidates = []candidate{
	{"windows-1252", 0, western},
	{"windows-1251", 1, cyrillic},
	{"windows-1250", 1.5, central},
	{"windows-1254", 2, turkish},
	{"windows-1253", 2, "el"},
	{"windows-1255", 2, "he"},
	{"windows-1256", 2, "ar fa ur"},
	{"windows-1257", 2.5, baltic},
	{"windows-1258", 3, "vi"},
	{"windows-874", 2, "th"},
	{"iso-8859-2", 2, central},
	{"iso-8859-15", 2, western},
	{"koi8-r", 2, "ru bg"},
	{"koi8-u", 2.5, "uk be ru"},
	{"iso-8859-7", 2.5, "el"},
	{"iso-8859-5", 3, cyrillic},
	{"ibm866", 3, "ru be bg uk"},
	{"iso-8859-4", 5, baltic},
	{"iso-8859-13", 4, baltic},
	{"iso-8859-16", 8, "ro pl hu hr sl fr"},
	{"iso-8859-6", 4, "ar"},
	{"iso-8859-8", 4, "he"},
	{"iso-8859-10", 8, "is sv nb da lt lv et"},
	{"iso-8859-3", 8, "tr en"},
	{"iso-8859-14", 8, "en"},
	{"macintosh", 8, western},
	{"x-mac-cyrillic", 9, cyrillic},
	{"gb18030", 1, "en"},
	{"shift_jis", 1, "en"},
	{"euc-jp", 2, "en"},
	{"euc-kr", 1.5, "en"},
	{"big5", 1.5, "en"},
}

// field returns the candidates for a document of which that share is UTF-8.
func field(share float64) []candidate {
	if share < possibleShare {
		return candidates
	}
	return append([]candidate{{utf8Name, 0, ""}}, candidates...)
}

// reading returns what a sample costs, read by c.
func (c candidate) reading(sample []byte) reading {
	t := readText(sample, c.reader(), eastAsians[c.name])
	english := t.wordCosts(languages()["en"])
	letters := math.Inf(1)
	for _, l := range c.languages() {
		letters = min(letters, t.costIn(l, english))
	}
	return reading{c, t, c.prior + t.cost() + letters}
}

func (c candidate) reader() reader {
	if c.name == utf8Name {
		return readStray
	}
	return readerOf(c.name)
}

// languages returns those that are written in c.
func (c candidate) languages() []*language {
	if c.langs == "" {
		return slices.Collect(maps.Values(languages()))
	}
	var some []*language
	for _, name := range strings.Fields(c.langs) {
		some = append(some, languages()[name])
	}
	return some
}
