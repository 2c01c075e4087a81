package mojibake

// strain returns how improbable text is, in bits: what its characters cost by
// themselves, and what it costs that each follows the one before.
func strain(text []rune) int {
	sum := 0
	var before, last trait // space
	again := ' '
	for _, r := range text {
		t := traitOf(r)
		if r == again && !t.isLetter() {
			sum += 3 // "……", "!!!"
			continue
		}
		sum += int(t.bits) + follow(before, last, t)
		before, last, again = last, t, r
	}
	return sum
}

// wordlike reports whether text[from:to] is letters that stand well together and
// with their neighbours, so that somebody may have written them. One letter by
// itself is no word, and neither is one with a letter that is rare.
func wordlike(text []rune, from, to int) bool {
	var before, last trait
	letters := 0
	for i, r := range text {
		t := traitOf(r)
		switch {
		case r == ' ' && i >= from:
			return letters > 1
		case t.kind == invisible && last.isLetter():
			continue // a joiner or its opposite
		case i >= from && i < to && (!t.isLetter() || t.bits >= rareLetter):
			return false
		case last.isLetter() && t.isLetter() && join(before, last, t) > 0:
			return false
		case t.isLetter():
			letters++
		}
		before, last = last, t
	}
	return letters > 1
}

// follow returns the bits it costs that t follows last, which followed before.
func follow(before, last, t trait) int {
	switch {
	case last.isLetter() && t.isLetter():
		return join(before, last, t)
	case t.kind == accent && last.isLetter(), t.kind == accent && last.kind == accent:
		return 0
	}
	cost := int(touch[last.kind][t.kind])
	if isAlone(before, last, t) {
		cost += alone(last)
	}
	return cost
}

func (t trait) isLetter() bool { return t.kind == lower || t.kind == upper || t.kind == caseless }

// join returns what it costs that two letters stand together.
func join(before, last, t trait) int {
	switch {
	case last.script != t.script:
		if last.script == eastAsian || t.script == eastAsian {
			return 9
		}
		return 12
	case last.kind == lower && t.kind == upper:
		return 9
	case last.kind == upper && t.kind == lower && before.kind == upper:
		return 8 // "ABc"
	}
	return -2 // letters are likelier next to their like
}

// isAlone reports whether last is a letter without one on either side.
func isAlone(before, last, t trait) bool {
	return last.isLetter() && !before.isLetter() && !before.joins() && !t.joins()
}

// joins reports whether t is no letter but stands within words.
func (t trait) joins() bool {
	return t.kind == apostrophe || t.kind == accent || t.kind == invisible
}

// alone returns what it costs a letter to be a word.
func alone(t trait) int {
	switch {
	case t.script == latin && t.bits < 9, t.script == cyrillic && t.bits < 11:
		return 0
	case t.script == latin && t.bits >= rareLetter:
		return 8 // "Â", "Ã", and what hardly occurs at all
	case t.script == latin, t.script == cyrillic, t.script == greek:
		return 4
	case t.script == eastAsian:
		return 14
	}
	return 9
}

// touch is what it costs, in bits, that a character of the second kind follows
// one of the first. Letters among themselves are for join.
var touch = func() (cost [kinds][kinds]int8) {
	set := func(from, to []kind, bits int8) {
		for _, a := range from {
			for _, b := range to {
				cost[a][b] = bits
			}
		}
	}
	letters := []kind{lower, upper, caseless, accent}
	symbols := []kind{trailer, ordinal, money, maths, sign, spacing, picture, lost, broken}
	gaps := []kind{space}

	set(symbols, symbols, 3)
	set(symbols, letters, 6)
	set(letters, []kind{opening, money, sign, spacing, maths}, 5)
	set(letters, []kind{box}, 8)
	set(letters, []kind{trailer}, 1)
	set(letters, []kind{ordinal, picture}, 3)
	set(letters, []kind{dash, quote}, 1)
	set([]kind{dash, closing}, letters, 3)
	set([]kind{closing}, letters, 5)
	set([]kind{box}, letters, 8)
	set([]kind{box}, []kind{box}, -6)
	set([]kind{quote}, letters, 1)
	set([]kind{picture}, letters, 3)
	set([]kind{digit}, letters, 2)
	set([]kind{digit}, []kind{spacing, opening}, 5)
	set([]kind{opening}, gaps, 4)
	set(gaps, []kind{closing}, 4)
	set(gaps, []kind{accent}, 8)
	set([]kind{point, opening, closing, quote, dash, digit}, []kind{accent}, 5)
	set(symbols, []kind{opening, quote}, 2)
	set([]kind{opening, closing, quote, dash}, symbols, 3)
	set([]kind{maths}, letters, 2)
	set([]kind{lost}, append(letters, digit), 0)
	set(letters, []kind{lost}, 0)
	return cost
}()
