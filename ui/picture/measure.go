package picture

import (
	"math"

	"entangle/layout"
	"entangle/ui/paper"
	"entangle/ui/style"
)

// Size is how large a picture gets.
type Size struct{ Width, Height float64 } // points

// Pixels returns the sides of a PNG of that many pixels for each point.
func (s Size) Pixels(scale float64) (w, h int) {
	return int(s.Width*scale + 0.5), int(s.Height*scale + 0.5)
}

// Measure returns the size of the page of a picture.
func (s *Subject) Measure(placed layout.Placed, ruler *style.Ruler, e Export) (Size, error) {
	s, err := s.asDrawn(e)
	if err != nil {
		return Size{}, err
	}
	page := s.page(placed, ruler, e)
	if page == nil {
		return Size{}, e.Pace.Err()
	}
	return Size{page.Width, page.Height}, nil
}

// Preview draws a picture as a PNG no side of which is longer than most pixels.
func (s *Subject) Preview(placed layout.Placed, ruler *style.Ruler, e Export, most int) (*Drawn, Size, error) {
	s, err := s.asDrawn(e)
	if err != nil {
		return nil, Size{}, err
	}
	work := e.Pace
	e.Pace = work.Part(0, setting)
	page := s.page(placed, ruler, e)
	if page == nil {
		return nil, Size{}, work.Err()
	}
	file, err := paper.PNG(page, min(float64(most)/max(page.Width, page.Height), 4), work.Part(setting, 1))
	if err != nil {
		return nil, Size{}, err
	}
	return &Drawn{file.Content, append(letterNotes(file), e.notes()...)}, Size{page.Width, page.Height}, nil
}

// GuessPNG returns about how many bytes a PNG of so many pixels takes, from one
// of the same picture that is drawn. Drawings grow by a little more than their
// sides do: twice the width and height took 2.1 to 2.3 times the bytes.
func GuessPNG(bytes int, drawn, pixels float64) float64 {
	const growth = 0.57
	return float64(bytes) * math.Pow(pixels/max(drawn, 1), growth)
}
