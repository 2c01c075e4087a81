package sink

import (
	"hash/crc32"
	"strconv"

	"github.com/shuck-text/shuck/clean/doc"
	"github.com/shuck-text/shuck/clean/edit"
)

// version is the value of "shuck" in a ledger line.
const version = 1

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// An encoder appends the account of a document as JSON.
type encoder struct{ source, clean ruler }

func newEncoder(unit Unit) encoder {
	return encoder{source: ruler{unit: unit}, clean: ruler{unit: unit}}
}

// appendHead appends the members that say which document it is, from the
// opening brace on.
func appendHead(dst []byte, d *doc.Document, unit Unit) []byte {
	dst = appendInt(dst, `{"shuck":`, version)
	dst = appendMember(dst, "id", d.ID)
	dst = appendMember(dst, "file", d.File)
	dst = appendInt(dst, `,"offset":`, d.Offset)
	dst = appendMember(dst, "unit", unit.String())
	if len(d.Framing) > 0 {
		dst = appendBytes(dst, "framing", d.Framing)
	}
	dst = append(dst, `,"source":{`...)
	dst = appendSum(dst, d.Source)
	return append(dst, '}')
}

// appendSum appends length and checksum of b, which tell whether other bytes
// are the same.
func appendSum(dst, b []byte) []byte {
	dst = appendInt(dst, `"bytes":`, int64(len(b)))
	dst = append(dst, `,"crc32c":"`...)
	dst = appendHex(dst, crc32.Checksum(b, castagnoli))
	return append(dst, '"')
}

// appendAccount appends what was done to the document, up to the closing
// brace and a line break.
func (e *encoder) appendAccount(dst []byte, d *doc.Document, text []byte, l *doc.Ledger) []byte {
	e.source.reset(d.Source)
	e.clean.reset(text)
	dst = appendMember(dst, "profile", l.Profile)
	dst = appendMember(dst, "layout", l.Layout)
	if l.Abstained != "" {
		dst = appendMember(dst, "abstained", l.Abstained)
	}
	dst = e.appendChanges(dst, d, l)
	dst = e.appendVerdicts(dst, l)
	return append(dst, "}\n"...)
}

func (e *encoder) appendChanges(dst []byte, d *doc.Document, l *doc.Ledger) []byte {
	dst = append(dst, `,"changes":[`...)
	first := true
	for c := range l.Map.Changes() {
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(dst, '{')
		dst = appendSpan(dst, `"source":`, c.Source(), &e.source)
		dst = appendSpan(dst, `,"clean":`, c.Output(), &e.clean)
		dst = appendMember(dst, "rule", l.Rule(c.Label))
		if c.OldLen > 0 {
			s := c.Source()
			dst = appendBytes(dst, "old", d.Source[s.Start:s.End])
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

func (e *encoder) appendVerdicts(dst []byte, l *doc.Ledger) []byte {
	dst = append(dst, `,"verdicts":[`...)
	for i := range l.Verdicts {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = e.appendVerdict(dst, l, &l.Verdicts[i])
	}
	return append(dst, ']')
}

func (e *encoder) appendVerdict(dst []byte, l *doc.Ledger, v *doc.Verdict) []byte {
	want, sure := "drop", "certain"
	if v.Keep {
		want = "keep"
	}
	if v.Likely {
		sure = "likely"
	}
	dst = append(dst, `{"rule":`...)
	dst = appendString(dst, l.Rule(v.Rule))
	dst = appendSpan(dst, `,"source":`, v.Span, &e.source)
	dst = appendMember(dst, "want", want)
	dst = appendMember(dst, "sure", sure)
	dst = appendMember(dst, "outcome", v.Outcome.String())
	if v.Score > 0 {
		dst = append(dst, `,"score":`...)
		dst = strconv.AppendFloat(dst, float64(v.Score), 'f', 3, 32)
	}
	if !v.Of.Empty() {
		dst = appendSpan(dst, `,"of":`, v.Of, &e.source)
	}
	return append(dst, '}')
}

func appendSpan(dst []byte, name string, s edit.Span, r *ruler) []byte {
	dst = append(dst, name...)
	dst = appendInt(dst, "[", int64(r.at(s.Start)))
	dst = appendInt(dst, ",", int64(r.at(s.End)))
	return append(dst, ']')
}
