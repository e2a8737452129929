package house

import "slices"

// Libraries that only some rooms may know.
const (
	fyne     = "fyne.io"
	graphviz = "github.com/goccy/go-graphviz"
	painting = "github.com/tdewolff" // canvas and its fonts
)

// withFyne are the folders that may know of Fyne; the command line works
// without them. The top is main.
var withFyne = []string{".", "ui", "ui/mapview", "ui/panel", "ui/timeline", "ui/present", "ui/palette"}

// dataAlone: what the web is depends on nothing that shows or places it. Tests
// may read the datasets that ship with the program.
func dataAlone(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		dir, own := t.own(imported)
		switch {
		case !under(f.dir, "data"):
		case under(imported, fyne, graphviz, painting):
			return "data knows neither windows nor drawing nor placing"
		case own && !under(dir, "data") && !(f.test && dir == "seeds"):
			return "data imports nothing of ours but data"
		}
		return ""
	})
}

// measuresPure: a measure is computed from what it is given.
func measuresPure(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		if under(f.dir, "data/measure") && !f.test && under(imported, "os", "net", "time", "io/fs", "math/rand", "path/filepath", "syscall") {
			return "measures are pure"
		}
		return ""
	})
}

// layoutAlone: where things go is computed without knowing what they are.
func layoutAlone(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		dir, own := t.own(imported)
		switch {
		case under(f.dir, "layout/geom") && (own && !under(dir, "layout/geom") || under(imported, fyne, graphviz, painting)):
			return "geometry is pure"
		case under(f.dir, "layout") && own && !under(dir, "layout"):
			return "layout gets plain ids, and imports nothing of ours but layout"
		}
		return ""
	})
}

// fyneInWindow: Fyne is known where the window is built, in tests too, and
// nowhere by way of one of our own packages either.
func fyneInWindow(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		if slices.Contains(withFyne, f.dir) {
			return ""
		}
		dir, own := t.own(imported)
		switch {
		case under(imported, fyne):
			return "only the packages of the window know of Fyne"
		case own && slices.Contains(withFyne, dir):
			return "it would bring Fyne along"
		}
		return ""
	})
}

// enginesAtHome: one package knows Graphviz, one the painter.
func enginesAtHome(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		switch {
		case under(imported, graphviz) && !under(f.dir, "layout/graphviz"):
			return "only layout/graphviz knows of Graphviz"
		case under(imported, painting) && f.dir != "ui/paper":
			return "only ui/paper paints"
		}
		return ""
	})
}

// widgetsGetValues: the map and the panel are shown values and call back.
func widgetsGetValues(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		if dir, own := t.own(imported); own && under(f.dir, "ui/mapview", "ui/panel") && under(dir, "ui/state") {
			return "widgets get values and give callbacks"
		}
		return ""
	})
}

// testsApart: what only tests need does not come along in the program. Two
// packages are for tests, though they are not written as such: the one that
// compares golden files and the one that makes webs of any size.
func testsApart(t *tree) []string {
	const golden, deals = "ui/golden", "data/deals"
	return t.each(func(f *file, imported string) string {
		dir, own := t.own(imported)
		if f.test || f.dir == golden || under(f.dir, deals) {
			return ""
		}
		if under(imported, "testing", "github.com/stretchr", "fyne.io/fyne/v2/test") || own && (dir == golden || under(dir, deals)) {
			return "only tests need it"
		}
		return ""
	})
}

// mainJoins: the window and the commands are the ends of the house.
func mainJoins(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		if dir, own := t.own(imported); own && (dir == "ui" || dir == "ui/command") && f.dir != "." && f.dir != dir {
			return "only main imports the window and the commands"
		}
		return ""
	})
}

// leavesEmbed: the packages of files hold files.
func leavesEmbed(t *tree) []string {
	return t.each(func(f *file, imported string) string {
		if under(f.dir, "seeds", "assets") && !f.test && imported != "embed" {
			return "seeds and assets only embed"
		}
		return ""
	})
}
