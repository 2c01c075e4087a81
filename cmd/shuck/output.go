package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
)

// create opens the output file name, or standard output if name is empty or
// "-". A regular file appears whole on commit or not at all.
func (a *app) create(name string) (*output, error) {
	if name == "" || name == stdinName {
		return &output{Writer: a.stdout, name: "standard output"}, nil
	}
	out, err := a.temps.create(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, cause(err))
	}
	return out, nil
}

// An output is where a command writes to.
type output struct {
	io.Writer
	name string

	file   *os.File // nil for standard output
	temp   string   // what file is called until commit; empty if it is the target
	target string
	temps  *temps
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil {
		err = fmt.Errorf("%s: %w", o.name, cause(err))
	}
	return n, err
}

// commit closes the output and gives the file its name.
func (o *output) commit() error {
	if o.file == nil {
		return nil
	}
	err := o.file.Close()
	if err == nil && o.temp != "" {
		err = o.temps.rename(o.temp, o.target)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", o.name, cause(err))
	}
	o.file = nil
	return nil
}

// discard removes the file unless it was committed.
func (o *output) discard() {
	if o.file == nil {
		return
	}
	o.file.Close() // it is given up
	if o.temp != "" {
		o.temps.remove(o.temp)
	}
}

// temps are the temporary files there are. An interrupt removes them while
// the command goes on, hence the lock.
type temps struct {
	mu    sync.Mutex
	names map[string]bool
	over  bool // no file may be made or renamed any more
}

var errOver = errors.New("interrupted")

// create makes the temporary file for target. Something that is no regular
// file, such as a device or a pipe, is opened itself.
func (t *temps) create(name string) (*output, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.over {
		return nil, errOver
	}
	target, mode, err := resolve(name)
	if err != nil {
		return nil, err
	}
	if !mode.IsRegular() {
		f, err := os.OpenFile(target, os.O_WRONLY, 0)
		return &output{Writer: f, name: name, file: f}, err
	}
	// Not os.CreateTemp, whose files only their owner can read.
	temp := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".shuck-"+strconv.Itoa(os.Getpid()))
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode.Perm())
	if err != nil {
		return nil, err
	}
	if t.names == nil {
		t.names = map[string]bool{}
	}
	t.names[temp] = true
	return &output{Writer: f, name: name, file: f, temp: temp, target: target, temps: t}, nil
}

// resolve follows links to the file that is to be written, so that a link
// stays one, and returns its mode or that of a new file.
func resolve(name string) (target string, mode fs.FileMode, err error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return name, 0o666, nil
	}
	if err != nil {
		return "", 0, err
	}
	if !info.Mode().IsRegular() {
		return name, info.Mode(), nil
	}
	target, err = filepath.EvalSymlinks(name)
	return target, info.Mode(), err
}

func (t *temps) rename(temp, target string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.over {
		return errOver
	}
	delete(t.names, temp)
	return os.Rename(temp, target)
}

func (t *temps) remove(temp string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.names, temp)
	os.Remove(temp)
}

func (t *temps) removeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.over = true
	for temp := range t.names {
		os.Remove(temp)
	}
}
