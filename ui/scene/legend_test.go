package scene

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/pace"
	"entangle/ui/style"
)

func TestTheLegendExplainsWhatIsVisible(t *testing.T) {
	s := compose(t, small(), smallPlaces, Look{})
	assert.Equal(t, []Entry{
		{Layer: data.LayerCapital, Sign: HueSign},
		{Layer: data.LayerChips, Sign: HueSign},
		{Layer: data.LayerCloud, Sign: HueSign},
		{Dash: style.Solid, Sign: DashSign, Words: "contractual"},
		{Dash: style.Dashed, Sign: DashSign, Words: "technical"},
		{Dash: style.Dotted, Sign: DashSign, Words: "not in force"},
		{Sign: WidthSign, Words: "×2 several ties, one line"},
		{Sign: UncertainSign, Words: "in force uncertain"},
		{Sign: DisputeSign, Words: "sources disagree"},
	}, s.Shown.Entries)
}

// Every entry stands for a mark on the scene, and every mark has its entry.
func TestTheLegendExplainsNothingElse(t *testing.T) {
	eachRandom(t, 100, func(d *Diagram, s *Scene, _ *rand.Rand) {
		var lines []*Line
		for i := range d.Lines {
			if l := &d.Lines[i]; len(l.Fan) == 0 {
				lines = append(lines, l)
				continue
			}
			for k := range d.Lines[i].Fan {
				lines = append(lines, &d.Lines[i].Fan[k])
			}
		}
		want := map[Entry]bool{}
		for _, l := range lines {
			want[Entry{Layer: l.Layer, Sign: HueSign}] = true
			want[Entry{Dash: l.Dash, Sign: DashSign}] = true
			if len(l.Ties) > 1 {
				want[Entry{Sign: WidthSign}] = true
			}
		}
		got := map[Entry]bool{}
		for _, e := range s.Shown.Entries {
			e.Words = ""
			require.False(t, got[e], "each once")
			got[e] = true
		}
		for _, signs := range []Sign{UncertainSign, DisputeSign} {
			delete(got, Entry{Sign: signs}) // they stand in labels, which may lack room
		}
		require.Equal(t, want, got)
	})
}

func TestMarksThatAreNotShownAreNotExplained(t *testing.T) {
	d, centres := crowd(4)
	for i := range d.Lines {
		d.Lines[i].Ties = []string{d.Lines[i].ID}
	}
	s := compose(t, d, centres, Look{})
	require.Equal(t, 4, s.Shown.Bare)
	assert.Equal(t, []Entry{
		{Layer: data.LayerCloud, Sign: HueSign}, {Dash: style.Solid, Sign: DashSign, Words: "contractual"},
	}, s.Shown.Entries)
}

func TestLegendRows(t *testing.T) {
	r, pal := newRuler(t), style.Of(style.Light)
	entries := compose(t, small(), smallPlaces, Look{}).Shown.Entries
	name := func(id data.LayerID) string { return string(id) }
	one := Legend(entries, name, 5000, pal, r)
	assert.InDelta(t, legendHeight, one.Bounds.H(), 1e-9, "one row where there is room")
	narrow := Legend(entries, name, 300, pal, r)
	assert.Greater(t, narrow.Bounds.H(), 2*legendHeight)
	rows := narrow.Bounds.H() / legendLow
	assert.InDelta(t, math.Round(rows), rows, 1e-9, "many rows stand closer")
	for _, s := range []*Scene{one, narrow} {
		n := 0
		for m := range s.Marks() {
			assert.True(t, s.Bounds.ContainsRect(m.Bounds.Intersect(m.Bounds.Inset(2))), "within its rows")
			if _, ok := m.Shape.(Text); ok {
				n++
			}
		}
		assert.Equal(t, len(entries)+1, n, "words for every entry, and the question mark")
	}
	for i, a := range all(narrow) {
		for _, b := range all(narrow)[:i] {
			ta, isText := a.Shape.(Text)
			tb, also := b.Shape.(Text)
			assert.False(t, isText && also && a.Bounds.Intersects(b.Bounds), "%v on %v", ta, tb)
		}
	}
	empty := Legend(nil, name, 300, pal, r)
	assert.Empty(t, all(empty))
	assert.InDelta(t, 300, empty.Bounds.W(), 1e-9)
}

func TestLayersOfTheDatasetComeLast(t *testing.T) {
	d := small()
	d.Lines[0].Layer, d.Lines[1].Layer, d.Lines[2].Layer = "zinc", "alum", data.LayerRights
	got := layersOf([]*Line{&d.Lines[0], &d.Lines[1], &d.Lines[2], &d.Lines[0]})
	assert.Equal(t, []data.LayerID{data.LayerRights, "alum", "zinc"}, got)
}

// Of a huge web no label is placed ahead, and the legend explains what stands in those
// that come when somebody is near, or in a file.
func TestTheLegendExplainsLabelsThatAreReadNearby(t *testing.T) {
	d := small()
	d.Lines[0].Undated = true
	all := compose(t, d, smallPlaces, Look{}).Shown.Entries
	assert.Equal(t, all, compose(t, d, smallPlaces, Look{Nearby: true}).Shown.Entries)
}

func TestNothingNearby(t *testing.T) {
	s := compose(t, &Diagram{}, nil, Look{Nearby: true})
	assert.Empty(t, s.Labelled(pace.Pace{}).Labels())
	assert.Empty(t, s.CloseUp(s.Bounds, 1))
}
