// Package mojibake finds text that was UTF-8, was read as some code page, and
// so came out as "cafÃ©" or "РїСЂРёРІРµС‚", and says what it was. It works from the
// arithmetic of the code pages and from a measure of how probable a text is; it
// has no dictionary and no list of damaged strings.
//
// # What counts as damage
//
// UTF-8 is rigid: a lead byte says how many continuation bytes follow it. A
// page shows each of these bytes as a character. So in every page the damage of
// one character, a unit, is a character from a known set followed by the right
// number of characters from another. Clusters of units are the candidates for
// repair; each is judged by itself, so that one damaged word in a good line is
// repaired and one good word in a damaged line stays.
//
// Good text has clusters, too: "É®", "Рё", "─┤" are units of windows-1252,
// windows-1251 and cp437. A cluster is repaired when the evidence, in bits, is
// more than the prior of its page asks for. The evidence is the strain of the
// text as it stands less the strain of what it would become.
//
// # Strain
//
// The strain of a text approximates minus the logarithm of its probability. Each
// character costs what its rarity on the web says ("e" 5 bits, "é" 8, "Ã" 15,
// "¬" 17, a C1 control 26), and each pair of neighbours what is odd about them: a
// capital after a small letter 9, two scripts in one word 12, a currency sign
// within a word 5 and 6, a letter alone that is never a word 4 to 14. The figures
// are estimates, in kind.go and plausible.go; only sums of several of them
// decide. Characters count up to two places beyond the cluster, never beyond a
// space.
//
// The prior is 14 bits for windows-1252 and more for pages that are met less.
// What looks like a word somebody wrote, letters of one script in good order,
// asks for 4 more. In a line that a page has damaged beyond doubt, its other
// clusters ask for 3 or, where several pages may have done it, 8.
//
// # Layers and losses
//
// A repaired line is read again until nothing is left, as damage can lie upon
// damage. A line that does not settle in eight rounds stays as it was.
//
// In a line known to be damaged, units may have lost something on the way: the
// no-break space in "Ã " became a space, a control vanished from "GrÃ¶Ãe", a byte
// became U+FFFD or "?". What one character only can have been is restored, the
// rest becomes U+FFFD.
//
// C1 controls that belong to no unit are read as windows-1252.
package mojibake
