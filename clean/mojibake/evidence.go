package mojibake

// evidence is what the damage beyond doubt in a line says of the rest of it.
// The zero value knows nothing.
type evidence struct {
	trusted pageSet           // the pages that may have done it
	favored pageID            // the one that explains most
	weight  [len(pages)]int32 // bits that each explains
	hints   hints
	pure    bool // whether nothing but favored's units is beyond ASCII
}

// prior returns the bits of evidence that are asked for the damage in c. What
// looks like a word must be strange in itself, unless all of its line is damaged.
func (e *evidence) prior(c cluster) int {
	prior := pages[c.page].prior
	switch {
	case c.wordlike && e.pure && e.favored == c.page:
		return 8
	case c.wordlike:
		return prior + 4
	case e.trusted&c.page.set() == 0 && c.letters:
		return prior + 4
	case e.trusted&c.page.set() == 0:
		return prior
	case e.favored == c.page:
		return 3
	}
	return 8
}

// isPure reports whether all of line beyond ASCII is units of p.
func (p pageID) isPure(line []byte) bool {
	for i := skipASCII(line, 0); i < len(line); i = skipASCII(line, i) {
		u := p.unitAt(line[i:])
		if u.size == 0 {
			return false
		}
		i += u.size
	}
	return true
}

// votes is what speaks for each page in one cluster.
type votes struct {
	gain  [len(pages)]int32
	alike pageSet // pages that read the cluster like the first
}

// add adds the vote of c.
func (v *votes) add(c cluster, alike bool) {
	v.gain[c.page] = int32(c.gain)
	if alike {
		v.alike |= c.page.set()
	}
}

// learn adds what c, measured last, says. All pages that read it alike may have
// done the damage.
func (e *evidence) learn(c cluster, good []rune, v *votes) {
	e.hints = e.hints.hint(good)
	e.trusted |= v.agreed(c.page)
	for p := range e.weight {
		e.weight[p] += v.gain[p]
		if favored := e.trusted&e.favored.set() != 0; e.trusted&pageID(p).set() != 0 &&
			(!favored || e.weight[p] > e.weight[e.favored]) {
			e.favored = pageID(p)
		}
	}
}

// agreed returns the pages that read the cluster as p does, which reads it best.
func (v *votes) agreed(p pageID) pageSet {
	if v.alike&p.set() != 0 {
		return v.alike
	}
	return p.set()
}

// hints is what the characters repaired beyond doubt say of the language of a
// line. It decides what an "Ã" stood for that has lost its second half.
type hints uint8

const (
	acute  hints = 1 << iota // Spanish, Portuguese, Czech …: "í" is likely
	grave                    // French, Italian: "à"
	umlaut                   // German: "ß"
)

// hint adds to h what the characters of text say.
func (h hints) hint(text []rune) hints {
	for _, r := range text {
		switch r {
		case 'á', 'ó', 'ú', 'ñ', 'ã', 'õ', '¿', '¡':
			h |= acute
		case 'è', 'ò', 'ù', 'ê', 'î', 'û':
			h |= grave
		case 'ä', 'ö', 'ü':
			h |= umlaut
		}
	}
	return h
}
