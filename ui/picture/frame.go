package picture

import (
	"context"
	"fmt"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Frame is the room that the pictures of several days need together, so that
// they can be laid over one another.
type Frame struct {
	Room     geom.Rect // of the scenes
	captions []*paper.Caption
	sources  []data.SourceID // of all of them
}

// framing is which share of the work it is to measure a frame.
const framing = 0.4

// Framed measures the frame that an export asks for, nothing when it asks for
// none; what is left of its pace is for the drawing.
func (s *Subject) Framed(ctx context.Context, engine layout.Engine, ruler *style.Ruler, e Export) (Export, error) {
	if len(e.FrameOf) == 0 {
		return e, nil
	}
	work := e.Pace
	e.Pace = work.Part(0, framing)
	frame, err := s.Framing(ctx, engine, ruler, e)
	e.Frame, e.Pace = frame, work.Part(framing, 1)
	return e, err
}

// Framing measures the pictures of the days in e.FrameOf.
func (s *Subject) Framing(ctx context.Context, engine layout.Engine, ruler *style.Ruler, e Export) (*Frame, error) {
	f := &Frame{}
	var days []*Subject
	for _, day := range e.FrameOf {
		v := s.View
		v.AsOf = day
		other := s.Look(v)
		if part, err := other.selected(e.Only); err == nil {
			other = part // a day on which nothing of the selection is in view needs no less room
		}
		days = append(days, other)
		f.sources = union(f.sources, other.Sources())
	}
	for i, other := range days {
		day := e.Pace.Part(float64(i)/float64(len(days)), float64(i+1)/float64(len(days)))
		if err := day.At(0); err != nil {
			return nil, err
		}
		other.framed = f.sources
		placed, err := Place(ctx, engine, other.Graph(ruler))
		if err != nil {
			return nil, fmt.Errorf("placing the picture of %s: %w", e.FrameOf[i], err)
		}
		pal := e.palette()
		sc := other.onPaper(placed, scene.Look{Palette: pal, Lit: e.Lit, Pace: day.Part(0.2, 1)}, ruler)
		if err := day.At(1); err != nil {
			return nil, err
		}
		notes, _ := other.index().marks(sc, pal, ruler)
		room := paper.RoomOf(sc)
		if len(e.Only) > 0 {
			room = sc.Bounds
		}
		if len(notes) > 0 {
			room = room.Union(scene.BoundsOf(notes))
		}
		if i > 0 {
			room = room.Union(f.Room)
		}
		f.Room = room
		f.captions = append(f.captions, other.Caption(other.title(e), sc, pal, ruler))
	}
	return f, nil
}
