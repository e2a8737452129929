package paper

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// square is a mark of a line, of a colour, at a place.
func square(id string, x float64, col style.Colour) scene.Mark {
	r := geom.RectAround(geom.Point{X: x}, 10, 10)
	return scene.Mark{Ref: scene.Ref{Kind: scene.Tie, ID: id}, Shape: scene.Rect{Rect: r, Fill: col}, Bounds: r}
}

func TestMarksOfOneLookAreOnePath(t *testing.T) {
	black, red, glass := style.Colour{A: 255}, style.Colour{R: 255, A: 255}, style.Colour{A: 128}
	stroke := func(x float64, dash style.Dash) scene.Mark {
		c := scene.Curve{Path: geom.Polyline(geom.Point{X: x}, geom.Point{X: x + 20}), Stroke: black, Width: 2, Dash: dash}
		return scene.Mark{Shape: c, Bounds: c.Path.Bounds().Inset(-1)}
	}
	many := make([]scene.Mark, together+3)
	for i := range many {
		many[i] = square("a", float64(20*i), black)
	}
	for name, c := range map[string]struct {
		marks []scene.Mark
		want  int
	}{
		"side by side":             {[]scene.Mark{square("a", 0, black), square("a", 20, black), square("a", 40, black)}, 3},
		"of another record":        {[]scene.Mark{square("a", 0, black), square("b", 20, black)}, 1},
		"of another colour":        {[]scene.Mark{square("a", 0, black), square("a", 20, red)}, 1},
		"one on another":           {[]scene.Mark{square("a", 0, black), square("a", 20, black), square("a", 5, black)}, 2},
		"that can be seen through": {[]scene.Mark{square("a", 0, glass), square("a", 20, glass)}, 1},
		"strokes that cross":       {[]scene.Mark{stroke(0, style.Solid), stroke(10, style.Solid)}, 2},
		"dashes":                   {[]scene.Mark{stroke(0, style.Dashed), stroke(50, style.Dashed)}, 1},
		"very many":                {many, together},
		"text":                     {[]scene.Mark{{Shape: scene.Text{String: "a"}}}, 0},
	} {
		var s shape
		n := 0
		for n < len(c.marks) && s.takes(&c.marks[n], &Layer{Scale: 1}) {
			n++
		}
		assert.Equal(t, c.want, n, name)
		assert.Len(t, s.within, n, name)
		s.clear()
		assert.Equal(t, n > 0, s.takes(&c.marks[0], &Layer{Scale: 1}), "%s: what is drawn is forgotten", name)
	}
}

// Steps are written from point to point, and rounding them does not add up.
func TestAPathEndsWhereItShould(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, scale := range []float64{1, 0.03, 2} {
		d := svgPath{out: []byte(`"`), digits: digits(scale)}
		d.unit = math.Pow10(d.digits)
		var want []geom.Point
		for i := range 500 {
			p := geom.Point{X: 2000*r.Float64() - 1000, Y: 2000*r.Float64() - 1000}
			if i%7 == 3 {
				p.Y = want[i-1].Y
			}
			if want = append(want, p); i == 0 {
				d.piece(&piece{kind: moveTo, p: [3]geom.Point{p}})
			} else {
				d.piece(&piece{kind: lineTo, p: [3]geom.Point{p}})
			}
		}
		text := strings.NewReplacer("m", " m ", "l", " l ", "h", " h ", "v", " v ", "-", " -").Replace(string(d.out[1:]))
		var at geom.Point
		step, n := "", 0
		fields := strings.Fields(text)
		number := func() float64 {
			x, err := strconv.ParseFloat(fields[0], 64)
			require.NoError(t, err, "%q", fields[0])
			fields = fields[1:]
			return x
		}
		for len(fields) > 0 {
			if strings.Contains("mlhv", fields[0]) {
				step, fields = fields[0], fields[1:]
			}
			switch step {
			case "h":
				at.X += number()
			case "v":
				at.Y += number()
			default:
				at = at.Add(geom.Point{X: number(), Y: number()})
			}
			require.InDelta(t, 0, at.Dist(want[n]), 0.01*scale, "step %d at scale %g", n, scale)
			n++
		}
		assert.Len(t, want, n)
	}
}

func TestNumbersAreShort(t *testing.T) {
	for units, want := range map[int64]string{0: "0", 5: ".05", 50: ".5", 100: "1", 105: "1.05", -5: "-.05", -12345: "-123.45", 1200: "12"} {
		d := svgPath{out: []byte("m"), digits: 2, unit: 100}
		d.number(units)
		assert.Equal(t, "m"+want, string(d.out))
	}
	d := svgPath{out: []byte("m"), digits: 2, unit: 100}
	d.number(50)
	d.number(50)
	d.number(-50)
	assert.Equal(t, "m.5 .5-.5", string(d.out))
	assert.Equal(t, []int{1, 2, 3, 4, 6}, []int{digits(20), digits(1), digits(0.3), digits(0.01), digits(0)})
}

// A hundred signs along a line take few bytes each.
func TestSignsAlongALineAreShort(t *testing.T) {
	var marks []scene.Mark
	for i := range 100 {
		m := square("a", float64(20*i), style.Colour{A: 255})
		if i >= 50 {
			m.Shape = scene.Rect{Rect: m.Bounds, Radius: 5, Fill: style.Colour{A: 255}}
		}
		marks = append(marks, m)
	}
	with := svgOf(t, &Page{Width: 2000, Height: 10, Layers: []Layer{{Marks: marks, Scale: 1}}})
	without := svgOf(t, &Page{Width: 2000, Height: 10})
	assert.Equal(t, 1, strings.Count(with, "<path"))
	assert.Less(t, len(with)-len(without), 40*len(marks))
}
