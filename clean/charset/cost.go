package charset

// cost returns what the signs of t and the composition of its words cost,
// whatever its language, in nats.
func (t *text) cost() float64 {
	var total float32
	var prev char
	for _, id := range t.ids {
		c := t.chars[id]
		total += joinCost(prev, c)
		if c.sign && c.r == prev.r { // as in a line drawn of it
			total += min(repeatCost, c.cost)
		} else {
			total += c.cost
		}
		prev = c
	}
	return float64(total)
}

// joinCost returns what it costs that b follows a, besides what letters cost.
// ASCII costs nothing: all readings have it.
func joinCost(a, b char) float32 {
	switch {
	case a.ascii && b.ascii:
		return 0
	case a.east != b.east:
		return eastCost(a, b)
	case a.digit && b.letter != 0, a.letter != 0 && b.digit:
		return mixtureCost
	case a.letter == 0 || b.letter == 0:
		return 0
	case a.script != b.script && a.script != anyScript && b.script != anyScript:
		return mixtureCost
	case a.lower && b.upper:
		return caseCost
	}
	return 0
}

// eastCost returns the cost of a step between East Asian characters, which
// come in runs, and others.
func eastCost(a, b char) float32 {
	cost := float32(0)
	if b.east {
		cost += runCost
	}
	if a.letter != 0 || b.letter != 0 {
		cost += runCost
	}
	return cost
}

// wordCosts returns what each word of t costs in a language, in nats. A word
// is a run of letters; the last may be empty.
func (t *text) wordCosts(l *language) []float32 {
	classes, extra := t.classes(l)
	words := make([]float32, 0, len(t.ids)/4)
	var word float32
	row := l.cost[0]
	for i, id := range t.ids {
		c := classes[id]
		switch {
		case t.chars[id].letter != 0:
			word += extra[id] + row[c]
		case i > 0 && t.chars[t.ids[i-1]].letter != 0:
			words = append(words, word+row[0])
			word = 0
		}
		row = l.cost[c]
	}
	return append(words, word)
}

// classes returns for each of t.chars its class in a language, and what it
// costs on top of what that class costs: letters that are not in its alphabet
// have none.
func (t *text) classes(l *language) (classes []uint8, extra []float32) {
	classes, extra = make([]uint8, len(t.chars)), make([]float32, len(t.chars))
	for i, c := range t.chars {
		if c.letter == 0 {
			continue
		}
		classes[i] = l.class[c.letter]
		switch {
		case classes[i] != 0:
		case c.script == l.own:
			extra[i] = accentCost
		default:
			extra[i] = foreignCost
		}
	}
	return classes, extra
}

// costIn returns what the letters of t cost in a language, in nats, when each
// word may be English as well; what the words cost in that is english.
func (t *text) costIn(l *language, english []float32) float64 {
	total := float32(0)
	for i, word := range t.wordCosts(l) {
		total += min(word, english[i]+guestCost)
	}
	return float64(total)
}
