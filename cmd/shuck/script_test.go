package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"shuck": main})
}

// TestScripts runs the command as people do: see testdata/script. A short run,
// as under the race detector, only has the script in which goroutines meet:
// there every start of the command takes its time.
func TestScripts(t *testing.T) {
	p := testscript.Params{
		Dir:           "../../testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	}
	if testing.Short() {
		p.Dir, p.Files = "", []string{p.Dir + "/interrupt.txtar"}
	}
	testscript.Run(t, p)
}
