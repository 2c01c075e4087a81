// Package edit keeps the account of edits to a text: which bytes of the output
// come from where in the source, and why the others differ. It knows byte
// offsets and nothing else: no characters, no lines, no rules.
//
// A [Writer] edits a text and hands back the new text with a [Map]. A Map is a
// sorted list of disjoint [Change] values; the bytes between two changes, the
// runs, are the same in source and output. [Compose] joins the maps of two
// edits made one after the other, [Map.Source] and [Map.Output] carry a range
// across, [Map.Check] proves a map against the two texts, and [Restore] undoes
// it all.
//
// Every offset and length is in bytes. The zero Map is the identity, so a text
// nobody touched costs no allocation.
//
// # Kinds of change
//
// A change is a deletion (bytes to nothing), an insertion (nothing to bytes) or
// a replacement (bytes to bytes). Deletions and insertions can be cut anywhere
// without losing anything; a replacement cannot, because nothing says which of
// its new bytes stand for which of its old ones. Most of the rules below follow
// from that.
//
// # Touching changes
//
// Changes touch when no run parts them. Two touching deletions, or two touching
// insertions, of one [Label] are kept as a single change. All others stay
// apart: different labels so that the account can say which rule cut which
// line, different kinds and replacements because joining them would blur what
// became of which bytes.
//
// # Ranges
//
// [Map.Source] and [Map.Output] answer by the same rules, one being the mirror
// of the other. A range that is not empty maps to the smallest range holding
// what became of each of its bytes:
//
//   - a byte of a run maps to itself;
//   - a byte of a replacement maps to all of the other side, so a replacement
//     cut in half is taken whole;
//   - a byte that has nothing on the other side (deleted or inserted) maps to
//     the empty range where it would stand;
//   - what lies on the other side just before the first byte or just after the
//     last is not taken in; what lies between two bytes of the range is.
//
// An empty range names a seam, and maps to all that the other side has in that
// seam: in [Map.Source] the text deleted there, in [Map.Output] the text
// inserted there, else an empty range. Strictly inside a replacement it maps to
// all of the other side.
//
// Therefore Source(Output(s)) contains s unless s begins or ends with deleted
// bytes and has others too. It contains s also when all of s was deleted and
// nothing was inserted in the midst of it.
//
// # Composition
//
// [Compose] is exact about runs: a byte is in a run of the composition if and
// only if it is in a run of both maps. What stands between runs is kept as
// finely divided as the two maps allow:
//
//   - a deletion of the second map leaves the deletions of the first inside it
//     and beside it alone, with their own labels; the runs under it become
//     deletions with its label;
//   - what the second deletes of an insertion of the first vanishes from the
//     account; what it leaves remains an insertion with the first's label;
//   - a replacement of the first whose new bytes the second deletes, replaces
//     or parts by an insertion stays one change and takes the second's label
//     (the last in text order if several of its changes do so); deleted whole,
//     it becomes a deletion;
//   - a replacement of the second takes in the replacements of the first that
//     it overlaps and the deletions strictly inside it, and keeps its own
//     label; a deletion at its edge stays outside;
//   - where the first deleted and the second inserts at the same place, the
//     deletion comes first.
//
// Composition is associative in its runs, always. It is associative in full,
// labels and all, for maps without replacements. With replacements the division
// of the stretch between two runs, and so its labels, may depend on the order
// of composition, since composing the later maps first joins and parts changes
// without sight of what the first map deleted between them. Compose in the order
// of the edits, ((1, 2), 3), for the account these rules describe.
package edit
