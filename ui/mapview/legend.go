package mapview

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Legend explains the marks that are visible on the map, drawn by the painter
// that draws them. It grows in height where its width asks for more rows.
type Legend struct {
	widget.BaseWidget

	run     Run
	ruler   *style.Ruler
	painter painter
	entries []scene.Entry
	name    func(data.LayerID) string
	pal     *style.Palette
	image   *canvas.Image
	shown   scene.Scene
	working bool
	stale   bool
}

// NewLegend returns an empty legend that is drawn by a painter, which it may share.
func NewLegend(run Run, ruler *style.Ruler, with Painter) *Legend {
	l := &Legend{run: run, ruler: ruler, painter: with.with, pal: style.Of(style.Light), image: &canvas.Image{}}
	l.image.ScaleMode = canvas.ImageScaleFastest
	l.ExtendBaseWidget(l)
	return l
}

// SetEntries replaces what is explained; name gives the words of a layer.
func (l *Legend) SetEntries(entries []scene.Entry, name func(data.LayerID) string, pal *style.Palette) {
	l.entries, l.name, l.pal = slices.Clone(entries), name, pal
	l.draw()
}

// draw lays the entries out for the present width and paints them in the
// background.
func (l *Legend) draw() {
	width := float64(l.Size().Width)
	if width < 1 || l.name == nil {
		return
	}
	if l.working {
		l.stale = true
		return
	}
	s := scene.Legend(l.entries, l.name, width, l.pal, l.ruler)
	pixels := 1.0
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && c.Scale() > 0 {
		pixels = float64(c.Scale())
	}
	w, h := int(math.Ceil(s.Bounds.Max.X*pixels)), int(math.Ceil(s.Bounds.Max.Y*pixels))
	l.working, l.stale = true, false
	page := l.pal.Page
	l.shown = *s // its height at once, so that the map is not drawn for another
	l.Refresh()
	var img image.Image
	draw := func(p *paper.Painter) { img = p.Raster(slices.Collect(s.Marks()), page, geom.Point{}, pixels, w, h) }
	l.painter.paint(l.run, "drawing the legend", draw, func(failed bool) {
		l.working = false
		if !failed {
			l.image.Image = img
			l.image.Refresh()
			l.Refresh()
		}
		if l.stale {
			l.draw()
		}
	})
}

// CreateRenderer is part of fyne.Widget.
func (l *Legend) CreateRenderer() fyne.WidgetRenderer { return &legendRenderer{l} }

type legendRenderer struct{ l *Legend }

func (r *legendRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, float32(max(r.l.shown.Bounds.Max.Y, 26)))
}

func (r *legendRenderer) Layout(size fyne.Size) {
	if b := r.l.shown.Bounds; math.Abs(b.Max.X-float64(size.Width)) > 0.5 {
		r.l.draw()
	}
	r.place()
}

func (r *legendRenderer) place() {
	b := r.l.shown.Bounds
	r.l.image.Resize(fyne.NewSize(float32(b.Max.X), float32(b.Max.Y)))
}

func (r *legendRenderer) Refresh() {
	r.place()
	canvas.Refresh(r.l)
}

func (r *legendRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.image} }

func (r *legendRenderer) Destroy() {}
