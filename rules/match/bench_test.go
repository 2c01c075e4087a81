package match

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// labels are whole lines, phrases parts of lines, of the kind that stand around
// the prose of a page. A semicolon and any line break end each.
const (
	labels = `read more;continue reading;share this( article| page| story)?;related (articles?|stories|posts);advertisement;
sponsored content;all rights reserved\.?;back to top;skip to (main )?content;leave a (comment|reply);
\d+ comments?;posted by \w+;by [\p{L}.' -]{2,40};source: .{1,60};photo: .{1,60};image credit: .{1,60};
tags?: .*;filed under: .*;previous( post)?;next( post)?;print;e-?mail;tweet;pin it;reply;report;quote;like;
follow us on \w+;subscribe;sign (in|up);log ?in;register;search;menu;home;weiterlesen;mehr (dazu|lesen);
artikel (teilen|drucken);quelle: .*;foto: .*;von [\p{L} -]{3,40};anzeige;kommentare? \(\d+\);nach oben;
lire la suite;partager( cet article)?;à lire aussi ?:.*;publicité;crédit photo ?: .*;par [\p{L} -]{3,40};
haut de page;leer más;compartir;publicidad;fuente: .*;leggi anche:?.*;condividi;pubblicità;fonte: .*;
leia (também|mais).*;compartilhe;читать далее;поделиться;источник: .*;реклама;комментарии \(\d+\);
czytaj więcej;udostępnij;reklama;źródło: .*;číst dál;lees (ook|verder).*;delen;advertentie;läs mer;annons;
lue lisää;mainos;devamını oku;paylaş;kaynak: .*;続きを読む;関連記事;スポンサーリンク;シェアする;阅读全文;分享到.*;来源[:：].*;责任编辑[:：].*;더 보기;
기사 공유;اقرأ (المزيد|أيضا).*;المصدر: .*;שתף;מקור: .*;और पढ़ें;शेयर करें;xem thêm;chia sẻ;baca juga:.*;bagikan;
διαβάστε (επίσης|περισσότερα).*;πηγή: .*`

	phrases = `\bclick here (to|for)\b;\bsubscribe to our (free )?newsletter\b;\bfollow us on (facebook|twitter|instagram)\b;
\bthis (article|story|post) (was )?(first |originally )?(appeared|published) (on|in)\b;
\bsign up (for|to) (our|the)\b;\bdonate (now|today)\b;\bsupport (our|independent) journalism\b;
©\s*(19|20)\d\d;\bcopyright \d{4}\b;\bterms (of|and) (use|service|conditions)\b;\bprivacy policy\b;
\bcookies? (policy|settings)\b;\bopens in (a )?new (tab|window)\b;\bphotograph(er)?: ;
\bread (the )?(full|original) (article|story)\b;\b(https?|ftp)://\S+\.(jpe?g|png|gif)\b;
\[/?(caption|gallery|embed)[^\]]*\];\bvia @\w+;\b\d+ (shares?|likes?|views?)\b;\bpowered by \w+$;
\bmust be logged in\b;\bjavascript (is )?(disabled|required)\b;\ball prices include\b;\bfree shipping\b;
\badd to (cart|basket)\b;\babonnieren sie\b;\bnewsletter (bestellen|abonnieren)\b;\balle rechte vorbehalten\b;
\bdatenschutz(erklärung)?\b;\bjetzt (spenden|anmelden)\b;\babonnez-vous\b;tous droits réservés;
\bmentions légales\b;\bfaites un don\b;\bsuscríbete\b;todos los derechos reservados;\bhaz clic aquí;
\biscriviti alla\b;tutti i diritti riservati;\bassine (a|nossa)\b;todos os direitos reservados;подпишитесь на;
все права защищены;нажмите здесь;zapisz się;wszelkie prawa zastrzeżone;všechna práva vyhrazena;
alle rechten voorbehouden;alla rättigheter;tüm hakları saklıdır;無断転載;版权所有;转载请注明;구독하기;무단 ?전재;
جميع الحقوق محفوظة;اشترك في;כל הזכויות שמורות;सर्वाधिकार सुरक्षित;đăng ký nhận;hak cipta dilindungi;
εγγραφείτε;όλα τα δικαιώματα;\bcall \d{3}-\d{4}\b;\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b;
\bupdated?:? \d{1,2}[:.]\d\d\b`
)

// linePatterns returns the labels and phrases as patterns.
func linePatterns() []string {
	var patterns []string
	for label := range strings.SplitSeq(labels, ";") {
		patterns = append(patterns, `(?i)^`+strings.TrimPrefix(label, "\n")+`$`)
	}
	for phrase := range strings.SplitSeq(phrases, ";") {
		patterns = append(patterns, `(?i)`+strings.TrimPrefix(phrase, "\n"))
	}
	return patterns
}

// syllables are what words of the generated prose are made of, by script. Three
// lines in four are in the first.
var syllables = [][]string{
	strings.Fields(`a an ar at ble com con de di ed en er es ex for ful ght har he in ing is it ke lar le ly men mi more ment
		na ne news no nt of on ous out per pl pre re read ri ro sha sing sou st str sub ta te ter th the ti tion to tr un ver vi wa wi y`),
	strings.Fields(`ão ação über ß ént ais dé é ein er est gen les lich ñ os que ría schen ung von weit źró ż czy ść ı ğ å ö`),
	strings.Fields(`а в во го да до ение за ис к ла ли на не но о ого по под при про ра ре с ся ста то ть чи щё ый`),
	strings.Fields(`の 日 本 は 続 き を 読 む 来 源 阅 全 文 版 的 是 在 了 人 有 中 国 大 学 生 同 記 事`),
	strings.Fields(`ال م ن ي ت جم ش و ك קר ל מ ה ת क र ी स ा`),
}

// proseLines returns lines of generated words, size bytes in all, about.
func proseLines(size int) [][]byte {
	r := rand.New(rand.NewPCG(7, 7))
	var words [5][]string
	spoken := strings.FieldsFunc(labels+" "+phrases, func(r rune) bool { return !unicode.IsLetter(r) })
	for script := range words {
		for range 8000 {
			var word string
			for range 1 + r.IntN(4) {
				word += syllables[script][r.IntN(len(syllables[script]))]
			}
			words[script] = append(words[script], word)
		}
	}
	var lines [][]byte
	for size > 0 {
		script := max(0, r.IntN(16)-11)
		line := proseLine(r, words[script], spoken)
		size -= len(line)
		lines = append(lines, line)
	}
	return lines
}

// proseLine returns a line of a few to a hundred words, rare words being rare.
func proseLine(r *rand.Rand, words, spoken []string) []byte {
	var line bytes.Buffer
	for range 2 + r.IntN(8)*r.IntN(14) {
		x := r.Float64()
		word := words[int(x*x*x*float64(len(words)))]
		switch r.IntN(24) {
		case 3:
			word = spoken[r.IntN(len(spoken))]
		case 0:
			word = strings.ToUpper(word)
		case 1:
			word += ","
		case 2:
			word += "."
		}
		line.WriteString(word)
		line.WriteByte(' ')
	}
	return line.Bytes()
}

func BenchmarkCompile(b *testing.B) {
	patterns := linePatterns()
	for b.Loop() {
		if _, err := Compile(patterns); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, bench := range []struct {
		name string
		keep func(line []byte) bool
	}{
		{"all", func([]byte) bool { return true }},
		{"ascii", func(line []byte) bool { return !bytes.ContainsFunc(line, notASCII) }},
		{"other", func(line []byte) bool { return bytes.ContainsFunc(line, notASCII) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			lines := proseLines(8 << 20)
			b.SetBytes(int64(keepLines(&lines, bench.keep)))
			s, err := Compile(linePatterns())
			if err != nil {
				b.Fatal(err)
			}
			m := s.NewMatcher()
			var dst []int
			scan := func() {
				for _, line := range lines {
					dst = m.Match(line, dst[:0])
				}
			}
			scan() // fills the caches
			b.ReportAllocs()
			for b.Loop() {
				scan()
			}
		})
	}
}

func notASCII(r rune) bool { return r >= 0x80 }

// keepLines keeps the lines wanted and returns how many bytes they are.
func keepLines(lines *[][]byte, keep func([]byte) bool) int {
	size := 0
	kept := (*lines)[:0]
	for _, line := range *lines {
		if keep(line) {
			kept = append(kept, line)
			size += len(line)
		}
	}
	*lines = kept
	return size
}

// BenchmarkRegexp is what BenchmarkMatch replaces: the patterns one by one.
func BenchmarkRegexp(b *testing.B) {
	var res []*regexp.Regexp
	for _, pattern := range linePatterns() {
		res = append(res, regexp.MustCompile(pattern))
	}
	lines := proseLines(64 << 10)
	b.SetBytes(int64(keepLines(&lines, func([]byte) bool { return true })))
	for b.Loop() {
		for _, line := range lines {
			for _, re := range res {
				re.Match(line)
			}
		}
	}
}
