package query

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// revised is a dataset of ties that change in one field each.
func revised(t testing.TB) *data.Dataset {
	at := func(id, effective string, status data.Status, change func(*data.Statement)) data.Statement {
		s := says(id, status)
		s.Effective = date(t, effective)
		if change != nil {
			change(&s)
		}
		return s
	}
	amount := func(x float64) func(*data.Statement) {
		return func(s *data.Statement) { s.Amounts = []data.Amount{usd(data.Committed, x)} }
	}
	end := func(text string) func(*data.Statement) {
		return func(s *data.Statement) { s.End = date(t, text) }
	}
	rival := at("holds2", "2025", data.Signed, nil)
	rival.Disputes = []data.StatementID{"holds1"}
	return (&data.Dataset{
		Sources: []data.Source{{ID: "s1"}, {ID: "s2"}},
		Parties: []data.Party{{ID: "x"}, {ID: "y"}},
		Ties: []data.Tie{
			tie("same", "x", "y", "equity", at("same1", "2020", data.Signed, amount(5))),
			tie("agrees", "x", "y", "equity", at("agrees1", "2020", data.Signed, amount(5)), at("agrees2", "2025", data.Signed, amount(5))),
			tie("new", "x", "y", "hosting", at("new1", "2025", data.Signed, nil)),
			tie("over", "x", "y", "purchase", at("over1", "2020", data.Signed, end("2024"))),
			tie("quit", "x", "y", "equity", at("quit1", "2020", data.Signed, nil), at("quit2", "2025", data.Terminated, nil)),
			tie("status", "x", "y", "equity", at("status1", "2020", data.Signed, nil), at("status2", "2025", data.InForce, nil)),
			tie("start", "x", "y", "equity", at("start1", "2020", data.Signed, func(s *data.Statement) { s.Start = date(t, "2020") }),
				at("start2", "2025", "", func(s *data.Statement) { s.Start = date(t, "2021") })),
			tie("end", "x", "y", "equity", at("end1", "2020", data.Signed, end("2030")), at("end2", "2025", "", end("2032"))),
			tie("amount", "x", "y", "equity", at("amount1", "2020", data.Signed, amount(5)), at("amount2", "2025", "", amount(7))),
			tie("written", "x", "y", "equity", at("written1", "2020", data.Signed, end("2030")), at("written0", "2025", "", end("2030~"))),
			tie("holds", "x", "y", "equity", at("holds1", "2020", data.Signed, nil), rival),
			tie("never", "x", "y", "ip-licence", at("never1", "2020", data.Announced, nil)),
		},
	}).Build()
}

func idsOf(list []TieDiff) []string {
	out := []string{}
	for _, t := range list {
		out = append(out, string(t.ID))
	}
	return out
}

func TestCompareTellsWhatChanged(t *testing.T) {
	d := revised(t)
	on := func(year int) *Result {
		return look(t, d, func(v *View) { v.AsOf = data.DayOf(year, 12, 31) })
	}
	diff := Compare(on(2023), on(2026))
	assert.Equal(t, []string{"new"}, idsOf(diff.Added))
	assert.Equal(t, []string{"over", "quit"}, idsOf(diff.Ended))
	assert.Equal(t, []string{"amount", "end", "holds", "start", "status"}, idsOf(diff.Amended))
	assert.Equal(t, []string{"agrees", "same", "written"}, idsOf(diff.Unchanged), "a further source changes nothing, nor does another way to write a date")
	assert.Equal(t, 1, diff.Neither)
	for _, a := range diff.Amended {
		field := map[string]string{"amount": "amount/USD/committed/one-off"}[string(a.ID)]
		if field == "" {
			field = string(a.ID)
		}
		from := []data.StatementID{data.StatementID(a.ID + "1")}
		to := []data.StatementID{data.StatementID(a.ID + "2")}
		if a.ID == "holds" {
			from, to = nil, []data.StatementID{"holds1", "holds2"}
		}
		require.Len(t, a.Fields, 1, a.ID)
		assert.Equal(t, FieldDiff{field, from, to}, a.Fields[0])
	}
	require.NotNil(t, diff.Jaccard)
	assert.InDelta(t, 1.0/3, *diff.Jaccard, 1e-12, "equity and purchase before, equity and hosting after")
}

func TestCompareFollowsTheFilters(t *testing.T) {
	d := revised(t)
	on := func(year int, kinds ...data.KindID) *Result {
		return look(t, d, func(v *View) { v.AsOf, v.Kinds = data.DayOf(year, 12, 31), kinds })
	}
	diff := Compare(on(2023, "purchase"), on(2026, "purchase"))
	assert.Equal(t, []string{"over"}, idsOf(diff.Ended))
	assert.Empty(t, slices.Concat(diff.Added, diff.Amended, diff.Unchanged))
	diff = Compare(on(2023, "equity"), on(2023, "purchase"))
	assert.Equal(t, []string{"over"}, idsOf(diff.Added), "filters may differ too")
	assert.Nil(t, Compare(on(2023, "carve-out"), on(2026, "carve-out")).Jaccard)
}

func TestCompareTwoDatasets(t *testing.T) {
	a, b := revised(t), revised(t)
	b.Ties = slices.DeleteFunc(b.Ties, func(t data.Tie) bool { return t.ID == "same" })
	b.Build()
	on := func(d *data.Dataset) *Result {
		return look(t, d, func(v *View) { v.AsOf = data.DayOf(2023, 12, 31) })
	}
	assert.Equal(t, []string{"same"}, idsOf(Compare(on(a), on(b)).Ended))
	assert.Equal(t, []string{"same"}, idsOf(Compare(on(b), on(a)).Added))
}

// TestCompareMirrors: the diff of a and b is that of b and a read backwards, a
// view differs in nothing from itself, and every tie that is present stands in
// exactly one list.
func TestCompareMirrors(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := rand.New(rand.NewPCG(uint64(len(v.Parties)), uint64(v.Hops)))
		w := v
		w.AsOf = data.DayOf(2020+r.IntN(8), 6, 1)
		a, b := apply(d, v), apply(d, w)
		there, back := Compare(a, b), Compare(b, a)
		assert.Equal(t, idsOf(there.Added), idsOf(back.Ended))
		assert.Equal(t, idsOf(there.Ended), idsOf(back.Added))
		assert.Equal(t, idsOf(there.Unchanged), idsOf(back.Unchanged))
		assert.Equal(t, there.Jaccard, back.Jaccard)
		assert.Equal(t, there.Neither, back.Neither)
		require.Equal(t, idsOf(there.Amended), idsOf(back.Amended))
		for i, one := range there.Amended {
			for j, f := range one.Fields {
				assert.Equal(t, FieldDiff{f.Field, f.To, f.From}, back.Amended[i].Fields[j])
			}
		}
		same := Compare(a, a)
		assert.Empty(t, slices.Concat(same.Added, same.Ended, same.Amended))

		met := map[string]int{}
		for _, id := range slices.Concat(idsOf(there.Added), idsOf(there.Ended), idsOf(there.Amended), idsOf(there.Unchanged)) {
			met[id]++
		}
		want := map[string]int{}
		for _, s := range slices.Concat(a.Ties, b.Ties) {
			if s.InForce != resolve.False {
				want[string(s.Tie.ID)] = 1
			}
		}
		assert.Equal(t, want, met)
	})
}
