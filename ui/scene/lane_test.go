package scene

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// inLanes is small in three lanes, one of them at the side.
func inLanes() *Diagram {
	d := small()
	d.Lanes = []Lane{
		{Name: "cloud", Layer: data.LayerCloud, Boxes: []string{"c"}},
		{Name: "models and IP", Layer: data.LayerModels, Boxes: []string{"l", "i"}},
		{Name: "chips", Layer: data.LayerChips, Side: layout.Behind, Boxes: []string{"n"}},
		{Name: "of nobody", Layer: data.LayerFab, Boxes: []string{"gone"}},
	}
	return d
}

// bands lists the bands of a scene by the names in their corners.
func bands(s *Scene) map[string]geom.Rect {
	out := map[string]geom.Rect{}
	for m := range s.Marks() {
		text, ok := m.Shape.(Text)
		if !ok || m.Ref != (Ref{}) {
			continue
		}
		for n := range s.Marks() {
			if r, ok := n.Shape.(Rect); ok && n.Ref == (Ref{}) && r.Width > 0 && r.Rect.Contains(text.At) {
				out[text.String] = r.Rect
			}
		}
	}
	return out
}

func TestBandsHoldTheirBoxesAndNoOthers(t *testing.T) {
	d := inLanes()
	s := compose(t, d, smallPlaces, Look{})
	found := bands(s)
	require.Len(t, found, 3, "a lane without boxes has no band")
	for _, l := range d.Lanes[:3] {
		band := found[l.Name]
		for _, b := range d.Boxes {
			rect, ok := s.BoxOf(b.ID)
			require.True(t, ok)
			mine := false
			for _, id := range l.Boxes {
				mine = mine || id == b.ID
			}
			assert.Equal(t, mine, band.Intersects(rect), "%s and %s", l.Name, b.ID)
		}
		assert.True(t, s.Frame.ContainsRect(band), "the camera shows the band")
	}
	assert.Less(t, found["cloud"].Max.Y, found["models and IP"].Min.Y)
	assert.Equal(t, found["cloud"].Max.X, found["models and IP"].Max.X, "equally wide")
	assert.Less(t, found["cloud"].Max.X, found["chips"].Min.X)
	assert.Equal(t, found["cloud"].Min.Y, found["chips"].Min.Y, "a side is as high as the stack")
	assert.Equal(t, found["models and IP"].Max.Y, found["chips"].Max.Y)
}

func TestLabelsKeepAwayFromTheNamesOfLanes(t *testing.T) {
	s := compose(t, inLanes(), smallPlaces, Look{})
	for m := range s.Marks() {
		if text, ok := m.Shape.(Text); ok && m.Ref == (Ref{}) {
			for _, c := range s.chips {
				assert.False(t, c.rect.Intersects(m.Bounds), "%s lies on the name %s", c.ref.ID, text.String)
			}
		}
	}
}

// A band that would hold a stranger is not drawn: it would say what is not so.
func TestABandWithAStrangerIsNotDrawn(t *testing.T) {
	d := inLanes()
	d.Lanes = []Lane{{Name: "all around", Layer: data.LayerCloud, Boxes: []string{"c", "i"}}}
	s := compose(t, d, smallPlaces, Look{Palette: style.Of(style.Print)})
	assert.Empty(t, bands(s))
}
