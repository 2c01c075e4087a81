package model

// A shape is what one line shows by itself.
type shape struct {
	runes    int // but for spaces
	words    int // a letter of a script without spaces is half a word
	short    int // words of at most shortRunes runes
	capitals int // words that begin with an upper-case letter
	letters  int
	uppers   int // upper-case letters
	digits   int
	stops    int // sentences that end
	commas   int
	colons   int
	seps     int // separators
	symbols  int
	joints   int // marks that hold words together: example.com, me@there, a/b
	dates    int // marks between digits, as in times and dates, and years
	first    class
	last     class

	key     uint32 // hash of its words in order
	outline uint32 // hash of the classes of its first words and marks
	lead    uint32 // hash of its first word

	from, to int // its words among the document's
}

const (
	shortRunes   = 3
	outlineMarks = 16
)

// Hashes are FNV-1a, over runes instead of bytes.
const (
	hashSeed  uint32 = 2166136261
	hashPrime uint32 = 16777619
)

func mix(hash, value uint32) uint32 { return (hash ^ value) * hashPrime }

// A scanner reads the lines of a document.
type scanner struct {
	glyphs *glyphs
	words  []uint32 // hashes of all words so far, in order

	// Of the line that is being read:
	line   []byte
	shape  shape
	prev   glyph // before
	marks  int   // words and marks so far
	halves int   // letters of scripts without spaces
	ending bool  // a stop has been read, and what closes after it
}

// scan describes a line that is not blank.
func (s *scanner) scan(line []byte) shape {
	s.line, s.prev, s.marks, s.halves, s.ending = line, glyph{}, 0, 0, false
	s.shape = shape{key: hashSeed, outline: hashSeed, from: len(s.words)}
	for i := 0; i < len(line); {
		g := s.glyphs.decode(line[i:])
		switch {
		case g.class.inWord():
			i = s.word(i)
			continue
		case g.class == space:
			s.endSentence()
		case g.class == spaceless:
			s.character(g)
		default:
			s.mark(g, i+int(g.size))
		}
		s.prev = g
		i += int(g.size)
	}
	s.endSentence()
	sh := &s.shape
	sh.words += (s.halves + 1) / 2
	sh.to = len(s.words)
	if sh.to > sh.from {
		sh.lead = s.words[sh.from]
	}
	return *sh
}

// word reads the word at i and returns its end.
func (s *scanner) word(i int) int {
	begin, hash, runes, digits, uppers := i, hashSeed, 0, 0, 0
	first := s.glyphs.decode(s.line[i:])
	g := first
	for i < len(s.line) {
		next := s.glyphs.decode(s.line[i:])
		if !next.class.inWord() {
			break
		}
		g = next
		switch g.class {
		case upper:
			uppers++
		case digit:
			digits++
		}
		hash = mix(hash, uint32(g.fold))
		runes++
		i += int(g.size)
	}
	s.prev, s.ending = g, false
	s.words = append(s.words, hash)
	s.shape.key = mix(s.shape.key, hash)
	s.note(first.class)
	s.shape.addWord(first.class, runes, digits, uppers)
	if digits == 4 && i-begin == 4 && isYear(s.line[begin:i]) {
		s.shape.dates++
	}
	return i
}

func (sh *shape) addWord(first class, runes, digits, uppers int) {
	sh.words++
	sh.runes += runes
	sh.digits += digits
	sh.uppers += uppers
	sh.letters += runes - digits
	if runes <= shortRunes {
		sh.short++
	}
	if first == upper {
		sh.capitals++
	}
}

func isYear(digits []byte) bool {
	return digits[0] == '1' && digits[1] == '9' || digits[0] == '2' && digits[1] == '0'
}

// character reads a letter of a script without spaces. Pairs of letters are
// the words to know there.
func (s *scanner) character(g glyph) {
	hash := mix(hashSeed, uint32(g.fold))
	if s.prev.class == spaceless {
		hash = mix(hash, uint32(s.prev.fold))
	} else {
		s.note(spaceless)
	}
	s.words = append(s.words, hash)
	s.shape.key = mix(s.shape.key, hash)
	s.shape.runes++
	s.shape.letters++
	s.halves++
	s.ending = false
}

// mark reads what is neither word nor space; rest is where the line goes on.
func (s *scanner) mark(g glyph, rest int) {
	sh := &s.shape
	sh.runes++
	if joined := s.joins(rest); joined == digit {
		sh.dates++
	} else if joined == lower && !wide(g) && g.class != dash && g.class != closing {
		sh.joints++
	} else {
		s.count(g)
	}
	s.note(g.class)
}

// joins tells what a mark stands between: digits, other words, or neither.
func (s *scanner) joins(rest int) class {
	if !s.prev.class.inWord() || rest == len(s.line) {
		return space
	}
	next := s.glyphs.decode(s.line[rest:])
	switch {
	case !next.class.inWord():
		return space
	case next.class == digit && s.prev.class == digit:
		return digit
	}
	return lower
}

// wide reports whether a mark belongs to scripts that leave no space after it.
func wide(g glyph) bool { return g.fold >= 0x3000 }

func (s *scanner) count(g glyph) {
	sh := &s.shape
	switch g.class {
	case stop:
		s.ending = true
		if wide(g) {
			s.endSentence()
		}
	case comma:
		sh.commas++
	case colon:
		sh.colons++
	case separator:
		sh.seps++
	case symbol:
		sh.symbols++
	}
}

func (s *scanner) endSentence() {
	if s.ending {
		s.shape.stops++
		s.ending = false
	}
}

// note enters the class of a word or a mark into the outline of the line.
func (s *scanner) note(c class) {
	sh := &s.shape
	if s.marks == 0 {
		sh.first = c
	}
	sh.last = c
	if s.marks < outlineMarks {
		sh.outline = mix(sh.outline, uint32(c))
	}
	s.marks++
}
