// Package charset decides in which charset a document is written and proposes
// the edits that make it UTF-8: [Decide], then [Decode].
//
// Charsets go by the names of the WHATWG Encoding Standard
// (https://encoding.spec.whatwg.org), in lower case, and labels are understood
// as that standard has them: "latin1" and "iso-8859-1" mean windows-1252.
// UTF-32, which the standard leaves out, is added. Every offset is in bytes.
//
// # How a charset is decided
//
// The first of these that applies:
//
//  1. forced: the user named it.
//  2. bom: a byte order mark begins the document.
//  3. UTF-16 or UTF-32 without a mark: zero bytes stand where those of no other
//     text do. ISO-2022-JP: its escape sequences are there.
//  4. utf-8: the bytes are valid UTF-8, whatever the document declares. That
//     text in another charset is valid UTF-8 by accident hardly ever happens,
//     a wrong declaration does daily; and text decoded once, its declaration
//     still in it, must not be decoded again.
//  5. utf-8 with strays: at least four fifths of the bytes above 0x7F, in a
//     sample, belong to valid sequences.
//  6. What fits best. Every charset that could be meant reads a sample, and a
//     model of the letters of each language tells how likely the result is. A
//     declaration by the transport, or else by the document, is evidence: much
//     if it had to be set by somebody, little if it is windows-1252, which is
//     what servers say when nobody told them anything. So a right declaration
//     is followed, and Russian text declared as latin1 is read as Russian.
//  7. windows-1252, if the best was nonsense.
//
// # What becomes of the bytes
//
// ASCII bytes stay what they are, and cost nothing. A run of other bytes, or in
// UTF-16 and UTF-32 a word, becomes one replacement, and a long run several of
// about 64 bytes. Bytes that are no text in the charset become U+FFFD, apart
// from their neighbours and marked as [Damaged], so that the account can name
// them. That includes bytes for which the standard has control characters only
// because a charset leaves them undefined, such as 0x81 in windows-1252.
//
// In UTF-8, valid characters stay. A stray byte is read as windows-1252, the
// usual origin of strays, unless it can be told to be what was left of a longer
// character. A character outside the Basic Multilingual Plane that was written
// as two surrogates (CESU-8) becomes one character.
//
// # How the model works
//
// The cost of a text is the negative logarithm of its probability, in nats.
// Letters cost what they do after the letter before them, in the language that
// makes all of them cheapest, and each word may be English as well (model.txt
// says from what that was counted). Signs, East Asian characters, capitals
// inside words and mixtures of scripts have costs set by hand (symbol.go,
// han.go). A charset read with fewer, likelier characters costs less. The
// difference in cost to the next reading gives the confidence.
package charset
