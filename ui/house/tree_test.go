package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tree is the repository as the rules see it.
type tree struct {
	module string   // the module's path
	top    []string // the names at the top, ignored ones left out
	texts  []text   // every text file
	files  []*file  // every Go file outside testdata
	here   []string // folders of this machine, each with a slash at its end
}

// text is a file that is not binary.
type text struct{ path, content string }

// file is a Go file.
type file struct {
	path, dir string // from the top, with slashes
	test      bool
	lines     int
	imports   []string
	syntax    *ast.File
	places    *token.FileSet
}

// read reads the tree. Paths from the top are those of root.
func read(root fs.FS, here []string) (*tree, error) {
	t := &tree{here: here}
	ignore, err := fs.ReadFile(root, ".gitignore")
	if err != nil {
		return nil, err
	}
	skip := ignored(string(ignore))
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || name == ".":
			return err
		case d.IsDir() && (name == ".git" || skip(name)):
			return fs.SkipDir
		case name == ".git" || skip(name):
			return nil
		}
		if path.Dir(name) == "." {
			t.top = append(t.top, name)
		}
		if d.Type().IsRegular() {
			return t.add(root, name)
		}
		return nil
	})
	return t, err
}

// ignored makes the lines of a .gitignore into a question. Of its language only
// what ours uses is understood.
func ignored(lines string) func(string) bool {
	return func(name string) bool {
		for line := range strings.Lines(lines) {
			pattern := strings.Trim(strings.TrimSpace(line), "/")
			subject := path.Base(name)
			if strings.HasPrefix(line, "/") {
				subject = name
			} else if strings.Contains(pattern, "/") && strings.HasSuffix(name, "/"+pattern) {
				return true
			}
			if ok, err := path.Match(pattern, subject); ok && err == nil {
				return true
			}
		}
		return false
	}
}

func (t *tree) add(root fs.FS, name string) error {
	content, err := fs.ReadFile(root, name)
	if err != nil || !utf8.Valid(content) {
		return err
	}
	t.texts = append(t.texts, text{name, string(content)})
	switch {
	case name == "go.mod":
		first, _, _ := strings.Cut(string(content), "\n")
		t.module = strings.TrimPrefix(first, "module ")
	case strings.HasSuffix(name, ".go") && !strings.Contains("/"+name, "/testdata/"):
		f, err := parse(name, content)
		if err != nil {
			return err
		}
		t.files = append(t.files, f)
	}
	return nil
}

func parse(name string, content []byte) (*file, error) {
	f := &file{
		path: name, dir: path.Dir(name), test: strings.HasSuffix(name, "_test.go"),
		lines: strings.Count(string(content), "\n"), places: token.NewFileSet(),
	}
	syntax, err := parser.ParseFile(f.places, name, content, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	f.syntax = syntax
	for _, i := range syntax.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		f.imports = append(f.imports, p)
	}
	return f, nil
}

// line is where in the file a piece of syntax begins, as FILE:LINE.
func (f *file) line(p token.Pos) string {
	return fmt.Sprintf("%s:%d", f.path, f.places.Position(p).Line)
}

// own returns the folder of an imported package of this module; false for a
// package from elsewhere.
func (t *tree) own(imported string) (dir string, ok bool) {
	if imported == t.module {
		return ".", true
	}
	return strings.CutPrefix(imported, t.module+"/")
}

// under says whether a folder is one of some folders, or lies in one.
func under(dir string, folders ...string) bool {
	for _, f := range folders {
		if dir == f || strings.HasPrefix(dir, f+"/") {
			return true
		}
	}
	return false
}

// each collects what a question about an import says, with the file's name.
func (t *tree) each(imports func(f *file, imported string) string) []string {
	var broken []string
	for _, f := range t.files {
		for _, i := range f.imports {
			if why := imports(f, i); why != "" {
				broken = append(broken, fmt.Sprintf("%s imports %s: %s", f.path, i, why))
			}
		}
	}
	return broken
}
