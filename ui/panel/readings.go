package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
	"entangle/ui/palette"
)

// readings sets what sources say against one another side by side, two in a row,
// each with who says it.
func (p *Panel) readings(list []brief.Reading) fyne.CanvasObject {
	grid := container.New(&pairs{gap: 10})
	for _, r := range list {
		edge := canvas.NewRectangle(p.pal.Disagree)
		edge.SetMinSize(fyne.NewSize(2, 1))
		grid.Add(container.NewBorder(nil, nil, edge, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 6, 0), container.NewVBox(
			p.text(r.Value, palette.SizeSmall, widget.MediumImportance, true),
			p.text(r.Says, palette.SizeSmall, widget.LowImportance, false),
		))))
	}
	return container.New(layout.NewCustomPaddedLayout(3, 5, 0, 0), grid)
}

// pairs sets objects in rows of two of one width.
type pairs struct {
	gap float32
}

func (l *pairs) Layout(o []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - l.gap) / 2
	y := float32(0)
	for i := 0; i < len(o); i += 2 {
		row := o[i:min(i+2, len(o))]
		high := float32(0)
		for n, cell := range row {
			cell.Resize(fyne.NewSize(half, cell.MinSize().Height))
			cell.Move(fyne.NewPos(float32(n)*(half+l.gap), y))
			high = max(high, cell.MinSize().Height)
		}
		for _, cell := range row {
			cell.Resize(fyne.NewSize(half, high))
		}
		y += high + l.gap/2
	}
}

func (l *pairs) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(120, 0)
	for i := 0; i < len(o); i += 2 {
		high := float32(0)
		for _, cell := range o[i:min(i+2, len(o))] {
			high = max(high, cell.MinSize().Height)
		}
		size.Height += high + l.gap/2
	}
	return size
}
