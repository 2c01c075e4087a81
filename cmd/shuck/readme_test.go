package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A block is fenced text of the README.
type block struct {
	under    string // the last line before it that is not blank
	language string
	text     string
}

var (
	fence  = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")
	inline = regexp.MustCompile("`(bin/shuck [^`]+)`")
)

// readBlocks returns the blocks of a Markdown text, and what is left without
// them.
func readBlocks(markdown string) (blocks []block, prose string) {
	at := 0
	for _, m := range fence.FindAllStringSubmatchIndex(markdown, -1) {
		before := markdown[at:m[0]]
		prose += before
		blocks = append(blocks, block{
			under:    lastLine(before),
			language: markdown[m[2]:m[3]],
			text:     markdown[m[4]:m[5]],
		})
		at = m[1]
	}
	return blocks, prose + markdown[at:]
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// TestReadme does what the README says, with the page and the rules it shows.
// Targets of make are not made, only looked up: the tests are one of them.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the command for every line")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks, prose := readBlocks(string(readme))
	dir := t.TempDir()
	installAsBin(t, dir)
	var after string
	var commands []string
	for _, b := range blocks {
		switch {
		case b.under == "Before:":
			write(t, dir, "page.txt", b.text)
		case b.under == "After:":
			after = b.text
		case b.language == "toml":
			write(t, dir, "my.toml", b.text)
		case b.language == "sh":
			commands = append(commands, b.text)
		}
	}
	for _, m := range inline.FindAllStringSubmatch(prose, -1) {
		commands = append(commands, m[1])
	}
	if after == "" || len(commands) == 0 {
		t.Fatal("the README shows no result, or no commands")
	}
	for _, c := range commands {
		runCommands(t, dir, c)
		if got := read(t, dir, "clean.txt"); got != after {
			t.Errorf("got\n%s\nthe README has\n%s", got, after)
		}
	}
}

var makeTarget = regexp.MustCompile(`(?m)^make (\w+).*\n?`)

// runCommands runs what a sh block holds in dir.
func runCommands(t *testing.T, dir, commands string) {
	t.Helper()
	makefile := read(t, "../..", "Makefile")
	for _, m := range makeTarget.FindAllStringSubmatch(commands, -1) {
		if !strings.Contains(makefile, "\n"+m[1]+":") {
			t.Errorf("there is nothing to make %s", m[1])
		}
	}
	sh := exec.Command("sh", "-e", "-c", makeTarget.ReplaceAllString(commands, ""))
	sh.Dir = dir
	if out, err := sh.CombinedOutput(); err != nil {
		t.Errorf("%s\n%v\n%s", commands, err, out)
	}
}

// installAsBin makes the command bin/shuck in dir.
func installAsBin(t *testing.T, dir string) {
	t.Helper()
	shuck, err := exec.LookPath("shuck") // see TestMain
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "bin"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(shuck, filepath.Join(dir, "bin", "shuck")); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
