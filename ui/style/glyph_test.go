package style

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/seeds"
)

// The program brings its faces along and must not hope for others: every letter
// that it writes itself into the window or a picture, and every one of its
// datasets, is in both. A terminal has faces of its own.
func TestTheFacesHaveEveryLetter(t *testing.T) {
	r := ruler(t)
	check := func(where, text string) {
		for _, letter := range text {
			for _, bold := range []bool{false, true} {
				assert.Truef(t, r.faces.Main(bold).Has(letter) || letter < ' ', "%q (%U) in %s", letter, letter, where)
			}
		}
	}
	check("built-in dataset", string(seeds.FrontierAI))
	check("example", string(seeds.Example))
	terminal := map[string]bool{filepath.Join("..", "words", "tie.go"): true} // the arrow of Ends
	n := 0
	for _, path := range sources(t, "..", "../../data/query", "../../layout") {
		if terminal[path] || strings.HasPrefix(path, filepath.Join("..", "command")) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			if lit, ok := node.(*ast.BasicLit); ok && (lit.Kind == token.STRING || lit.Kind == token.CHAR) {
				text, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				check(path, text)
				n++
			}
			return true
		})
	}
	assert.Greater(t, n, 1000, "string literals looked at")
}

// sources lists the files of the program below some folders.
func sources(t *testing.T, roots ...string) []string {
	t.Helper()
	var out []string
	for _, root := range roots {
		require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
				out = append(out, path)
			}
			return err
		}))
	}
	return out
}
