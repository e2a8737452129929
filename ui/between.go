package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// between lays out the middle of the bar: the find box, and beside it the title in what
// is left, if that is enough for some letters. In less the toolkit would set the title
// over what lies beside it.
type between struct{ find, title fyne.CanvasObject }

// The widths of the find box, and the least of the title, in units.
const (
	findWidth, findLeast = 280, 120
	titleLeast           = 70
)

// Layout is part of fyne.Layout.
func (b between) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, findWidth)
	b.find.Resize(fyne.NewSize(width, size.Height))
	b.find.Move(fyne.NewPos(0, 0))
	x := width + theme.Padding()
	show(b.title, size.Width-x >= titleLeast)
	b.title.Resize(fyne.NewSize(max(size.Width-x, 0), size.Height))
	b.title.Move(fyne.NewPos(x, 0))
}

// MinSize is part of fyne.Layout.
func (b between) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(findLeast, max(b.find.MinSize().Height, b.title.MinSize().Height))
}
