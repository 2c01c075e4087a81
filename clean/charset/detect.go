package charset

import (
	"cmp"
	"math"
	"slices"
)

// What a declaration is worth, in nats. That of windows-1252, in any of its
// names, is often made by servers that know nothing; that of UTF-8 has turned
// out to be wrong, at least in part, where there is anything to detect.
const (
	declaredWorth = 40
	defaultWorth  = 6
)

const (
	// From possibleShare of bytes above ASCII in valid UTF-8 on, a sample may
	// be UTF-8 with strays; it takes chance to get that far. From certainShare
	// on, it is.
	possibleShare = 0.1
	certainShare  = 0.8

	// sharpness makes the model's odds into probabilities: it takes letters
	// for more independent of each other than they are.
	sharpness = 0.5

	// Candidates that read the first heatSize bytes of a sample at a cost of
	// more than heatMargin nats above the best are not tried on the rest.
	heatSize   = 160
	heatMargin = 60
)

// A reading is a text as a candidate reads it, and what that costs, in nats:
// the less, the likelier.
type reading struct {
	candidate
	text *text
	cost float64
}

// detect finds out the charset of src, which is no UTF-8 and declares the
// charset of that name or "".
func detect(src []byte, declared string) Decision {
	decoder := decoderName(declared)
	sample := sampleOf(src)
	share := utf8Share(sample)
	if share >= certainShare {
		return Decision{utf8Name, UTF8, share}
	}
	left := field(share)
	if len(sample) > heatSize {
		left = heat(left, sample[:heatSize], decoder)
	}
	readings := read(left, sample, decoder)
	best := cheapest(readings)
	d := Decision{best.name, Detected, confidence(best, readings)}
	switch {
	case best.name == decoder:
		d.Name, d.Why = declared, Declared
	case best.name == utf8Name:
		d.Why = UTF8
	case best.text.isNonsense():
		d = Decision{windows1252, Fallback, 0}
	}
	return d
}

// heat returns the candidates that may win.
func heat(candidates []candidate, sample []byte, declared string) []candidate {
	readings := read(candidates, sample, declared)
	limit := cheapest(readings).cost + heatMargin
	var left []candidate
	for _, r := range readings {
		if r.cost <= limit {
			left = append(left, r.candidate)
		}
	}
	return left
}

// read returns the readings of a sample by each of the candidates.
func read(candidates []candidate, sample []byte, declared string) []reading {
	readings := make([]reading, len(candidates))
	for i, c := range candidates {
		readings[i] = c.reading(sample)
		switch {
		case c.name != declared:
		case c.name == windows1252, c.name == utf8Name:
			readings[i].cost -= defaultWorth
		default:
			readings[i].cost -= declaredWorth
		}
	}
	return readings
}

// cheapest returns the best reading, the first of several.
func cheapest(readings []reading) reading {
	return slices.MinFunc(readings, func(a, b reading) int { return cmp.Compare(a.cost, b.cost) })
}

// confidence returns the probability of best, given its rivals: those that
// read something else.
func confidence(best reading, all []reading) float64 {
	odds := 1.0
	for _, r := range all {
		if !r.text.equal(best.text) {
			odds += math.Exp(sharpness * (best.cost - r.cost))
		}
	}
	return 1 / odds
}

// decoderName returns the candidate that decodes as the charset of that name
// does.
func decoderName(name string) string {
	switch name {
	case "gbk":
		return "gb18030"
	case "iso-8859-8-i":
		return "iso-8859-8"
	}
	return name
}
