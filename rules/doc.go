// Package rules reads rule packs and finds which rules a text fires.
//
// A pack is a TOML file of rules; a rule is data: patterns (RE2), bounds on
// the number of words, a zone of the document, and the examples that prove
// it. The package knows nothing about documents: it says "rule 17 matches
// this line"; whether the line then goes depends on its zone and on its
// neighbours, which the caller knows.
//
//	packs, err := rules.Embedded()
//	set, err := rules.NewSet(packs, []string{"en/forum/*"})
//	m := set.NewMatcher() // one per goroutine
//	for _, i := range m.Lines(line, rules.Words(line), nil) {
//		fmt.Println(set.Rule(i).ID)
//	}
//
// # Cost
//
// All patterns of a kind are one automaton (package match), so the cost of a
// line hardly depends on the number of rules. The `not` patterns are
// compiled when they are first needed: most never are.
package rules
