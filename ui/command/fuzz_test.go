package command

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

// FuzzRun feeds arguments, one a line: nothing panics, no file is written, and
// what is printed is safe on a terminal.
func FuzzRun(f *testing.F) {
	for _, args := range []string{
		"", "outline", "show\nlab\n--json", "export\n-o\n-\n--format\njson", "--as-of=2026-02\nweb", "validate\n--\n-",
		"kinds\n--json=false", "-h", "--", "-", "--=", "---", "measure", "outline\n--hops\n99", "export\n--size\n1x1\n-o\n-\n--format\nsvg",
		"show\n\x1b[31m", "outline\n--parties\nlab,host\n--focus\nlab\n--direction\nin",
	} {
		f.Add(args)
	}
	e, _, _ := env(f)
	f.Fuzz(func(t *testing.T, text string) {
		args := strings.Split(text, "\n")
		for i, a := range args {
			if strings.HasPrefix(a, "-o") && a != "-o" || i > 0 && args[i-1] == "-o" && a != "-" {
				return // would write a file
			}
		}
		var out strings.Builder
		run := e
		run.Stdin, run.Stdout, run.Stderr = strings.NewReader(""), &out, &out
		exit, window := Run(context.Background(), args, run)
		if window != nil {
			d, err := e.Load("built-in:other.yaml")
			assert.NoError(t, err)
			_, _ = window.View.View(d, data.DayOf(2026, 5, 1))
			return
		}
		assert.Contains(t, []int{Done, AtFault, Misused}, exit)
		for _, r := range out.String() {
			if unicode.IsControl(r) && r != '\n' {
				t.Fatalf("control character %q in %q", r, out.String())
			}
		}
	})
}
