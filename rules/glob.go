package rules

import "strings"

// Glob reports whether id matches pattern, in which `*` stands for any text,
// slashes included, and every other character for itself.
func Glob(pattern, id string) bool {
	prefix, rest, starred := strings.Cut(pattern, "*")
	if !starred {
		return pattern == id
	}
	if !strings.HasPrefix(id, prefix) {
		return false
	}
	id = id[len(prefix):]

	// The leftmost place for each middle piece leaves the most room for the
	// pieces after it, so there is nothing to go back to.
	for {
		var piece string
		piece, rest, starred = strings.Cut(rest, "*")
		if !starred {
			return strings.HasSuffix(id, piece)
		}
		i := strings.Index(id, piece)
		if i < 0 {
			return false
		}
		id = id[i+len(piece):]
	}
}

func globAny(patterns []string, id string) bool {
	for _, p := range patterns {
		if Glob(p, id) {
			return true
		}
	}
	return false
}
