package picture

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Whatever the filters are, nothing dangles: no mark, label, count, legend entry
// or source of what is hidden, and no box without a line.
func TestNothingDangles(t *testing.T) {
	ruler := newRuler(t)
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 7))
		d := deals.Make(deals.Size{Parties: 12, Ties: 40, Statements: 60}, seed)
		v := View{View: filtered(r, d)}
		s := Look(resolve.At(d, v.Moment()), v)
		sc := s.Compose(placed(t, s, ruler), scene.Look{Palette: style.Of(style.Light)}, ruler)
		ties, ends := inView(s)
		for m := range sc.Marks() {
			switch m.Ref.Kind {
			case scene.Party:
				assert.True(t, ends[data.PartyID(m.Ref.ID)], "a box without a line: %s", m.Ref.ID)
			case scene.Bundle:
				assert.NotNil(t, s.Bundle(m.Ref.ID), m.Ref.ID)
			case scene.Tie:
				assert.True(t, ties[data.TieID(m.Ref.ID)], "a line that is hidden: %s", m.Ref.ID)
			}
		}
		assert.Equal(t, words.Count(len(ends), "party")+", "+words.Count(len(ties), "tie"), s.Counts())
		assertLegend(t, s, sc)
		assertSources(t, s)
		all := query.Apply(s.Web, v.Unfiltered().Without("status"))
		assert.Len(t, all.Ties, len(ties)+s.Result.Hidden.Ties)
		if t.Failed() {
			t.Fatalf("seed %d: %+v", seed, v)
		}
	}
}

// filtered is a view with some filters.
func filtered(r *rand.Rand, d *data.Dataset) query.View {
	v := query.Default(d, today)
	v.Status = query.Statuses()[r.IntN(len(query.Statuses()))]
	v.Products = r.IntN(3) == 0
	names := []query.Facet{
		query.ByKind, query.ByBasis, query.ByLayer, query.ByRung, query.ByPartyKind, query.BySource, query.BySourceKind,
		query.ByReliability, query.ByConfidence, query.ByAmount, query.ByDispute,
	}
	for range r.IntN(3) {
		name := names[r.IntN(len(names))]
		values := query.Values(d, name)
		for range 1 + r.IntN(len(values)) {
			v = v.Toggle(name, values[r.IntN(len(values))])
		}
	}
	if r.IntN(4) == 0 {
		v = v.ToggleParty(d, d.Parties[r.IntN(len(d.Parties))].ID)
	}
	if r.IntN(4) == 0 {
		v.Focus, v.Hops = d.Parties[r.IntN(len(d.Parties))].ID, 1+r.IntN(2)
	}
	return v
}

// inView is the ties in view, and the boxes at their ends.
func inView(s *Subject) (map[data.TieID]bool, map[data.PartyID]bool) {
	ties, ends := map[data.TieID]bool{}, map[data.PartyID]bool{}
	for _, b := range s.Drawing.Bundles {
		ends[b.From], ends[b.To] = true, true
		for _, t := range b.Ties {
			ties[t.Tie.ID] = true
		}
	}
	return ties, ends
}

// assertLegend asks that the legend explains what is drawn and nothing else.
func assertLegend(t *testing.T, s *Subject, sc *scene.Scene) {
	t.Helper()
	var layers []data.LayerID
	dashes := map[style.Dash]bool{}
	several, disputed := false, false
	for _, b := range s.Drawing.Bundles {
		l := s.line(&b)
		if !slices.Contains(layers, l.Layer) {
			layers = append(layers, l.Layer)
		}
		dashes[l.Dash] = true
		several = several || len(b.Ties) > 1
		disputed = disputed || l.Disputed
	}
	var explained []data.LayerID
	for _, e := range sc.Shown.Entries {
		switch e.Sign {
		case scene.HueSign:
			explained = append(explained, e.Layer)
		case scene.DashSign:
			require.True(t, dashes[e.Dash], e.Words)
			delete(dashes, e.Dash)
		case scene.WidthSign:
			assert.True(t, several)
		case scene.DisputeSign:
			assert.True(t, disputed)
		}
	}
	assert.ElementsMatch(t, layers, explained)
	assert.Empty(t, dashes, "a dash that is not explained")
}

// assertSources asks that each source that is listed says something of what is
// in view.
func assertSources(t *testing.T, s *Subject) {
	t.Helper()
	var cited []data.SourceID
	for _, state := range append(slices.Clone(s.Result.Ties), s.Result.Notes...) {
		for _, st := range query.Counting(state) {
			cited = append(cited, st.Source)
		}
	}
	slices.Sort(cited)
	assert.Equal(t, slices.Compact(cited), s.Result.Sources)
}

// What is out of focus is dimmed and stays where it is, or is hidden; what is in
// focus is the same either way.
func TestDimmingAndHiding(t *testing.T) {
	ruler, web := newRuler(t), builtin(t)
	v := everything(web).View
	v.Focus, v.Hops, v.Dim = "nvidia", 1, true
	dimmed := Look(web, v)
	v.Dim = false
	hidden := Look(web, v)
	assert.Nil(t, hidden.InFocus)
	all := everything(web)
	assert.Equal(t, all.Counts(), dimmed.Counts())
	assert.True(t, dimmed.PlacesLike(all), "nothing moves")
	for _, s := range hidden.Result.Ties {
		assert.True(t, dimmed.InFocus[string(s.Tie.ID)], s.Tie.ID)
	}
	for _, n := range hidden.Drawing.Nodes {
		assert.True(t, dimmed.InFocus[string(n.Party)], n.Party)
	}
	assert.Len(t, dimmed.InFocus, len(hidden.Result.Ties)+len(hidden.Drawing.Nodes))
	assert.Contains(t, dimmed.Focus(), "Nvidia, 1 hop, ")

	pal := style.Of(style.Light)
	faint := style.Over(pal.Ink, pal.Page, style.DimTo)
	for m := range dimmed.Compose(placed(t, dimmed, ruler), scene.Look{Palette: pal}, ruler).Marks() {
		if text, ok := m.Shape.(scene.Text); ok && m.Ref.Kind == scene.Party && text.Size == style.SizeName {
			assert.Equal(t, !dimmed.InFocus[m.Ref.ID], text.Colour == faint, m.Ref.ID)
		}
	}
	moved := dimmed.Look(everything(web).View)
	assert.Nil(t, moved.InFocus)
}
