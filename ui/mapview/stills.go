package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Stills leaves what stands around the map as it was painted last while the
// mouse moves the map. Fyne paints every word and rule of the window anew in
// each frame; where OpenGL is computed by the processor that takes three times
// as long as the map. There, what was painted is still there in the next frame,
// and only the map is cleared and painted.
//
// What stands around can change meanwhile only by itself, and cannot be clicked:
// the pointer is on the map. It is painted again as soon as the mouse rests, or
// leaves the map, or another scene comes.
type Stills struct {
	parts  []*standing
	gate   *gate
	moved  int // how often in a row
	frozen bool
}

// enough is how many movements in a row make a motion.
const enough = 2

// NewStills returns a window's stills, with nothing held yet. Only the map is
// painted during a motion.
func NewStills(c func() fyne.Canvas, picture fyne.CanvasObject) *Stills {
	s := &Stills{}
	s.gate = &gate{stills: s, canvas: c, picture: picture}
	s.gate.ExtendBaseWidget(s.gate)
	return s
}

// Gate has to be the last thing in the window. It takes no room.
func (s *Stills) Gate() fyne.CanvasObject { return container.NewWithoutLayout(s.gate) }

// Hold returns what shows an object, and nothing new during a motion.
func (s *Stills) Hold(o fyne.CanvasObject) fyne.CanvasObject {
	part := &standing{content: o}
	part.box = container.New(part, o)
	s.parts = append(s.parts, part)
	return part.box
}

// Move is told of every movement of the map by the mouse.
func (s *Stills) Move() {
	s.moved++
	if s.frozen || s.moved < enough || !s.gate.keeps {
		return
	}
	s.frozen = true
	for _, p := range s.parts {
		p.least = p.content.MinSize()
		p.box.Objects = nil
	}
}

// Rest paints everything again.
func (s *Stills) Rest() {
	s.moved = 0
	if !s.frozen {
		return
	}
	s.frozen = false
	for _, p := range s.parts {
		p.box.Objects = []fyne.CanvasObject{p.content}
	}
	if c := s.gate.canvas(); c != nil {
		c.Refresh(s.gate)
	}
}

// standing holds one object, and is the layout of the container that shows it.
type standing struct {
	box     *fyne.Container
	content fyne.CanvasObject
	least   fyne.Size // while it is not painted
}

// MinSize is part of fyne.Layout.
func (p *standing) MinSize(o []fyne.CanvasObject) fyne.Size {
	if len(o) == 0 {
		return p.least
	}
	return p.content.MinSize()
}

// Layout is part of fyne.Layout.
func (p *standing) Layout(_ []fyne.CanvasObject, size fyne.Size) { p.content.Resize(size) }

// gate confines clearing and painting to the map during a motion. Fyne asks
// every widget for its objects before it clears a window, with the window's
// OpenGL at hand: that is when the gate opens and closes.
type gate struct {
	widget.BaseWidget
	stills  *Stills
	canvas  func() fyne.Canvas
	picture fyne.CanvasObject
	asked   bool
	keeps   bool // what was painted is still there in the next frame
	closed  bool
}

// CreateRenderer is part of fyne.Widget.
func (g *gate) CreateRenderer() fyne.WidgetRenderer { return gateRenderer{g} }

func (g *gate) turn() {
	if !g.asked && g.stills.moved > 0 { // not before: OpenGL has to be there
		g.keeps, g.asked = keepsWindow()
	}
	switch {
	case g.stills.frozen:
		c := g.canvas()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.picture)
		size := g.picture.Size()
		x0, y0 := c.PixelCoordinateForPosition(at)
		x1, y1 := c.PixelCoordinateForPosition(at.Add(size))
		_, height := c.PixelCoordinateForPosition(fyne.NewPos(0, c.Size().Height))
		confine(x0, height-y1, x1-x0, y1-y0)
		g.closed = true
	case g.closed:
		release()
		g.closed = false
	}
}

type gateRenderer struct{ g *gate }

func (gateRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (gateRenderer) Layout(fyne.Size) {}

func (gateRenderer) Refresh() {}

func (r gateRenderer) Objects() []fyne.CanvasObject {
	r.g.turn()
	return nil
}

func (gateRenderer) Destroy() {}
