package syntax

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a tree on one line: [a, "b", {c: d}], with quotes around what is
// not plain.
func show(t *Tree, n Node) string {
	if n == None {
		return "nothing"
	}
	var parts []string
	for c := t.First(n); c != None; c = t.Next(c) {
		parts = append(parts, show(t, c))
	}
	switch t.Kind(n) {
	case List:
		return "[" + strings.Join(parts, ", ") + "]"
	case Map:
		for i := 0; i+1 < len(parts); i += 2 {
			parts[i/2] = parts[i] + ": " + parts[i+1]
		}
		return "{" + strings.Join(parts[:len(parts)/2], ", ") + "}"
	}
	if t.Plain(n) {
		return t.Text(n)
	}
	return fmt.Sprintf("%q", t.Text(n))
}

func TestTrees(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "nothing"},
		{"only comments", "# a\n  # b\n", "nothing"},
		{"byte-order mark", "\ufeffa: b", "{a: b}"},
		{"document marks", "%YAML 1.2\n--- # c\na: b\n...\n", "{a: b}"},
		{"plain text", "a: b c#d # e\nf: -1\ng: :h\ni: j:k\n", "{a: b c#d, f: -1, g: :h, i: j:k}"},
		{"text of several lines", "a: b\n  c\n\n\n  d\ne: f", "{a: b c\n\nd, e: f}"},
		{"nothing as value", "a:\nb: ~\nc: ''\n-: d", "{a: , b: ~, c: \"\", -: d}"},
		{"lists", "- a\n-\n- - b\n  - c\n-  d: e\n   f: g\n", "[a, , [b, c], {d: e, f: g}]"},
		{"list at the indent of its key", "a:\n- b\n- c\nd:\n  - e\n", "{a: [b, c], d: [e]}"},
		{"maps in maps", "a:\n  b:\n    c: d\n  e: f\ng: h\n", "{a: {b: {c: d}, e: f}, g: h}"},
		{"single quotes", "- 'it''s'\n- 'a\n  b\n\n  c'\n- ''\n", `["it's", "a b\nc", ""]`},
		{"double quotes", `- "a\tb\\\"\/\x41\u00e9\U0001F600"` + "\n- \"a\\\n  b \\\n  c\n\n  d\"\n", `["a\tb\\\"/Aé😀", "ab c\nd"]`},
		{"pairs as in JSON", `["\ud83d\ude00"]`, `["😀"]`},
		{"literal", "a: |\n  b\n   c\n\n  d\n\ne: |-\n  f\ng: |+\n  h\n\ni: j", `{a: "b\n c\n\nd\n", e: "f", g: "h\n\n", i: j}`},
		{"folded", "a: >\n  b\n  c\n\n  d\n   e\n  f\n", `{a: "b c\nd\n e\nf\n"}`},
		{"indent in digits", "a: |2\n    b\n   c\nd: |1-\n  e\n", `{a: "  b\n c\n", d: " e"}`},
		{"brackets", "a: [b, \"c\", {d: e, f, 'g':h}, [], {}, i: j,]", `{a: [b, "c", {d: e, f: , "g": h}, [], {}, {i: j}]}`},
		{"brackets over lines", "a: [\n  b, # c\n  d\n  e,\n]\nf: {\n  g:\n    h\n}\n", "{a: [b, d e], f: {g: h}}"},
		{"question marks", "? a\n: b\n? c\n? 'd'\n: - e\n", `{a: b, c: , "d": [e]}`},
		{"question marks in each other", "? ? a\n: b\nc:\n  ? d\n", "{{a: }: b, c: {d: }}"},
		{"aliases", "a: &x {b: c}\nd: *x\ne: [&y f, *y]\n*y : g\n", "{a: {b: c}, d: {b: c}, e: [f, f], f: g}"},
		{"anchor twice", "- &x a\n- &x b\n- *x\n", "[a, b, b]"},
		{"tags", "a: !!str 5\nb: !!int '6'\nc: ! 7\nd: !!seq [e]\nf: !!map\n  g: h\ni: !<tag:yaml.org,2002:str> j", `{a: "5", b: 6, c: "7", d: [e], f: {g: h}, i: "j"}`},
		{"separators that are no line breaks", "a: b\u2028c\nd: \"e\u2029 f\uffff\ue000\"\n", "{a: b\u2028c, d: " + `"e\u2029 f\uffff\ue000"` + "}"},
		{"carriage returns", "a: b\r\nc:\r\n  - d\re: f", "{a: b, c: [d], e: f}"},
		{"tabs between", "a:\tb\t# c\nd\t: e\n", "{a: b, d: e}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree, faults := Parse([]byte(c.text))
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			if got := show(tree, tree.Root()); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	tree, faults := Parse([]byte("ä: &x [ü, {é: \"ö\"}]\nb:\n  - c: |\n      d\n    e: *x\n"))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var got []string
	var walk func(n Node)
	walk = func(n Node) {
		line, column := tree.Place(n)
		got = append(got, fmt.Sprintf("%d:%d", line, column))
		if tree.Aliased(n) {
			return
		}
		for c := tree.First(n); c != None; c = tree.Next(c) {
			walk(c)
		}
	}
	walk(tree.Root())
	const want = "1:1 1:1 1:4 1:8 1:11 1:12 1:15 2:1 3:3 3:5 3:5 3:8 5:5 5:8"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// fault is a text with something wrong, and of each fault its place and a part
// of its message.
type fault struct {
	name, text string
	want       []string
}

func TestFaults(t *testing.T) {
	checkFaults(t, []fault{
		{"two documents", "a: b\n---\nc: d\n", []string{"2:1 second document"}},
		{"text after the end", "a: b\n...\nc\n", []string{"3:1 second document"}},
		{"second document that cannot be read", "a: b\n---\nc: ]\n", []string{"3:4 node content"}},
		{"tag", "a: !foo b\nc: !!binary d\n", []string{"1:4 the tag !foo is not part", "2:4 !!binary"}},
		{"tag that does not fit", "a: !!seq b\nc: !!str [d]\n", []string{"1:4 does not fit", "2:4 does not fit"}},
		{"tag directive", "%TAG ! tag:x\n---\na: b\n", []string{"1:1 %TAG"}},
		{"unknown alias", "a: *b\nc: *\n", []string{"1:4 unknown anchor 'b'"}},
		{"alias without a name", "c: *\n", []string{"1:5 name the anchor"}},
		{"alias of itself", "a: &x [*x]\n", []string{"1:8 stands inside of what it names"}},
		{"tab as indent", "a:\n\t- b\n", []string{"2:1 indent with spaces"}},
		{"tab behind a dash", "-\t- b\n", []string{"1:2 indent with spaces"}},
		{"quote not closed", "a: \"b\nc: d\n", []string{"1:4 close the quote"}},
		{"quote not closed at the end", "a: 'b", []string{"1:6 close the quote"}},
		{"bracket not closed", "- [a\n- b\n- {c: d\n", []string{"3:3 expected ',' or ']' while parsing a flow sequence that began on line 1; close the bracket"}},
		{"wrong bracket", "a: [b}\n", []string{"1:6 close the bracket"}},
		{"two commas", "a: [b,,c]\n", []string{"1:7 take the comma"}},
		{"bracket too many", "a: ]\n", []string{"1:4 take the comma or bracket out"}},
		{"text behind a quote", "a: \"b\" c\n", []string{"1:8 in quotes as a whole"}},
		{"colon in text", "a: b: c\n", []string{"1:5 put text with a colon in quotes"}},
		{"colon in a second line", "a: b\n  c: d\n", []string{"2:4 put text with a colon in quotes"}},
		{"list behind a key", "a: - b\n", []string{"1:4 begin a list on a new line"}},
		{"indent too deep", "a: 'b'\n  c: d\n", []string{"2:3 indent keys of one map alike"}},
		{"indent between", "a:\n   b: c\n  d: e\n", []string{"3:3 indent keys"}},
		{"dash among keys", "a: b\n- c\n", []string{"2:1 expected key"}},
		{"key without a colon", "a: b\nc\nd: e\n", []string{"2:1 write key: value"}},
		{"key without a space", "a: b\nc:d\n", []string{"2:1 with a space after the colon"}},
		{"signs that begin no text", "a: @b\nc: `d\ne: %f\n", []string{"1:4 put the text in quotes"}},
		{"escape", `a: "\q"`, []string{"1:5 write \\\\ for a backslash"}},
		{"escape cut short", `a: "\u12"`, []string{"1:7 hexadecimal"}},
		{"half a pair", `["\ud83d", "\ude00", "\ud83dx", "\\ud83d \ud83d\ude00"]`, []string{"1:2 stands for no character", "1:12 no character", "1:22 no character"}},
		{"pair in YAML", `a: "\ud83d\ude00"`, []string{"1:7 write the character itself"}},
		{"text behind a sign", "a: | b\n", []string{"1:6 begin the text on the next line"}},
		{"spaces above a block", "a: |\n    \n  b\n", []string{"3:3 expected key"}},
		{"second anchor", "a: &x &y b\n", []string{"1:7 expected key"}},
		{"JSON that ends too soon", `{"a": [1, 2`, []string{"2:1 close the bracket"}},
		{"JSON without a comma", `{"a": 1 "b": 2}`, []string{"1:12 expected ',' or '}'"}},
		{"version", "%YAML 3.1\n--- a\n", []string{"1:1 take the line %YAML out"}},
	})
}

func TestFaultsOfCharactersAndLimits(t *testing.T) {
	checkFaults(t, []fault{
		{"control characters", "a: b\x01\nc: \"d\\u0007\\0\"\n# \x7f\ne: \u0085f\n", []string{"1:5 U+0001", "2:4 U+0007", "2:4 U+0000", "3:3 U+007F", "4:4 U+0085"}},
		{"not UTF-8", "ä: \xff\nb: \xc3\n", []string{"1:4 byte 0xff is no UTF-8", "2:4 byte 0xc3"}},
		{"UTF-16", "\xff\xfea\x00", []string{"1:1 UTF-16"}},
		{"UTF-16 without a mark", "a\x00:\x00 \x00b\x00", []string{"1:1 UTF-16"}},
		{"zero", "a: \x00", []string{"1:4 U+0000"}},
		{"too long", "a: " + strings.Repeat("b", MaxScalar+1) + "\nc: '" + strings.Repeat("''", MaxScalar+1) + "'\n", []string{"1:4 more than 1 MB", "2:4 more than 1 MB"}},
		{"too long over lines", "a: |\n" + strings.Repeat(" b\n", MaxScalar) + "c: d" + strings.Repeat("\n d", MaxScalar), []string{"1:4 more than 1 MB", "1048578:4 more than 1 MB"}},
		{"too deep", strings.Repeat("[", MaxDepth+1) + strings.Repeat("]", MaxDepth+1), []string{"1:101 more than 100 levels"}},
		{"too deep in brackets", strings.Repeat("[", MaxDepth+1) + "a" + strings.Repeat("]", MaxDepth+1), []string{"1:101 more than 100 levels"}},
		{"far too deep", strings.Repeat("- ", 20_000), []string{"1:20001 flatten it"}},
		{"a long line of values", "a:\n- [" + strings.Repeat("a,", mostOnLine) + "]\n", []string{"2:1 on a line of its own"}},
		{"too many values", strings.Repeat("- a\n- [[],\n []]\n", 1<<18), []string{"1:1 too many values"}},
		{"too many comments", strings.Repeat("- a\n#\n", 1<<20), []string{"1:1 too many values"}},
		{"too deep in blocks", strings.Repeat("- ", MaxDepth+1) + "a", []string{"1:201 more than 100 levels"}},
	})
}

func checkFaults(t *testing.T, faults []fault) {
	t.Helper()
	for _, c := range faults {
		t.Run(c.name, func(t *testing.T) {
			_, faults := Parse([]byte(c.text))
			for i, f := range faults {
				got := fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Message)
				if i >= len(c.want) {
					t.Errorf("unexpected: %s", got)
					continue
				}
				place, part, _ := strings.Cut(c.want[i], " ")
				if !strings.HasPrefix(got, place+" ") || !strings.Contains(got, part) {
					t.Errorf("got  %s\nwant %s", got, c.want[i])
				}
			}
			if len(faults) < len(c.want) {
				t.Errorf("only %d of %d faults", len(faults), len(c.want))
			}
		})
	}
}

func TestDepthOfExactlyTheLimit(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth),
		strings.Repeat("- ", MaxDepth) + "a",
		strings.Repeat("- ", 50) + strings.Repeat("{a: ", 50) + strings.Repeat("}", 50),
	} {
		if _, faults := Parse([]byte(text)); len(faults) > 0 {
			t.Errorf("%.20s…: %v", text, faults)
		}
	}
}

// TestAliasesExpandToALimit counts nodes with aliases written out: under ten
// thousand more than written.
func TestAliasesExpandToALimit(t *testing.T) {
	// a list of 100 items has 101 nodes, an alias of it adds 100.
	list := "a: &x [" + strings.Repeat("b,", 99) + "b]\n"
	const most = (MaxExpanded - 1) / 100
	for n, good := range map[int]bool{most: true, most + 1: false} {
		_, faults := Parse([]byte(list + "c: [" + strings.Repeat("*x,", n) + "]\n"))
		if (len(faults) == 0) != good {
			t.Errorf("%d aliases: %v", n, faults)
		}
	}
	bomb := "a: &a [b, b, b, b, b, b, b, b, b]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9))
	}
	tree, faults := Parse([]byte(bomb))
	if tree != nil || len(faults) != 1 || !strings.Contains(faults[0].Message, "write the values out") {
		t.Errorf("bomb: %v", faults)
	}
}
