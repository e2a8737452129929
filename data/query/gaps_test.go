package query

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

func TestFindGaps(t *testing.T) {
	by := func(id, source, locator string, change func(*data.Statement)) data.Statement {
		s := says(id, data.Signed)
		s.Source, s.Locator = data.SourceID(source), locator
		if change != nil {
			change(&s)
		}
		return s
	}
	effective := func(text string) func(*data.Statement) {
		return func(s *data.Statement) { s.Effective = date(t, text) }
	}
	gone := by("gone1", "old", "¶1", nil)
	heir := by("gone2", "none", "", func(s *data.Statement) { s.Supersedes = []data.StatementID{"gone1"} })
	more := by("torn2", "new", "¶2", nil)
	less := by("torn1", "old", "¶2", effective("2026-04"))
	more.Amounts, less.Amounts = []data.Amount{usd(data.Paid, 6)}, []data.Amount{usd(data.Paid, 5)}
	d := (&data.Dataset{
		AsOf: date(t, "2026-05-01"),
		Sources: []data.Source{
			{ID: "new", Published: date(t, "2026-04")},
			{ID: "none"},
			{ID: "old", Published: date(t, "2025-05-01")},
			{ID: "unread"},
			{ID: "known", Known: date(t, "2025-04-30")},
		},
		Parties: []data.Party{{ID: "x"}, {ID: "unit", Parent: "x"}, {ID: "y"}, {ID: "z"}},
		Ties: []data.Tie{
			tie("fine", "x", "y", "equity", by("fine1", "new", "¶1", nil), by("fine2", "old", "¶1", nil)),
			tie("undated", "unit", "y", "equity", by("undated1", "none", "¶1", nil)),
			tie("own-date", "unit", "y", "equity", by("own-date1", "none", "¶1", effective("2025"))),
			tie("aged", "x", "z", "hosting", by("aged1", "known", "¶1", nil)),
			tie("same-day", "x", "z", "hosting", by("same-day1", "old", "¶1", nil)),
			tie("gone", "x", "z", "hosting", gone, heir),
			tie("torn", "unit", "x", "hosting", less, more),
			tie("later", "x", "y", "equity", by("later1", "new", "", effective("2030"))),
		},
		Notes: []data.Note{{ID: "n", About: []string{"x"}, Statements: []data.Statement{by("n1", "new", "", nil)}}},
	}).Build()
	got := FindGaps(resolve.At(d, resolve.On(data.DayOf(2026, 5, 1))), 365)
	assert.Equal(t, Thin{Ties: 7, With: [5]int{4, 1, 1, 1, 1}}, got.All)
	assert.Equal(t, []data.TieID{"aged", "own-date", "same-day", "undated"}, got.Ties[SingleSourced])
	assert.Equal(t, []data.TieID{"gone"}, got.Ties[Uncited], "the place that a superseded statement gives is no place any more")
	assert.Equal(t, []data.TieID{"undated"}, got.Ties[Undated])
	assert.Equal(t, []data.TieID{"torn"}, got.Ties[Torn])
	assert.Equal(t, []data.TieID{"aged"}, got.Ties[Stale], "a year and a day; a year is not too old, nor is a year in which that day lies")
	assert.Equal(t, []ThinParty{
		{"x", Thin{7, [5]int{4, 1, 1, 1, 1}}}, {"y", Thin{3, [5]int{2, 0, 1, 0, 0}}}, {"z", Thin{3, [5]int{2, 1, 0, 0, 1}}},
	}, got.Parties, "units count for their firm, once")
	assert.Equal(t, []ThinKind{{"equity", Thin{3, [5]int{2, 0, 1, 0, 0}}}, {"hosting", Thin{4, [5]int{2, 1, 0, 1, 1}}}}, got.Kinds)
	assert.Equal(t, []ThinSource{
		{"known", 1, 0, true, Thin{1, [5]int{1, 0, 0, 0, 1}}},
		{"new", 3, 1, true, Thin{2, [5]int{0, 0, 0, 1, 0}}},
		{"none", 3, 1, false, Thin{3, [5]int{2, 1, 1, 0, 0}}},
		{"old", 4, 0, true, Thin{4, [5]int{1, 1, 0, 1, 0}}},
		{"unread", 0, 0, false, Thin{}},
	}, got.Sources)
	assert.Empty(t, FindGaps(resolve.At(d, resolve.On(data.DayOf(2026, 5, 1))), 366).Ties[Stale])
}

// TestGapsAddUp: every row counts no more than the whole, and the whole agrees
// with the coverage.
func TestGapsAddUp(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		web := resolve.At(d, v.Moment())
		got, c := FindGaps(web, 100), Cover(web)
		assert.Equal(t, c.SingleSource, got.All.With[SingleSourced])
		assert.Equal(t, c.Disputed, got.All.With[Torn])
		kinds := Thin{}
		for _, k := range got.Kinds {
			kinds.Ties += k.Ties
			for g, n := range k.With {
				kinds.With[g] += n
				assert.LessOrEqual(t, n, k.Ties)
			}
		}
		assert.Equal(t, got.All, kinds, "a tie has one kind")
		for g, ties := range got.Ties {
			assert.Len(t, ties, got.All.With[g])
		}
	})
}
