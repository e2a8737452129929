package ui

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func TestTheWindowOpens(t *testing.T) {
	d := sit(t)
	assert.Equal(t, "Small – Entangle", d.win.Title())
	assert.Contains(t, d.bar.shows.Text, "As of 1 May 2026")
	assert.Contains(t, d.bar.shows.Text, "3 parties, 3 ties")
	assert.Contains(t, d.bar.shows.Text, "1 of 1 source undated")
	assert.False(t, d.bar.chip.Visible(), "nothing is hidden, and there is no core")
	assert.Equal(t, automatic, d.bar.engine.Selected)
	assert.Contains(t, d.panelText(), "Who supplies whom?")
	assert.Empty(t, d.notice())
	assert.False(t, d.bar.cancel.Visible())
	assert.NotEmpty(t, d.scene.Shown.Entries)
}

// Click a line: it fans out, its tie is read, the rest of the map stays where it
// is.
func TestClickingALine(t *testing.T) {
	d := sit(t)
	bundle := scene.Ref{Kind: scene.Bundle, ID: "a/b/contractual"}
	at, ok := d.view.ScreenOf(bundle)
	require.True(t, ok)
	frame := d.scene.Frame
	d.view.Tapped(&fyne.PointEvent{Position: at})
	d.drawn()
	assert.Equal(t, tie("t1"), d.state.Selection())
	assert.Contains(t, d.panelText(), "Alpha buys cloud services from Beta")
	assert.NotContains(t, d.scene.Refs(), bundle)
	assert.Contains(t, d.scene.Refs(), tie("t2"))
	assert.Equal(t, frame, d.scene.Frame)

	d.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	d.drawn()
	assert.Contains(t, d.scene.Refs(), bundle, "Space folds it up")
	d.view.TypedRune(']')
	d.drawn()
	assert.Equal(t, tie("t2"), d.state.Selection())
	d.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.drawn()
	assert.Equal(t, scene.Ref{}, d.state.Selection(), "Escape lets go")
}

func TestThePanelLeads(t *testing.T) {
	d := sit(t)
	d.panel.OnAsk(brief.WhatEndsNext)
	assert.Contains(t, d.panelText(), "2030")
	d.panel.OnPick(tie("t3"))
	d.drawn()
	assert.Equal(t, tie("t3"), d.state.Selection())
	d.panel.OnHome()
	assert.Equal(t, scene.Ref{}, d.state.Selection())
	d.panel.OnCopy("words")
	assert.Equal(t, "words", d.app.Clipboard().Content())
	assert.Contains(t, d.bar.message.Text, "Copied")
	d.panel.OnLink("https://example.org")
	assert.Empty(t, d.notice())
	d.panel.OnLink("http://[bad")
	assert.Contains(t, d.notice(), "Opening http://[bad")
	d.dismiss()
	assert.Empty(t, d.notice())
}

func TestAnotherEngine(t *testing.T) {
	d := sit(t)
	d.bar.engine.SetSelected("neato")
	assert.True(t, d.bar.cancel.Visible(), "work under way can be cancelled")
	d.drawn()
	assert.Equal(t, layout.Neato, d.lastAsked().Engine)
	assert.Equal(t, "neato", d.app.Preferences().String(prefEngine))
	assert.False(t, d.bar.cancel.Visible())
	d.item("Layout", "dot: from the left").Action()
	d.drawn()
	assert.Equal(t, "LR", d.lastAsked().Direction)
	d.item("Layout", "Automatic").Action()
	d.drawn()
	assert.Equal(t, layout.Dot, d.lastAsked().Engine)
	assert.Equal(t, automatic, d.bar.engine.Selected)
}

func TestWhatTheLayoutNotesIsTold(t *testing.T) {
	d := sit(t)
	d.lay(func(context.Context, layout.Graph) (layout.Placed, error) {
		p, _ := d.state.Placement()
		p.Note = "The lines are straight."
		return p, nil
	})
	d.setEngine(layout.Circo)
	d.until("the note is shown", func() bool { return d.bar.message.Text == "The lines are straight." })
}

// When a view cannot be placed the error is shown, and words and map go back to
// the view before.
func TestALayoutThatFails(t *testing.T) {
	d := sit(t)
	d.item("View", "Products as boxes").Action() // there are none: nothing moves
	before := d.state.View()
	d.lay(func(context.Context, layout.Graph) (layout.Placed, error) {
		return layout.Placed{}, errors.New("no room")
	})
	d.item("Layout", "dot: from the bottom").Action()
	d.setEngine(layout.Twopi)
	d.until("the error is shown", func() bool { return d.notice() != "" })
	assert.Contains(t, d.notice(), "Placing the map: no room")
	assert.Equal(t, before, d.state.View())
	assert.Equal(t, automatic, d.bar.engine.Selected)
	assert.False(t, d.bar.cancel.Visible())
	assert.Equal(t, "Undo: draw products as boxes", d.edit.undo.Label, "what failed is no step")
}

func TestCancelling(t *testing.T) {
	d := sit(t)
	before, view := d.scene, d.state.View()
	d.lay(func(ctx context.Context, _ layout.Graph) (layout.Placed, error) {
		<-ctx.Done()
		return layout.Placed{}, ctx.Err()
	})
	d.setEngine(layout.FDP)
	require.True(t, d.bar.cancel.Visible())
	test.Tap(d.bar.cancel)
	assert.False(t, d.bar.cancel.Visible())
	assert.Contains(t, d.bar.message.Text, "Cancelled")
	assert.Equal(t, view, d.state.View())
	d.until("the map is shown as it was", func() bool { return d.scene != before })
	assert.Equal(t, slices.Collect(before.Marks()), slices.Collect(d.scene.Marks()))
	assert.Empty(t, d.notice(), "that is no error")
}

func TestTheme(t *testing.T) {
	d := sit(t)
	d.item("Look", "Dark").Action()
	d.drawn()
	assert.Equal(t, style.Of(style.Dark).Page, d.scene.Page)
	assert.Equal(t, string(palette.Dark), d.app.Preferences().String(prefTheme))
	assert.Equal(t, style.Of(style.Dark).Panel, d.bar.ground.Object().(*canvas.Rectangle).FillColor)
	assert.Equal(t, palette.Theme{Choice: palette.Dark}, rememberedTheme(d.app))
	d.item("Look", "Light").Action()
	d.drawn()
	assert.Equal(t, style.Of(style.Light).Page, d.scene.Page)
	d.item("Look", "As the system says").Action()
	assert.Equal(t, string(palette.System), d.app.Preferences().String(prefTheme))
}

func TestTheCoreAndEverything(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web.yaml")
	write(t, path, titled("Cored")+"views: [{id: core, parties: [a, b]}]\n")
	d := sit(t, path)
	assert.Contains(t, d.bar.shows.Text, "2 parties, 2 ties")
	assert.Equal(t, "1 party and 1 tie hidden by filter · show all", d.bar.chip.Text)
	test.Tap(d.bar.chip)
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "3 parties")
	assert.False(t, d.bar.chip.Visible(), "nothing is hidden")
	assert.True(t, d.bar.core.Visible())
	d.item("View", "The contested core").Action()
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "2 parties")
	d.item("View", "Everything").Action()
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "3 parties")
}

func TestTips(t *testing.T) {
	d := sit(t)
	assert.Equal(t, "Alpha · AI lab", d.tip(scene.Ref{Kind: scene.Party, ID: "a"}))
	assert.Equal(t, "Gamma invests in Alpha", d.tip(tie("t3")))
	assert.Equal(t, "2 ties: Alpha to Beta, click to fan out", d.tip(scene.Ref{Kind: scene.Bundle, ID: "a/b/contractual"}))
	d.arrange(picture.Matrix)
	assert.Equal(t, "2 ties: Alpha to Beta, click to read them", d.tip(scene.Ref{Kind: scene.Bundle, ID: "a/b/contractual"}))
	for _, kind := range []scene.RefKind{scene.None, scene.Party, scene.Tie, scene.Bundle} {
		assert.Empty(t, d.tip(scene.Ref{Kind: kind, ID: "nothing"}))
	}
}

// Every item of the menu does something, and no two share a shortcut; before a
// dataset is open none does harm.
func TestTheMenu(t *testing.T) {
	for _, d := range []*desk{seat(t), sit(t)} {
		keys := map[string]string{}
		for _, m := range d.win.MainMenu().Items {
			for _, i := range m.Items {
				if i.IsSeparator || i.ChildMenu != nil {
					continue
				}
				require.NotNil(t, i.Action, i.Label)
				i.Action()
				for d.win.Canvas().Overlays().Top() != nil {
					d.win.Canvas().Overlays().Remove(d.win.Canvas().Overlays().Top())
				}
				if s, ok := i.Shortcut.(*desktop.CustomShortcut); ok {
					assert.Empty(t, keys[s.ShortcutName()], "%s and %s", i.Label, keys[s.ShortcutName()])
					keys[s.ShortcutName()] = i.Label
				}
			}
		}
		assert.Greater(t, len(keys), 8)
	}
}

func TestHelp(t *testing.T) {
	d := sit(t)
	d.item("Help", "Mouse and keys").Action()
	assert.Contains(t, d.dialog(), "Wheel")
	d.press("Close")
	d.item("Help", "About Entangle").Action()
	assert.Contains(t, d.dialog(), "Entangle 1.2.3")
}

func TestTheWindowRemembersItsSize(t *testing.T) {
	d := sit(t)
	d.win.Resize(fyne.NewSize(900, 640))
	d.close()
	assert.InDelta(t, 900, d.app.Preferences().Float(prefWidth), 1)
	assert.Equal(t, fyne.NewSize(900, 640), d.rememberedSize())
	d.app.Preferences().SetFloat(prefWidth, -5)
	d.app.Preferences().SetFloat(prefHeight, 1e9)
	assert.Equal(t, fyne.NewSize(720, 8000), d.rememberedSize(), "within reason")
	d.app.Preferences().SetString(prefEngine, "nonsense")
	assert.Empty(t, d.rememberedEngine())
}

func TestTheProbe(t *testing.T) {
	d := sit(t)
	d.probe.path = filepath.Join(t.TempDir(), "probe.json")
	d.pick(tie("t3"))
	d.drawn()
	var s seen
	content, err := os.ReadFile(d.probe.path)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(content, &s))
	assert.Equal(t, "Small – Entangle", s.Title)
	assert.Equal(t, tie("t3"), s.Selected)
	assert.Contains(t, s.Boxes, "a")
	assert.Contains(t, s.Lines, "t3")
	assert.Contains(t, s.Panel, "Gamma invests in Alpha")
	d.fail("trying", errors.New("in vain"))
	content, err = os.ReadFile(d.probe.path)
	require.NoError(t, err)
	assert.Contains(t, string(content), "Trying: in vain")
}
