package picture

import (
	"image"
	"image/draw"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/draft"
	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// patched is a web of which pictures are laid over one another.
type patched struct {
	t       *testing.T
	ruler   *style.Ruler
	painter *paper.Painter
	placed  layout.Placed
}

func patching(t *testing.T, size deals.Size) (*patched, *Subject) {
	t.Helper()
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	painter, err := paper.NewPainter()
	require.NoError(t, err)
	d := deals.Make(size, 1)
	v := View{View: query.Default(d, data.DayOf(2026, 1, 1))}
	v.Status = string(resolve.AllStatuses)
	s := Look(resolve.At(d, v.Moment()), v)
	placed, err := draft.Layout(t.Context(), s.Graph(ruler))
	require.NoError(t, err)
	return &patched{t, ruler, painter, placed}, s
}

func (p *patched) show(s *Subject, look scene.Look) Shown {
	return Shown{Scene: s.Compose(p.placed, look, p.ruler), Subject: s, Look: look}
}

// differ counts the pixels in which two pictures are not nearly the same.
func differ(a, b *image.RGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for j := range 3 {
			if d := int(a.Pix[i+j]) - int(b.Pix[i+j]); d > 40 || d < -40 {
				n++
				break
			}
		}
	}
	return n
}

// apart says how unlike two pictures are to whoever sees them from some distance: by
// the mean brightness of squares.
func apart(a, b *image.RGBA) float64 {
	const side = 8
	all := 0.0
	for y := 0; y+side <= a.Rect.Dy(); y += side {
		for x := 0; x+side <= a.Rect.Dx(); x += side {
			d := 0
			for i := range side * side {
				at := a.PixOffset(x+i%side, y+i/side)
				d += int(a.Pix[at]) - int(b.Pix[at]) + int(a.Pix[at+1]) - int(b.Pix[at+1])
			}
			all += math.Abs(float64(d)) / (side * side)
		}
	}
	return all
}

// pictures draws a part of the scene before, of it with the patch over it, and of the
// scene that is meant.
func (p *patched) pictures(before, after *scene.Scene, patch *scene.Patch, area geom.Rect, scale float64) (old, over, now *image.RGBA) {
	w, h := int(area.W()*scale), int(area.H()*scale)
	raster := func(s *scene.Scene) *image.RGBA {
		return p.painter.Part(s, area.Min, scale, w, h, func() bool { return false })
	}
	old, now = raster(before), raster(after)
	view := paper.View{Origin: area.Min, Scale: scale}
	layer := image.NewRGBA(old.Rect)
	p.painter.Layers(paper.Picture{Image: layer, View: view}, paper.Picture{Image: old, View: view}, patch.Over(area, scale))
	over = image.NewRGBA(old.Rect)
	draw.Draw(over, over.Rect, old, image.Point{}, draw.Src)
	draw.Draw(over, over.Rect, layer, image.Point{}, draw.Over)
	return old, over, now
}

// Close by, the patch of another day is that day's picture but for labels; from far
// away it is nearer to it than what was on screen.
func TestThePatchOfAnotherDay(t *testing.T) {
	p, s := patching(t, deals.Size{Parties: 250, Ties: 500, Statements: 1500})
	look := scene.Look{Palette: style.Of(style.Light), Bare: true}
	r := rand.New(rand.NewPCG(5, 5))
	was, is := 0.0, 0.0
	for range 6 {
		before := p.show(s, look)
		v := s.View
		v.AsOf += data.Day(r.IntN(160) - 80)
		s = s.Look(v)
		patch, after := s.Patch(before, look, p.ruler), s.Compose(p.placed, look, p.ruler)
		require.NotNil(t, patch)
		close := geom.RectAround(after.Bounds.Center().Add(geom.Point{X: float64(r.IntN(2000) - 1000), Y: float64(r.IntN(800) - 400)}), 700, 500)
		_, over, now := p.pictures(before.Scene, after, patch, close, 1)
		assert.Less(t, differ(over, now), 700*500/400, "close by, on %s", v.AsOf)
		old, over, now := p.pictures(before.Scene, after, patch, after.Bounds, 500/max(after.Bounds.W(), after.Bounds.H()))
		was += apart(old, now)
		is += apart(over, now)
		for _, ref := range before.Scene.Refs() {
			there := slices.Contains(after.Refs(), ref)
			require.Equal(t, !there, patch.Hides(ref), ref)
		}
	}
	assert.Less(t, is, was/2, "from far away")
}

// What is selected stands out, and the rest steps back.
func TestThePatchOfASelection(t *testing.T) {
	p, s := patching(t, deals.Size{Parties: 250, Ties: 500, Statements: 1500})
	look := scene.Look{Palette: style.Of(style.Dark), Bare: true}
	before := p.show(s, look)
	party := scene.Ref{Kind: scene.Party, ID: string(s.Drawing.Nodes[120].Party)}
	tie := scene.Ref{Kind: scene.Tie, ID: string(s.Drawing.Bundles[200].Ties[0].Tie.ID)}
	for _, ref := range []scene.Ref{party, tie, party} {
		look.Selected = ref
		patch, after := s.Patch(before, look, p.ruler), s.Compose(p.placed, look, p.ruler)
		require.NotNil(t, patch)
		at, _ := after.RingOf(ref)
		_, over, now := p.pictures(before.Scene, after, patch, geom.RectAround(at.Center(), 700, 500), 1)
		assert.Less(t, differ(over, now), 700*500/200, "close by, %s", ref.ID)
		old, over, now := p.pictures(before.Scene, after, patch, after.Bounds, 500/max(after.Bounds.W(), after.Bounds.H()))
		assert.LessOrEqual(t, differ(over, now), 200+differ(old, now)/4, "from far away, %s", ref.ID)
		before = p.show(s, look)
	}
	look.Selected = scene.Ref{}
	assert.Nil(t, s.Patch(before, look, p.ruler), "all that was faint stands out again: no patch is smaller than the picture")
}

// Labels that are read from close by alone stay while something is selected, however
// much is painted anew.
func TestAPatchKeepsTheLabelsNearby(t *testing.T) {
	p, s := patching(t, deals.Size{Parties: 1300, Ties: 3900, Statements: 3900})
	look := scene.Look{Palette: style.Of(style.Light)}
	before := p.show(s, look)
	tie := scene.Ref{Kind: scene.Tie, ID: string(s.Drawing.Bundles[300].Ties[0].Tie.ID)}
	at, ok := before.Scene.RingOf(tie)
	require.True(t, ok)
	for _, size := range []geom.Point{{X: 240, Y: 160}, {X: 1800, Y: 1300}} { // painted anew as a whole, and what changed alone
		area := geom.RectAround(at.Center(), size.X, size.Y)
		labels := before.Scene.CloseUp(area, 1)
		require.NotEmpty(t, labels)
		look.Selected = tie
		patch, after := s.Patch(before, look, p.ruler), s.Compose(p.placed, look, p.ruler)
		require.NotNil(t, patch)
		_, over, now := p.pictures(before.Scene, after, patch, area, 1)
		assert.Less(t, differ(over, now), int(size.X*size.Y)/100, "%v", size)
	}
}

// What cannot be patched is drawn as a whole.
func TestWhatIsNotPatched(t *testing.T) {
	p, s := patching(t, deals.Size{Parties: 40, Ties: 90, Statements: 270})
	look := scene.Look{Palette: style.Of(style.Light)}
	before := p.show(s, look)
	v := s.View
	v.AsOf -= 40
	require.NotNil(t, s.Look(v).Patch(before, look, p.ruler))
	for name, change := range map[string]func(*View){
		"a comparison":        func(v *View) { v.Since = v.AsOf - 100 },
		"another arrangement": func(v *View) { v.Arrangement = Stack },
		"roles":               func(v *View) { v.Roles = true },
		"a focus that dims":   func(v *View) { v.Focus, v.Hops, v.Dim = s.Drawing.Nodes[0].Party, 1, true },
		"other ties":          func(v *View) { v.Kinds = []data.KindID{"equity"} },
	} {
		other := v
		change(&other)
		assert.Nil(t, s.Look(other).Patch(before, look, p.ruler), name)
	}
	look.Palette = style.Of(style.Dark)
	assert.Nil(t, s.Look(v).Patch(before, look, p.ruler), "other colours")
}
