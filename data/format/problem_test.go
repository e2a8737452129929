package format

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func TestProblemString(t *testing.T) {
	for want, p := range map[string]Problem{
		"f.yaml:3:7: a: kind: wrong": {File: "f.yaml", Line: 3, Column: 7, Record: "a", Field: "kind", Message: "wrong"},
		"f.yaml:3:7: wrong":          {File: "f.yaml", Line: 3, Column: 7, Message: "wrong"},
		"f.yaml: no such file":       {File: "f.yaml", Message: "no such file"},
		"a: wrong":                   {Record: "a", Message: "wrong"},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestProblemsShowTheLine(t *testing.T) {
	long := strings.Repeat("é", 200)
	for _, c := range []struct{ text, want string }{
		{"a: 1\n", "a: 1"},
		{"format: entangle/1\r\nb\tc: 1 \r\n", `b\tc: 1`},
		{"format: entangle/1\rb: \"\u202e\u0007\"\r", `b: "\u202e\u0007"`},
		{"format: entangle/1\nb: \xff\n", `b: \xff`},
		{"format: entangle/1\nb: " + long + "\n", "b: " + strings.Repeat("é", excerptBefore+excerptAfter-3) + "…"},
		{"{format: entangle/1, title: " + long + ", b: 1}", "…" + strings.Repeat("é", excerptBefore-2) + ", b: 1}"},
		{"\ufeffa: 1\n", "a: 1"},
	} {
		_, err := Parse("x.yaml", []byte(c.text))
		var problems Problems
		if !errors.As(err, &problems) {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := problems[len(problems)-1].Excerpt; got != c.want {
			t.Errorf("%q shows\n%q, want\n%q", c.text, got, c.want)
		}
	}
}

func TestErrorListsAllProblems(t *testing.T) {
	_, err := Parse("f.yaml", []byte("format: entangle/1\nx: 1\ny: 2\n"))
	const keys = "keys are format, title, as_of, sources, parties, agreements, ties, notes, layers, kinds, stories, views"
	const want = "f.yaml:2:1: x: \"x\" is not a key of a dataset; " + keys + "\n    x: 1\n" +
		"f.yaml:3:1: y: \"y\" is not a key of a dataset; " + keys + "\n    y: 2"
	if got := err.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestProblemsAreListedUpToALimit(t *testing.T) {
	for n, more := range map[int]int{maxProblems: 0, maxProblems + 1: 1, 5 * maxProblems: 4 * maxProblems} {
		var text bytes.Buffer
		text.WriteString("format: entangle/1\nparties:\n")
		for i := range n {
			fmt.Fprintf(&text, "- {id: p%d, name: P, kind: x}\n", i)
		}
		_, err := Parse("x.yaml", text.Bytes())
		var problems Problems
		if !errors.As(err, &problems) {
			t.Fatal(err)
		}
		for i, p := range problems[:maxProblems] {
			if p.Line != 3+i || p.Record != fmt.Sprintf("p%d", i) || p.Excerpt == "" {
				t.Fatalf("problem %d is %v", i, p)
			}
		}
		last := problems[len(problems)-1].Message
		if got := last == fmt.Sprintf("and %d more problems", more); got != (more > 0) || len(problems) != maxProblems+min(more, 1) {
			t.Errorf("%d problems: %d are listed, the last is %q", n, len(problems), last)
		}
	}
}

func TestTextThatCannotBeReadNamesItsRecord(t *testing.T) {
	checkRules(t, []rule{
		{"control character", preamble + "notes:\n- id: n\n  title: §\"a\\u0007\"\n  topic: b§\x1bc\n", []string{"n | title | U+0007", "n | topic | U+001B"}},
		{"not UTF-8 in a list", preamble + "agreements:\n- id: g\n  parties: [a, §b§\x00]\n", []string{"g | parties[1] | \"b\ufffd\" is no party", "g | parties[1] | U+0000"}},
		{"half a pair in JSON", `{"format": "entangle/1", "notes": [{"id": "n", "topic": §"\ud83d", §"titel": "x"}]}`, []string{"n | topic | stands for no character", "n | titel | did you mean title?"}},
		{"tag", preamble + "notes:\n- id: n\n  title: §!foo x\n  §titel: x\n", []string{"n | title | the tag !foo", "n | titel | did you mean title?"}},
		{"too long", preamble + "notes:\n- id: n\n  title: §" + strings.Repeat("a", MaxScalar+1) + "\n  §titel: x\n", []string{"n | title | more than 1 MB", "n | titel | did you mean title?"}},
		{"a quote", "format: entangle/1\nparties:\n- id: a\n  name: §\"A\n  kind: clowd\n", []string{" |  | close the quote"}},
	})
}

func TestReferencesIntoLostTextAreNoProblems(t *testing.T) {
	_, err := Parse("x.yaml", []byte("format: entangle/1\nparties:\n- {id: a, name: A, kind: cloud\n- {id: b, name: B, kind: cloud, parent: a}\n"))
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 1 {
		t.Errorf("got %v", err)
	}
}

func TestOpen(t *testing.T) {
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if _, err := Open(file("good.yaml", preamble)); err != nil {
		t.Error(err)
	}
	large := file("large.yaml", "")
	if err := os.Truncate(large, MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		folder:                             ": is a folder; name a file in it",
		filepath.Join(folder, "none.yaml"): ": no such file",
		large:                              ": larger than 100 MB",
		file("bad.yaml", "format: x\n"):    ":1:9: format: \"x\" is not known here",
		file("empty.yaml", ""):             ": the file is empty",
	} {
		_, err := Open(path)
		var problems Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].File != path || !strings.HasPrefix(err.Error(), path+want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestRead(t *testing.T) {
	if _, err := Read("x.yaml", iotest.OneByteReader(strings.NewReader(preamble))); err != nil {
		t.Error(err)
	}
	_, err := Read("-", iotest.ErrReader(errors.New("gone")))
	var problems Problems
	if !errors.As(err, &problems) || err.Error() != "-: gone" {
		t.Errorf("got %v", err)
	}
	_, err = Read("-", endless{})
	if err == nil || !strings.Contains(err.Error(), "larger than 100 MB") {
		t.Errorf("got %v", err)
	}
}

// endless gives spaces without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
