package ui

import (
	"net/url"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// setMenu puts the menu bar up. While something lies over the window, its items and
// their shortcuts do nothing there.
func (w *Window) setMenu() {
	w.choices = nil
	menu := w.menu()
	for _, m := range menu.Items {
		w.guard(m)
	}
	w.win.SetMainMenu(menu)
}

func (w *Window) guard(m *fyne.Menu) {
	for _, i := range m.Items {
		i.Action = w.unlessCovered(i.Shortcut, i.Action)
		if i.ChildMenu != nil {
			w.guard(i.ChildMenu)
		}
	}
}

// unlessCovered acts when nothing lies over the window, no dialog and not the list of
// commands. Else the shortcut is that of what is typed into there.
func (w *Window) unlessCovered(s fyne.Shortcut, action func()) func() {
	if action == nil {
		return nil
	}
	return func() {
		if w.win.Canvas().Overlays().Top() == nil {
			action()
			return
		}
		if typing, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok && s != nil {
			typing.TypedShortcut(s)
		}
	}
}

// menu builds the menu bar. Every shortcut of the program stands on an item.
func (w *Window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(
		fyne.NewMenu("File", w.fileItems()...),
		fyne.NewMenu("Edit", w.editItems()...),
		fyne.NewMenu("Find", append([]*fyne.MenuItem{
			item("Find …", fyne.KeyF, w.onView(w.find.begin)),
			shifted("Filters", fyne.KeyF, w.onView(w.showFilters)),
			item("What is disputed?", fyne.KeyJ, w.onView(func() { w.ask(brief.WhatIsDisputed) })),
			item("Coverage", fyne.KeyI, w.onView(func() { w.ask(brief.HowWellSourced) })),
			fyne.NewMenuItemSeparator(),
			w.pathItem(),
			item("Commands …", fyne.KeyK, w.showCommands),
			fyne.NewMenuItemSeparator(),
		}, w.focusItems()...)...),
		fyne.NewMenu("View",
			item("The contested core", fyne.Key1, w.showCore),
			item("Everything", fyne.Key2, w.onView(w.showAll)),
			w.savedItems()[0], w.savedItems()[1], w.savedItems()[2],
			fyne.NewMenuItemSeparator(),
			w.arrangementItem(picture.Web, fyne.Key1),
			w.arrangementItem(picture.Stack, fyne.Key2),
			w.arrangementItem(picture.Matrix, fyne.Key3),
			w.arrangementItem(picture.Table, fyne.Key4),
			item("Next list of the table", fyne.KeyT, w.onView(w.nextList)),
			fyne.NewMenuItemSeparator(),
			item("Fit", fyne.Key0, w.view.Fit),
			item("Zoom in", fyne.KeyEqual, func() { w.view.ZoomBy(1.25) }),
			item("Zoom out", fyne.KeyMinus, func() { w.view.ZoomBy(0.8) }),
			w.panItem(),
			fyne.NewMenuItemSeparator(),
			item("Fan out or fold a line", fyne.KeyB, w.onView(w.state.ToggleFan)),
			item("Next tie", fyne.KeyRightBracket, func() { w.walk(1) }),
			item("Previous tie", fyne.KeyLeftBracket, func() { w.walk(-1) }),
			w.whileView(keyed("Boxes by role", fyne.KeyR, fyne.KeyModifierAlt, w.onView(w.toggleRoles)), func(v picture.View) bool { return v.Roles }),
			w.whileView(item("Products as boxes", fyne.KeyP, w.onView(w.toggleProducts)), func(v picture.View) bool { return v.Products }),
		),
		fyne.NewMenu("Time", w.timeItems()...),
		fyne.NewMenu("Layout", w.layoutItems()...),
		fyne.NewMenu("Look",
			w.themeItem("As the system says", palette.System),
			w.themeItem("Light", palette.Light),
			w.themeItem("Dark", palette.Dark),
			w.themeItem("Print, as on paper", palette.Print),
		),
		fyne.NewMenu("Help",
			plain("Mouse and keys", w.showKeys),
			plain("About Entangle", w.showAbout),
		),
	)
}

func item(label string, key fyne.KeyName, action func()) *fyne.MenuItem {
	m := plain(label, action)
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	return m
}

// shifted is an item with Shift beside Ctrl.
func shifted(label string, key fyne.KeyName, action func()) *fyne.MenuItem {
	return keyed(label, key, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, action)
}

func plain(label string, action func()) *fyne.MenuItem { return fyne.NewMenuItem(label, action) }

// onView does something only when a dataset is on screen.
func (w *Window) onView(action func()) func() {
	return func() {
		if w.state.Subject() != nil {
			action()
		}
	}
}

func (w *Window) fileItems() []*fyne.MenuItem {
	recent := plain("Open recent", nil)
	var files []*fyne.MenuItem
	for _, path := range w.app.Preferences().StringList(prefRecent) {
		files = append(files, plain(filepath.Base(path), func() { w.open(source{path: path}, true) }))
	}
	recent.ChildMenu = fyne.NewMenu("", files...)
	recent.Disabled = len(files) == 0
	items := []*fyne.MenuItem{item("Open …", fyne.KeyO, w.showOpen), recent}
	for _, name := range w.builtinNames() {
		items = append(items, plain("Built-in: "+name, func() { w.open(source{builtin: name}, true) }))
	}
	return append(items, fyne.NewMenuItemSeparator(), item("Export …", fyne.KeyE, w.onView(w.showExport)),
		shifted("Copy the picture", fyne.KeyE, w.onView(w.copyShown)),
		shifted("Outline as text", fyne.KeyO, w.onView(w.showOutline)))
}

// builtinNames lists the datasets inside the program, the first one first.
func (w *Window) builtinNames() []string {
	names := []string{w.options.Default}
	for name := range w.options.Builtin {
		if name != w.options.Default {
			names = append(names, name)
		}
	}
	slices.Sort(names[1:])
	return names
}

func (w *Window) layoutItems() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		item("Next engine", fyne.KeyL, w.onView(w.nextEngine)),
		w.engineItem("Automatic", ""),
	}
	for _, e := range layout.Engines {
		items = append(items, w.engineItem(string(e), e))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	items = append(items, w.pinItems()...)
	items = append(items, fyne.NewMenuItemSeparator())
	for _, d := range []struct{ label, value string }{
		{"dot: direction by size", ""},
		{"dot: from the top", "TB"},
		{"dot: from the left", "LR"},
		{"dot: from the bottom", "BT"},
		{"dot: from the right", "RL"},
	} {
		m := plain(d.label, w.onView(func() { w.setDirection(d.value) }))
		items = append(items, w.whileView(m, func(v picture.View) bool { return v.Direction == d.value }))
	}
	return items
}

func (w *Window) engineItem(label string, e layout.EngineName) *fyne.MenuItem {
	return w.whileView(plain(label, w.onView(func() { w.setEngine(e) })), func(v picture.View) bool { return v.Engine == e })
}

func (w *Window) themeItem(label string, c palette.Choice) *fyne.MenuItem {
	return w.ticked(plain(label, func() { w.setTheme(c) }), func() bool {
		return w.app.Preferences().StringWithFallback(prefTheme, string(palette.System)) == string(c)
	})
}

// nextEngine goes through the engines in turn.
func (w *Window) nextEngine() {
	placed, _ := w.state.Placement()
	at := slices.Index(layout.Engines, placed.Engine)
	w.setEngine(layout.Engines[(at+1)%len(layout.Engines)])
}

func (w *Window) hasCore() bool { return len(picture.Core(w.state.Subject().Web)) > 0 }

func (w *Window) showCore() {
	if w.state.Subject() != nil && w.hasCore() {
		w.fitting(func() { w.state.ShowOnly("show the core", picture.Core(w.state.Subject().Web)) })
	}
}

// chipTapped does what the chip above the map offers.
func (w *Window) chipTapped() {
	if w.state.Subject() == nil {
		w.open(source{builtin: w.options.Default}, true)
		return
	}
	w.showHidden()
}

func (w *Window) toggleProducts() {
	v := w.state.View()
	v.Products = !v.Products
	if v.Products {
		w.state.Change("draw products as boxes", v)
	} else {
		w.state.Change("draw products within their firms", v)
	}
}

// tip is what is said of what is under the pointer.
func (w *Window) tip(ref scene.Ref) string {
	s := w.state.Subject()
	switch ref.Kind {
	case scene.Party:
		if p := s.Dataset.Party(data.PartyID(ref.ID)); p != nil {
			return words.Plain(p.Name) + " · " + p.Kind.Words()
		}
	case scene.Tie:
		if t := s.Dataset.Tie(data.TieID(ref.ID)); t != nil {
			return words.Plain(words.Sentence(s.Dataset, t))
		}
	case scene.Bundle:
		if b := s.Bundle(ref.ID); b != nil {
			return words.Count(len(b.Ties), "tie") + ": " + words.Plain(words.Party(s.Dataset, b.From)+" to "+words.Party(s.Dataset, b.To)) + ", " + clicking(s.View.Arranged())
		}
	}
	return ""
}

// clicking says what a click on a line of several ties does: a matrix fans nothing out.
func clicking(a picture.Arrangement) string {
	if a.Placed() {
		return "click to fan out"
	}
	return "click to read them"
}

func (w *Window) openLink(link string) {
	u, err := url.Parse(link)
	if err == nil {
		err = w.app.OpenURL(u)
	}
	if err != nil {
		w.fail("opening "+link, err)
	}
}

func (w *Window) showKeys() {
	w.showText("Mouse and keys", []string{
		"Click a line to read it, a box for its party; click a box twice to zoom to it.",
		"Drag a box to move and pin it, the ground to pan. Wheel or two fingers zoom at the pointer.",
		"Click with Ctrl or Shift to select more; drag with Shift on the ground to frame boxes.",
		"Arrows walk from party to party along ties, with Shift they select more; [ and ] walk from tie to tie.",
		"Ctrl and arrows pan, Ctrl+Shift and arrows move boxes; + and - zoom, F fits.",
		"1 to 9 focus on the selected party and what is so many ties away; o, i and b along the arrows, against them, both ways; d dims or hides the rest, 0 leaves.",
		", and . go to the event before and after; drag the days under the map, Space plays there.",
		"Enter goes to the panel, Space fans out or folds up the ties behind a line. Escape lets go.",
		"Ctrl+F finds anything by its words, Ctrl+Shift+F filters, Ctrl+K lists every command.",
		"Tab leads to the panel and the bar; Enter follows a row there and presses a button, Escape leads back to the map.",
		"Drop a dataset on the window to open it; it is read again whenever it is saved.",
	})
}

func (w *Window) showAbout() {
	lines := []string{
		"Entangle " + w.options.Version,
		"Who depends on whom in frontier AI, with every source.",
		"Works offline: nothing leaves this machine unless you open a link.",
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		lines = append(lines, "", info.GoVersion)
		for _, m := range info.Deps {
			if m.Path == "fyne.io/fyne/v2" || strings.HasSuffix(m.Path, "/go-graphviz") || strings.HasSuffix(m.Path, "/canvas") {
				lines = append(lines, m.Path+" "+m.Version)
			}
		}
	}
	w.showText("About Entangle", lines)
}
