package house

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rules lists what holds of the house, by name. Each returns where it does not.
var rules = map[string]func(*tree) []string{
	"data alone":          dataAlone,
	"measures pure":       measuresPure,
	"layout alone":        layoutAlone,
	"fyne in the window":  fyneInWindow,
	"engines at home":     enginesAtHome,
	"widgets get values":  widgetsGetValues,
	"tests apart":         testsApart,
	"main joins":          mainJoins,
	"leaves embed":        leavesEmbed,
	"one go statement":    oneGoStatement,
	"short":               short,
	"packages explained":  explained,
	"tidy top":            tidyTop,
	"no machine's folder": noMachine,
}

func TestHouse(t *testing.T) {
	top, err := filepath.Abs("../..")
	require.NoError(t, err)
	house, err := read(os.DirFS(top), foldersOf(top))
	require.NoError(t, err)
	require.NotEmpty(t, house.files)
	for name, broken := range rules {
		t.Run(name, func(t *testing.T) {
			for _, where := range broken(house) {
				t.Error(where)
			}
		})
	}
}

// foldersOf lists the folders that give this machine away: the person's home,
// and where the repository lies, unless that is a place that every machine has.
func foldersOf(top string) []string {
	var folders []string
	home, _ := os.UserHomeDir()
	for _, dir := range []string{home, filepath.Dir(top)} {
		if dir != "" && dir != "/" && dir != "." && dir != filepath.Clean(os.TempDir()) {
			folders = append(folders, dir+string(filepath.Separator))
		}
	}
	return folders
}

// sound is a small house that keeps every rule.
func sound() fstest.MapFS {
	house := fstest.MapFS{}
	for name, content := range map[string]string{
		".ci/run": "", "ARCHITECTURE.md": "", "FyneApp.toml": "", "LICENSE": "", "Makefile": "", "README.md": "", "go.sum": "",
		".gitignore":                   "/entangle\n/dist/\ntestdata/failed/\n*.test\n",
		"go.mod":                       "module entangle\n\ngo 1.26\n",
		"entangle":                     "a program that was built",
		"data.test":                    "another",
		"main.go":                      "// Command entangle is small.\npackage main\n\nimport (\n\"entangle/ui\"\n\"entangle/ui/command\"\n)\n",
		"assets/assets.go":             "// Package assets holds files.\npackage assets\n\nimport _ \"embed\"\n",
		"seeds/seeds.go":               "// Package seeds holds files.\npackage seeds\n\nimport _ \"embed\"\n",
		"seeds/seeds_test.go":          "package seeds\n\nimport \"entangle/data\"\n",
		"data/data.go":                 "// Package data is data.\npackage data\n",
		"data/data_test.go":            "package data_test\n\nimport (\n\"entangle/data\"\n\"entangle/seeds\"\n)\n",
		"data/measure/measure.go":      "// Package measure counts.\npackage measure\n\nimport (\n\"math\"\n\"entangle/data\"\n)\n",
		"layout/layout.go":             "// Package layout places, on no data/machine/ at all.\npackage layout\n\nimport \"entangle/layout/geom\"\n",
		"layout/geom/geom.go":          "// Package geom is plane.\npackage geom\n",
		"layout/graphviz/graphviz.go":  "// Package graphviz asks.\npackage graphviz\n\nimport \"github.com/goccy/go-graphviz\"\n",
		"layout/testdata/failed/x.txt": "/home" + "/somebody/ is ignored",
		"ui/jobs.go":                   "// Package ui is the window.\npackage ui\n\nimport \"fyne.io/fyne/v2\"\n\nfunc run(f func()) { go func() { fyne.Do(f) }() }\n",
		"ui/mapview/view.go":           "// Package mapview is the map.\npackage mapview\n\nimport \"fyne.io/fyne/v2\"\n",
		"ui/state/state.go":            "// Package state changes.\npackage state\n\nimport \"entangle/data\"\n",
		"ui/paper/paper.go":            "// Package paper paints.\npackage paper\n\nimport \"github.com/tdewolff/canvas\"\n",
		"ui/command/command.go":        "// Package command reads flags.\npackage command\n",
		"ui/command/x_test.go":         "package command\n\nimport (\n\"testing\"\n\"entangle/ui/golden\"\n)\n",
		"ui/golden/golden.go":          "// Package golden compares.\npackage golden\n\nimport \"testing\"\n",
	} {
		house[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return house
}

// here stands for the folders of the machine in the small houses.
var here = []string{"/machine/"}

func TestSoundHouse(t *testing.T) {
	house, err := read(sound(), here)
	require.NoError(t, err)
	for name, broken := range rules {
		assert.Empty(t, broken(house), name)
	}
}

func TestUnreadableHouse(t *testing.T) {
	house := sound()
	house["data/broken.go"] = &fstest.MapFile{Data: []byte("package")}
	_, err := read(house, here)
	require.Error(t, err)
	_, err = read(fstest.MapFS{}, here)
	require.Error(t, err)
}

// TestRulesFail breaks each rule, one change at a time, and sees that this rule
// says where, and no other says anything.
func TestRulesFail(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range breaches() {
		t.Run(c.rule+": "+c.path, func(t *testing.T) {
			seen[c.rule] = true
			house := sound()
			house[c.path] = &fstest.MapFile{Data: []byte(c.content)}
			if c.content == "" {
				delete(house, c.path)
			}
			broken, err := read(house, here)
			require.NoError(t, err)
			for name, rule := range maps.All(rules) {
				if name != c.rule {
					assert.Empty(t, rule(broken), name)
					continue
				}
				where := rule(broken)
				require.NotEmpty(t, where)
				assert.Contains(t, where[0], c.says)
			}
		})
	}
	for name := range rules {
		assert.True(t, seen[name], "no test breaks the rule %q", name)
	}
}
