package edit

import "testing"

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	if s.Len() != 3 || s.Empty() || !(Span{2, 2}).Empty() {
		t.Error("Len or Empty is wrong")
	}
	for _, test := range []struct {
		other              Span
		overlaps, contains bool
	}{
		{Span{0, 2}, false, false},
		{Span{5, 6}, false, false},
		{Span{1, 3}, true, false},
		{Span{4, 6}, true, false},
		{Span{1, 6}, true, false},
		{Span{2, 5}, true, true},
		{Span{3, 4}, true, true},
		{Span{2, 2}, false, true},
		{Span{3, 3}, false, true},
		{Span{5, 5}, false, true},
		{Span{6, 6}, false, false},
	} {
		if got := s.Overlaps(test.other); got != test.overlaps {
			t.Errorf("%v.Overlaps(%v) = %v", s, test.other, got)
		}
		if got := test.other.Overlaps(s); got != test.overlaps {
			t.Errorf("%v.Overlaps(%v) = %v", test.other, s, got)
		}
		if got := s.Contains(test.other); got != test.contains {
			t.Errorf("%v.Contains(%v) = %v", s, test.other, got)
		}
	}
}
