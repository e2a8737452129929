package interchange

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// python is Debian's, which has networkx and pybtex as packages.
const python = "/usr/bin/python3"

// readBack has a parser that we did not write read a file, into a value.
func readBack(t *testing.T, format string, content []byte, into any) {
	t.Helper()
	need(t, python, "--version")
	cmd := exec.Command(python, "testdata/readback.py", format)
	var out, problems bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(content), &out, &problems
	err := cmd.Run()
	if strings.Contains(problems.String(), "ModuleNotFoundError") && os.Getenv("CI") == "" {
		t.Skip("python3-networkx and python3-pybtex are not installed; make test installs them")
	}
	require.NoError(t, err, "%s\n%s", problems.String(), content)
	require.NoError(t, json.Unmarshal(out.Bytes(), into), out.String())
}

// read is a graph as networkx holds it.
type readGraph struct {
	Graph map[string]any
	Nodes map[string]map[string]any
	Edges []map[string]any
}

// edge finds the line from a party for a tie.
func (g readGraph) edge(t *testing.T, tie, from string) map[string]any {
	t.Helper()
	for _, e := range g.Edges {
		if e["tie"] == tie && e["from"] == from {
			return e
		}
	}
	require.Fail(t, "no such line", "%s from %s in %v", tie, from, g.Edges)
	return nil
}

// TestGraphsAreReadBackByNetworkx: every party and line is there with what the
// dataset says of it, and nothing else.
func TestGraphsAreReadBackByNetworkx(t *testing.T) {
	for _, format := range []string{"graphml", "gexf"} {
		for name, d := range map[string]*data.Dataset{"web": web(t), "built-in": builtIn(t)} {
			t.Run(format+" "+name, func(t *testing.T) {
				_, r := look(d)
				var g readGraph
				readBack(t, format, write(t, format, d), &g)
				assert.Len(t, g.Nodes, len(r.Parties))
				for _, id := range r.Parties {
					node := g.Nodes[string(id)]
					require.NotNil(t, node, id)
					assert.Equal(t, d.Party(id).Name, node["name"])
					assert.Equal(t, string(d.Party(id).Kind), node["kind"])
				}
				n := 0
				for _, s := range r.Ties {
					for _, from := range append([]data.PartyID{s.Tie.From}, s.Tie.With...) {
						n++
						checkEdge(t, d, s, g.edge(t, string(s.Tie.ID), string(from)))
					}
				}
				assert.Len(t, g.Edges, n)
			})
		}
	}
}

func checkEdge(t *testing.T, d *data.Dataset, s *resolve.State, e map[string]any) {
	t.Helper()
	assert.Equal(t, string(s.Tie.To), e["to"])
	assert.Equal(t, string(s.Tie.Kind), e["kind"])
	if s.Tie.Title != "" {
		assert.Equal(t, s.Tie.Title, e["title"])
	}
	assert.Equal(t, string(d.BasisOf(s.Tie)), e["basis"])
	assert.Equal(t, s.InForce.String(), e["in_force"])
	for _, f := range s.Amounts {
		assert.Equal(t, f.Interval.Min, e[f.Field+"/min"], f.Field)
	}
}

// TestSpellsAreThoseOfTheDataset compares both ends of every spell, as networkx
// reads them, with the dates of the statements.
func TestSpellsAreThoseOfTheDataset(t *testing.T) {
	var g readGraph
	for _, name := range []string{"built-in", "web"} {
		d := web(t)
		if name == "built-in" {
			d = builtIn(t)
		}
		g = readGraph{}
		readBack(t, "gexf", write(t, "gexf", d), &g)
		_, r := look(d)
		for _, s := range r.Ties {
			want := []any{first(s.Start), last(s.End)}
			got := []any{nil, nil}
			if spells, ok := g.edge(t, string(s.Tie.ID), string(s.Tie.From))["spells"].([]any); ok {
				require.Len(t, spells, 1)
				got = spells[0].([]any)
			}
			assert.Equal(t, want, got, "%s: %s", name, s.Tie.ID)
		}
	}
	spell := func(tie, from string) any { return g.edge(t, tie, from)["spells"] }
	assert.Equal(t, []any{[]any{"2025-10-01", "2032-12-31"}}, spell("vague", "a"), "all days that the vague ends allow")
	assert.Equal(t, []any{[]any{"2024-02-01", "2030-06-30"}}, spell("torn", "b"), "the outer bounds of both readings")
	assert.Nil(t, spell("bare", "b"), "no dates, no limit")
	assert.Nil(t, spell("open", "a"), "open on both sides")
}

// first and last are the outer days of readings, nil where they are open.
func first(readings []resolve.DateReading) any {
	day := data.MaxDay
	for _, r := range readings {
		day = min(day, r.Value.First())
	}
	return dayOrNil(day)
}

func last(readings []resolve.DateReading) any {
	day := data.MinDay
	for _, r := range readings {
		day = max(day, r.Value.Last())
	}
	return dayOrNil(day)
}

func dayOrNil(d data.Day) any {
	if d == data.MinDay || d == data.MaxDay {
		return nil
	}
	return d.String()
}

func TestXMLIsWellFormed(t *testing.T) {
	need(t, "xmllint", "--version")
	for _, format := range []string{"graphml", "gexf"} {
		cmd := exec.Command("xmllint", "--noout", "--nonet", "-")
		cmd.Stdin = bytes.NewReader(write(t, format, web(t)))
		out, err := cmd.CombinedOutput()
		assert.NoError(t, err, "%s: %s", format, out)
		assert.Empty(t, string(out))
	}
}

// TestTablesAreReadBackByPython: every cell is what the dataset says, less the
// apostrophe that keeps a text from being a formula.
func TestTablesAreReadBackByPython(t *testing.T) {
	d := web(t)
	w, r := look(d)
	rows := map[string][]map[string]string{}
	for _, table := range Tables(w, r) {
		content, err := table.CSV()
		require.NoError(t, err)
		var read []map[string]string
		readBack(t, "csv", content, &read)
		rows[table.Name] = read
	}
	ties := rows["ties"]
	require.Len(t, ties, 5, "four ties, one of them with two givers")
	byLine := map[string]map[string]string{}
	for _, row := range ties {
		byLine[row["line"]] = row
	}
	assert.Equal(t, hostile, plain(byLine["vague"]["title"]))
	assert.Equal(t, "250000000000", byLine["vague"]["amount/USD/committed/one-off/min"])
	assert.Equal(t, "250000000000 USD committed one-off", byLine["vague"]["amounts"])
	assert.Equal(t, "'-torn", byLine["torn/d"]["title"])
	assert.Equal(t, "torn", byLine["torn/b"]["tie"])
	assert.Equal(t, "1.5 USD committed one-off | more than 2 USD committed one-off", byLine["torn/b"]["amounts"])
	assert.Equal(t, []string{"1.5", ""}, []string{byLine["torn/b"]["amount/USD/committed/one-off/min"], byLine["torn/b"]["amount/USD/committed/one-off/max"]})
	assert.Equal(t, "2025 | 2024-02", byLine["torn/d"]["start"])
	assert.Equal(t, "amount/USD/committed/one-off; end; start", byLine["torn/d"]["disputed"])
	assert.Equal(t, "0", byLine["open"]["amount/-/-/one-off/min"], "undisclosed is not nothing")
	assert.Equal(t, "", byLine["bare"]["amount/-/-/one-off/min"], "nor is it what nobody recorded")
	assert.Equal(t, []string{"", "2025-12-31", "2026-02-01", ""}, []string{
		byLine["open"]["start_first"], byLine["open"]["start_last"], byLine["open"]["end_first"], byLine["open"]["end_last"],
	})

	require.Len(t, rows["statements"], 6, "one that is not effective yet is no part of the view")
	assert.Equal(t, "bare.1 "+hostile, rows["statements"][0]["says"])
	assert.Equal(t, "n", rows["statements"][1]["note"])
	assert.Equal(t, "disputed", rows["statements"][4]["standing"])
	require.Len(t, rows["parties"], 4)
	assert.Equal(t, "'@A; +B", rows["parties"][0]["aliases"])
	assert.Equal(t, "'-A", rows["parties"][0]["ticker"])
	assert.Equal(t, "b", rows["parties"][2]["parent"])
	require.Len(t, rows["sources"], 2)
	assert.Equal(t, "https://example.org/{a}?b=c&d=%20#e", rows["sources"][0]["url"])
	assert.Equal(t, "", rows["sources"][1]["url"]+rows["sources"][1]["archive"], "other links are not written")
}

// plain takes off the apostrophe of a text.
func plain(cell string) string { return strings.TrimPrefix(cell, "'") }

func TestJSONIsReadBackByPython(t *testing.T) {
	d := web(t)
	var view struct {
		Title string
		Ties  []struct {
			ID         string
			With       []string
			Start, End *string
			Disputed   []string
		}
	}
	readBack(t, "json", write(t, "json", d), &view)
	assert.Equal(t, hostile, view.Title)
	require.Len(t, view.Ties, 4)
	assert.Equal(t, []string{"b"}, view.Ties[2].With)
	assert.Nil(t, view.Ties[2].Start, "a disputed start is null")
	assert.Equal(t, "2025-10", *view.Ties[3].Start)
}

func TestBibliographyIsReadBackByPybtex(t *testing.T) {
	var entries map[string]map[string]any
	readBack(t, "bib", write(t, "bib", web(t)), &entries)
	require.Len(t, entries, 2)
	assert.Equal(t, []any{"{B. Writer and Sons}"}, entries["s1"]["author"], "one name, not two")
	assert.Equal(t, "2026", entries["s1"]["year"])
	assert.Equal(t, "4", entries["s1"]["month"])
	assert.Equal(t, "2026-04", entries["s1"]["date"])
	assert.Equal(t, "2026-05-01", entries["s1"]["urldate"])
	assert.Equal(t, "https://example.org/%7Ba%7D?b=c&d=%20#e", entries["s1"]["url"])
	assert.Contains(t, entries["s1"]["title"], `\textbackslash{}N \textbackslash{} \textbraceleft{}x\textbraceright{} \% \$y\_z \textasciitilde{}\textasciicircum{} \#`)
	assert.NotContains(t, entries["s2"], "url")
	assert.Equal(t, "undated", entries["s2"]["note"])
	readBack(t, "bib", write(t, "bib", builtIn(t)), &entries)
	assert.Contains(t, entries, "bclp")
}

func TestViewsWithoutAnything(t *testing.T) {
	none := func(v *query.View) { v.Kinds = []data.KindID{"dispute"} }
	for _, format := range []string{"graphml", "gexf"} {
		var g readGraph
		readBack(t, format, write(t, format, web(t), none), &g)
		assert.Empty(t, g.Edges)
	}
	var rows []map[string]string
	readBack(t, "csv", write(t, "csv", web(t), none), &rows)
	assert.Empty(t, rows)
	assert.Empty(t, write(t, "bib", web(t), none))
	assert.Equal(t, "[]\n", string(write(t, "csl.json", web(t), none)))
}
