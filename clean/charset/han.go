package charset

import (
	"strings"
	"unicode"
)

// Characters that make up much of any text. What the common ones of a language
// are is a matter of counting; the order within each list does not matter.
const (
	commonHan = "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可" +
		"里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长" +
		"這個來說們為國時會學對裡後麼沒於還發當無開見經頭動兩長過"
	commonKanji  = "日一人年大十二本中出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨思言自事会者手地方社員国的同新私田当家所対度"
	commonHangul = "이다는을의에가고하지도한은를로기사어자나그서으인리해시있아수들정라대과니일전부보면것스만여게주상었원장조말오마제우안구동히공연신문와러비선"
	commonKana   = "のにはをたがでてとしれさいるなもかすらこっまうりよくんそ"
)

var (
	hanSet    = runeSet(commonHan)
	kanjiSet  = runeSet(commonKanji)
	hangulSet = runeSet(commonHangul)
	kanaSet   = runeSet(commonKana)
)

// What East Asian characters cost, in nats.
const (
	stopCost      = 3.5 // the comma and full stop of East Asia, its brackets
	kanaCost      = 5
	dingbatCost   = 8 // arrows, stars, circled numbers
	halfKanaCost  = 4.5
	fullWidthCost = 7 // letters of ASCII in full width
	commonCost    = 6
	levelCost     = 8.7 // the first level of a standard: some 3000 of general use
	rareCost      = 13  // its second level
	extraCost     = 15  // anything added to the standard later
)

// A level is the range of first bytes that a standard gives its characters of
// general use, or its other ones.
type level struct{ first, last byte }

func (l level) has(b byte) bool { return l.first <= b && b <= l.last }

// An eastAsian knows what the characters of a multi-byte charset cost.
type eastAsian struct {
	general, rare level
	trail         byte // the least second byte of these; less is an extension
	common        map[rune]bool
	kana          bool // Japanese
}

var eastAsians = map[string]*eastAsian{
	"gb18030":   {level{0xB0, 0xD7}, level{0xD8, 0xF7}, 0xA1, hanSet, false},
	"big5":      {level{0xA4, 0xC6}, level{0xC9, 0xF9}, 0x40, hanSet, false},
	"euc-kr":    {level{0xB0, 0xC8}, level{0xCA, 0xFD}, 0xA1, hangulSet, false},
	"euc-jp":    {level{0xB0, 0xCF}, level{0xD0, 0xF4}, 0xA1, kanjiSet, true},
	"shift_jis": {level{0x88, 0x98}, level{0x99, 0xEA}, 0x40, kanjiSet, true},
}

// char returns r, which stands in src for itself, as a character of a text.
func (e *eastAsian) char(r rune, src []byte) char {
	return char{r: r, east: true, sign: !unicode.IsLetter(r), cost: e.cost(r, src)}
}

// cost returns what r costs, which is above ASCII and stands in src for itself.
func (e *eastAsian) cost(r rune, src []byte) float32 {
	switch {
	case r >= 0x3000 && r < 0x3040, strings.ContainsRune("，：；！？（）‘’“”—…·・", r):
		return stopCost
	case e.kana && kanaSet[r]:
		return kanaCost - 1
	case e.kana && isKana(r):
		return kanaCost
	case e.kana && isHalfKana(r):
		return halfKanaCost
	case isFullWidth(r):
		return fullWidthCost
	case r >= 0x2010 && r < 0x2E80:
		return dingbatCost
	case r < 0x2E80 || r >= 0xFF00 || isKana(r):
		return oddityCost
	case len(src) != 2:
		return extraCost
	case e.common[r]:
		return commonCost
	case src[1] < e.trail:
		return extraCost
	case e.general.has(src[0]):
		return levelCost
	case e.rare.has(src[0]):
		return rareCost
	}
	return extraCost
}

func isKana(r rune) bool { return r >= 0x3041 && r <= 0x30FE }

func isFullWidth(r rune) bool { return r >= '！' && r <= '～' }

func isHalfKana(r rune) bool { return r >= '｡' && r <= 'ﾟ' }
