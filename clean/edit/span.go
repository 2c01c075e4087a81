package edit

// Span is the half-open range of bytes [Start, End). A valid span has
// 0 <= Start <= End.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no bytes.
func (s Span) Empty() bool { return s.Start == s.End }

// Overlaps reports whether s and t share a byte. An empty span overlaps nothing.
func (s Span) Overlaps(t Span) bool {
	return max(s.Start, t.Start) < min(s.End, t.End)
}

// Contains reports whether t lies within s. An empty t may stand at either end.
func (s Span) Contains(t Span) bool {
	return s.Start <= t.Start && t.End <= s.End
}
