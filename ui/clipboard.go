package ui

import (
	"context"
	"errors"
	"fmt"

	"golang.design/x/clipboard"

	"entangle/ui/picture"
)

// pictureClipboard takes pictures; the toolkit's own takes text only.
type pictureClipboard struct {
	ready func() error // an error says why it does not work here
	put   func(png []byte)
}

// systemClipboard is the clipboard of the desktop.
func systemClipboard() pictureClipboard {
	return pictureClipboard{
		ready: func() (err error) {
			defer func() {
				if p := recover(); p != nil { // it was built without what it needs
					err = errors.New("this build of the program has no access to the clipboard")
				}
			}()
			if clipboard.Init() != nil {
				return errors.New("the clipboard of this desktop takes none (on Linux it needs X11 or XWayland); export a PNG instead")
			}
			return nil
		},
		put: func(png []byte) { clipboard.Write(clipboard.FmtImage, png) },
	}
}

// copyShown copies the picture on screen, drawn as it was exported last.
func (w *Window) copyShown() { w.copyPicture(w.newExportForm()) }

// copyPicture puts the picture that a form asks for on the clipboard, as PNG.
func (w *Window) copyPicture(f *exportForm) {
	if err := w.clip.ready(); err != nil {
		w.fail("copying the picture", err)
		return
	}
	if w.state.View().Arranged() == picture.Table {
		w.fail("copying the picture", errors.New("a list is on screen; choose Web, Stack or Matrix first"))
		return
	}
	want, err := w.wants(f)
	if err != nil {
		w.fail("copying the picture", err)
		return
	}
	want.export.Format, want.export.Annex = "png", nil
	w.jobs.run("copying the picture", func(ctx context.Context) (func(), error) {
		drawn, err := w.draw(ctx, want)
		if err != nil {
			return nil, err
		}
		return func() {
			w.clip.put(drawn.Content)
			w.bar.say(fmt.Sprintf("The picture is on the clipboard, as PNG (%d kB)%s", (len(drawn.Content)+999)/1000, noted(drawn)))
		}, nil
	})
}

func noted(d *picture.Drawn) string {
	text := ""
	for _, note := range d.Notes {
		text += "; " + note
	}
	return text
}
