package ui

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/pace"
	"entangle/ui/palette"
	"entangle/ui/paper"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// preview shows beside the form what it would write.
type preview struct {
	w      *Window
	form   *exportForm
	image  *canvas.Image
	says   *widget.Label
	copy   *palette.Button
	object fyne.CanvasObject
	asked  int    // which drawing is wanted
	end    func() // the one that is under way
	closed bool
}

// previewSide is the longest side of the preview, in pixels, and previewWait how
// long the form has to rest before it is drawn.
const (
	previewSide = 900
	previewWait = 150 * time.Millisecond
)

func (w *Window) newPreview(f *exportForm) *preview {
	p := &preview{w: w, form: f, image: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1))), says: widget.NewLabel(""), end: func() {}}
	p.image.FillMode = canvas.ImageFillContain
	p.image.SetMinSize(fyne.NewSize(360, 240))
	p.says.Wrapping = fyne.TextWrapWord
	p.copy = newButton(w.within(), "Copy the picture", func() { w.copyPicture(f) })
	why := widget.NewLabel("")
	why.Wrapping = fyne.TextWrapWord
	why.Hide()
	if err := w.clip.ready(); err != nil {
		p.copy.Disable()
		why.SetText("Pictures cannot be copied: " + err.Error())
		why.Show()
	}
	below := container.NewVBox(p.says, p.copy, why)
	p.object = container.NewBorder(nil, below, nil, nil, p.image)
	f.changed = func() {
		p.asked++
		now := p.asked
		w.jobs.later(previewWait, func() {
			if now == p.asked {
				p.draw()
			}
		})
	}
	return p
}

func (p *preview) close() {
	p.closed = true
	p.asked++
	p.end()
}

// draw draws the preview in the background; a later one takes its place.
func (p *preview) draw() {
	if p.closed {
		return
	}
	p.asked++
	p.end()
	now := p.asked
	want, err := p.w.wants(p.form)
	if err != nil {
		p.says.SetText(words.Capital(err.Error()))
		return
	}
	if !p.form.isPicture() {
		p.image.Image = image.NewRGBA(image.Rect(0, 0, 1, 1))
		p.image.Refresh()
		p.says.SetText(p.form.dataWords(want))
		return
	}
	ctx, end := context.WithCancel(p.w.jobs.ctx)
	p.end, want.export.Pace = end, pace.New(ctx, nil)
	p.w.jobs.later(patience, func() {
		if ctx.Err() == nil {
			p.says.SetText("Drawing the preview …")
		}
	})
	p.w.jobs.run("drawing the preview", func(context.Context) (func(), error) {
		defer end()
		e, err := want.subject.Framed(ctx, p.w.options.Engine, p.w.ruler, want.export)
		if err != nil {
			return nil, unlessEnded(ctx, err)
		}
		drawn, size, err := want.subject.Preview(want.placed, p.w.ruler, e, previewSide)
		if err != nil {
			return func() { p.show(now, nil, words.Capital(err.Error())) }, nil
		}
		img, err := png.Decode(bytes.NewReader(drawn.Content))
		if err != nil {
			return nil, err
		}
		says := sizeWords(want.export, size, len(drawn.Content), img.Bounds().Size())
		for _, note := range drawn.Notes {
			says += "\n" + words.Capital(note) + "."
		}
		return func() { p.show(now, img, says) }, nil
	})
}

// unlessEnded is an error unless nobody waits for the work any more.
func unlessEnded(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

func (p *preview) show(asked int, img image.Image, says string) {
	if asked != p.asked {
		return
	}
	if img != nil {
		p.image.Image = img
		p.image.Refresh()
	}
	p.says.SetText(says)
}

// huge is from how many pixels on it is said how large a file gets.
const huge = 100_000_000

// sizeWords says how large a picture gets; drawn is how large the preview is.
func sizeWords(e picture.Export, size picture.Size, bytes int, drawn image.Point) string {
	inches := fmt.Sprintf("%.1f × %.1f cm", size.Width/paper.PointsPerInch*2.54, size.Height/paper.PointsPerInch*2.54)
	if e.Format != "png" {
		return fmt.Sprintf("%.0f × %.0f points, %s.", size.Width, size.Height, inches)
	}
	w, h := size.Pixels(e.Scale)
	if w > paper.MaxSide || h > paper.MaxSide {
		return fmt.Sprintf("%d × %d pixels are more than the %s a side that can be drawn; give a smaller scale.", w, h, words.Number(paper.MaxSide))
	}
	says := fmt.Sprintf("%d × %d pixels, %.0f to the inch, %s.", w, h, e.Scale*paper.PointsPerInch, inches)
	if pixels := float64(w) * float64(h); pixels > huge {
		says += fmt.Sprintf(" That is %.0f megapixels: a file of about %.0f MB, which takes %.1f GB of memory where it is opened.",
			pixels/1e6, max(picture.GuessPNG(bytes, float64(drawn.X)*float64(drawn.Y), pixels)/1e6, 1), pixels*4/1e9)
	}
	return says
}

// dataWords says what a format of data holds.
func (f *exportForm) dataWords(want wanted) string {
	for _, d := range picture.DataFormats() {
		if d.Name == f.format.Selected {
			return fmt.Sprintf("Data instead of a picture: %s. %s.", d.Words, words.Capital(want.subject.Counts()))
		}
	}
	return ""
}
