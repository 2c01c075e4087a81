package clean

import (
	"strings"
	"testing"
)

// repairSamples are texts without damage, by script, and one that has much.
var repairSamples = []struct{ name, text string }{
	{"ascii", "The river rose again during the night, and by the morning the lower fields were under water. " +
		"Nobody (not even the miller) remembered a spring like it; \"strange\", they said.\n"},
	{"latin", "Am Morgen stand das Wasser schon über den unteren Wiesen, und niemand im Dorf wusste, woher es kam. " +
		"“Personne”, dit le meunier, n’avait vu ça depuis l’année du grand hiver. El río bajó por la mañana.\n"},
	{"cyrillic", "Река снова поднялась ночью, и к утру нижние поля оказались под водой. «Такого не помнит никто», — сказал мельник.\n"},
	{"greek", "Το ποτάμι φούσκωσε πάλι τη νύχτα και το πρωί τα χωράφια ήταν κάτω από το νερό.\n"},
	{"arabic", "ارتفع النهر مرة أخرى خلال الليل، وبحلول الصباح كانت الحقول السفلى تحت الماء.\n"},
	{"hindi", "रात में नदी फिर चढ़ गई और सुबह तक निचले खेत पानी में डूब गए।\n"},
	{"cjk", "河水在夜里又涨了，到早晨，下面的田地都被淹没了。“没有人记得这样的春天。”磨坊主说。川の水がまた増えた。\n"},
	{"damaged", "Dès l’aube, la rivière avait débordé &amp; nul nâ€™avait vu Ã§a. On dit que le vieux\u00a0moulin a tenu bon.\r\n"},
}

// BenchmarkRepair makes text plain characters: all repairs that the default
// has, without segmentation and rules.
func BenchmarkRepair(b *testing.B) {
	c, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, sample := range repairSamples {
		text := []byte(strings.Repeat(sample.text, 1<<20/len(sample.text)))
		b.Run(sample.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				r := &run{Cleaner: c, text: text, names: c.names}
				if !r.repair() {
					b.Fatal("not settled")
				}
			}
		})
	}
}
