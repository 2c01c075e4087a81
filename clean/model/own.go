package model

// own fills the columns of what a line shows by itself, and of how it compares
// with the other lines of the document.
func (s *Scorer) own() {
	s.tally()
	for i := range s.shapes {
		sh := &s.shapes[i]
		s.set(i, Runes, octaves(sh.runes))
		s.set(i, Words, octaves(sh.words))
		s.set(i, Stops, capped(sh.stops))
		s.set(i, Commas, capped(sh.commas))
		s.set(i, Colons, capped(sh.colons))
		s.set(i, Separators, capped(sh.seps))
		s.set(i, Symbols, capped(sh.symbols))
		s.set(i, Joints, capped(sh.joints))
		s.set(i, Dates, capped(sh.dates))
		s.set(i, Digits, percent(sh.digits, sh.runes))
		s.set(i, Uppers, percent(sh.uppers, sh.letters))
		s.set(i, Capitals, percent(sh.capitals, sh.words))
		s.set(i, ShortWords, percent(sh.short, sh.words))
		s.set(i, WordLength, capped(4*(sh.letters+sh.digits)/max(sh.words, 1)))
		s.set(i, FirstClass, uint8(sh.first))
		s.set(i, LastClass, uint8(sh.last))
		s.set(i, Repeats, capped(s.lineTally.count(sh.key)))
		s.set(i, Outlines, octaves(s.outlineTally.count(sh.outline)))
		s.set(i, Leads, octaves(s.leadTally.count(sh.lead)))
		s.ownWords(i, s.words(sh))
	}
}

// tally counts the lines and the words of the document.
func (s *Scorer) tally() {
	s.lineTally.reset(len(s.shapes))
	s.outlineTally.reset(len(s.shapes))
	s.leadTally.reset(len(s.shapes))
	for i := range s.shapes {
		s.lineTally.add(s.shapes[i].key)
		s.outlineTally.add(s.shapes[i].outline)
		s.leadTally.add(s.shapes[i].lead)
	}
	s.wordTally.reset(len(s.scanner.words))
	for _, key := range s.scanner.words {
		s.wordTally.add(key)
	}
	title := s.words(&s.shapes[0])
	s.titleTally.reset(len(title))
	for _, key := range title {
		s.titleTally.add(key)
	}
}

// words returns the hashes of a line's words.
func (s *Scorer) words(sh *shape) []uint32 { return s.scanner.words[sh.from:sh.to] }

// commonShare is the share of a document's words, one in so many, that a
// common word makes up: function words do, in every language.
const commonShare = 150

func (s *Scorer) ownWords(i int, words []uint32) {
	common, once, title := 0, 0, 0
	often := max(3, len(s.scanner.words)/commonShare)
	for _, key := range words {
		switch n := s.wordTally.count(key); {
		case n >= often:
			common++
		case n == 1:
			once++
		}
		if s.titleTally.count(key) > 0 {
			title++
		}
	}
	known, mean := s.model.words.judge(words)
	s.set(i, Common, percent(common, len(words)))
	s.set(i, Once, percent(once, len(words)))
	s.set(i, TitleWords, percent(title, len(words)))
	s.set(i, Known, percent(known, len(words)))
	s.set(i, Lexicon, centred(mean))
	s.set(i, Phrase, centred(s.model.phrases.weight(s.shapes[i].key)))
	s.knownWords += known
}
