package ui

import (
	"context"
	"errors"
	"image"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/pace"
	"entangle/ui/picture"
	"entangle/ui/style"
)

func TestTheFormIsRead(t *testing.T) {
	d := sit(t)
	f := d.newExportForm()
	f.format.SetSelected("pdf")
	f.size.SetText("1600 x 900")
	f.scale.SetText("3.125")
	f.theme.SetSelected(asScreen)
	f.ground.SetSelected(groundNone)
	f.part.SetSelected(partSelected)
	f.title.SetText("Mine")
	f.frame.SetText("2025-10..2026-05")
	f.annex.SetChecked(true)
	e, err := f.asked([]string{"t1"}, style.Dark)
	require.NoError(t, err)
	assert.NotNil(t, e.Annex)
	e.Annex = nil
	assert.Equal(t, picture.Export{
		Format: "pdf", Width: 1600, Height: 900, Scale: 3.125, Theme: style.Dark, Transparent: true, Only: []string{"t1"}, Title: "Mine",
		FrameOf: []data.Day{data.DayOf(2025, 10, 31), data.DayOf(2026, 5, 31)},
	}, e)
	f.remember(d.app.Preferences())
	again := d.newExportForm()
	assert.Equal(t, []string{"pdf", "1600 x 900", "3.125", asScreen, groundNone, partSelected, "2025-10..2026-05", ""}, []string{
		again.format.Selected, again.size.Text, again.scale.Text, again.theme.Selected, again.ground.Selected, again.part.Selected,
		again.frame.Text, again.title.Text,
	})
	assert.True(t, again.annex.Checked)
}

func TestAFormThatCannotBeRead(t *testing.T) {
	d := sit(t)
	for says, fill := range map[string]func(*exportForm){
		"nothing is selected": func(f *exportForm) { f.part.SetSelected(partSelected) },
		`the size "wide"`:     func(f *exportForm) { f.size.SetText("wide") },
		`the size "20000x2"`:  func(f *exportForm) { f.size.SetText("20000x2") },
		`the size "0x2"`:      func(f *exportForm) { f.size.SetText("0x2") },
		`the scale "NaN"`:     func(f *exportForm) { f.scale.SetText("NaN") },
		`the scale "17"`:      func(f *exportForm) { f.scale.SetText("17") },
		`"2025" names no two`: func(f *exportForm) { f.frame.SetText("2025") },
		`"a..b" names no two`: func(f *exportForm) { f.frame.SetText("a..b") },
	} {
		f := d.newExportForm()
		fill(f)
		_, err := f.asked(nil, style.Light)
		assert.ErrorContains(t, err, says)
	}
}

func TestWhatAFormatDoesNotHeedCannotBeChosen(t *testing.T) {
	d := sit(t)
	f := d.newExportForm()
	off := func() (out string) {
		for name, field := range map[string]fyne.Disableable{"annex": f.annex, "outlines": f.outlines, "scale": f.scale, "theme": f.theme} {
			if field.Disabled() {
				out += name + " "
			}
		}
		return out
	}
	for format, want := range map[string][]string{"svg": {"annex"}, "png": {"annex", "outlines"}, "pdf": {"outlines", "scale"}, "csl.json": {"annex", "outlines", "scale", "theme"}} {
		f.format.SetSelected(format)
		assert.ElementsMatch(t, want, strings.Fields(off()), format)
		assert.True(t, strings.HasSuffix(f.path.Text, "entangle."+format), f.path.Text)
	}
	f.format.SetSelected("svg")
	assert.Equal(t, "entangle.svg", filepath.Base(f.path.Text))
}

func TestDataIsExportedToo(t *testing.T) {
	d := sit(t)
	dir := t.TempDir()
	csv := d.exported(filepath.Join(dir, "a.svg"), func(f *exportForm) { f.format.SetSelected("csv") })
	assert.Contains(t, csv, "t3")
	assert.FileExists(t, filepath.Join(dir, "a.csv"))
}

func TestThePreview(t *testing.T) {
	d := sit(t)
	f := d.newExportForm()
	p := d.newPreview(f)
	f.format.SetSelected("png")
	f.scale.SetText("2")
	d.until("the preview is drawn", func() bool { return strings.Contains(p.says.Text, "192 to the inch") })
	assert.Greater(t, p.image.Image.Bounds().Dx(), 300)
	f.scale.SetText("x")
	d.until("what is wrong is said", func() bool { return strings.Contains(p.says.Text, "The scale \"x\" is no number") })
	f.scale.SetText("16")
	d.until("a huge one says how large it gets", func() bool {
		return strings.Contains(p.says.Text, "megapixels: a file of about ") || strings.Contains(p.says.Text, "give a smaller scale")
	})
	f.format.SetSelected("gexf")
	f.scale.SetText("1")
	d.until("data has words", func() bool { return strings.Contains(p.says.Text, "Data instead of a picture: ") })
	p.close()
	p.draw()
	p.show(0, nil, "late")
	assert.NotEqual(t, "late", p.says.Text, "a closed one shows nothing any more")
}

func TestHowLargeAPictureGets(t *testing.T) {
	e := picture.Export{Format: "png", Scale: 10}
	assert.Equal(t, "10000 × 10000 pixels, 960 to the inch, 26.5 × 26.5 cm.", sizeWords(e, picture.Size{Width: 1000, Height: 1000}, 100_000, image.Pt(900, 900)))
	assert.Equal(t, "12000 × 10000 pixels, 960 to the inch, 31.8 × 26.5 cm. That is 120 megapixels: a file of about 2 MB, which takes 0.5 GB of memory where it is opened.",
		sizeWords(e, picture.Size{Width: 1200, Height: 1000}, 100_000, image.Pt(900, 750)))
	e.Scale = 17
	assert.Contains(t, sizeWords(e, picture.Size{Width: 1000, Height: 10}, 1, image.Pt(1, 1)), "more than the 16,000 a side")
	e.Format = "pdf"
	assert.Equal(t, "794 × 1123 points, 21.0 × 29.7 cm.", sizeWords(e, picture.Size{Width: 794, Height: 1123}, 1, image.Pt(1, 1)))
}

func TestALongExportCanBeCancelled(t *testing.T) {
	d := sit(t)
	path := filepath.Join(t.TempDir(), "a.svg")
	d.writing(path, func(ctx context.Context, pc pace.Pace) (*picture.Drawn, error) {
		require.NoError(t, pc.At(0.5))
		<-ctx.Done()
		return nil, pc.At(0.6)
	})
	d.until("it says how far it is", func() bool { return d.win.Canvas().Overlays().Top() != nil })
	d.press("Cancel")
	d.until("it is said", func() bool { return strings.Contains(d.bar.message.Text, "cancelled") })
	assert.NoFileExists(t, path)
	assert.Empty(t, d.notice())
}

func TestThePictureIsCopied(t *testing.T) {
	d := sit(t)
	var copied []byte
	d.clip = pictureClipboard{ready: func() error { return nil }, put: func(png []byte) { copied = png }}
	d.item("File", "Copy the picture").Action()
	d.until("it is copied", func() bool { return strings.Contains(d.bar.message.Text, "on the clipboard") })
	assert.True(t, strings.HasPrefix(string(copied), "\x89PNG"))

	d.clip.ready = func() error { return errors.New("there is none here") }
	d.copyShown()
	assert.Contains(t, d.notice(), "there is none here")
	p := d.newPreview(d.newExportForm())
	assert.True(t, p.copy.Disabled(), "with the reason beside it")
}

func TestAListIsNotCopiedAsAPicture(t *testing.T) {
	d := sit(t)
	d.clip = pictureClipboard{ready: func() error { return nil }, put: func([]byte) { t.Error("nothing is to be copied") }}
	d.arrange(picture.Table)
	d.copyShown()
	assert.Contains(t, d.notice(), "a list is on screen")
}
