package scene

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// texts are the words that a record shows, in drawing order.
func texts(s *Scene, ref Ref) []string {
	var out []string
	for m := range s.Marks() {
		if text, ok := m.Shape.(Text); ok && m.Ref == ref {
			out = append(out, text.String)
		}
	}
	return out
}

func TestALongNameTakesTwoLines(t *testing.T) {
	s := compose(t, small(), smallPlaces, Look{})
	assert.Equal(t, []string{"Lab", data.AILab.Words()}, texts(s, Ref{Party, "l"}))
	name := texts(s, Ref{Party, "i"})
	require.Len(t, name, 3, "two lines of the name, and the kind")
	assert.True(t, strings.HasSuffix(name[1], style.Ellipsis))
	assert.True(t, strings.HasPrefix("The Very Long Name of a Consortium of Many Firms", name[0]+" "+strings.TrimSuffix(name[1], style.Ellipsis)))
	low, _ := s.BoxOf("l")
	high, _ := s.BoxOf("i")
	assert.Greater(t, high.H(), low.H(), "the second line has room")
}

func TestWordsStayInTheirBox(t *testing.T) {
	eachRandom(t, 60, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for m := range s.Marks() {
			text, ok := m.Shape.(Text)
			if !ok || m.Ref.Kind != Party {
				continue
			}
			rect, _ := s.BoxOf(m.Ref.ID)
			require.Truef(t, rect.Inset(8).Contains(text.At) && text.At.X+text.Width <= rect.Max.X-8, "%q", text.String)
			require.GreaterOrEqual(t, text.At.Y-text.Size, rect.Min.Y)
		}
	})
}

func TestMeasuringAgainChangesNothing(t *testing.T) {
	d, r := small(), newRuler(t)
	d.Measure(r)
	once := d.Graph(layout.Options{})
	d.Boxes[3].Name = "Short"
	d.Measure(r)
	twice := d.Graph(layout.Options{})
	assert.Equal(t, once.Boxes[:3], twice.Boxes[:3])
	assert.Less(t, twice.Boxes[3].W, once.Boxes[3].W, "a shorter name makes a smaller box")
}

// The tip of every arrow touches the border of the box that it points at, and
// its line begins at the other one, whichever way the layout drew it.
func TestArrowsPointAtTheirBox(t *testing.T) {
	for _, fanned := range []bool{false, true} {
		d := small()
		if fanned {
			fan(d, "lc")
		}
		s := compose(t, d, smallPlaces, Look{})
		tips := map[Ref]geom.Point{}
		for m := range s.Marks() {
			if p, ok := m.Shape.(Polygon); ok && p.Fill.A > 0 {
				tips[m.Ref] = p.Points[1]
			}
		}
		for _, l := range s.lines {
			from, _ := s.BoxOf(l.From)
			to, _ := s.BoxOf(l.To)
			assert.InDelta(t, 0, to.NearestOnBorder(tips[l.Ref()]).Dist(tips[l.Ref()]), 0.01, "tip of %v", l.Ref())
			assert.InDelta(t, 0, from.NearestOnBorder(l.path.Start()).Dist(l.path.Start()), 0.01, "start of %v", l.Ref())
		}
	}
}

func TestAStrokeEndsInsideItsArrowhead(t *testing.T) {
	for _, length := range []float64{0, 0.5, 5, 9.9, 12, 300} {
		d := &Diagram{
			Boxes: []Box{box("l", "Lab", data.AILab), box("c", "Cloud", data.Cloud)},
			Lines: []Line{{ID: "x", From: "l", To: "c", Ties: []string{"x"}}},
		}
		r := newRuler(t)
		d.Measure(r)
		p := placed(d, map[string]geom.Point{"c": {X: 0}, "l": {X: 900}})
		p.Lines[0].Path = geom.Polyline(geom.Point{X: 100}, geom.Point{X: 100 + length})
		s := Compose(d, p, Look{Palette: style.Of(style.Light)}, r)
		for m := range s.Marks() {
			if c, ok := m.Shape.(Curve); ok && len(c.Path) > 0 {
				assert.LessOrEqual(t, c.Path.End().X, 100+length, "no stroke shows beyond its tip")
			}
			assert.True(t, m.Bounds.Empty() || m.Bounds.Min.IsFinite() && m.Bounds.Max.IsFinite())
		}
		assert.True(t, s.Bounds.Min.IsFinite() && s.Bounds.Max.IsFinite())
	}
}

func TestBoundsHoldEveryMark(t *testing.T) {
	eachRandom(t, 60, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for m := range s.Marks() {
			require.True(t, s.Bounds.ContainsRect(m.Bounds))
		}
		for _, b := range s.boxes {
			require.True(t, s.Frame.ContainsRect(b.rect))
		}
	})
}

func TestAnEmptyDiagram(t *testing.T) {
	s := compose(t, &Diagram{}, nil, Look{Selected: Ref{Tie, "x"}})
	assert.Empty(t, all(s))
	assert.Equal(t, geom.Rect{}, s.Bounds)
	assert.Equal(t, geom.Rect{}, s.Frame)
	assert.True(t, s.Emphasised.Empty())
	assert.Empty(t, s.Shown.Entries)
}

func TestALineWithoutAPlaceIsLeftOut(t *testing.T) {
	d, r := small(), newRuler(t)
	d.Measure(r)
	p := placed(d, smallPlaces)
	p.Lines, p.Boxes = p.Lines[1:], p.Boxes[:3]
	s := Compose(d, p, Look{Palette: style.Of(style.Light)}, r)
	assert.Equal(t, []Ref{{Party, "l"}, {Party, "c"}, {Party, "n"}, {Tie, "d"}, {Tie, "r"}}, s.Refs())
}

func TestNothingDependsOnTheOrderOfMaps(t *testing.T) {
	r, random := newRuler(t), rand.New(rand.NewPCG(11, 12))
	for range 5 {
		d, p := randomDiagram(random, r)
		look := Look{Palette: style.Of(style.Dark), Selected: Ref{Party, d.Boxes[0].ID}}
		first := Compose(d, p, look, r)
		for range 20 {
			again := Compose(d, p, look, r)
			require.Equal(t, all(first), all(again))
			require.Equal(t, first.newIndex(), again.newIndex())
			require.Equal(t, []any{first.Bounds, first.Frame, first.Emphasised, first.Shown, first.Labels()}, []any{again.Bounds, again.Frame, again.Emphasised, again.Shown, again.Labels()})
		}
	}
}

// looks are ways in which the same diagram can be looked at without a line
// being fanned out.
func looks() map[string]Look {
	return map[string]Look{
		"a party":           {Selected: Ref{Party, "l"}},
		"a tie":             {Selected: Ref{Tie, "d"}},
		"a tie of several":  {Selected: Ref{Tie, "y"}},
		"a bundle":          {Selected: Ref{Bundle, "lc"}},
		"what is lit":       {Lit: []string{"c", "r"}},
		"what is not drawn": {Selected: Ref{Tie, "hidden"}},
	}
}

// shapes are the places of what a scene shows, without the halo.
func shapes(s *Scene) map[Ref][]any {
	out := map[Ref][]any{}
	for m := range s.Marks() {
		switch shape := m.Shape.(type) {
		case Rect:
			if shape.Width > 0 {
				out[m.Ref] = append(out[m.Ref], shape.Rect)
			}
		case Curve:
			if shape.Width < 10 {
				out[m.Ref] = append(out[m.Ref], shape.Path, shape.Width)
			}
		case Polygon:
			out[m.Ref] = append(out[m.Ref], shape.Points)
		case Text:
			out[m.Ref] = append(out[m.Ref], shape.At, shape.String, shape.Size)
		}
	}
	return out
}

// A theme changes colours, and on paper adds marks; it moves nothing.
func TestAThemeMovesNothing(t *testing.T) {
	plain := compose(t, small(), smallPlaces, Look{})
	for _, theme := range style.Themes() {
		s := compose(t, small(), smallPlaces, Look{Palette: style.Of(theme)})
		assert.Equal(t, plain.boxes, s.boxes, theme)
		assert.Equal(t, plain.chips, s.chips, theme)
		assert.Equal(t, plain.lines, s.lines, theme)
		assert.Equal(t, plain.Frame, s.Frame, theme)
	}
}

func TestSelectionMovesNothing(t *testing.T) {
	plain := compose(t, small(), smallPlaces, Look{})
	for what, look := range looks() {
		s := compose(t, small(), smallPlaces, look)
		assert.Equal(t, shapes(plain), shapes(s), what)
		assert.Equal(t, plain.Frame, s.Frame, what)
	}
}

// In a crowd, too, no label moves: at most one gives way to that of what is
// selected.
func TestSelectionMovesNoLabel(t *testing.T) {
	r, random := newRuler(t), rand.New(rand.NewPCG(21, 22))
	for range 60 {
		d, p := randomDiagram(random, r)
		for i := range d.Lines {
			d.Lines[i].Fan = nil
		}
		places := func(look Look) map[Ref]geom.Rect {
			look.Palette = style.Of(style.Light)
			out := map[Ref]geom.Rect{}
			s := Compose(d, p, look, r)
			for _, c := range s.chips {
				out[c.ref] = c.rect
			}
			out[Ref{}] = s.Frame
			return out
		}
		plain := places(Look{})
		for _, l := range d.Lines {
			for ref, rect := range places(Look{Selected: l.Ref()}) {
				if before, ok := plain[ref]; ok && ref != l.Ref() {
					require.Equal(t, before, rect, "label of %v", ref)
				}
			}
		}
	}
}

func TestSelectionDimsTheRest(t *testing.T) {
	pal := style.Of(style.Light)
	d := small()
	s := compose(t, d, smallPlaces, Look{Selected: Ref{Tie, "d"}})
	dim := func(c style.Colour) style.Colour { return style.Over(c, pal.Page, style.DimTo) }
	for ref, want := range map[Ref]style.Colour{
		{Tie, "d"}: pal.Layer(data.LayerChips), {Bundle, "lc"}: dim(pal.Layer(data.LayerCloud)), {Tie, "r"}: dim(pal.Layer(data.LayerCapital)),
	} {
		assert.Equal(t, want, headOf(s, ref), "%v", ref)
	}
	for id, want := range map[string]style.Colour{
		"c": pal.Cloud.Edge, "n": pal.Chip.Edge, "l": dim(pal.Lab.Edge), "i": dim(pal.Neutral.Edge),
	} {
		assert.Equal(t, want, edgeOf(s, id), id)
	}
	assert.Equal(t, 1, halos(s, pal), "the line has a halo")
	assert.True(t, s.Emphasised.ContainsRect(pathOf(s, Ref{Tie, "d"}).Bounds()))
	assert.False(t, s.Emphasised.ContainsRect(s.Bounds))

	party := compose(t, small(), smallPlaces, Look{Selected: Ref{Party, "c"}})
	assert.Equal(t, pal.Layer(data.LayerCloud), headOf(party, Ref{Bundle, "lc"}), "the lines of a party are lit")
	assert.Equal(t, dim(pal.Layer(data.LayerCapital)), headOf(party, Ref{Tie, "r"}))
	assert.Equal(t, pal.Lab.Edge, edgeOf(party, "l"), "and their ends")
	assert.Equal(t, dim(pal.Neutral.Edge), edgeOf(party, "i"))
	assert.Equal(t, 1, halos(party, pal), "the box has the halo")
	assert.True(t, party.Emphasised.Empty(), "the camera stays")
}

// A tie that the filters hide can be read in the panel: the map stays as it is.
func TestWhatIsNotDrawnDimsNothing(t *testing.T) {
	plain := compose(t, small(), smallPlaces, Look{})
	for _, look := range []Look{{Selected: Ref{Tie, "hidden"}}, {Selected: Ref{Party, "nobody"}}, {Lit: []string{"hidden"}}} {
		assert.Equal(t, all(plain), all(compose(t, small(), smallPlaces, look)))
	}
}

// The halo of a box lies below the tips of the arrows that point at it.
func TestNoHaloHidesAnArrow(t *testing.T) {
	pal := style.Of(style.Light)
	s := compose(t, small(), smallPlaces, Look{Selected: Ref{Party, "c"}})
	halo := -1
	for i, m := range all(s) {
		switch shape := m.Shape.(type) {
		case Rect:
			if shape.Fill == pal.Halo && m.Ref == (Ref{Party, "c"}) {
				halo = i
			}
		case Polygon:
			require.NotEqual(t, -1, halo, "the halo comes first")
		}
	}
}

func headOf(s *Scene, ref Ref) style.Colour {
	for m := range s.Marks() {
		if p, ok := m.Shape.(Polygon); ok && m.Ref == ref && p.Fill.A > 0 {
			return p.Fill
		}
	}
	return style.Colour{}
}

func edgeOf(s *Scene, party string) style.Colour {
	for m := range s.Marks() {
		if r, ok := m.Shape.(Rect); ok && m.Ref == (Ref{Party, party}) && r.Width > 0 {
			return r.Stroke
		}
	}
	return style.Colour{}
}

func pathOf(s *Scene, ref Ref) geom.Path {
	for _, l := range s.lines {
		if l.Ref() == ref {
			return l.path
		}
	}
	return nil
}

// halos counts the shapes behind what is selected.
func halos(s *Scene, pal *style.Palette) int {
	n := 0
	for m := range s.Marks() {
		switch shape := m.Shape.(type) {
		case Curve:
			if shape.Stroke == pal.Halo {
				n++
			}
		case Rect:
			if shape.Fill == pal.Halo && shape.Width == 0 {
				n++
			}
		}
	}
	return n
}

func TestWidthTellsHowManyTies(t *testing.T) {
	s := compose(t, small(), smallPlaces, Look{})
	for m := range s.Marks() {
		if c, ok := m.Shape.(Curve); ok && m.Ref == (Ref{Bundle, "lc"}) && c.Dash == style.Solid && c.Path.Length() > 20 {
			assert.InDelta(t, style.LineWidth(3), c.Width, 1e-9)
		}
	}
	assert.Equal(t, []string{"Commitment · $250 bn", "×3"}, texts(s, Ref{Bundle, "lc"}))
	assert.Equal(t, []string{"Round · > $0.5 bn", "?"}, texts(s, Ref{Tie, "r"}))
}
