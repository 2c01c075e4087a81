package sink

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/shuck-text/shuck/clean/edit"
)

// Restore writes the source of the documents that ledger accounts for, byte
// for byte, with the separators between them. It reads the clean texts from
// clean or, if clean is nil, from the ledger itself, which then has to hold
// them as [JSONL] writes it.
//
// Each clean text is checked before anything is made of it, and each source
// before it is written, so what Restore writes is right. It ends at the first
// document that does not fit, and reports text in clean that the ledger says
// nothing of.
func Restore(ledger, clean io.Reader, w io.Writer) error {
	r := restorer{lines: bufio.NewReaderSize(ledger, flushSize), out: batch{w: w}}
	if clean != nil {
		r.clean = bufio.NewReaderSize(clean, flushSize)
	}
	err := r.all()
	return errors.Join(err, r.out.Flush())
}

type restorer struct {
	lines *bufio.Reader
	line  int           // number of the ledger line, from 1
	clean *bufio.Reader // nil if the ledger holds the texts
	at    int64         // what was read of clean
	text  bytes.Buffer
	out   batch
}

func (r *restorer) all() error {
	for {
		a, err := r.next()
		if err == io.EOF {
			return r.end()
		}
		if err != nil {
			return fmt.Errorf("ledger line %d: %w", r.line, err)
		}
		if err := r.document(a); err != nil {
			return fmt.Errorf("ledger line %d (%s): %w", r.line, a.ID, err)
		}
	}
}

// An account is what is read back of a ledger line.
type account struct {
	Shuck     int    `json:"shuck"`
	ID        string `json:"id"`
	Unit      string `json:"unit"`
	Framing   string `json:"framing"`
	Framing64 []byte `json:"framing64"`
	Source    sum    `json:"source"`
	Clean     struct {
		sum
		Offset *int64 `json:"offset"`
	} `json:"clean"`
	Text    *string  `json:"text"`
	Text64  []byte   `json:"text64"`
	Changes []change `json:"changes"`
}

type sum struct {
	Bytes  int64  `json:"bytes"`
	CRC32C string `json:"crc32c"`
}

type change struct {
	Source [2]uint32 `json:"source"`
	Clean  [2]uint32 `json:"clean"`
	Old    string    `json:"old"`
	Old64  []byte    `json:"old64"`
}

func (c *change) old() []byte {
	if c.Old64 != nil {
		return c.Old64
	}
	return []byte(c.Old)
}

// linePrefix begins every line of a ledger. It is looked at before a line is
// read whole, so that another file, which may be one endless line, is refused
// at once.
const linePrefix = `{"shuck":`

// next reads a line of the ledger, or returns io.EOF behind the last.
func (r *restorer) next() (*account, error) {
	start, err := r.lines.Peek(len(linePrefix))
	if len(start) == 0 {
		return nil, err
	}
	r.line++
	if string(start) != linePrefix {
		return nil, errors.New("this is no shuck ledger")
	}
	line, err := r.lines.ReadBytes('\n')
	if err == io.EOF {
		return nil, errors.New("the line has no end: the ledger was cut short")
	}
	if err != nil {
		return nil, err
	}
	a := new(account)
	if err := json.Unmarshal(line, a); err != nil {
		return nil, fmt.Errorf("the line is damaged: %w", err)
	}
	return a, a.usable()
}

func (a *account) usable() error {
	switch {
	case a.Shuck != version:
		return fmt.Errorf("the ledger is of version %d, this program reads version %d", a.Shuck, version)
	case a.Unit != Byte.String():
		return fmt.Errorf("offsets count %q, but only those in bytes (--offsets byte) can be restored", a.Unit)
	}
	return nil
}

func (r *restorer) document(a *account) error {
	text, err := r.cleanText(a)
	if err != nil {
		return err
	}
	if err := a.Clean.check(text); err != nil {
		return fmt.Errorf("the clean text is not the one this ledger was written for: %w", err)
	}
	source, err := a.undo(text)
	if err != nil {
		return fmt.Errorf("the changes do not fit the text: %w", err)
	}
	if err := a.Source.check(source); err != nil {
		return fmt.Errorf("the ledger is damaged, its changes lead to another source: %w", err)
	}
	framing := a.framing()
	if err := r.skipSeparator(framing); err != nil {
		return err
	}
	r.out.buf = append(r.out.buf, source...)
	r.out.buf = append(r.out.buf, framing...)
	return r.out.end()
}

func (a *account) framing() []byte {
	if a.Framing64 != nil {
		return a.Framing64
	}
	return []byte(a.Framing)
}

func (s *sum) check(b []byte) error {
	got := string(appendHex(nil, crc32.Checksum(b, castagnoli)))
	if int64(len(b)) != s.Bytes || got != s.CRC32C {
		return fmt.Errorf("%d bytes with CRC-32C %s, want %d bytes with %s", len(b), got, s.Bytes, s.CRC32C)
	}
	return nil
}

// cleanText returns the clean text of the document, which lasts until the
// next call.
func (r *restorer) cleanText(a *account) ([]byte, error) {
	switch {
	case r.clean == nil && a.Text64 != nil:
		return a.Text64, nil
	case r.clean == nil && a.Text != nil:
		return []byte(*a.Text), nil
	case r.clean == nil:
		return nil, errors.New("the ledger does not hold the clean text: name the file that does")
	case a.Clean.Offset == nil:
		return nil, errors.New("the ledger holds the clean text itself: give no file beside it")
	case *a.Clean.Offset < r.at:
		return nil, fmt.Errorf("the clean text is said to be at byte %d, but byte %d has been read already: "+
			"the lines of the ledger are not in order", *a.Clean.Offset, r.at)
	}
	// What lies before the text is the separator after the last one.
	if err := r.copy(io.Discard, *a.Clean.Offset-r.at); err != nil {
		return nil, err
	}
	r.text.Reset()
	err := r.copy(&r.text, a.Clean.Bytes)
	return r.text.Bytes(), err
}

// copy takes n bytes of the clean input.
func (r *restorer) copy(w io.Writer, n int64) error {
	got, err := io.CopyN(w, r.clean, n)
	r.at += got
	if err == io.EOF {
		return fmt.Errorf("the clean text ends at byte %d, the ledger accounts for %d more", r.at, n-got)
	}
	return err
}

// undo returns the source of a clean text.
func (a *account) undo(text []byte) ([]byte, error) {
	changes := make([]edit.Change, len(a.Changes))
	for i, c := range a.Changes {
		if c.Source[1] < c.Source[0] || c.Clean[1] < c.Clean[0] {
			return nil, fmt.Errorf("change %d ends before it starts", i)
		}
		changes[i] = edit.Change{
			In: c.Source[0], OldLen: c.Source[1] - c.Source[0],
			Out: c.Clean[0], NewLen: c.Clean[1] - c.Clean[0],
		}
	}
	m, err := edit.NewMap(changes)
	if err != nil {
		return nil, err
	}
	return edit.Restore(text, m, func(i int) []byte { return a.Changes[i].old() })
}

// skipSeparator reads what stands between the clean text and the next one.
func (r *restorer) skipSeparator(framing []byte) error {
	if r.clean == nil {
		return nil
	}
	want := separator(framing)
	var found bytes.Buffer // not r.text, which may be the source
	if err := r.copy(&found, int64(len(want))); err != nil {
		return err
	}
	if !bytes.Equal(found.Bytes(), want) {
		return fmt.Errorf("after the clean text, at byte %d, stands %q; the ledger says %q",
			r.at-int64(len(want)), found.Bytes(), want)
	}
	return nil
}

// end checks that the ledger accounts for all of the clean input.
func (r *restorer) end() error {
	if r.clean == nil {
		return nil
	}
	_, err := r.clean.ReadByte()
	switch {
	case err == io.EOF:
		return nil
	case err != nil:
		return err
	}
	return fmt.Errorf("the ledger ends at line %d, but the clean text goes on at byte %d", r.line, r.at)
}
