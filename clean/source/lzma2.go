package source

import "io"

// An lzma2 decompresses the chunks that a block of xz is made of.
type lzma2 struct {
	lzma   lzmaDecoder
	window int  // bytes that may be referred back to
	reset  bool // the window was reset: a chunk may come
}

// next decompresses a chunk. It gets its bytes from take: those of one call
// are valid until the next. The result is valid until the next call of next;
// at the end there is io.EOF.
func (l *lzma2) next(take func(n int) ([]byte, error)) (out []byte, err error) {
	b, err := take(1)
	if err != nil {
		return nil, err
	}
	control := b[0]
	if control == 0 {
		return nil, io.EOF
	}
	d := &l.lzma
	if control == 1 || control >= 0xe0 {
		*d = lzmaDecoder{out: d.out[:0]}
		l.reset = true
	}
	if !l.reset {
		return nil, errXZDamage
	}
	l.slide()
	before := len(d.out)
	if control < 0x80 {
		err = l.stored(control, take)
	} else {
		err = l.compressed(control, take)
	}
	return d.out[before:], err
}

// slide forgets what can no longer be referred to. It moves as much as came
// since, or more, once in a while.
func (l *lzma2) slide() {
	const least = 4 << 20
	d := &l.lzma
	if len(d.out) < l.window+max(l.window, least) {
		return
	}
	n := copy(d.out, d.out[len(d.out)-l.window:])
	d.out = d.out[:n]
}

// stored appends a chunk that is not compressed.
func (l *lzma2) stored(control byte, take func(n int) ([]byte, error)) error {
	if control > 2 {
		return errXZDamage
	}
	b, err := take(2)
	if err != nil {
		return err
	}
	if b, err = take(int(b[0])<<8 + int(b[1]) + 1); err != nil {
		return err
	}
	l.lzma.out = append(l.lzma.out, b...)
	l.lzma.position += uint32(len(b))
	return nil
}

// compressed appends what a chunk of LZMA stands for.
func (l *lzma2) compressed(control byte, take func(n int) ([]byte, error)) error {
	d := &l.lzma
	b, err := take(4)
	if err != nil {
		return err
	}
	size := int(control&0x1f)<<16 + int(b[0])<<8 + int(b[1]) + 1
	length := int(b[2])<<8 + int(b[3]) + 1
	if control >= 0xc0 {
		if b, err = take(1); err != nil {
			return err
		}
		if !d.setProperties(b[0]) {
			return errXZDamage
		}
	}
	if d.probs == nil {
		return errXZDamage // before any properties
	}
	if control >= 0xa0 {
		d.resetState()
	}
	if b, err = take(length); err != nil {
		return err
	}
	if !d.decode(b, size) {
		return errXZDamage
	}
	return nil
}
