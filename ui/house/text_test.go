package house

import (
	"fmt"
	"go/ast"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// jobs is the one file of the user interface that starts goroutines and comes
// back from them.
const jobs = "ui/jobs.go"

// oneGoStatement: work in the background begins in one place of the user
// interface, and its results come back in one.
func oneGoStatement(t *tree) []string {
	starts, returns := 0, 0
	var broken []string
	for _, f := range t.files {
		if f.test || !under(f.dir, "ui") {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			count := &starts
			switch {
			case isFyneDo(n):
				count = &returns
			case !begins(n):
				return true
			}
			if *count++; f.path != jobs {
				broken = append(broken, f.line(n.Pos())+": goroutines begin and end in "+jobs)
			}
			return true
		})
	}
	if starts != 1 || returns != 1 {
		broken = append(broken, fmt.Sprintf("ui has %d go statements and %d fyne.Do; one of each is right", starts, returns))
	}
	return broken
}

// begins says whether a goroutine begins here: with a go statement, or by a
// function of time, context or sync that is one by another name.
func begins(n ast.Node) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		called, ok := call.Fun.(*ast.SelectorExpr)
		return ok && (called.Sel.Name == "AfterFunc" || called.Sel.Name == "Go")
	}
	_, ok := n.(*ast.GoStmt)
	return ok
}

func isFyneDo(n ast.Node) bool {
	s, ok := n.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == "fyne" && (s.Sel.Name == "Do" || s.Sel.Name == "DoAndWait")
}

const (
	longestFile     = 400
	longestFunction = 60
	longestMain     = 99
)

// short: a file and a function can be seen at once; main only wires.
func short(t *tree) []string {
	var broken []string
	for _, f := range t.files {
		if f.lines > longestFile {
			broken = append(broken, fmt.Sprintf("%s has %d lines; %d are the most", f.path, f.lines, longestFile))
		}
		if f.dir == "." && !f.test && f.lines > longestMain {
			broken = append(broken, fmt.Sprintf("%s has %d lines; main only wires, in %d at the most", f.path, f.lines, longestMain))
		}
		if f.test {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			name := "a function"
			switch n := n.(type) {
			case *ast.FuncDecl:
				name = n.Name.Name
			case *ast.FuncLit:
			default:
				return true
			}
			lines := f.places.Position(n.End()).Line - f.places.Position(n.Pos()).Line + 1
			if lines > longestFunction {
				broken = append(broken, fmt.Sprintf("%s: %s has %d lines; %d are the most", f.line(n.Pos()), name, lines, longestFunction))
				return false
			}
			return true
		})
	}
	return broken
}

// explained: every package says what it is for.
func explained(t *tree) []string {
	said := map[string]bool{}
	for _, f := range t.files {
		name := strings.TrimSuffix(f.syntax.Name.Name, "_test")
		doc := f.syntax.Doc.Text()
		said[f.dir] = said[f.dir] || strings.HasPrefix(doc, "Package "+name+" ") || name == "main" && strings.HasPrefix(doc, "Command ")
	}
	var broken []string
	for _, dir := range slices.Sorted(maps.Keys(said)) {
		if !said[dir] {
			broken = append(broken, dir+" has no package comment that begins with Package NAME or Command NAME")
		}
	}
	return broken
}

// atTop is what lies at the top of the repository; the last may be missing.
var atTop = []string{
	".ci", ".gitignore", "ARCHITECTURE.md", "FyneApp.toml", "LICENSE", "Makefile", "README.md",
	"assets", "data", "go.mod", "go.sum", "layout", "main.go", "seeds", "ui", "CHANGELOG.md",
}

// tidyTop: the top is a table of contents.
func tidyTop(t *tree) []string {
	var broken []string
	for _, name := range t.top {
		if !slices.Contains(atTop, name) {
			broken = append(broken, name+" does not belong at the top")
		}
	}
	for _, name := range atTop[:len(atTop)-1] {
		if !slices.Contains(t.top, name) {
			broken = append(broken, name+" is missing at the top")
		}
	}
	return broken
}

// homes are the home folders of people, wherever.
const homes = `/(?:home|Users)/[\w.-]+/|[A-Z]:\\Users\\[\w.-]+\\`

// noMachine: nothing names a folder of the machine that it was written on. A
// path within the repository may well look like the end of one.
func noMachine(t *tree) []string {
	pattern := homes
	for _, here := range t.here {
		pattern += "|" + regexp.QuoteMeta(here)
	}
	folder := regexp.MustCompile(`(?:^|[^\w./-])(` + pattern + `)`)
	var broken []string
	for _, x := range t.texts {
		for i, line := range strings.Split(x.content, "\n") {
			if found := folder.FindStringSubmatch(line); found != nil {
				broken = append(broken, fmt.Sprintf("%s:%d names a folder of a machine: %q", x.path, i+1, found[1]))
			}
		}
	}
	return broken
}
