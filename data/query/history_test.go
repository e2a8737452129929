package query

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// chain is a contract with everything that can become of one: first said without
// a date, announced, said again, amended, restated and ended.
func chain(t testing.TB) *data.Dataset {
	at := func(id, effective string, status data.Status, change func(*data.Statement)) data.Statement {
		s := says(id, status)
		s.Effective = date(t, effective)
		if change != nil {
			change(&s)
		}
		return s
	}
	committed := func(x float64) []data.Amount { return []data.Amount{usd(data.Committed, x)} }
	return (&data.Dataset{
		Sources: []data.Source{{ID: "s1"}, {ID: "late", Published: date(t, "2027-05-01")}},
		Parties: []data.Party{{ID: "x"}, {ID: "y"}},
		Ties: []data.Tie{tie("c", "x", "y", "cloud-commitment",
			at("ended", "2026-03", data.Terminated, nil),
			at("undated", "", data.Rumoured, nil),
			at("announced", "2024-01", data.Announced, func(s *data.Statement) { s.Amounts = committed(10) }),
			at("again", "2024-03", data.Announced, func(s *data.Statement) { s.Amounts = committed(10) }),
			at("amended", "2024-06", "", func(s *data.Statement) { s.Amounts, s.Change = committed(12), data.Tightened }),
			at("restated", "2025-01", data.Signed, func(s *data.Statement) {
				s.Amounts, s.Withdraws = committed(20), []data.StatementID{"amended", "again", "announced"}
			}),
			func() data.Statement { s := says("unknown", data.Signed); s.Source = "late"; return s }(),
		)},
	}).Build()
}

func TestHistory(t *testing.T) {
	d := chain(t)
	web := resolve.At(d, resolve.Moment{AsOf: data.DayOf(2024, 2, 1), KnownOn: data.DayOf(2026, 12, 31)})
	var got [][]string
	for _, v := range History(web, "c") {
		row := []string{string(v.Sort)}
		for _, s := range v.Statements {
			row = append(row, string(s.Statement.ID))
		}
		for _, f := range v.Fields {
			row = append(row, f.Field)
		}
		got = append(got, row)
	}
	assert.Equal(t, [][]string{
		{"original", "undated"},
		{"amended", "announced", "amount/USD/committed/one-off", "status"},
		{"confirmed", "again"},
		{"amended", "amended", "amount/USD/committed/one-off"},
		{"restated", "restated", "amount/USD/committed/one-off", "status"},
		{"ended", "ended", "status"},
	}, got, "in the order in which they took effect, whatever day is looked at; what is not known is left out")
	assert.Nil(t, History(web, "none"))
	whole := History(resolve.At(d, resolve.On(data.DayOf(2024, 2, 1))), "c")
	assert.Len(t, whole, 7, "all that is known")
}

// Each version is the tie as it is on its day.
func TestAVersionIsTheTieOnItsDay(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		web := resolve.At(d, v.Moment())
		for i := range d.Ties {
			list := History(web, d.Ties[i].ID)
			statements := 0
			for n, version := range list {
				statements += len(version.Statements)
				if day, dated := version.Day(); dated {
					m := v.Moment()
					m.AsOf = day
					require.Equal(t, resolve.At(d, m).Tie(d.Ties[i].ID).Status, version.After.Status)
				}
				require.Equal(t, n == 0, version.Sort == Original)
			}
			require.Len(t, d.Ties[i].Statements, statements, "known without a limit, each statement is of one version")
		}
	})
}

func TestOverAndUndated(t *testing.T) {
	d := chain(t)
	on := func(y int, m int) *resolve.State {
		return resolve.At(d, resolve.Moment{AsOf: date(t, "2020-01-01").First() + data.Day((y-2020)*366+m*31), KnownOn: data.DayOf(2026, 12, 31)}).Tie("c")
	}
	assert.True(t, RestsOnUndated(d, on(2021, 0)), "the rumour alone counts")
	assert.False(t, RestsOnUndated(d, on(2025, 6)))
	assert.False(t, Over(on(2025, 6), data.DayOf(2025, 6, 1)))
	assert.True(t, Over(on(2026, 8), data.DayOf(2026, 9, 1)), "terminated")
}

func TestEndedTiesAreDottedDimmedOrHidden(t *testing.T) {
	d := web(t)
	all := ids(look(t, d, nil).Ties)
	assert.Contains(t, all, "t3", "its last day has passed")
	assert.Contains(t, all, "t4", "it lapsed")
	hidden := look(t, d, func(v *View) { v.Ended = EndedHidden })
	assert.NotContains(t, ids(hidden.Ties), "t3")
	assert.NotContains(t, ids(hidden.Ties), "t4")
	assert.Contains(t, hidden.Hidden.By, Reason{beingOver, 2}, "and they are counted")
	assert.Equal(t, all, ids(look(t, d, func(v *View) { v.Ended = EndedDimmed }).Ties))
	v := hidden.View
	assert.Equal(t, ids(ever(d, look(t, d, nil).View).Ties), ids(ever(d, v).Ties), "they keep their place")
	for _, word := range EndedChoices() {
		_, ok := ParseEnded(word)
		assert.True(t, ok)
	}
	_, ok := ParseEnded("gone")
	assert.False(t, ok)
}
