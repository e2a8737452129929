package scene

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// On paper two lines that differ only in their layer do not look the same, and
// neither do their labels, their entries of the legend or their cells.
func TestLayersAreToldApartOnPaper(t *testing.T) {
	pal, r := style.Of(style.Print), newRuler(t)
	seen := map[string]string{}
	layers := append(data.BuiltinLayers(), data.Layer{ID: "power", Name: "power"})
	for _, layer := range layers {
		d := &Diagram{
			Boxes: []Box{box("a", "A", data.Cloud), box("b", "B", data.Cloud)},
			Lines: []Line{{ID: "ab", From: "a", To: "b", Label: "Deal", Layer: layer.ID, Ties: []string{"t"}}},
			Lanes: []Lane{{Name: "cloud", Boxes: []string{"a", "b"}}},
		}
		s := compose(t, d, map[string]geom.Point{"a": {X: 100, Y: 100}, "b": {X: 100, Y: 600}}, Look{Palette: pal})
		var line, label []Mark
		for m := range s.Marks() {
			if m.Ref != (Ref{Tie, "t"}) {
				continue
			}
			if s.chips[0].rect.Inset(-7).ContainsRect(m.Bounds) {
				label = append(label, m)
			} else {
				line = append(line, m)
			}
		}
		for what, marks := range map[string][]Mark{
			"line": line, "label": label, "cell": all(ComposeMatrix(d, Look{Palette: pal}, r)),
			"legend": all(Legend([]Entry{{Layer: layer.ID, Sign: HueSign}}, func(data.LayerID) string { return "" }, 100, pal, r)),
		} {
			grey := inOneInk(marks)
			require.NotEmpty(t, grey)
			look := what + written(t, grey)
			assert.Empty(t, seen[look], "the %s of %s looks like that of %s", what, layer.ID, seen[look])
			seen[look] = string(layer.ID)
		}
	}
}

// inOneInk takes the difference between dark colours away.
func inOneInk(marks []Mark) []Mark {
	one := func(c style.Colour) style.Colour {
		switch {
		case c.A == 0:
			return c
		case int(c.R)+int(c.G)+int(c.B) < 3*200:
			return style.Colour{A: 255}
		default:
			return style.Colour{R: 255, G: 255, B: 255, A: 255}
		}
	}
	out := make([]Mark, len(marks))
	for i, m := range marks {
		switch s := m.Shape.(type) {
		case Rect:
			s.Fill, s.Stroke = one(s.Fill), one(s.Stroke)
			m.Shape = s
		case Curve:
			s.Stroke = one(s.Stroke)
			m.Shape = s
		case Polygon:
			s.Fill, s.Stroke = one(s.Fill), one(s.Stroke)
			m.Shape = s
		case Text:
			s.Colour = one(s.Colour)
			m.Shape = s
		}
		out[i] = m
	}
	return out
}

func TestNoMarksOnScreen(t *testing.T) {
	with := compose(t, small(), smallPlaces, Look{Palette: style.Of(style.Print)})
	without := compose(t, small(), smallPlaces, Look{})
	assert.Greater(t, len(all(with)), len(all(without)))
}
