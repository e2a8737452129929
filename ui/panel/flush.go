package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// flush takes the padding away that Fyne puts around every word, so that words
// begin where the column does. A theme of the panel's own would do the same, but
// Fyne keeps the fonts of every such theme for good: fifteen megabytes a page.
type flush struct{}

func flushed(o fyne.CanvasObject) fyne.CanvasObject { return container.New(flush{}, o) }

// Layout lets the padding stand out on all sides.
func (flush) Layout(o []fyne.CanvasObject, size fyne.Size) {
	pad := theme.InnerPadding()
	o[0].Move(fyne.NewPos(-pad, -pad))
	o[0].Resize(size.AddWidthHeight(2*pad, 2*pad))
}

// MinSize is that of the words alone.
func (flush) MinSize(o []fyne.CanvasObject) fyne.Size {
	pad := theme.InnerPadding()
	size := o[0].MinSize().SubtractWidthHeight(2*pad, 2*pad)
	return fyne.NewSize(max(size.Width, 0), max(size.Height, 0))
}
