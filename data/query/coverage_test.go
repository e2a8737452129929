package query

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

func TestCover(t *testing.T) {
	unknown := says("b", data.Signed)
	unknown.Amounts = []data.Amount{usd(data.Paid, 5), {Unknown: true, Text: "billions"}}
	ranged := says("c", data.Signed)
	ranged.Amounts = []data.Amount{usd(data.Paid, 5), {Max: ptr(5), Unit: "EUR", Kind: data.Paid}}
	exact, none := says("d", data.Signed), says("e", data.Signed)
	exact.Amounts = []data.Amount{usd(data.Paid, 5)}
	one, two := says("f", data.Signed), says("g", data.Signed)
	one.Amounts, two.Amounts = []data.Amount{usd(data.Paid, 5)}, []data.Amount{usd(data.Paid, 6)}
	two.Source = "s2"
	later := says("h", data.Signed)
	later.Effective = date(t, "2030")
	d := (&data.Dataset{
		Sources: []data.Source{{ID: "s1"}, {ID: "s2"}},
		Parties: []data.Party{{ID: "x"}, {ID: "y"}},
		Ties: []data.Tie{
			tie("1", "x", "y", "equity", unknown),
			tie("2", "x", "y", "equity", ranged),
			tie("3", "x", "y", "equity", exact),
			tie("4", "x", "y", "equity", none),
			tie("5", "x", "y", "equity", one, two),
			tie("6", "x", "y", "equity", later),
		},
		Notes: []data.Note{{ID: "n", About: []string{"x"}, Statements: []data.Statement{says("i", "")}}},
	}).Build()
	c := Cover(resolve.At(d, resolve.On(data.DayOf(2026, 5, 1))))
	assert.Equal(t, Coverage{
		Sources: 2, Parties: 2, Ties: 6, Statements: 8, Notes: 1, SingleSource: 4, Disputed: 1,
		Amounts: AmountsByKind{Exact: 1, Ranged: 2, Unknown: 1, NotRecorded: 1},
	}, c)
}

func TestUpcoming(t *testing.T) {
	with := func(id, start, end string, status data.Status) data.Statement {
		s := says(id, status)
		s.Start, s.End = date(t, start), date(t, end)
		return s
	}
	other := with("b2", "", "2027-02", data.Signed)
	d := (&data.Dataset{
		AsOf:    date(t, "2026-05-01"),
		Sources: []data.Source{{ID: "s1"}},
		Parties: []data.Party{{ID: "x"}, {ID: "y"}},
		Ties: []data.Tie{
			tie("a", "x", "y", "equity", with("a1", "2026-06-01", "2026", data.Signed)),
			tie("b", "x", "y", "equity", with("b1", "", "2027-01", data.Signed), other),
			tie("c", "x", "y", "equity", with("c1", "2020", "2026-05-01", data.Signed)),
			tie("d", "x", "y", "equity", with("d1", "2020", "2026-04-30", data.Signed)),
			tie("e", "x", "y", "equity", with("e1", "", "2030", data.Terminated)),
			tie("f", "x", "y", "equity", with("f1", "", "2026-05-02/..", data.Signed)),
		},
	}).Build()
	var got [][]any
	for _, e := range Upcoming(look(t, d, nil)) {
		got = append(got, []any{string(e.Tie.Tie.ID), e.Begins, e.Least, e.Most, e.Disputed})
	}
	assert.Equal(t, [][]any{
		{"c", false, 0, 0, false},
		{"a", false, 0, 244, false},
		{"f", false, 1, -1, false},
		{"a", true, 31, 31, false},
		{"b", false, 245, 275, true},
		{"b", false, 276, 303, true},
	}, got)
}

func TestDisputes(t *testing.T) {
	one, two := says("f", data.Signed), says("g", data.Signed)
	one.Amounts, two.Amounts = []data.Amount{usd(data.Paid, 5)}, []data.Amount{usd(data.Paid, 6)}
	d := (&data.Dataset{
		Sources: []data.Source{{ID: "s1"}}, Parties: []data.Party{{ID: "x"}, {ID: "y"}},
		Ties: []data.Tie{tie("a", "x", "y", "equity", one, two), tie("b", "x", "y", "equity", says("h", data.Signed))},
	}).Build()
	disputes := Disputes(look(t, d, nil))
	require.Len(t, disputes, 1)
	assert.Equal(t, []string{"amount/USD/paid/one-off"}, disputes[0].Fields)
}

func TestViewSurvivesStorage(t *testing.T) {
	for _, v := range []View{
		Default(web(t), 0),
		{AsOf: data.DayOf(2026, 5, 1), KnownOn: data.DayOf(2026, 3, 1), Status: "all", Kinds: []data.KindID{"equity"}, Basis: data.Technical, Parties: []data.PartyID{"o", "m"}, Focus: "o", Hops: 3, Direction: Out, Products: true},
	} {
		content, err := json.Marshal(v)
		require.NoError(t, err)
		var back View
		require.NoError(t, json.Unmarshal(content, &back))
		assert.True(t, v.Equal(back), string(content))
	}
	for _, bad := range []string{`{}`, `{"as_of": "soon"}`, `{"as_of": "2026", "known_on": "x"}`, `{"as_of": "2026", "status": "sure"}`, `{"as_of": "2026", "hops": -1}`, `[]`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &View{}), bad)
	}
}
