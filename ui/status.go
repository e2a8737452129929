package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// status is the row above the map. It takes the room that there is and never asks
// for more: a row that did would make the window wider than its screen whenever
// something is being said.
type status struct {
	shows   *widget.Label // at the left, in what is left
	message *widget.Label // before the parts, as wide as its words if it can be
	parts   []*part       // at the right, in this order
	first   []*part       // the parts again, the most important first
}

// part has a place of its own, which is hidden while there is no room for it: Tab does
// not lead there then. Whether there is anything to show is up to the part itself.
type part struct {
	fyne.CanvasObject
	place *fyne.Container
}

// newStatus makes the row of a bar. What has no room in it is on the menus too.
func newStatus(b *bar) *fyne.Container {
	placed := func(o fyne.CanvasObject) *part { return &part{o, container.NewStack(o)} }
	pulse, cancel, focus, core, chip := placed(b.pulse.object), placed(b.cancel), placed(b.focus), placed(b.core), placed(b.chip)
	s := &status{
		shows: b.shows, message: b.message,
		parts: []*part{pulse, cancel, focus, core, chip},
		first: []*part{chip, cancel, focus, core, pulse},
	}
	b.message.Truncation = fyne.TextTruncateEllipsis
	row := container.New(s, b.shows, b.message)
	for _, p := range s.parts {
		row.Add(p.place)
	}
	return row
}

// Layout is part of fyne.Layout.
func (s *status) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	gap, left := theme.Padding(), size.Width
	fits := map[*part]bool{}
	for _, part := range s.first {
		if need := part.MinSize().Width + gap; part.Visible() && need <= left {
			fits[part], left = true, left-need
		}
	}
	x := size.Width - (size.Width - left)
	for _, part := range s.parts {
		show(part.place, fits[part])
		if !fits[part] {
			continue
		}
		x += gap
		part.place.Resize(fyne.NewSize(part.MinSize().Width, size.Height))
		part.place.Move(fyne.NewPos(x, 0))
		x += part.place.Size().Width
	}
	words := min(widthOf(s.message), left)
	s.message.Resize(fyne.NewSize(words, size.Height))
	s.message.Move(fyne.NewPos(left-words, 0))
	show(s.shows, left-words >= leastWords) // in less the toolkit sets it over what lies beside it
	s.shows.Resize(fyne.NewSize(max(left-words, 0), size.Height))
	s.shows.Move(fyne.NewPos(0, 0))
}

// leastWords is the width below which what the map shows is not said: of a date there
// would be its first letters.
const leastWords = 60

// MinSize is part of fyne.Layout. It is as high as its highest part, shown or not:
// else the map below would move when a button comes and goes.
func (s *status) MinSize([]fyne.CanvasObject) fyne.Size {
	height := s.shows.MinSize().Height
	for _, part := range s.parts {
		height = max(height, part.MinSize().Height)
	}
	return fyne.NewSize(1, height)
}

// widthOf is how wide a label is with all its words.
func widthOf(l *widget.Label) float32 {
	if l.Text == "" {
		return 0
	}
	th := l.Theme()
	words := fyne.MeasureText(l.Text, th.Size(theme.SizeNameText), l.TextStyle).Width
	return words + 2*th.Size(theme.SizeNameInnerPadding) + 1
}
