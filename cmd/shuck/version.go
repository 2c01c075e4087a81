package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

var versionCommand = &command{
	name:  "version",
	short: "print the version",
	long:  `Prints the version of shuck, what it was built from and by which Go.`,
	run:   func(a *app, _ *options, _ []string) error { return a.print(version()) },
}

// version returns a line about the build.
func version() string {
	return fmt.Sprintf("shuck %s (%s, %s/%s)\n", buildVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
