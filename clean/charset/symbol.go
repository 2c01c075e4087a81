package charset

import "unicode"

// What a character that is no letter of the language costs, in nats: how rare
// it is in text, roughly. Only the differences matter.
const (
	quoteCost     = 4  // what writers set with care: quotes, dashes, no-break spaces
	signCost      = 7  // other signs one meets
	oddityCost    = 11 // signs one hardly meets
	controlCost   = 14 // what text does not have
	damageCost    = 16 // what is no character at all
	accentCost    = 10 // a letter from another alphabet of the same script
	foreignCost   = 12 // a letter of another script
	caseCost      = 5  // a capital after a small letter
	runCost       = 3  // a step between East Asian characters and others
	repeatCost    = 1  // a sign once more
	mixtureCost   = 5  // two scripts in one word
	spaceCost     = 2  // a space or line break
	asciiSignCost = 3  // a digit or sign of ASCII
	guestCost     = 2  // an English word in another language, on top of its own
)

const (
	quotes = "\u00A0‘’“”„‚–—…«»•"
	signs  = "€£§©®°·µ™²³½¼¾¿¡º´×№†‹›"
)

var (
	quoteSet = runeSet(quotes)
	signSet  = runeSet(signs)
)

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[r] = true
	}
	return set
}

// signCostOf returns the cost of r, which is no letter.
func signCostOf(r rune) float32 {
	switch {
	case r == ' ' || r == '\n':
		return spaceCost
	case r < ' ' && r != '\t' && r != '\r' && r != '\f':
		return controlCost
	case r < 0x7F:
		return asciiSignCost
	case unicode.IsControl(r) || unicode.Is(unicode.Co, r):
		return controlCost
	case quoteSet[r]:
		return quoteCost
	case signSet[r]:
		return signCost
	}
	return oddityCost
}
