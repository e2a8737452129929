package house

import "strings"

// breach is one change to the sound house that breaks one rule. No content
// removes the file.
type breach struct{ rule, path, content, says string }

// importing is a file of a package that imports others.
func importing(pkg string, imports ...string) string {
	return "package " + pkg + "\n\nimport (\n\"" + strings.Join(imports, "\"\n\"") + "\"\n)\n"
}

func breaches() []breach {
	const toolkit = "fyne.io/fyne/v2/widget"
	long := strings.Repeat("\n", 61)
	return []breach{
		{"data alone", "data/x.go", importing("data", "entangle/layout"), "data/x.go imports entangle/layout"},
		{"data alone", "data/format/x.go", "// Package format reads.\n" + importing("format", "entangle/seeds"), "nothing of ours but data"},
		{"data alone", "data/x_test.go", importing("data", "entangle/ui/state"), "nothing of ours but data"},
		{"measures pure", "data/measure/x.go", importing("measure", "os"), "pure"},
		{"measures pure", "data/measure/x.go", importing("measure", "net/http"), "pure"},
		{"layout alone", "layout/x.go", importing("layout", "entangle/data"), "plain ids"},
		{"layout alone", "layout/geom/x.go", importing("geom", "entangle/layout"), "geometry is pure"},
		{"fyne in the window", "ui/state/x.go", importing("state", toolkit), "only the packages of the window"},
		{"fyne in the window", "ui/state/x_test.go", importing("state_test", toolkit), "only the packages of the window"},
		{"fyne in the window", "ui/paper/x.go", importing("paper", "entangle/ui/mapview"), "bring Fyne along"},
		{"engines at home", "ui/mapview/x.go", importing("mapview", "github.com/goccy/go-graphviz/cgraph"), "Graphviz"},
		{"engines at home", "ui/mapview/x.go", importing("mapview", "github.com/tdewolff/canvas/renderers"), "paints"},
		{"widgets get values", "ui/mapview/x.go", importing("mapview", "entangle/ui/state"), "callbacks"},
		{"widgets get values", "ui/panel/x_test.go", "// Package panel is one.\n" + importing("panel", "entangle/ui/state"), "callbacks"},
		{"tests apart", "data/x.go", importing("data", "testing"), "only tests"},
		{"tests apart", "ui/state/x.go", importing("state", "entangle/ui/golden"), "only tests"},
		{"tests apart", "ui/state/x.go", importing("state", "entangle/data/deals"), "only tests"},
		{"main joins", "ui/state/x.go", importing("state", "entangle/ui/command"), "only main"},
		{"main joins", "ui/mapview/x.go", importing("mapview", "entangle/ui"), "only main"},
		{"leaves embed", "seeds/x.go", importing("seeds", "strings"), "only embed"},
		{"leaves embed", "assets/x.go", importing("assets", "entangle/data"), "only embed"},
		{"one go statement", "ui/state/x.go", "package state\n\nfunc f() { go f() }\n", "ui/state/x.go:3"},
		{"one go statement", "ui/x.go", importing("ui", "fyne.io/fyne/v2") + "func f() { fyne.DoAndWait(f) }\n", "ui/x.go:6"},
		{"one go statement", "ui/x.go", importing("ui", "time") + "var _ = time.AfterFunc(1, nil)\n", "ui/x.go:6"},
		{"one go statement", "ui/jobs.go", "// Package ui is idle.\npackage ui\n", "0 go statements"},
		{"short", "data/x.go", "package data\n" + strings.Repeat("\n", 400), "401 lines"},
		{"short", "data/x_test.go", "package data\n" + strings.Repeat("\n", 400), "401 lines"},
		{"short", "data/x.go", "package data\n\nfunc f() {" + long + "}\n", "data/x.go:3: f has 62 lines"},
		{"short", "data/x.go", "package data\n\nvar f = func() {" + long + "}\n", "a function has 62 lines"},
		{"short", "main.go", "// Command entangle grew.\npackage main\n" + strings.Repeat("\n", 98), "main only wires"},
		{"packages explained", "layout/worker/x.go", "package worker\n", "layout/worker has no package comment"},
		{"packages explained", "data/data.go", "// Data, in a word.\npackage data\n", "data has no package comment"},
		{"tidy top", "notes.txt", "to myself", "notes.txt does not belong"},
		{"tidy top", "cmd/x.txt", "elsewhere", "cmd does not belong"},
		{"tidy top", "LICENSE", "", "LICENSE is missing"},
		{"no machine's folder", "data/x.go", "package data\n\n// see /machine/notes\n", "data/x.go:3"},
		{"no machine's folder", "README.md", "run it in /home" + "/somebody/src", "README.md:1"},
		{"no machine's folder", "layout/testdata/golden.txt", "C:\\Users" + "\\somebody\\src", "golden.txt:1"},
	}
}
