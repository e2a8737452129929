package command

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"slices"
)

// build is what `version --json` prints.
type build struct {
	Version   string    `json:"version"`
	Commit    *string   `json:"commit"`
	Committed *string   `json:"committed"`
	Modified  bool      `json:"modified"` // built from files that were not committed
	Go        string    `json:"go"`
	OS        string    `json:"os"`
	Arch      string    `json:"arch"`
	Libraries []library `json:"libraries"`
	times
}

type library struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

func (c *call) version([]string) error {
	b := c.build()
	if c.options.JSON {
		return c.printJSON(b)
	}
	c.printf("%s %s\n", nameOfFile, b.Version)
	if b.Commit != nil {
		modified := ""
		if b.Modified {
			modified = ", with changes that are not committed"
		}
		c.printf("commit %s%s\n", *b.Commit, modified)
	}
	c.printf("built with %s for %s/%s\n", b.Go, b.OS, b.Arch)
	if len(b.Libraries) > 0 {
		c.printf("\nLibraries\n")
	}
	for _, l := range b.Libraries {
		c.printf("  %s %s\n", l.Name, l.Version)
	}
	return nil
}

// build asks the program what it was built from.
func (c *call) build() build {
	b := build{Version: c.env.Version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH, Libraries: []library{}}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		b.Version = cmp.Or(b.Version, "unknown")
		return b
	}
	b.Version = cmp.Or(b.Version, info.Main.Version, "(devel)")
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = textOf(s.Value)
		case "vcs.time":
			b.Committed = textOf(s.Value)
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	for _, m := range info.Deps {
		version := m.Version
		if m.Replace != nil {
			version = m.Replace.Version
		}
		b.Libraries = append(b.Libraries, library{m.Path, version})
	}
	slices.SortFunc(b.Libraries, func(a, o library) int { return cmp.Compare(a.Name, o.Name) })
	return b
}
