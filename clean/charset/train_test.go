package charset

import (
	"flag"
	"fmt"
	"html"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

var udhr = flag.String("udhr", "", "folder of `html` files, one per translation of the Universal Declaration of Human Rights, to derive model.txt from")

// trained lists the languages of the model: the code it has here, the file of
// its translation, and letters of its alphabet that are too rare to be in it.
var trained = [][3]string{
	{"en", "eng", "éèêëàâçñïöüá"},
	{"de", "deu_1996", "äöüßéèêàç"},
	{"fr", "fra", "àâæçéèêëîïôœùûüÿ"},
	{"es", "spa", "áéíñóúüç"},
	{"pt", "por_PT", "áâãàçéêíóôõúü"},
	{"it", "ita", "àèéìîòùç"},
	{"ca", "cat", "àçéèíïóòúü"},
	{"nl", "nld", "áéëïóöüèê"},
	{"sv", "swe", "åäöéàü"},
	{"da", "dan", "æøåéäö"},
	{"nb", "nob", "æøåéèêòôäö"},
	{"fi", "fin", "äöåšžé"},
	{"is", "isl", "áðéíóúýþæö"},
	{"pl", "pol", "ąćęłńóśźż"},
	{"cs", "ces", "áčďéěíňóřšťúůýž"},
	{"sk", "slk", "áäčďéíĺľňóôŕšťúýž"},
	{"hu", "hun", "áéíóöőúüű"},
	{"ro", "ron_2006", "ăâîşţ"},
	{"hr", "hrv", "čćđšž"},
	{"sl", "slv", "čšžćđ"},
	{"sq", "als", "çë"},
	{"tr", "tur", "çğıöşüâîû"},
	{"lt", "lit", "ąčęėįšųūž"},
	{"lv", "lav", "āčēģīķļņšūž"},
	{"et", "est", "äõöüšž"},
	{"vi", "vie", "ăâđêôơư"},
	{"ru", "rus", "ё"},
	{"uk", "ukr", "ґєії'"},
	{"be", "bel", "ўіё"},
	{"bg", "bul", "ь"},
	{"sr", "srp_cyrl", "ђјљњћџ"},
	{"mk", "mkd", "ѓѕјљњќџѐѝ"},
	{"el", "ell_monotonic", "άέήίόύώϊϋΐΰ"},
	{"he", "heb", "ךםןףץ"},
	{"ar", "arb", "ءآأؤإئةىًٌٍَُِّْ"},
	{"fa", "pes_1", "پچژگآئ"},
	{"ur", "urd", "ٹڈڑںھہےپچژگ"},
	{"th", "tha", "ฆฉฌญฝฟฮฤฯ๊๋ํ"},
}

// TestTrain rewrites model.txt if -udhr is given.
func TestTrain(t *testing.T) {
	if *udhr == "" {
		t.Skip("no -udhr")
	}
	var out strings.Builder
	out.WriteString(modelHeader)
	for _, l := range trained {
		page, err := os.ReadFile(filepath.Join(*udhr, l[1]+".html"))
		if err != nil {
			t.Fatal(err)
		}
		text, rare := plainText(string(page)), l[2]
		if strings.Contains(text, "a") { // every Latin alphabet meets the letters of English
			rare += "abcdefghijklmnopqrstuvwxyz"
		}
		writeModel(&out, l[0], rare, text)
	}
	if err := os.WriteFile("model.txt", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

const modelHeader = `# Which letter follows which in some languages. Counted in the translations of
# the Universal Declaration of Human Rights, a public document of the United
# Nations, as collected in https://github.com/wooorm/udhr (MIT licence).
# Counts only: no text of the translations is in here. Rewritten by
#     go test ./clean/charset -run TestTrain -udhr FOLDER
# A line names the language and its letters. A line for the start of a word and
# for each letter follows, with a character for what comes next: the end of
# the word and each letter. '!' stands for a cost of 0, each later character of
# ASCII for 0.2 nats more.
`

var tag = regexp.MustCompile(`(?s)<title>.*?</title>|<[^>]*>`)

// plainText returns the text of a page, as legacy charsets can hold it.
func plainText(page string) string {
	text := html.UnescapeString(tag.ReplaceAllString(page, " "))
	return norm.NFC.String(text)
}

// writeModel counts the pairs of letters in text and writes their costs.
func writeModel(out *strings.Builder, code, rare, text string) {
	if code == "vi" { // written both ways: with as few marks as possible, and with as many
		text += " " + loose(text)
	}
	letters := alphabet(text, rare)
	fmt.Fprintf(out, "%s %s\n", code, string(letters))
	class := map[rune]int{}
	for i, r := range letters {
		class[r] = i + 1
	}
	for _, row := range costs(text, class) {
		for _, cost := range row {
			out.WriteByte('!' + byte(math.Round(min(cost, maxCost)/costStep)))
		}
		out.WriteByte('\n')
	}
}

// alphabet returns the letters of text that are no accident, and the rare ones.
func alphabet(text, rare string) []rune {
	const accident = 3 // times that a letter must occur
	count := map[rune]int{}
	for _, r := range text {
		count[fold(r)]++
	}
	for _, r := range rare {
		count[fold(r)] += accident
	}
	delete(count, 0)
	var letters []rune
	for r, n := range count {
		if n >= accident {
			letters = append(letters, r)
		}
	}
	slices.Sort(letters)
	return letters
}

// costs returns the cost in nats of each class after each other: the negative
// logarithm of its frequency there, smoothed by its frequency anywhere.
func costs(text string, class map[rune]int) [][]float64 {
	size := len(class) + 1
	pairs := make([][]float64, size)
	for i := range pairs {
		pairs[i] = make([]float64, size)
	}
	after, anywhere, all := make([]float64, size), make([]float64, size), 0.0
	prev := 0
	for _, r := range text {
		c := class[fold(r)]
		if c != 0 || prev != 0 { // runs of spaces count once
			pairs[prev][c]++
			after[prev]++
			anywhere[c]++
			all++
		}
		prev = c
	}
	const weight = 6 // of the frequency anywhere, in counts
	for p := range pairs {
		for c := range pairs[p] {
			share := (anywhere[c] + 1) / (all + float64(size))
			pairs[p][c] = -math.Log((pairs[p][c] + weight*share) / (after[p] + weight))
		}
	}
	return pairs
}
