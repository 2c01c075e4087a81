package charset

import (
	_ "embed"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
)

//go:embed testdata/sentences.txt
var sentenceFile string

// writtenIn lists the legacy charsets that the languages of sentences.txt have
// been written in.
var writtenIn = map[string]string{
	"en": "windows-1252 macintosh",
	"de": "windows-1252 iso-8859-15 macintosh", "fr": "windows-1252 macintosh",
	"es": "windows-1252 iso-8859-15", "pt": "windows-1252", "it": "windows-1252", "nl": "windows-1252",
	"sv": "windows-1252", "da": "windows-1252", "nb": "windows-1252", "fi": "windows-1252 iso-8859-15",
	"is": "windows-1252",
	"pl": "windows-1250 iso-8859-2", "cs": "windows-1250 iso-8859-2", "sk": "windows-1250 iso-8859-2",
	"hu": "windows-1250 iso-8859-2", "ro": "windows-1250 iso-8859-2",
	"hr": "windows-1250 iso-8859-2", "sl": "windows-1250 iso-8859-2",
	"tr": "windows-1254",
	"lt": "windows-1257 iso-8859-13", "lv": "windows-1257 iso-8859-13", "et": "windows-1257 iso-8859-13",
	"ru": "windows-1251 koi8-r iso-8859-5 ibm866", "uk": "windows-1251 koi8-u", "be": "windows-1251",
	"bg": "windows-1251 iso-8859-5", "sr": "windows-1251",
	"el": "windows-1253 iso-8859-7", "he": "windows-1255", "ar": "windows-1256", "fa": "windows-1256",
	"th": "windows-874", "vi": "windows-1258",
	"ja":      "shift_jis euc-jp iso-2022-jp",
	"zh-hans": "gb18030", "zh-hant": "big5", "ko": "euc-kr",
}

// sentences returns the test sentences by language.
func sentences() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(sentenceFile) {
		if lang, text, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			all[lang] = append(all[lang], text)
		}
	}
	return all
}

// stand-ins for characters that a charset lacks, as people type them.
var typed = strings.NewReplacer(
	"ș", "ş", "ț", "ţ", "Ș", "Ş", "Ț", "Ţ", // Romanian before Unicode
	"ی", "ي", "ک", "ك",
	"’", "'", "‘", "'", "“", `"`, "”", `"`, "—", "-", "…", "...", "\u200C", "",
)

// encode returns text in a charset and, since not all charsets can hold all
// characters, the text it stands for. It is not ok if they are too different.
func encode(t testing.TB, text, lang, charset string) (encoded []byte, same string, ok bool) {
	t.Helper()
	if lang == "vi" {
		text = loose(text)
	}
	if charset == "gb18030" {
		encoded, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(text))
		return encoded, text, err == nil
	}
	enc, err := htmlindex.Get(charset)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{text, typed.Replace(text)} {
		if encoded, err := enc.NewEncoder().Bytes([]byte(text)); err == nil {
			return encoded, text, true
		}
	}
	return nil, "", false
}
