package annex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
	"entangle/seeds"
	"entangle/ui/pace"
	"entangle/ui/paper"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func subject(t testing.TB, content []byte) *picture.Subject {
	t.Helper()
	d, err := format.Parse("web.yaml", content)
	require.NoError(t, err)
	v := picture.View{View: query.Default(d, data.DayOf(2026, 5, 1))}
	return picture.Look(resolve.At(d, v.Moment()), v)
}

func newRuler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

// Every tie in view is there once, with every statement of it, each under the
// number that its source has in the picture.
func TestEvidenceIsComplete(t *testing.T) {
	for name, content := range map[string][]byte{"built-in": seeds.FrontierAI, "example": seeds.Example} {
		s := subject(t, content)
		entries := Evidence(s)
		require.Len(t, entries, len(s.Result.Ties)+len(s.Result.Notes), name)
		labels := map[string]bool{}
		statements, want := 0, 0
		for i, e := range entries {
			assert.Equal(t, i+1, e.Number)
			assert.NotEmpty(t, e.Title)
			assert.Equal(t, i < len(s.Result.Ties), e.Kind != "", "ties first, then notes")
			for _, st := range e.Statements {
				assert.False(t, labels[st.Label], st.Label)
				labels[st.Label] = true
				assert.NotEmpty(t, st.Says)
				statements++
				if st.Source == 0 {
					assert.True(t, st.Past, "only what does not count has no footnote")
				}
			}
		}
		for _, state := range append(s.Result.Ties, s.Result.Notes...) {
			want += len(state.Verdicts)
		}
		assert.Equal(t, want, statements)
	}
}

func TestEvidenceSaysHowStatementsStand(t *testing.T) {
	said := ""
	for _, e := range append(Evidence(subject(t, seeds.Example)), Evidence(subject(t, seeds.FrontierAI))...) {
		for _, st := range e.Statements {
			said += st.Label + " " + st.How + "\n"
		}
		if e.Disagrees != "" {
			said += "disagree on " + e.Disagrees + "\n"
		}
	}
	for _, part := range []string{"stands", "superseded by 1b", "in part superseded by ", "disputed by ", "agrees with ", "disagree on ", "as a fact"} {
		assert.Contains(t, said, part)
	}
	assert.NotContains(t, said, "agrees · agrees")
	assert.NotContains(t, said, "disputed · disputed")
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba", 701: "zz", 702: "aaa"} {
		assert.Equal(t, want, letter(n))
	}
}

// Nothing leaves its page, whatever it says, and each page has its head, its
// foot and its number.
func TestPages(t *testing.T) {
	long := strings.Repeat("An endless sentence about a contract. ", 300) + strings.Repeat("x", 500)
	web := fmt.Sprintf(`format: entangle/1
title: %[1]q
sources: [{id: s, title: %[1]q, url: "https://example.org/a"}, {id: u, title: "ספר"}]
parties: [{id: a, name: A, kind: ai-lab}, {id: b, name: B, kind: cloud}]
ties:
  - {id: t, kind: equity, from: a, to: b, title: %[1]q, statements: [{id: x, source: s, says: %[1]q, stance: fact, status: signed}, {id: y, source: u, says: "מילים", stance: opinion}]}
`, long)
	for name, content := range map[string][]byte{"built-in": seeds.FrontierAI, "example": seeds.Example, "long": []byte(web)} {
		s := subject(t, content)
		pages := Pages(s, s.Dataset.Title, newRuler(t), pace.Pace{})
		require.Greater(t, len(pages), 1, name)
		for i, pg := range pages {
			page := geom.Rect{Min: geom.Point{X: 60, Y: 20}, Max: geom.Point{X: paper.A4Width - 60, Y: paper.A4Height - 20}}
			var all []string
			for _, m := range pg.Layers[0].Marks {
				assert.True(t, page.ContainsRect(m.Bounds), "%s, page %d: %v", name, i, m.Bounds)
				all = append(all, m.Shape.(scene.Text).String)
			}
			text := strings.Join(all, "\n")
			assert.Contains(t, text, "as of 1 May 2026, all that is known")
			assert.Contains(t, text, fmt.Sprintf("Page %d of %d", i+2, len(pages)+1))
			assert.Contains(t, text, "Evidence: ")
			if i > 0 {
				assert.Greater(t, len(all), 5, "no page is empty")
			}
		}
	}
}

func TestPagesLeadToSources(t *testing.T) {
	s := subject(t, seeds.Example)
	links, bookmarks := map[string]bool{}, 0
	for _, pg := range Pages(s, "T", newRuler(t), pace.Pace{}) {
		for _, link := range pg.Layers[0].Links {
			links[link] = true
		}
		bookmarks += len(pg.Bookmarks)
	}
	assert.Equal(t, len(Evidence(s))+2, bookmarks, "the evidence, each entry, the sources")
	for _, f := range s.Footnotes() {
		assert.True(t, f.Link == "" || links[f.Link], f.Link)
	}
}

// An annex holds what the picture shows: a selection has that of the selection.
func TestTheAnnexOfASelection(t *testing.T) {
	s := subject(t, seeds.Example)
	id := string(s.Result.Ties[0].Tie.ID)
	var ties []string
	_, err := s.Write(t.Context(), layouttest.Grid, newRuler(t), picture.Export{
		Format: "pdf", Only: []string{id}, Title: "Mine",
		Annex: func(part *picture.Subject, title string, ruler *style.Ruler, pc pace.Pace) []*paper.Page {
			assert.Equal(t, "Mine", title)
			for _, e := range Evidence(part) {
				if e.Kind != "" {
					ties = append(ties, e.Title)
				}
			}
			return Pages(part, title, ruler, pc)
		},
	})
	require.NoError(t, err)
	assert.Len(t, ties, 1)
}

func TestIf(t *testing.T) {
	assert.Nil(t, If(false))
	require.NotNil(t, If(true))
	s, r := subject(t, seeds.Example), newRuler(t)
	for annexed, least := range map[bool]int{false: 1, true: 3} {
		d, err := s.Write(t.Context(), layouttest.Grid, r, picture.Export{Format: "pdf", Annex: If(annexed)})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, strings.Count(string(d.Content), "<</Type/Page/"), least)
		assert.Equal(t, annexed, strings.Count(string(d.Content), "<</Type/Page/") > 1)
	}
}
