package query

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// A facet tells two ties apart by each of its values.
func TestFacets(t *testing.T) {
	d := &data.Dataset{
		Sources: []data.Source{{ID: "a", Kind: "news", Reliability: "B"}, {ID: "b"}},
		Parties: []data.Party{{ID: "lab", Kind: data.AILab}, {ID: "cloud", Kind: data.Cloud}, {ID: "product", Kind: data.Product, Parent: "cloud"}, {ID: "fund", Kind: data.Investor}},
		Ties: []data.Tie{
			{ID: "one", Kind: "cloud-commitment", From: "lab", To: "product", Statements: []data.Statement{{
				ID: "one.1", Source: "a", Status: data.Signed, Confidence: 2, Amounts: []data.Amount{{Exact: ptr(5.0), Unit: "USD", Kind: data.Paid}},
			}}},
			{ID: "two", Kind: "silicon-supply", From: "fund", To: "lab", Statements: []data.Statement{{ID: "two.1", Source: "b"}, {ID: "two.2", Source: "b", Disputes: []data.StatementID{"two.1"}}}},
		},
	}
	d.Build()
	for _, c := range []struct {
		facet Facet
		value string
		want  []data.TieID
	}{
		{ByKind, "cloud-commitment", []data.TieID{"one"}},
		{ByBasis, "technical", []data.TieID{"two"}},
		{ByLayer, "cloud", []data.TieID{"one"}},
		{ByLayer, "chips", []data.TieID{"two"}},
		{ByRung, "signed", []data.TieID{"one"}},
		{ByRung, NotRecorded, []data.TieID{"two"}},
		{ByPartyKind, "ai-lab", []data.TieID{"one", "two"}},
		{ByPartyKind, "cloud", []data.TieID{"one"}}, // the firm of the product
		{ByPartyKind, "product", []data.TieID{"one"}},
		{BySource, "a", []data.TieID{"one"}},
		{BySourceKind, "news", []data.TieID{"one"}},
		{BySourceKind, NotRecorded, []data.TieID{"two"}},
		{ByReliability, "B", []data.TieID{"one"}},
		{ByReliability, NotRecorded, []data.TieID{"two"}},
		{ByConfidence, "2", []data.TieID{"one"}},
		{ByAmount, Exact, []data.TieID{"one"}},
		{ByAmount, NotRecorded, []data.TieID{"two"}},
		{ByDispute, Disputed, []data.TieID{"two"}},
		{ByDispute, Undisputed, []data.TieID{"one"}},
		{ByRung, "absent", nil},
	} {
		v := Default(d, 0)
		v.Status = StatusAll
		v = v.Choose(c.facet, c.value)
		assert.Equal(t, c.want, tieIDs(apply(d, v)), "%s %s", c.facet, c.value)
		assert.Equal(t, []string{c.value}, v.Chosen(c.facet))
		assert.True(t, v.Filtered())
		assert.False(t, v.Without(string(c.facet)).Filtered())
		assert.Len(t, apply(d, v.Toggle(c.facet, c.value)).Ties, 2, "chosen twice is not chosen")
	}
	assert.Nil(t, View{}.Chosen("nonsense"))
	assert.True(t, View{}.Equal(View{}.Choose("nonsense", "x")))
}

func tieIDs(r *Result) []data.TieID {
	var out []data.TieID
	for _, s := range r.Ties {
		out = append(out, s.Tie.ID)
	}
	return out
}

// What a choice promises is what is shown when it alone is made.
func TestChoicesCountWhatWouldBeShown(t *testing.T) {
	eachOf(t, 40, func(t *testing.T, d *data.Dataset, v View) {
		for _, c := range Choices(resolve.At(d, v.Moment()), v) {
			if c.Facet == ByStatus || c.Facet == ByParty {
				continue
			}
			shown := map[string]bool{}
			for _, o := range c.Options {
				assert.Len(t, apply(d, v.Choose(c.Facet, o.Value)).Ties, o.Ties, "%s %s", c.Facet, o.Value)
				assert.Equal(t, meets([]string{o.Value}, v.Chosen(c.Facet)), o.On)
				shown[o.Value] = true
			}
			f, _ := facetOf(c.Facet)
			for _, value := range f.all(d) {
				if !shown[value] {
					assert.Empty(t, apply(d, v.Unfiltered().Without("status").Choose(c.Facet, value)).Ties, "%s %s is not offered", c.Facet, value)
				}
			}
		}
	})
}

func TestChoicesOfStatus(t *testing.T) {
	eachOf(t, 40, func(t *testing.T, d *data.Dataset, v View) {
		c := Choices(resolve.At(d, v.Moment()), v)[0]
		require.Equal(t, ByStatus, c.Facet)
		for i, word := range Statuses() {
			w := v
			w.Status = word
			assert.Equal(t, Option{word, word == v.Status, len(apply(d, w).Ties)}, c.Options[i])
		}
	})
}

// A firm's count is the ties of it that are shown with it among those chosen.
func TestChoicesOfParties(t *testing.T) {
	eachOf(t, 40, func(t *testing.T, d *data.Dataset, v View) {
		if v.Focus != "" {
			v.Focus = "" // near is asked of the firm's ties alone there
		}
		choices := Choices(resolve.At(d, v.Moment()), v)
		c := choices[len(choices)-1]
		require.Equal(t, ByParty, c.Facet)
		for _, o := range c.Options {
			id := data.PartyID(o.Value)
			w := v
			if !o.On {
				w = v.ToggleParty(d, id)
			}
			n := 0
			for _, s := range apply(d, w).Ties {
				if slices.ContainsFunc(s.Tie.Parties(), func(p data.PartyID) bool { return d.Within(p, id) }) {
					n++
				}
			}
			assert.Equal(t, n, o.Ties, "%s, chosen %v", id, w.Parties)
		}
	})
}

func TestTogglingParties(t *testing.T) {
	d := (&data.Dataset{Parties: []data.Party{{ID: "a"}, {ID: "a1", Parent: "a"}, {ID: "b"}, {ID: "c"}}}).Build()
	v := View{}.ToggleParty(d, "b")
	assert.Equal(t, []data.PartyID{"a", "c"}, v.Parties, "all but one")
	w := v.ToggleParty(d, "c")
	assert.Equal(t, []data.PartyID{"a"}, w.Parties)
	assert.Equal(t, []data.PartyID{"a", "c"}, v.Parties, "a view is never changed in place")
	assert.Empty(t, v.ToggleParty(d, "b").Parties, "all of them is no filter")
}

// Taking away what is said to hide a tie shows it, and no less does.
func TestHiddenBy(t *testing.T) {
	eachOf(t, 40, func(t *testing.T, d *data.Dataset, v View) {
		web, r := resolve.At(d, v.Moment()), apply(d, v)
		for i := range d.Ties {
			id := d.Ties[i].ID
			by := HiddenBy(web, v, id)
			if !web.Tie(id).Counts || r.Holds(id) {
				assert.Empty(t, by)
				continue
			}
			require.NotEmpty(t, by, id)
			w := v
			for _, name := range by {
				assert.False(t, Apply(web, w).Holds(id))
				w = w.Without(name)
			}
			assert.True(t, Apply(web, w).Holds(id), "%s, hidden by %v", id, by)

			wide := Apply(web, v.Widened(web, id))
			assert.True(t, wide.Holds(id), "%s, hidden by %v", id, by)
			for _, s := range r.Ties {
				assert.True(t, wide.Holds(s.Tie.ID), "%s was shown before", s.Tie.ID)
			}
		}
	})
}

// What passes on a day passes on some day, so that no box moves with the date.
func TestFacetsOnAnyDay(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		v.Focus = ""
		web := resolve.At(d, v.Moment())
		ever := Ever(web, v)
		for _, s := range Apply(web, v).Ties {
			assert.True(t, ever.Holds(s.Tie.ID), s.Tie.ID)
		}
	})
}

func TestFacetsAreStored(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *data.Dataset, v View) {
		content, err := json.Marshal(v)
		require.NoError(t, err)
		var back View
		require.NoError(t, json.Unmarshal(content, &back))
		assert.True(t, v.Equal(back), "%s", content)
	})
	var v View
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"as_of":"2026-01-01","facets":{"nonsense":["x"]}}`), &v), `no filter "nonsense"`)
	assert.Error(t, json.Unmarshal([]byte(`{"as_of":"2026-01-01","facets":{"kinds":["x"]}}`), &v), "it has a name of its own")
}

func TestWhatADatasetLacks(t *testing.T) {
	d := (&data.Dataset{Sources: []data.Source{{ID: "s"}}}).Build()
	v := View{}.Choose(BySource, "s", "gone").Choose(ByKind, "equity", "bribe")
	errs := v.Check(d)
	require.Len(t, errs, 2)
	assert.EqualError(t, errs[0], `the dataset has no kind "bribe"`)
	assert.EqualError(t, errs[1], `the dataset has no source "gone"`)
	kept, lost := v.Held(d)
	assert.Equal(t, []string{"bribe", "gone"}, lost)
	assert.Equal(t, []string{"s"}, kept.Chosen(BySource))
	assert.Equal(t, []string{"equity"}, kept.Chosen(ByKind))
	assert.Equal(t, []string{"s", "gone"}, v.Chosen(BySource), "the view itself is as it was")
}
