package style

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

// vision turns linear sRGB into what an eye makes of it.
type vision [3][3]float64

// visions are the ordinary one and the three dichromacies: the matrices of G. M.
// Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model
// for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization
// and Computer Graphics 15 (6), 2009, at severity 1.
func visions() map[string]vision {
	return map[string]vision{
		"ordinary":     {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
}

// seen is a colour in linear sRGB as an eye sees it.
func (v vision) seen(c Colour) [3]float64 {
	linear := [3]float64{}
	for i, b := range []uint8{c.R, c.G, c.B} {
		x := float64(b) / 255
		if linear[i] = x / 12.92; x > 0.04045 {
			linear[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	out := [3]float64{}
	for i, row := range v {
		out[i] = min(1, max(0, row[0]*linear[0]+row[1]*linear[1]+row[2]*linear[2]))
	}
	return out
}

// contrast is that of WCAG 2.2 between two colours as an eye sees them.
func (v vision) contrast(a, b Colour) float64 {
	light := func(c Colour) float64 {
		s := v.seen(c)
		return 0.2126*s[0] + 0.7152*s[1] + 0.0722*s[2]
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// lab is a colour in CIE L*a*b* under D65.
type lab struct{ l, a, b float64 }

func labOf(rgb [3]float64) lab {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047)
	y := f(0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2])
	z := f((0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883)
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// difference is CIEDE2000, as written out by G. Sharma, W. Wu and E. N. Dalal,
// "The CIEDE2000 color-difference formula: Implementation notes, supplementary
// test data, and mathematical observations", Color Research & Application 30 (1),
// 2005. About 2.3 is just noticeable between patches that touch.
func difference(p, q lab) float64 {
	rad, deg := math.Pi/180, 180/math.Pi
	seventh := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	g := 0.5 * (1 - seventh((math.Hypot(p.a, p.b)+math.Hypot(q.a, q.b))/2))
	c1, c2 := math.Hypot((1+g)*p.a, p.b), math.Hypot((1+g)*q.a, q.b)
	hue := func(a, b float64) float64 { return math.Mod(math.Atan2(b, a)*deg+360, 360) }
	h1, h2 := hue((1+g)*p.a, p.b), hue((1+g)*q.a, q.b)
	turn := h2 - h1
	switch {
	case c1*c2 == 0:
		turn = 0
	case turn > 180:
		turn -= 360
	case turn < -180:
		turn += 360
	}
	mean := (h1 + h2) / 2
	switch {
	case c1*c2 == 0:
		mean = h1 + h2
	case math.Abs(h1-h2) > 180 && h1+h2 < 360:
		mean += 180
	case math.Abs(h1-h2) > 180:
		mean -= 180
	}
	l, c := (p.l+q.l)/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos((mean-30)*rad) + 0.24*math.Cos(2*mean*rad) + 0.32*math.Cos((3*mean+6)*rad) - 0.2*math.Cos((4*mean-63)*rad)
	dl := (q.l - p.l) / (1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50)))
	dc := (c2 - c1) / (1 + 0.045*c)
	dh := 2 * math.Sqrt(c1*c2) * math.Sin(turn/2*rad) / (1 + 0.015*c*t)
	rotation := -math.Sin(60*math.Exp(-math.Pow((mean-275)/25, 2))*rad) * 2 * seventh(c)
	return math.Sqrt(dl*dl + dc*dc + dh*dh + rotation*dc*dh)
}

// Pairs of the supplementary test data of Sharma, Wu and Dalal.
func TestTheDifferenceIsThatOfCIEDE2000(t *testing.T) {
	for _, c := range []struct {
		p, q lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, 2.5, 0}, lab{73, 25, -18}, 27.1492},
		{lab{50, 2.5, 0}, lab{61, -5, 29}, 22.8977},
		{lab{60.2574, -34.0099, 36.2677}, lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{lab{2.0776, 0.0795, -1.135}, lab{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		assert.InDelta(t, c.want, difference(c.p, c.q), 5e-5, "%v", c)
		assert.InDelta(t, c.want, difference(c.q, c.p), 5e-5, "%v", c)
	}
}

// What hues must differ by: to the ordinary eye, and to the others, which have
// the words of labels, the order of the legend and the dashes beside them.
const (
	plainlyApart = 14.0
	stillApart   = 8.0
)

// The hues of the layers are told apart by every eye in the light theme and the
// dark one; print has marks instead.
func TestEveryEyeTellsTheLayersApart(t *testing.T) {
	for _, theme := range []Theme{Light, Dark} {
		p, layers := Of(theme), data.BuiltinLayers()
		for eye, v := range visions() {
			least := stillApart
			if eye == "ordinary" {
				least = plainlyApart
			}
			for i, a := range layers {
				for _, b := range layers[i+1:] {
					d := difference(labOf(v.seen(p.Layer(a.ID))), labOf(v.seen(p.Layer(b.ID))))
					assert.GreaterOrEqual(t, d, least, "%s, %s: %s and %s", theme, eye, a.ID, b.ID)
				}
			}
		}
	}
}

// Lines, signs and words are visible to every eye on what they lie on.
func TestEveryEyeSeesTheMarks(t *testing.T) {
	eachPalette(t, func(t *testing.T, p *Palette) {
		for eye, v := range visions() {
			for where, ground := range grounds(p) {
				for _, layer := range layerIDs() {
					assert.GreaterOrEqual(t, v.contrast(p.Layer(layer), ground), visible, "%s: %s on %s", eye, layer, where)
				}
				for what, ink := range map[string]Colour{"disagree": p.Disagree, "accent": p.Accent, "stands": p.Stands, "muted": p.Muted, "ink": p.Ink} {
					assert.GreaterOrEqual(t, v.contrast(ink, ground), visible, "%s: %s on %s", eye, what, where)
				}
			}
			for _, kind := range data.PartyKinds() {
				assert.GreaterOrEqual(t, v.contrast(p.Box(kind).Edge, p.Page), visible, "%s: box of %s", eye, kind)
			}
		}
	})
}

// On paper a layer has a mark of its own, and on screen none: there it has a hue.
func TestOnPaperEveryLayerHasAMark(t *testing.T) {
	seen := map[Mark]data.LayerID{}
	for _, id := range layerIDs() {
		m := Of(Print).Mark(id)
		assert.NotEqual(t, NoMark, m, id)
		assert.Empty(t, seen[m], "%s and %s have the same mark", seen[m], id)
		seen[m] = id
		assert.Equal(t, NoMark, Of(Light).Mark(id))
		assert.Equal(t, NoMark, Of(Dark).Mark(id))
	}
}
