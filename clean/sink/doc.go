// Package sink writes clean documents and their accounts: plain text, JSON
// lines, the ledger from which the source can be restored, a report for
// people, and totals.
//
// # The ledger
//
// A ledger has one line of JSON for each document, in the order of the
// input:
//
//	{"shuck":1,"id":"a.txt","file":"a.txt","offset":0,"unit":"byte","framing":"\n",
//	 "source":{"bytes":20,"crc32c":"89abcdef"},
//	 "clean":{"offset":0,"bytes":11,"crc32c":"01234567"},
//	 "profile":"default","layout":"line",
//	 "changes":[{"source":[4,14],"clean":[4,4],"rule":"any/link/source","old":"Source link"}],
//	 "verdicts":[{"rule":"any/link/source","source":[4,13],"want":"drop","sure":"certain","outcome":"applied"}]}
//
// The changes are in text order. What stands between them is the same in
// both texts; a change says that the bytes "source" of the document, which
// were "old", became the bytes "clean". So the clean text and the ledger
// together are the source: see [Restore].
//
// Spans are [start, end) and count from the start of the document's source
// or clean text. They are bytes, runes or UTF-16 code units, as "unit" says;
// "offset" and "bytes" are always bytes. The "offset" of the document is that
// of its source in the decompressed input, the one in "clean" that of its
// clean text in the output.
//
// Bytes that are not valid UTF-8 cannot stand in JSON: "old64", "framing64"
// and "text64" hold them in base64 instead of "old", "framing" and "text".
// An absent field is empty.
package sink
