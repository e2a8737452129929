package format

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

const childVariable = "ENTANGLE_FORMAT_MEMORY"

// TestMain is also what the memory test runs in a process of its own.
func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		parseAndMeasure(name)
		return
	}
	os.Exit(m.Run())
}

// around puts text between what makes it part of a dataset.
func around(before string, text []byte, after string) []byte {
	return append(append([]byte(before), text...), after...)
}

const mb = 1 << 20

// large are inputs that want much memory or time, by name.
var large = map[string]func() []byte{
	"realistic 10 MB":    func() []byte { return realistic(10 * mb) },
	"compact JSON 10 MB": func() []byte { return compactJSON(10 * mb) },
	"realistic 30 MB":    func() []byte { return realistic(30 * mb) },
	"records":            func() []byte { return recordLines(10 * mb) },
	"text full of signs": func() []byte { return signs(10 * mb) },
	"lines of text":      func() []byte { return around("title: |\n", bytes.Repeat([]byte("  a: b, c\n"), mb/20), "") },
	"tiniest statements": func() []byte { return asJSON(tiniest(10 * mb)) },
	"tiniest in YAML":    func() []byte { return lines(tiniest(10 * mb)) },
	"tiny in YAML": func() []byte {
		return lines(bytes.ReplaceAll(tiniest(10*mb), []byte("says: x"), []byte("says: a few words")))
	},
	"dense lines":        func() []byte { return around("a: [", bytes.Repeat([]byte("a,a,a,a,\n"), mb), "]") },
	"half dense lines":   func() []byte { return around("a: [", bytes.Repeat([]byte("some,some,some,\n"), mb), "]") },
	"comments between":   func() []byte { return bytes.Repeat([]byte("- some words here\n# c\n"), mb/2) },
	"anchors of a name":  func() []byte { return numbered("a: [\n", "&n%x a,\n", 10*mb) },
	"tags":               func() []byte { return around("", bytes.Repeat([]byte("- !!str some words\n"), mb/2), "") },
	"keys of many lines": func() []byte { return numbered("a: {\n", "? n%x\n: some words,\n", 10*mb) },
	"dense list":         func() []byte { return around("aliases: [", bytes.Repeat([]byte("a,"), 5*mb), "]") },
	"dense aliases": func() []byte {
		return asJSON(around("format: entangle/1\nparties: [{id: a,name: a,kind: fab,aliases: [", bytes.Repeat([]byte("a,"), 5*mb), "]}]"))
	},
	"dense block list": func() []byte { return bytes.Repeat([]byte("- a\n"), 10*mb/4) },
	"empty statements": func() []byte {
		return around("ties: [{id: a,statements: [", bytes.Repeat([]byte("{},"), 10*mb/3), "]}]")
	},
	"no statements":   func() []byte { return around("ties: [{id: a,statements: [", bytes.Repeat([]byte("a,"), 5*mb), "]}]") },
	"dense pairs":     func() []byte { return around("stories: [", bytes.Repeat([]byte("a:,"), 10*mb/3), "]") },
	"null statements": func() []byte { return around("ties: [{id: a,statements: [", bytes.Repeat([]byte("~,"), 5*mb), "]}]") },
	"one key again":   func() []byte { return around("{", bytes.Repeat([]byte("title,"), 10*mb/6), "}") },
	"half statements": func() []byte {
		return around("ties: [{id: a,statements: [", bytes.Repeat([]byte("{id: a,says: x,by: },"), 10*mb/21), "]}]")
	},
	"dense story": func() []byte {
		return around("format: entangle/1\nstories: [{id: a,x: [", bytes.Repeat([]byte("{a},"), 10*mb/4), "]}]")
	},
	"dangling references": func() []byte { return around("notes: [{id: a,about: [", bytes.Repeat([]byte("b,"), 5*mb), "]}]") },
	"good references": func() []byte {
		return asJSON(around("format: entangle/1\nnotes: [{id: a,about: [", bytes.Repeat([]byte("a,"), 5*mb), "]}]"))
	},
	"good links":     func() []byte { return asJSON(links10MB("b")) },
	"circular links": func() []byte { return asJSON(links10MB("a")) },
	"owned layers": func() []byte {
		return around("parties: [{id: a,offers: [{needs: [", append(bytes.Repeat([]byte("a,"), 2*mb), append([]byte("],own: ["), bytes.Repeat([]byte("b,"), 2*mb)...)...), "]}]}]")
	},
	"one circle with many chords": func() []byte { return chords(4 * mb) },
	"tiniest layers":              func() []byte { return asJSON(numbered("layers: [", "{id: n%x},", 10*mb)) },
	"tiniest notes":               func() []byte { return asJSON(numbered("notes: [", "{id: %x},", 10*mb)) },
	"tiniest agreements":          func() []byte { return asJSON(numbered("agreements: [", "{id: %x},", 10*mb)) },
	"tiniest sources":             func() []byte { return asJSON(numbered("sources: [", "{id: %x,title: x},", 10*mb)) },
	"tiniest parties": func() []byte {
		return asJSON(numbered("parties: [", "{id: %x,name: x,kind: fab,identifiers: {lei: x},aliases: [x]},", 10*mb))
	},
	"tiniest kinds": func() []byte { return asJSON(numbered("kinds: [", "{id: %x,from: x,to: x,basis: both},", 10*mb)) },
	"tiniest ties": func() []byte {
		return asJSON(numbered("sources: [{id: s,title: s}]\nparties: [{id: p,name: p,kind: fab},{id: q,name: q,kind: fab}]\nties: [", "{id: %[1]x,kind: equity,from: p,to: q,statements: [{id: %[1]x,source: s,says: x}]},", 10*mb))
	},
	"tiniest offers": func() []byte {
		return asJSON(around("format: entangle/1\nparties: [{id: p,name: p,kind: fab,offers: [", bytes.Repeat([]byte("{layer: fab},"), 10*mb/13), "]}]"))
	},
	"tiniest amounts": func() []byte {
		return asJSON(around("format: entangle/1\nsources: [{id: s,title: s}]\nnotes: [{id: n,statements: [{id: x,source: s,says: x,amount: [", bytes.Repeat([]byte("{unknown: true,text: x},"), 10*mb/24), "]}]}]"))
	},
	"unknown keys":          func() []byte { return around("{", bytes.Repeat([]byte("a,"), 5*mb), "}") },
	"anchors":               func() []byte { return around("[", bytes.Repeat([]byte("&a a,"), 2*mb), "]") },
	"brackets 100 MB":       func() []byte { return bytes.Repeat([]byte("["), 100*mb) },
	"braces":                func() []byte { return bytes.Repeat([]byte("{a: "), 2*mb) },
	"dashes":                func() []byte { return bytes.Repeat([]byte("- "), 5*mb) },
	"question marks":        func() []byte { return bytes.Repeat([]byte("? "), 5*mb) },
	"quoted 100 MB":         func() []byte { return around("title: \"", bytes.Repeat([]byte("a"), 100*mb-20), "\"\n") },
	"unclosed quote 100 MB": func() []byte { return around("title: \"", bytes.Repeat([]byte("\\n"), 50*mb-10), "") },
	"plain 100 MB":          func() []byte { return around("title: ", bytes.Repeat([]byte("a"), 100*mb-20), "\n") },
	"literal 100 MB":        func() []byte { return around("title: |\n", bytes.Repeat([]byte(" a\n"), 33*mb), "") },
	"folded lines":          func() []byte { return around("title:\n", bytes.Repeat([]byte(" a\n"), 3*mb), "") },
	"empty lines":           func() []byte { return around("title: a\n", bytes.Repeat([]byte("\n"), 10*mb), " b") },
	"comments":              func() []byte { return bytes.Repeat([]byte("#\n"), 5*mb) },
	"not UTF-8":             func() []byte { return bytes.Repeat([]byte("\xff"), 10*mb) },
	"zeros 100 MB":          func() []byte { return make([]byte, 100*mb) },
	"syntax errors":         func() []byte { return bytes.Repeat([]byte("a: b: c\n"), mb) },
	"unclosed brackets":     func() []byte { return bytes.Repeat([]byte("- [a\n"), 2*mb) },
	"unclosed in maps":      func() []byte { return bytes.Repeat([]byte("a: {b\n"), 2*mb) },
	"unclosed over lines":   func() []byte { return around("x:\n", bytes.Repeat([]byte("- [a,\n b,\n b,\n b\n"), mb/2), "") },
	"unclosed quotes":       func() []byte { return bytes.Repeat([]byte("- \"a\n"), 2*mb) },
	"spaces":                func() []byte { return bytes.Repeat([]byte(" "), 10*mb) },
	"deep indents":          func() []byte { return indents(10 * mb) },
	"chain of parents":      func() []byte { return parents(10 * mb) },
}

// indents nests maps by ever more spaces, again and again.
func indents(size int) []byte {
	var b bytes.Buffer
	for b.Len() < size {
		for i := range 99 {
			fmt.Fprintf(&b, "%*sa:\n", i, "")
		}
	}
	return b.Bytes()
}

// parents chains parties up to the first, which closes the circle.
func parents(size int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"format":"entangle/1","parties":[`)
	i := 0
	for ; b.Len() < size; i++ {
		fmt.Fprintf(&b, `{"id":"p%d","name":"P","kind":"group","parent":"p%d"},`, i, i+1)
	}
	fmt.Fprintf(&b, `{"id":"p%d","name":"P","kind":"group","parent":"p0"}]}`, i)
	return b.Bytes()
}

// asJSON writes a dataset of words in brackets as JSON, on one line.
func asJSON(flow []byte) []byte {
	text := regexp.MustCompile(`[A-Za-z0-9/._-]+`).ReplaceAllFunc(bytes.TrimSuffix(flow, []byte("\n")), func(word []byte) []byte {
		if string(word) == "true" {
			return word
		}
		return around(`"`, word, `"`)
	})
	text = bytes.ReplaceAll(text, []byte(",]"), []byte("]"))
	text = bytes.ReplaceAll(text, []byte("\n"), []byte(","))
	if text[0] != '{' {
		text = around("{", text, "}")
	}
	return text
}

// lines puts each record of a dataset in brackets on a line of its own.
func lines(flow []byte) []byte { return bytes.ReplaceAll(flow, []byte("},{"), []byte("},\n{")) }

// recordLines makes statements of about 100 bytes in brackets.
func recordLines(size int) []byte {
	var b bytes.Buffer
	b.WriteString("format: entangle/1\nsources: [{id: s, title: S}]\nnotes:\n- id: n\n  statements: [\n")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "    {id: x%d, source: s, says: \"A invests some %d billion dollars in B\", status: signed, stance: report},\n", i, i)
	}
	b.WriteString("  ]\n")
	return b.Bytes()
}

// signs makes statements whose text is full of what might be structure.
func signs(size int) []byte {
	var b bytes.Buffer
	b.WriteString("format: entangle/1\nsources: [{id: s, title: S}]\nnotes:\n- id: n\n  statements:\n")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "  - id: x%d\n    source: s\n    says: \"%s\"\n", i, strings.Repeat("a, b: c - [d], ", 20))
	}
	return b.Bytes()
}

// numbered makes records of their number.
func numbered(before, record string, size int) []byte {
	var b bytes.Buffer
	b.WriteString("format: entangle/1\n" + before)
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, record, i)
	}
	b.WriteString("]\n")
	return b.Bytes()
}

// links10MB makes a statement a that supersedes b, and one b that supersedes
// the given one, very often.
func links10MB(again string) []byte {
	return around("format: entangle/1\nsources: [{id: s,title: s}]\nnotes: [{id: n,statements: [{id: c,source: s,says: x},{id: a,source: s,says: x,supersedes: [b]},{id: b,source: s,says: x,supersedes: ["+
		map[string]string{"a": "", "b": "c,"}[again], bytes.Repeat([]byte(map[string]string{"a": "a,", "b": "c,"}[again]), 5*mb), "]}]}]")
}

// chords makes a chain of statements each of which also leads back to the first.
func chords(size int) []byte {
	var b bytes.Buffer
	b.WriteString("format: entangle/1\nsources: [{id: s,title: s}]\nnotes:\n- id: n\n  statements:\n")
	i := 0
	for ; b.Len() < size; i++ {
		fmt.Fprintf(&b, "  - {id: x%d,source: s,says: x,supersedes: [x%d,x0]}\n", i, i+1)
	}
	fmt.Fprintf(&b, "  - {id: x%d,source: s,says: x}\n", i)
	return b.Bytes()
}

// parseAndMeasure prints the bytes of the input, the peak of the process in kB,
// the milliseconds it took and what came of it.
func parseAndMeasure(name string) {
	content := large[name]()
	start := time.Now()
	_, err := Parse("x.yaml", content)
	took := time.Since(start)
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	outcome := "loads"
	if problems, is := err.(Problems); is {
		outcome = problems[0].String()
	}
	fmt.Printf("%d\n%s\n%d\n%.150s\n", len(content), strings.Fields(rest)[0], took.Milliseconds(), outcome)
}

// TestMemoryAndTimeAreBounded reads inputs made to be expensive, each in a
// process of its own: never more than 64 MB plus 35 times the file.
func TestMemoryAndTimeAreBounded(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil || testing.Short() {
		t.Skip("needs /proc and some seconds")
	}
	loads := map[string]bool{"realistic 10 MB": true, "realistic 30 MB": true, "records": true, "text full of signs": true, "compact JSON 10 MB": true, "tiniest statements": true, "dense aliases": true, "good references": true, "good links": true}
	for name := range large {
		loads[name] = loads[name] || (strings.HasPrefix(name, "tiniest") && name != "tiniest in YAML")
	}
	for name := range large {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), childVariable+"="+name)
			out, err := child.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			lines := strings.SplitN(string(out), "\n", 4)
			size, _ := strconv.Atoi(lines[0])
			kb, _ := strconv.Atoi(lines[1])
			t.Logf("%d MB peak, %.1f times the file, %s ms: %s", kb/1024, float64(kb*1024-64*mb)/float64(size), lines[2], strings.TrimSpace(lines[3]))
			if kb*1024 > 64*mb+35*size {
				t.Errorf("peak of %d MB for %d MB", kb/1024, size/mb)
			}
			if ms, _ := strconv.Atoi(lines[2]); ms > 60_000 {
				t.Errorf("took %d ms", ms)
			}
			if got := strings.HasPrefix(lines[3], "loads"); got != loads[name] {
				t.Errorf("loads: %t", got)
			}
		})
	}
}
