package scene

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/golden"
	"entangle/ui/style"
)

func TestGoldenScenes(t *testing.T) {
	for name, look := range map[string]Look{
		"plain": {}, "party": {Selected: Ref{Party, "l"}}, "dark": {Palette: style.Of(style.Dark)}, "fan": {Selected: Ref{Tie, "x"}},
	} {
		d := small()
		if name == "fan" {
			fan(d, "lc")
		}
		s := compose(t, d, smallPlaces, look)
		golden.Text(t, name+".json", written(t, all(s)))
	}
}

// written writes marks one a line, rounded to a tenth of a point, so that a
// difference reads as what has changed.
func written(t *testing.T, marks []Mark) string {
	t.Helper()
	var out strings.Builder
	for _, m := range marks {
		line, err := json.Marshal(map[string]any{
			strings.TrimPrefix(fmt.Sprintf("%T", m.Shape), "scene."): rounded(m.Shape), "of": fmt.Sprintf("%d %s", m.Ref.Kind, m.Ref.ID),
		})
		require.NoError(t, err)
		out.Write(append(line, '\n'))
	}
	return out.String()
}

func rounded(s Shape) map[string]any {
	switch s := s.(type) {
	case Rect:
		return map[string]any{"at": corners(s.Rect), "radius": s.Radius, "fill": hue(s.Fill), "stroke": hue(s.Stroke), "width": s.Width}
	case Curve:
		var path []string
		for _, c := range s.Path {
			path = append(path, places(c[0], c[1], c[2], c[3]))
		}
		return map[string]any{"path": path, "stroke": hue(s.Stroke), "width": round(s.Width), "dash": s.Dash}
	case Polygon:
		return map[string]any{"points": places(s.Points...), "fill": hue(s.Fill), "stroke": hue(s.Stroke)}
	case Text:
		return map[string]any{"at": places(s.At), "text": s.String, "size": s.Size, "bold": s.Bold, "colour": hue(s.Colour), "width": round(s.Width)}
	}
	return nil
}

func places(points ...geom.Point) string {
	var parts []string
	for _, p := range points {
		parts = append(parts, fmt.Sprintf("%g,%g", round(p.X), round(p.Y)))
	}
	return strings.Join(parts, " ")
}

func corners(r geom.Rect) string { return places(r.Min, r.Max) }

func round(x float64) float64 { return math.Round(x*10)/10 + 0 }

func hue(c style.Colour) string {
	if c.A == 0 {
		return ""
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
