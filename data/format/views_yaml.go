package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/format/syntax"
)

// yaml changes the lines of the one view, where the views are a list of which
// each stands behind a dash; else it writes the block of views anew.
func (e viewsEdit) yaml() ([]byte, error) {
	tree, _ := syntax.Parse(e.content)
	if tree == nil || tree.Root() == syntax.None || tree.Kind(tree.Root()) != syntax.Map {
		return nil, errShape
	}
	t := yamlText{lines: bytes.SplitAfter(e.content, []byte("\n")), end: "\n"}
	if bytes.HasSuffix(t.lines[0], []byte("\r\n")) {
		t.end = "\r\n"
	}
	key, from, to, err := t.block(tree)
	if err != nil {
		return nil, err
	}
	if key == syntax.None {
		return t.replace(from, from, t.views(e.after)), nil
	}
	starts, indent := t.items(tree, tree.Next(key))
	if len(starts) != len(e.before) || len(e.after) == 0 || len(e.before) == 0 {
		return t.replace(from, to, t.views(e.after)), nil
	}
	starts = append(starts, to)
	if e.at == len(e.before) { // one more
		return t.replace(to, to, t.item(e.after[e.at], indent)), nil
	}
	first, last := starts[e.at], t.trim(starts[e.at], starts[e.at+1], len(indent))
	if len(e.after) < len(e.before) {
		return t.replace(first, last, ""), nil
	}
	return t.replace(first, last, t.item(e.after[e.at], indent)), nil
}

// yamlText is a text of lines, each with its end.
type yamlText struct {
	lines [][]byte
	end   string
}

// block finds the key views at the top and its lines, the second number being
// that of the line behind them; without one, where it is to be put.
func (t yamlText) block(tree *syntax.Tree) (key syntax.Node, from, to int, err error) {
	key, from, to = syntax.None, -1, t.closing()
	for k := tree.First(tree.Root()); k != syntax.None; k = tree.Next(tree.Next(k)) {
		line, column := tree.Place(k)
		if column != 1 || line > len(t.lines) {
			return key, 0, 0, errShape
		}
		switch {
		case key != syntax.None && line-1 > from && line-1 < to:
			to = line - 1
		case tree.Text(k) == "views":
			key, from = k, line-1
		}
	}
	if key == syntax.None {
		return key, to, to, nil
	}
	return key, from, t.trim(from, to, 0), nil
}

// closing is the line behind the last one of the document.
func (t yamlText) closing() int {
	n := len(t.lines)
	if n > 0 && len(t.lines[n-1]) == 0 {
		n-- // behind the last end of a line
	}
	for i, line := range t.lines[:n] {
		if bytes.HasPrefix(line, []byte("...")) {
			return i
		}
	}
	return n
}

// trim leaves out blank lines at the end of some lines, and comments that are not
// set in further than so: they belong to what follows.
func (t yamlText) trim(from, to, in int) int {
	for to > from+1 {
		line := bytes.TrimLeft(t.lines[to-1], " ")
		blank := len(bytes.TrimSpace(line)) == 0
		if !blank && (line[0] != '#' || len(t.lines[to-1])-len(line) > in) {
			break
		}
		to--
	}
	return to
}

// items returns the lines on which the items of a list begin, each behind a dash
// that nothing but spaces goes before, and how far those are set in.
func (t yamlText) items(tree *syntax.Tree, list syntax.Node) (starts []int, indent string) {
	if tree.Kind(list) != syntax.List || tree.Aliased(list) {
		return nil, ""
	}
	for item := tree.First(list); item != syntax.None; item = tree.Next(item) {
		line, column := tree.Place(item)
		text := t.lines[line-1]
		if column-1 > len(text) || strings.Trim(string(text[:column-1]), " ") != "-" {
			return nil, ""
		}
		indent = string(text[:bytes.IndexByte(text, '-')])
		starts = append(starts, line-1)
	}
	return starts, indent
}

// replace puts text in the place of some lines.
func (t yamlText) replace(from, to int, text string) []byte {
	before := bytes.Join(t.lines[:from], nil)
	if text != "" && len(before) > 0 && before[len(before)-1] != '\n' {
		before = append(before, t.end...)
	}
	return slices.Concat(before, []byte(text), bytes.Join(t.lines[to:], nil))
}

// views writes the whole block.
func (t yamlText) views(list []data.SavedView) string {
	if len(list) == 0 {
		return "views: []" + t.end
	}
	var s strings.Builder
	s.WriteString("views:" + t.end)
	for _, v := range list {
		s.WriteString(t.item(v, "  "))
	}
	return s.String()
}

// item writes one view, id and title first.
func (t yamlText) item(v data.SavedView, indent string) string {
	var s strings.Builder
	line := func(text string) { s.WriteString(indent + text + t.end) }
	line("- id: " + scalar(v.ID))
	if v.Title != "" {
		line("  title: " + scalar(v.Title))
	}
	for _, key := range slices.Sorted(maps.Keys(v.Rest)) {
		const few = 3 // of them stand on one line
		if m, ok := v.Rest[key].(map[string]any); ok && len(m) > few {
			line("  " + scalar(key) + ":")
			for _, k := range slices.Sorted(maps.Keys(m)) {
				line("    " + scalar(k) + ": " + flow(m[k]))
			}
			continue
		}
		line("  " + scalar(key) + ": " + flow(v.Rest[key]))
	}
	return s.String()
}

// flow writes a value on one line.
func flow(value any) string {
	switch value := value.(type) {
	case nil:
		return "null"
	case bool, json.Number:
		return fmt.Sprint(value)
	case []any:
		var parts []string
		for _, item := range value {
			parts = append(parts, flow(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(value)) {
			parts = append(parts, scalar(key)+": "+flow(value[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	default:
		return scalar(fmt.Sprint(value))
	}
}

// bare matches text that can stand without quotes and is read as text: words, and
// dates.
var bare = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2})$`)

// scalar writes a text, in quotes when it could be read as something else.
func scalar(s string) string {
	_, truth := boolOf(s)
	word := strings.ToLower(s)
	if bare.MatchString(s) && !truth && !slices.Contains([]string{"null", "yes", "no", "on", "off", "y", "n", "nan", "inf"}, word) {
		return s
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // into memory, and of a text: neither fails
	return strings.TrimSpace(text.String())
}
