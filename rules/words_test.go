package rules

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

func TestWords(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0},
		{"  — … * ", 0},
		{"one", 1},
		{"The tide turns at 9.", 5},
		{"well-known don't", 4},
		{"2,500 men", 3},
		{"Größe über alles", 3},
		{"Ещё один день", 3},
		{"مرحبا بالعالم", 2},
		{"हिन्दी भाषा", 2}, // vowel signs are marks, inside the word
		{"cafe\u0301 noir", 2},
		{"한국어 문장", 2}, // Hangul is written with spaces
		{"東京", 2},
		{"東京Tower 333", 4},
		{"かな", 2},
		{"ไทย", 3},
		{"a\xffb", 2}, // invalid UTF-8 separates
	}
	for _, tt := range tests {
		if got := Words([]byte(tt.text)); got != tt.want {
			t.Errorf("Words(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestWordsAtMost(t *testing.T) {
	for limit := range 8 {
		want := min(5, limit+1)
		if got := WordsAtMost([]byte("The tide turns at nine"), limit); got != want {
			t.Errorf("WordsAtMost(…, %d) = %d, want %d", limit, got, want)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	for name, word := range map[string]string{"ascii": "harbour ", "cyrillic": "гавань ", "han": "港口"} {
		text := []byte(strings.Repeat(word, 1000))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Words(text)
			}
		})
	}
}

// TestWordsOfASCII compares eights of ASCII with the same text taken apart.
func TestWordsOfASCII(t *testing.T) {
	for c := range 128 {
		for _, text := range []string{"abcd%cfgh", "%c", "    %c   ", "a %c b c d e", "ab, 12%c34. x"} {
			text := fmt.Sprintf(text, rune(c))
			want := len(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
			if got := Words([]byte(text)); got != want {
				t.Errorf("Words(%q) = %d, want %d", text, got, want)
			}
			for limit := range want {
				if got := WordsAtMost([]byte(text), limit); got != limit+1 {
					t.Errorf("WordsAtMost(%q, %d) = %d", text, limit, got)
				}
			}
		}
	}
}
