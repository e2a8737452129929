package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"entangle/layout"
	"entangle/ui/palette"
	"entangle/ui/picture"
)

// The keys of the preferences. Documents are not kept there.
const (
	prefTheme  = "theme"
	prefWidth  = "window.width"
	prefHeight = "window.height"
	prefEngine = "layout.engine"
	prefPins   = "layout.pins"
	prefFolder = "folder"
	prefRecent = "recent"
	prefDim    = "focus.dim"
)

const recentFiles = 8

func (w *Window) rememberedSize() fyne.Size {
	p := w.app.Preferences()
	width, height := p.FloatWithFallback(prefWidth, 1360), p.FloatWithFallback(prefHeight, 850)
	return fyne.NewSize(float32(min(max(width, 720), 8000)), float32(min(max(height, 480), 8000)))
}

func (w *Window) rememberedEngine() layout.EngineName {
	e, err := layout.ParseEngine(w.app.Preferences().String(prefEngine))
	if err != nil {
		return ""
	}
	return e
}

// remember keeps where the file on screen lies.
func (w *Window) remember(src source) {
	if src.path == "" {
		return
	}
	p := w.app.Preferences()
	p.SetString(prefFolder, filepath.Dir(src.path))
	recent := slices.DeleteFunc(p.StringList(prefRecent), func(path string) bool { return path == src.path })
	recent = append([]string{src.path}, recent...)
	p.SetStringList(prefRecent, recent[:min(len(recent), recentFiles)])
	w.setMenu()
}

func (w *Window) setEngine(e layout.EngineName) {
	w.app.Preferences().SetString(prefEngine, string(e))
	v := w.state.View()
	v.Engine, v.Arrangement, v.Kept = e, picture.Web, nil // an engine places the web
	name := string(e)
	if e == "" {
		name = "the engine that suits"
	}
	w.state.Change("lay out with "+name, v)
}

func (w *Window) setDirection(d string) {
	v := w.state.View()
	v.Direction, v.Arrangement, v.Kept = d, picture.Web, nil
	w.state.Change("turn the layout", v)
}

// rememberedTheme is the person's choice, else as the system says.
func rememberedTheme(a fyne.App) palette.Theme {
	return themeOf(palette.Choice(a.Preferences().StringWithFallback(prefTheme, string(palette.System))))
}

// themeOf makes a choice into a theme; a system that does not speak is light.
func themeOf(c palette.Choice) palette.Theme {
	exists := func(path string) bool { _, err := os.Stat(path); return err == nil }
	if c == palette.System && !systemSpeaks(runtime.GOOS, os.Getenv, exists) {
		c = palette.Light
	}
	return palette.Theme{Choice: c}
}

func (w *Window) setTheme(c palette.Choice) {
	w.app.Preferences().SetString(prefTheme, string(c))
	w.theme = themeOf(c)
	w.app.Settings().SetTheme(w.theme)
	if w.choices.tick() {
		w.win.MainMenu().Refresh()
	}
}

// close keeps the window's size and ends the program.
func (w *Window) close() {
	size := w.win.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
	w.win.Close()
}
