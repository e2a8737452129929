package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/seeds"
	"entangle/ui/golden"
	"entangle/ui/picture"
)

// revised is the invented example, compared with the first day of 2025.
func revised(t testing.TB) *picture.Subject {
	t.Helper()
	d, err := format.Parse(seeds.ExampleName, seeds.Example)
	require.NoError(t, err)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	return picture.Look(resolve.At(d, v.Moment()), picture.View{View: v, Since: data.DayOf(2025, 1, 1)})
}

func TestGoldenPagesOfTime(t *testing.T) {
	s := revised(t)
	golden.Text(t, "history.txt", History(s, "alpha-beta-commitment").Text())
	golden.Text(t, "changes.txt", Answer(s, WhatChanged).Text())
	golden.Text(t, "ahead.txt", Answer(s, WhatEndsNext).Text())
}

// Any version but that of the day itself can be opened as if its day were today.
func TestVersionsCanBeOpened(t *testing.T) {
	h := History(revised(t), "alpha-beta-commitment")
	var days []string
	for _, section := range h.Sections {
		for _, r := range section.Rows {
			if r.Act.Verb == LookAsOf {
				days = append(days, r.Act.Value)
			}
		}
	}
	assert.Equal(t, []string{"2024-03-12", "2024-09-01", "2025-06-18"}, days)
	assert.Nil(t, History(revised(t), "nothing"))
}

// Every tie that changed has a row with its sources, and nothing else has.
func TestTheListOfChangesIsTheComparison(t *testing.T) {
	s := revised(t)
	rows := map[string]Row{}
	for _, section := range Answer(s, WhatChanged).Sections {
		for _, r := range section.Rows {
			rows[r.Ref.ID] = r
		}
	}
	assert.Len(t, rows, s.Compared.Changed())
	for _, list := range [][]query.TieDiff{s.Compared.Added, s.Compared.Ended, s.Compared.Amended} {
		for _, tie := range list {
			row := rows[string(tie.ID)]
			assert.NotEmpty(t, row.Words, "%s", tie.ID)
			assert.Contains(t, row.Aside, "(", "%s names its sources", tie.ID)
		}
	}
	plain := s.View
	plain.Since = 0
	assert.Contains(t, Answer(s.Look(plain), WhatChanged).Text(), "No second day is chosen.")
}

func TestNothingKnownYet(t *testing.T) {
	s := revised(t)
	v := s.View
	v.KnownOn = data.DayOf(2020, 1, 1)
	assert.Contains(t, History(s.Look(v), "alpha-beta-commitment").Text(), "No statement about this tie was known yet.")
}

// A list that is too long to be read is cut, and says how much is missing.
func TestLongListsAreCutAndSaySo(t *testing.T) {
	d := deals.Make(deals.Sizes()[2], 1)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	s := picture.Look(resolve.At(d, v.Moment()), picture.View{View: v, Since: data.DayOf(2024, 1, 1)})
	cut := 0
	for _, q := range []Question{WhatEndsNext, WhatChanged, WhoSupplies} {
		for _, section := range Answer(s, q).Sections {
			assert.LessOrEqual(t, len(section.Rows), mostRows+1, section.Title)
			if len(section.Rows) > mostRows {
				cut++
				assert.Contains(t, section.Rows[mostRows].Words, "more")
			}
		}
	}
	assert.Positive(t, cut)
}
