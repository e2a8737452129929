package picture

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/scene"
)

// fill gives every field of a view a value that the dataset has, so that a field
// that is not saved is noticed.
func fill(t *testing.T, d *data.Dataset) View {
	t.Helper()
	v := View{View: query.Default(d, today)}
	for _, f := range query.Facets() {
		v.View = v.Choose(f, query.Values(d, f)[0])
	}
	v.AsOf, v.KnownOn, v.Status = data.DayOf(2026, 2, 3), data.DayOf(2025, 4, 5), string(data.Signed)
	v.Parties, v.Focus, v.Hops, v.View.Direction, v.Products = []data.PartyID{d.Parties[0].ID, d.Parties[1].ID}, d.Parties[0].ID, 3, query.In, true
	v.Hide = query.ByHand{Parties: []data.PartyID{d.Parties[2].ID}, Ties: []data.TieID{d.Ties[0].ID}}
	v.Engine, v.Direction, v.Arrangement, v.Fanned, v.Dim = layout.Neato, "RL", Stack, "a/b/contractual", true
	v.Roles = true
	v.Ended, v.Since = query.EndedDimmed, data.DayOf(2025, 1, 1)
	v.Pins, v.Kept = Places{d.Parties[0].ID: {X: 1.25, Y: -3}}, Places{d.Parties[1].ID: {X: 10, Y: 0}}
	for _, s := range []any{v, v.View} {
		r := reflect.ValueOf(s)
		for i := range r.NumField() {
			require.Falsef(t, r.Field(i).IsZero(), "give the field %s of %T a value here, and put it into Record and ReadSaved", r.Type().Field(i).Name, s)
		}
	}
	return v
}

// through is a saved view after it was written into a file and read again.
func through(t *testing.T, d *data.Dataset, s Saved) (Saved, []string) {
	t.Helper()
	for _, file := range []string{"format: entangle/1\ntitle: T\n", `{"format": "entangle/1", "title": "T"}`} {
		content, err := format.PutView([]byte(file), s.Record())
		require.NoError(t, err)
		kept, err := format.Parse("f", content)
		require.NoError(t, err)
		got, lost := ReadSaved(d, kept.Views[0], today)
		if file[0] == '{' {
			return got, lost
		}
		require.Equal(t, s.View, got.View, "as YAML")
	}
	return Saved{}, nil
}

func TestASavedViewIsTheSame(t *testing.T) {
	d := builtin(t).Dataset()
	s := Saved{
		ID: "mine", Title: "Mine", View: fill(t, d),
		Selected: []scene.Ref{{Kind: scene.Tie, ID: string(d.Ties[3].ID)}, {Kind: scene.Party, ID: string(d.Parties[1].ID)}, {Kind: scene.Source, ID: string(d.Sources[0].ID)}},
		Camera:   &Camera{geom.Point{X: 12.34, Y: -5.5}, 1.2345678901234567, 880, 600.5},
	}
	got, lost := through(t, d, s)
	assert.Empty(t, lost)
	assert.Equal(t, s, got)
	assert.True(t, s.View.Equal(got.View))

	plain := Saved{ID: "p", Title: "P", View: View{View: query.Default(d, today)}}
	assert.Equal(t, map[string]any{"as_of": "2026-05-01"}, plain.Record().Rest, "what is as ever is not written")
	got, lost = through(t, d, plain)
	assert.Empty(t, lost)
	assert.Equal(t, plain, got)
}

// On any random view, what is shown is the same after it was saved.
func TestAnyViewIsTheSame(t *testing.T) {
	web := builtin(t)
	d := web.Dataset()
	r := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		v := View{View: query.Default(d, today)}
		for _, f := range query.Facets() {
			if values := query.Values(d, f); r.IntN(4) == 0 {
				v.View = v.Choose(f, values[r.IntN(len(values))], values[r.IntN(len(values))])
			}
		}
		v.AsOf = data.DayOf(2024+r.IntN(4), 1, 1+r.IntN(400))
		if r.IntN(2) == 0 {
			v.Focus, v.Hops = d.Parties[r.IntN(len(d.Parties))].ID, r.IntN(4)
			v.View.Direction = query.Directions()[r.IntN(3)]
		}
		v.Pins = Places{}
		for range 1 + r.IntN(6) {
			v.Pins[d.Parties[r.IntN(len(d.Parties))].ID] = geom.Point{X: float64(r.IntN(1e6)) / 100, Y: -float64(r.IntN(1e6)) / 100}
		}
		got, lost := through(t, d, Saved{ID: "x", View: v})
		require.Empty(t, lost)
		require.Equal(t, Look(web, v).Counts(), Look(web, got.View).Counts())
		require.True(t, Look(web, v).PlacesLike(Look(web, got.View)))
	}
}

// What is gone by now, and what cannot be read, is left out and said.
func TestWhatASavedViewLost(t *testing.T) {
	d := builtin(t).Dataset()
	party := string(d.Parties[0].ID)
	s, lost := ReadSaved(d, data.SavedView{ID: "x", Rest: map[string]any{
		"parties": []any{party, "gone", json.Number("7"), true}, "focus": "lost", "hide": map[string]any{"ties": []any{"no-tie"}}, "kinds": "no-kind",
		"pins": map[string]any{party: []any{json.Number("1"), json.Number("2")}, "away": []any{json.Number("1"), json.Number("2")}, "b": "x"}, "places": []any{},
		"selected": []any{party, "nobody"}, "camera": map[string]any{"zoom": json.Number("0")}, "status": "sort of", "as_of": "soon", "known_on": "2026/..",
		"hops": json.Number("-1"), "products": "maybe", "direction": "up", "engine": []any{}, "ranks": "XY", "arrangement": "heap", "fanned": map[string]any{},
		"own": "what others keep here is no fault",
	}}, today)
	assert.Equal(t, []data.PartyID{d.Parties[0].ID}, s.View.Parties)
	assert.Len(t, s.View.Pins, 1)
	assert.Len(t, s.Selected, 1)
	assert.Nil(t, s.Camera)
	assert.Equal(t, query.Default(d, today).AsOf, s.View.AsOf)
	for _, id := range []string{"gone", "7", "lost", "no-tie", "no-kind", "away", "nobody"} {
		assert.Contains(t, lost, id)
	}
	for _, key := range []string{"parties", "pins", "places", "camera", "status", "as_of", "known_on", "hops", "products", "direction", "engine", "ranks", "arrangement", "fanned"} {
		assert.Contains(t, lost, "its "+key)
	}
	assert.NotContains(t, lost, "its own")
	for _, point := range []any{nil, []any{json.Number("1e9"), json.Number("0")}, []any{json.Number("1")}, []any{"x", "y"}} {
		_, lost := ReadSaved(d, data.SavedView{ID: "x", Rest: map[string]any{"pins": map[string]any{party: point}}}, today)
		assert.Equal(t, []string{"its pins"}, lost)
	}
}

func TestTheSchemaNamesWhatIsSaved(t *testing.T) {
	var schema struct {
		Defs map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(format.Schema(), &schema))
	s := Saved{ID: "x", Title: "X", View: fill(t, builtin(t).Dataset()), Selected: []scene.Ref{{Kind: scene.Party, ID: "a"}}, Camera: &Camera{Zoom: 1, Width: 1, Height: 1}}
	want := []string{"id", "title"}
	for key := range s.Record().Rest {
		want = append(want, key)
	}
	var got []string
	for key := range schema.Defs["view"].Properties {
		got = append(got, key)
	}
	assert.ElementsMatch(t, want, got)
}

func TestTheCoreIsASavedView(t *testing.T) {
	web := builtin(t)
	s, lost := ReadSaved(web.Dataset(), web.Dataset().Views[0], today)
	assert.Empty(t, lost)
	assert.Equal(t, CoreView, s.ID)
	assert.Equal(t, Core(web), s.View.Parties)
	assert.Nil(t, s.Camera)
}
