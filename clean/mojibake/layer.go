package mojibake

import (
	"slices"

	"github.com/shuck-text/shuck/clean/edit"
)

// apply returns line with the patches made.
func apply(line []byte, patches []patch) []byte {
	out := make([]byte, 0, len(line))
	at := 0
	for _, p := range patches {
		out = append(out, line[at:p.span.Start]...)
		out = append(out, p.with...)
		at = p.span.End
	}
	return append(out, line[at:]...)
}

// compose returns the patches that do at once what first and then second do.
// The spans of second are in middle, the text that first makes.
func compose(middle []byte, first, second []patch) []patch {
	if len(first) == 0 {
		return second
	}
	var all []patch
	grown := 0 // bytes by which the patches of first so far lengthen the text
	for len(second) > 0 {
		if len(first) > 0 && first[0].made(grown).End <= second[0].span.Start {
			all = append(all, first[0])
			grown += first[0].growth()
			first = first[1:]
			continue
		}
		before := grown
		over, n, m := overlapping(first, second, grown)
		for _, p := range first[:n] {
			grown += p.growth()
		}
		all = append(all, patch{
			span:   edit.Span{Start: over.Start - before, End: over.End - grown},
			with:   string(apply(middle[over.Start:over.End], moved(second[:m], -over.Start))),
			layers: stacked(first[:n], second[:m]),
		})
		first, second = first[n:], second[m:]
	}
	return append(all, first...)
}

// overlapping returns the span of the middle text that the first patch of
// second and all that hang together with it change, and how many those are of
// each. Text before first has grown by grown.
func overlapping(first, second []patch, grown int) (over edit.Span, n, m int) {
	over = second[0].span
	for m = 1; ; {
		switch {
		case n < len(first) && first[n].made(grown).Start < over.End:
			made := first[n].made(grown)
			over = edit.Span{Start: min(over.Start, made.Start), End: max(over.End, made.End)}
			grown += first[n].growth()
			n++
		case m < len(second) && second[m].span.Start < over.End:
			over.End = max(over.End, second[m].span.End)
			m++
		default:
			return over, n, m
		}
	}
}

// made returns the span of the new bytes of p in text that has grown by grown
// before p.
func (p patch) made(grown int) edit.Span {
	start := p.span.Start + grown
	return edit.Span{Start: start, End: start + len(p.with)}
}

func (p patch) growth() int { return len(p.with) - p.span.Len() }

// moved returns patches with their spans moved by n.
func moved(patches []patch, n int) []patch {
	out := slices.Clone(patches)
	for i := range out {
		out[i].span.Start += n
		out[i].span.End += n
	}
	return out
}

// stacked returns the layers of the deepest of first, with one of second on top.
func stacked(first, second []patch) []string {
	var deepest []string
	for _, p := range first {
		if len(p.layers) > len(deepest) {
			deepest = p.layers
		}
	}
	return append(slices.Clip(deepest), second[0].layers...)
}

var times = [...]string{"", "", ", twice", ", three times", ", four times"}

// named returns the fixes that patches are.
func named(patches []patch) []Fix {
	fixes := make([]Fix, len(patches))
	for i, p := range patches {
		fixes[i] = Fix{p.span, p.with, describe(p.layers)}
	}
	return fixes
}

// describe says what the layers are, in the order in which they came about.
func describe(layers []string) string {
	how := ""
	for end := len(layers); end > 0; {
		n := 1
		for n < end && n < len(times)-1 && layers[end-1-n] == layers[end-1] {
			n++
		}
		if how != "" {
			how += ", then "
		}
		how += layers[end-1] + times[n]
		end -= n
	}
	return how
}
