package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/seeds"
	"entangle/ui/scene"
)

func TestSheetsListWhatIsInView(t *testing.T) {
	s := subject(t, string(seeds.FrontierAI))
	counts := Counts(s)
	for _, l := range Lists() {
		sheet := NewSheet(s, l)
		assert.Len(t, sheet.Lines, counts[l], l.Noun())
		assert.Equal(t, l, sheet.List)
		for i := range sheet.Lines {
			assert.NotEmpty(t, sheet.Lines[i].Ref)
			for c := range sheet.Columns {
				assert.NotContains(t, sheet.Cell(i, c), "\n")
			}
		}
	}
	assert.Len(t, NewSheet(s, Ties).Lines, len(s.Result.Ties))
	v := s.View
	v.Parties = []data.PartyID{"openai", "nvidia"}
	narrow := s.Look(v)
	assert.Less(t, Counts(narrow)[Ties], counts[Ties], "the filters of the view hold")
	assert.Len(t, NewSheet(narrow, Ties).Lines, len(narrow.Result.Ties))
}

// Sorting by any column, either way, keeps every line, orders it by what it says,
// and puts what says nothing last.
func TestSorting(t *testing.T) {
	s := subject(t, string(seeds.FrontierAI))
	for _, l := range Lists() {
		sheet := NewSheet(s, l)
		for c, column := range sheet.Columns {
			up, down := sheet.Sorted(c, false), sheet.Sorted(c, true)
			for _, sorted := range []*Sheet{up, down} {
				require.ElementsMatch(t, sheet.Lines, sorted.Lines)
				blank := false
				for i := range sorted.Lines {
					if sorted.Cell(i, c) == "" {
						blank = true
					} else {
						assert.False(t, blank, "%s by %s: what says nothing comes last", l.Noun(), column.Name)
					}
				}
			}
			words := func(sorted *Sheet) (out []string) {
				for i := range sorted.Lines {
					if text := sorted.Cell(i, c); text != "" {
						if _, isNumber := sorted.number(sorted.Lines[i].at, c); isNumber {
							return nil
						}
						out = append(out, strings.ToLower(text))
					}
				}
				return out
			}
			assert.True(t, slices.IsSorted(words(up)), "%s by %s", l.Noun(), column.Name)
			assert.True(t, slices.IsSortedFunc(words(down), func(a, b string) int { return cmp.Compare(b, a) }))
		}
	}
}

func TestAmountsSortBySize(t *testing.T) {
	s := subject(t, string(seeds.FrontierAI))
	sheet := NewSheet(s, Ties).Sorted(7, true)
	var most []string
	for i := range 3 {
		most = append(most, sheet.Cell(i, 7))
	}
	assert.Equal(t, "$250 bn", most[0])
	assert.NotContains(t, most, "2 GW", "what is not money does not stand among sums")
}

func TestALineIsFoundByWhatItIsAbout(t *testing.T) {
	s := subject(t, string(seeds.FrontierAI))
	sheet := NewSheet(s, Ties)
	at := sheet.Find(scene.Ref{Kind: scene.Party, ID: "nvidia"})
	require.GreaterOrEqual(t, at, 0)
	assert.Contains(t, sheet.Cell(at, 0)+sheet.Cell(at, 1), "Nvidia")
	ref := sheet.Lines[5].Ref
	assert.Equal(t, 5, sheet.Find(ref))
	assert.Equal(t, -1, sheet.Find(scene.Ref{}))
	assert.Equal(t, -1, sheet.Find(scene.Ref{Kind: scene.Tie, ID: "nobody"}))
	sources := NewSheet(s, Sources)
	assert.Equal(t, 0, sources.Find(sources.Lines[0].Ref))
	statements := NewSheet(s, Statements)
	assert.Positive(t, statements.Find(sheet.Lines[len(sheet.Lines)-1].Ref), "a statement leads to its tie")
	source := sources.Lines[0].Ref
	ties := 0
	for _, l := range sheet.Lines {
		if l.Holds(source) {
			ties++
		}
	}
	said := 0
	for i, l := range statements.Lines {
		if l.Holds(source) {
			said++
			assert.Equal(t, sources.Cell(0, 0), statements.Cell(i, 4), "a line of the source")
		}
	}
	assert.Equal(t, sources.Cell(0, 6), fmt.Sprint(said), "each of its statements is marked")
	assert.GreaterOrEqual(t, said, ties)
	assert.Positive(t, ties)
}

func BenchmarkSort(b *testing.B) {
	s := subject(b, string(seeds.FrontierAI))
	r := *s.Result
	for len(r.Ties) < 30_000 {
		r.Ties = append(r.Ties, s.Result.Ties...)
	}
	large := *s
	large.Result = &r
	sheet := NewSheet(&large, Ties)
	for b.Loop() {
		sheet.Sorted(0, false)
	}
}
