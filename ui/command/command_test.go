package command

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/golden"
)

// answer is what one run of the program gave.
type answer struct {
	exit           int
	stdout, stderr string
	window         *Request
}

// env is a world with the small web built in and a fixed today. What it draws
// is a line that tells the request.
func env(t testing.TB) (Env, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	web, err := os.ReadFile("testdata/web.yaml")
	require.NoError(t, err)
	var stdout, stderr bytes.Buffer
	return Env{
		Stdin: bytes.NewReader(web), Stdout: &stdout, Stderr: &stderr,
		Today:   func() data.Day { return data.DayOf(2026, 6, 1) },
		Version: "1.2.3",
		Builtin: map[string][]byte{"web.yaml": web, "other.yaml": []byte("format: entangle/1\ntitle: Empty\n")},
		Default: "web.yaml",
		Draw: func(_ context.Context, r DrawRequest) (*Drawn, error) {
			if r.Title == "fail" {
				return nil, fmt.Errorf("placing boxes: no layout")
			}
			text := fmt.Sprintf("%s as of %s: %d ties", r.Format, r.View.AsOf, len(r.Result.Ties))
			r.Dataset, r.Web, r.Result, r.View.AsOf = nil, nil, nil, 0
			return &Drawn{Content: []byte(fmt.Sprintf("%s\n%+v\n", text, r)), Notes: []string{"a note on the picture"}}, nil
		},
	}, &stdout, &stderr
}

func run(t testing.TB, args ...string) answer {
	t.Helper()
	e, stdout, stderr := env(t)
	exit, window := Run(context.Background(), args, e)
	return answer{exit, stdout.String(), stderr.String(), window}
}

// TestGolden holds what every command prints; run with -update to accept.
func TestGolden(t *testing.T) {
	for name, args := range map[string]string{
		"validate":            "validate testdata/web.yaml",
		"validate-json":       "validate testdata/web.yaml --json",
		"validate-stale":      "validate testdata/web.yaml --stale-days 3 --as-of 2026-07-01",
		"validate-early":      "validate testdata/web.yaml --as-of 2026-04 --known-on 2026-04-25 --json",
		"show-tie":            "show commitment",
		"show-tie-json":       "show commitment --json",
		"show-tie-later-json": "show commitment --json --as-of 2026-07-01",
		"show-disputed":       "show round",
		"show-disputed-json":  "show round --json",
		"show-not-yet":        "show later",
		"show-unknown-amount": "show hosted --json",
		"show-party":          "show host testdata/web.yaml",
		"show-party-json":     "show lab --json",
		"show-note":           "show total",
		"show-note-json":      "show total --json",
		"show-source":         "show s1",
		"show-source-json":    "show s3 --json --known-on 2026-05",
		"outline":             "outline",
		"outline-all":         "outline --status all --as-of 2028",
		"outline-focus":       "outline --focus host --direction in --basis contractual",
		"outline-empty":       "outline built-in:other.yaml",
		"outline-json":        "outline --kinds equity --json",
		"export-json":         "export -o - --format json",
		"export-csv":          "export -o - --format csv",
		"export-graphml":      "export -o - --format graphml --kinds equity",
		"export-gexf":         "export -o - --format gexf --kinds equity,cloud-commitment",
		"export-bib":          "export -o - --format bib",
		"export-csl":          "export -o - --format csl.json",
		"diff":                "diff --from 2025 --to 2026-07",
		"diff-json":           "diff --from 2025 --to 2026-07 --json",
		"diff-files":          "diff testdata/web.yaml testdata/revised.yaml",
		"diff-files-json":     "diff testdata/web.yaml testdata/revised.yaml --as-of 2026-08 --kinds cloud-commitment,equity,exclusivity --json",
		"kinds":               "kinds",
		"kinds-json":          "kinds --json",
		"help":                "help",
		"help-export":         "export --help",
	} {
		t.Run(name, func(t *testing.T) {
			a := run(t, strings.Fields(args)...)
			require.Nil(t, a.window)
			got := fmt.Sprintf("$ entangle %s\n%s", args, a.stdout)
			if a.stderr != "" {
				got += "-- standard error --\n" + a.stderr
			}
			golden.Text(t, name+".txt", fmt.Sprintf("%s-- exit status %d --\n", got, a.exit))
		})
	}
}

func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		args string
		exit int
		says string // on standard error
	}{
		{"validate testdata/web.yaml", Done, ""},
		{"validate built-in:other.yaml", Done, ""},
		{"validate -", Done, ""},
		{"validate testdata/web.yaml --stale-days -1", Misused, "is no number of days"},
		{"outline --stale-days 3", Misused, "has no flag --stale-days"},
		{"diff --from 2025 --to 2026 testdata/web.yaml", Done, ""},
		{"diff - testdata/web.yaml", Done, ""},
		{"diff", Misused, "needs two days or two files"},
		{"diff testdata/web.yaml --from 2025", Misused, "needs two days or two files"},
		{"diff testdata/web.yaml", Misused, "needs two days or two files"},
		{"diff --from 2025 --to 2026 testdata/web.yaml testdata/web.yaml", Misused, "as of one day"},
		{"diff --from 2025 --to 2026 --as-of 2026", Misused, "leave it out"},
		{"diff --from 2025/.. --to 2026", Misused, "has no last day"},
		{"diff --from soon --to 2026", Misused, "is no date"},
		{"diff --as-of 2025,2026 testdata/web.yaml testdata/web.yaml", Misused, "several days"},
		{"diff - -", Misused, "can be read once"},
		{"diff a b c", Misused, "takes two days and one FILE"},
		{"diff testdata/web.yaml none.yaml", AtFault, "none.yaml: no such file"},
		{"diff testdata/web.yaml testdata/broken.yaml", AtFault, "testdata/broken.yaml:3:"},
		{"diff --from 2025 --to 2026 --focus nobody", AtFault, "no party"},
		{"diff --focus nobody testdata/web.yaml testdata/revised.yaml", AtFault, "no party"},
		{"diff --focus newcomer testdata/web.yaml testdata/revised.yaml", Done, ""},
		{"validate testdata/broken.yaml", AtFault, "testdata/broken.yaml:3:"},
		{"validate testdata/none.yaml", AtFault, "testdata/none.yaml: no such file"},
		{"validate testdata", AtFault, "folder"},
		{"validate built-in:none.yaml", AtFault, "no such file"},
		{"validate", Misused, "validate takes one FILE"},
		{"validate testdata/web.yaml testdata/web.yaml", Misused, "validate takes one FILE"},
		{"show lab", Done, ""},
		{"show labb", AtFault, `no party, tie, note or source "labb" (did you mean lab?)`},
		{"show commitment.2", AtFault, "commitment.2\" is a statement; show commitment"},
		{"show", Misused, "show takes an ID"},
		{"show lab testdata/web.yaml --focus nobody", AtFault, `testdata/web.yaml: the dataset has no party "nobody"`},
		{"show lab --as-of 2026,2027", Misused, "several days"},
		{"show lab --layout dot", Misused, "has no flag --layout"},
		{"outline --kinds equity,nothing", AtFault, `no kind "nothing"`},
		{"outline --parties lab,nobody", AtFault, `no party "nobody"`},
		{"outline --status sure", Misused, `--status "sure": is none of rumoured`},
		{"outline --status lapsed", Misused, "is none of"},
		{"outline --basis both", Misused, "is none of contractual, technical"},
		{"outline --hops many --focus lab", Misused, "is no number of hops"},
		{"outline --hops -1 --focus lab", Misused, "is no number of hops"},
		{"outline --hops 2000000000 --focus lab", Done, ""},
		{"outline --direction sideways", Misused, "is none of in, out, both"},
		{"outline --as-of soon", Misused, "is no date"},
		{"outline --as-of 2026-02/..", Misused, "has no last day"},
		{"outline --as-of", Misused, "--as-of needs a value"},
		{"outline --kinds a,,b", Misused, "names nothing between two commas"},
		{"outline --kind equity", Misused, "no flag --kind (did you mean --kinds?)"},
		{"outline -json", Misused, "did you mean --json?"},
		{"outline --json=perhaps", Misused, "is a switch"},
		{"outline --json=false", Done, ""},
		{"kinds testdata/web.yaml", Misused, "no operand"},
		{"kinds --as-of 2026", Misused, "has no flag --as-of"},
		{"version", Done, ""},
		{"--version", Done, ""},
		{"-h", Done, ""},
		{"help show", Done, ""},
		{"help shwo", Misused, "did you mean show?"},
		{"exprot -o x.svg", Misused, `no command "exprot" (did you mean export?)`},
		{"--json exprot", Misused, "no command"},
		{"measure loops --max-length 4", Misused, "the command measure is not built yet"},
		{"export", Misused, "export needs -o OUT"},
		{"export -o x", Misused, "names no format"},
		{"export -o x", Misused, "the formats are csl.json, json, svg, png, dot, csv, graphml, gexf, bib, pdf\n"},
		{"export -o -", Misused, "-o - needs --format"},
		{"export -o x.svg --format sgv", Misused, "did you mean svg?"},
		{"export -o x.pptx", Misused, "the format pptx is not built yet"},
		{"export -o testdata/ --format gexf", AtFault, "is a folder"},
		{"export -o testdata/none/DIR/ --format csv", AtFault, "making the folder testdata/none/DIR"},
		{"export -o - --format svg --annex", Misused, "--annex goes with pdf"},
		{"export -o - --format svg --frame-of 2025", Misused, "names no two days"},
		{"export -o - --format svg --story s", Misused, "the flag --story is not built yet"},
		{"export -o - --format svg --size 1600", Misused, "is no size"},
		{"export -o - --format svg --size 0x5", Misused, "is no size"},
		{"export -o - --format svg --scale 0", Misused, "is no scale"},
		{"export -o - --format svg --size 12000x10 --scale 2", Misused, "--size times --scale"},
		{"export -o - --format svg --theme blue", Misused, "is none of light, dark, print"},
		{"export -o - --format svg --transparent --background white", Misused, "cannot both hold"},
		{"export -o - --format svg --transparent --background none", Done, ""},
		{"export -o - --format svg --select lab,nobody", AtFault, `no party or tie "nobody"`},
		{"export -o - --format svg --title fail", AtFault, "writing svg as of 2026-05-01: placing boxes: no layout"},
		{"export -o out.svg --as-of 2025,2026", Misused, "need {date} in OUT"},
		{"export -o out-{date}.svg --as-of 2025,2025", Misused, "each once"},
		{"export -o out-{date}.svg --as-of 2025/2026", Misused, "cannot stand in the name"},
		{"export -o testdata --format svg", AtFault, "is a folder"},
		{"export -o testdata/ --format svg", AtFault, "is a folder"},
		{"export -o testdata/none/x.svg", AtFault, "the folder testdata/none is not there"},
		{"export -o testdata/web.yaml --format json testdata/web.yaml", AtFault, "is the dataset itself"},
		{"export -o /dev/full --format json", AtFault, "no space left"},
	} {
		a := run(t, strings.Fields(c.args)...)
		assert.Equal(t, c.exit, a.exit, "entangle %s\n%s", c.args, a.stderr)
		assert.Contains(t, a.stderr, c.says, "entangle %s", c.args)
		assert.Nil(t, a.window)
		if c.exit != Done {
			assert.Empty(t, a.stdout, "entangle %s", c.args)
		}
	}
}

func TestJSONIsPrintedWithStatus1(t *testing.T) {
	a := run(t, "validate", "--json", "testdata/broken.yaml")
	assert.Equal(t, AtFault, a.exit)
	v := object(t, a.stdout)
	assert.Equal(t, false, v["ok"])
	assert.Nil(t, v["coverage"])
	problems := v["problems"].([]any)
	require.GreaterOrEqual(t, len(problems), 3)
	first := problems[0].(map[string]any)
	assert.Equal(t, "testdata/broken.yaml", first["file"])
	assert.Equal(t, 3.0, first["line"])
	assert.Equal(t, "s1", first["record"])
	assert.Equal(t, "published", first["field"])
	assert.Contains(t, a.stderr, "testdata/broken.yaml:7:")

	for _, args := range [][]string{{"show", "nobody", "--json"}, {"outline", "--json", "none.yaml"}} {
		a := run(t, args...)
		assert.Equal(t, AtFault, a.exit)
		assert.Contains(t, object(t, a.stdout), "error")
	}
}

func object(t *testing.T, text string) map[string]any {
	t.Helper()
	var v map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &v), text)
	return v
}

func TestEveryJSONAnswerCarriesItsTimes(t *testing.T) {
	for _, args := range []string{
		"validate testdata/web.yaml", "validate testdata/broken.yaml", "show lab", "show s1", "show round", "show total",
		"show nobody", "outline", "kinds", "version",
		"diff --from 2025 --to 2026",
	} {
		v := object(t, run(t, append(strings.Fields(args), "--json", "--known-on=2026-05-01")[:len(strings.Fields(args))+1]...).stdout)
		assert.Contains(t, v, "as_of", args)
		assert.Contains(t, v, "known_on", args)
	}
	v := object(t, run(t, "outline", "--json", "--as-of", "2026-02", "--known-on", "2026").stdout)
	assert.Equal(t, "2026-02-28", v["as_of"], "a vague date means its last day")
	assert.Equal(t, "2026-12-31", v["known_on"])
}

func TestFlagsAndFileStandInAnyOrder(t *testing.T) {
	want := run(t, "outline", "testdata/web.yaml", "--as-of", "2026-03-01", "--kinds", "equity", "--json").stdout
	for _, args := range []string{
		"outline --as-of 2026-03-01 testdata/web.yaml --json --kinds equity",
		"--json outline --kinds=equity --as-of=2026-03-01 testdata/web.yaml",
		"outline --json --kinds equity --as-of 2026-03-01 -- testdata/web.yaml",
		"outline --as-of 2020 --json --as-of 2026-03-01 --kinds equity testdata/web.yaml",
	} {
		assert.Equal(t, want, run(t, strings.Fields(args)...).stdout, args)
	}
}

func TestTheWindow(t *testing.T) {
	a := run(t)
	require.NotNil(t, a.window)
	assert.Equal(t, Request{View: ViewFlags{Hops: 1}}, *a.window)

	a = run(t, "--focus", "lab", "testdata/web.yaml", "--hops=2", "--products")
	require.NotNil(t, a.window)
	assert.Equal(t, "testdata/web.yaml", a.window.File)
	e, _, _ := env(t)
	d, err := e.Load(a.window.File)
	require.NoError(t, err)
	v, err := a.window.View.View(d, e.Today())
	require.NoError(t, err)
	assert.Equal(t, data.PartyID("lab"), v.Focus)
	assert.Equal(t, 2, v.Hops)
	assert.True(t, v.Products)
	assert.Equal(t, data.DayOf(2026, 5, 1), v.AsOf)

	a = run(t, "bench", "built-in:other.yaml", "--json")
	require.NotNil(t, a.window)
	assert.True(t, a.window.Bench)
	assert.NotNil(t, run(t, "built-in:web.yaml").window)

	for args, exit := range map[string]int{
		"none.yaml": AtFault, "testdata/": AtFault, "a.yaml b.yaml": Misused, "--layout dot": Misused, "-": Misused,
		"--as-of 2025,2026": Misused, "--json": Misused, "-- export": AtFault, "bench a.yaml b.yaml": Misused,
	} {
		a := run(t, strings.Fields(args)...)
		assert.Nil(t, a.window, args)
		assert.Equal(t, exit, a.exit, "%s: %s", args, a.stderr)
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for _, args := range []string{"outline --status all", "show round --json", "export -o - --format json --status all", "validate testdata/web.yaml --json"} {
		first := run(t, strings.Fields(args)...).stdout
		for range 5 {
			assert.Equal(t, first, run(t, strings.Fields(args)...).stdout, args)
		}
	}
}

// TestShapesHoldTheNamesOfTheContract keeps the names of contracts.md 2.1, which
// no golden file may change.
func TestShapesHoldTheNamesOfTheContract(t *testing.T) {
	const amount = "exact min max over under unknown text unit kind horizon condition about increase"
	for _, c := range []struct{ args, path, names string }{
		{"validate testdata/web.yaml --json", "", "ok problems coverage as_of known_on"},
		{"validate testdata/broken.yaml --json", "problems", "file line column record field message"},
		{"diff --from 2025 --to 2026-07 --json", "", "added ended amended unchanged jaccard as_of known_on"},
		{"validate testdata/web.yaml --json", "coverage", "sources parties ties statements notes single_source disputed amounts stale_after_days gaps by_party by_kind by_source"},
		{"validate testdata/web.yaml --json", "coverage.amounts", "exact ranged unknown not_recorded"},
		{"show commitment --json", "", "id kind title from to with basis layer assets agreement substitutability in_force status start end amounts disputed readings statements notes as_of known_on"},
		{"show commitment --json", "amounts", amount + " field interval statements"},
		{"show commitment --json", "amounts.interval", "min max"},
		{"show commitment --json", "readings", "status start end"},
		{"show commitment --json", "readings.end", "value statements"},
		{"show commitment --json", "statements", "id source locator says by stance effective status amount start end scope condition change substitutability supersedes withdraws disputes confidence standing replaced_by"},
		{"show commitment --json", "statements.amount", amount},
		{"show commitment.2 --json", "", "error as_of known_on"},
		{"show lab --json", "", "id name kind parent aliases ties notes as_of known_on"},
		{"show total --json", "", "id title in_force status start end amounts disputed readings statements notes as_of known_on"},
		{"show s1 --json", "", "id title publisher author kind published known url retrieved archive sha256 reliability statements as_of known_on"},
		{"export -o - --format json", "", "title as_of known_on sources parties ties notes stories"},
		{"export -o - --format json", "sources", "id title publisher published"},
		{"export -o - --format json", "parties", "id name kind parent aliases"},
		{"export -o - --format json", "ties", "id kind title from to with basis layer status in_force start end disputed"},
		{"export -o - --format json", "notes", "id about topic title"},
	} {
		var at any = object(t, run(t, strings.Fields(c.args)...).stdout)
		if c.path != "" {
			for step := range strings.SplitSeq(c.path, ".") {
				if list, ok := at.([]any); ok {
					at = list[0]
				}
				at = at.(map[string]any)[step]
			}
		}
		if list, ok := at.([]any); ok {
			at = list[0]
		}
		for name := range strings.FieldsSeq(c.names) {
			assert.Contains(t, at, name, "%s: %s", c.args, c.path)
		}
	}
	disputed := object(t, run(t, "show", "round", "--json").stdout)["amounts"].([]any)[1].(map[string]any)
	for _, name := range strings.Fields("field unit kind horizon readings interval statements") {
		assert.Contains(t, disputed, name)
	}
	assert.NotContains(t, disputed, "max", "a disputed amount has its numbers in its readings")
}

func TestNothingSteersTheTerminal(t *testing.T) {
	for _, args := range [][]string{
		{"show", "\u009b31m\u202e"},
		{"show", "\u009b31m\x1b\u202e", "--json"},
		{"\x1b[2J"},
		{"outline", "--\x1b"},
		{"outline", "--status", "\u009b"},
		{"validate", "\x1b[31m.yaml", "--json"},
		{"outline", "--focus", "\u202e", "--json"},
		{"export", "-o", "\x1b/x.svg"},
		{"export", "-o", "\u009b"},
	} {
		a := run(t, args...)
		assert.NotEqual(t, Done, a.exit)
		assert.NotContains(t, a.stdout+a.stderr, "\x1b", "%q", args)
		assert.False(t, strings.ContainsFunc(a.stdout+a.stderr, func(r rune) bool { return r == '\u009b' || r == '\u202e' }), "%q: %s%s", args, a.stdout, a.stderr)
	}
}
