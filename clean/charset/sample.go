package charset

import "unicode/utf8"

// Of a document whose charset has to be found out, that much is read, in bytes.
const (
	sampleSize  = 1200
	sampleParts = 4  // taken from as many places, evenly spread
	context     = 40 // ASCII about other bytes that is read with them
)

// sampleOf returns the text about bytes above ASCII in some places of src, in
// lines of its own: the markup of a page says nothing of its language. A short
// src without markup is its own sample.
func sampleOf(src []byte) []byte {
	sample := make([]byte, 0, sampleSize+sampleParts*maxRun)
	at := 0
	for part := range sampleParts {
		at = max(at, wordStart(src, len(src)/sampleParts*part))
		end := len(src)
		if part+1 < sampleParts {
			end = len(src) / sampleParts * (part + 1)
		}
		full := sampleSize / sampleParts * (part + 1)
		for at < end && len(sample) < full {
			start, stop := stretch(src, at, full-len(sample))
			if start > at && len(sample) > 0 {
				sample = append(sample, '\n')
			}
			sample = append(sample, src[start:stop]...)
			at = stop
		}
	}
	return sample
}

// wordStart returns the first offset from at on where no character is cut: at
// the start of src or after a space or line break, which are never part of a
// longer character.
func wordStart(src []byte, at int) int {
	if at == 0 {
		return 0
	}
	for i := at; i < len(src); i++ {
		if src[i] == ' ' || src[i] == '\n' {
			return i + 1
		}
	}
	return len(src)
}

// stretch returns the bounds of the first stretch of text in src from at on
// that has bytes above ASCII in it. It is about as long as size, at most.
func stretch(src []byte, at, size int) (start, end int) {
	first := nextHigh(src, at)
	if first == len(src) {
		return first, first
	}
	start = first
	for start > at && first-start < context && !isBorder(src[start-1]) {
		start--
	}
	end, last := first, first
	for end < len(src) && end-last <= context && !isBorder(src[end]) {
		if end-start >= size && (src[end] == ' ' || end-start >= size+maxRun) {
			break
		}
		if src[end] >= utf8.RuneSelf {
			last = end
		}
		end++
	}
	return start, end
}

// isBorder reports whether text does not go on beyond b: markup begins or ends
// here, or the line ends. None of these is part of a longer character.
func isBorder(b byte) bool {
	return b == '<' || b == '>' || b == '\n' || b == '\r' || b == 0
}
