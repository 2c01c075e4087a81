package rules

import "testing"

func TestGlob(t *testing.T) {
	tests := []struct {
		pattern, id string
		want        bool
	}{
		{"en/forum/*", "en/forum/comment-prompt", true},
		{"en/forum/*", "en/forums/comment-prompt", false},
		{"*/byline/*", "de/byline/von", true},
		{"*/byline/*", "byline/von", false},
		{"any/markup/shortcode", "any/markup/shortcode", true},
		{"any/markup/shortcode", "any/markup/shortcodes", false},
		{"en/forum", "en/forum/x", false},
		{"*", "en/forum/x", true},
		{"*", "", true},
		{"", "", true},
		{"", "a", false},
		{"en*", "en/forum/x", true},
		{"*x", "en/forum/x", true},
		{"*-x", "en/forum/x", false},
		{"**", "a", true},
		{"a*a", "a", false},
		{"a*a", "aa", true},
		{"*ab*ab", "ab", false},
		{"*ab*ab", "abab", true},
		{"*a*b*c*", "xxaxxbxxcxx", true},
		{"*a*b*c*", "xxaxxcxxbxx", false},
		{"e?/x", "en/x", false}, // only * is special
	}
	for _, tt := range tests {
		if got := Glob(tt.pattern, tt.id); got != tt.want {
			t.Errorf("Glob(%q, %q) = %v", tt.pattern, tt.id, got)
		}
	}
}
