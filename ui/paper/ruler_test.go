package paper

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// The ruler and the painter shape words in libraries of their own: what one
// measures the other must draw.
func TestTheRulerMeasuresWhatIsDrawn(t *testing.T) {
	r, p := newRuler(t), newPainter(t)
	for _, text := range []string{
		"Alpha", "Azure commitment · $250 bn", "AVAToWa fi ffl office", "Zoë Łódź Ångström", "Ελλάδα", "Москва",
		"10⁶ ≥ 27 % – “quoted”", "e\u0301a\u0308", "שלום עולם", "OpenAI שלום Oracle", "日本", "👩‍💻", "a\u00a0b",
		strings.Repeat("compute ", 256),
	} {
		for _, bold := range []bool{false, true} {
			for _, size := range []float64{style.SizeSmall, style.SizeChip, style.SizeTitle} {
				drawn := 0.0
				for _, r := range p.runs(text, bold) {
					drawn = max(drawn, (r.x+r.width)*size)
				}
				assert.InEpsilonf(t, drawn, r.Width(text, size, bold), 0.005, "%.40q at %v, bold %v", text, size, bold)
			}
		}
	}
}

// Ink stays where the scene says that it is, give or take the edge of a pixel.
func TestInkStaysInItsBounds(t *testing.T) {
	r, p := newRuler(t), newPainter(t)
	white, ink := style.Colour{R: 255, G: 255, B: 255, A: 255}, style.Colour{A: 255}
	at := geom.Point{X: 100, Y: 100}
	marks := map[string]scene.Mark{
		"text":  scene.TextMark(r, "Ågjpy §{}|", at, 20, true, ink),
		"rtl":   scene.TextMark(r, "שלום עולם", at, 20, false, ink),
		"mixed": scene.TextMark(r, "AI שלום labs", at, 20, false, ink),
	}
	for m := range everyMark(t, style.Print).Marks() {
		m = scene.Moved(m, geom.Point{X: 20, Y: 20})
		marks[fmt.Sprint(len(marks))] = m
	}
	for what, m := range marks {
		img := p.Raster([]scene.Mark{m}, white, geom.Point{}, 1, 720, 420)
		allowed := m.Bounds.Inset(-1)
		for y := range 420 {
			for x := range 720 {
				c := img.RGBAAt(x, y)
				if c.R < 250 && !allowed.Contains(geom.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5}) {
					assert.Failf(t, "ink outside", "%s %T at %d,%d, bounds %v", what, m.Shape, x, y, m.Bounds)
					break
				}
			}
		}
	}
}
