package ui

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/sahilm/fuzzy"

	"entangle/ui/palette"
	"entangle/ui/style"
)

// command is an item of the menu as the list of commands has it.
type command struct {
	words string // with the menus that it stands in: View: Fit
	keys  string // "" for none
	run   func()
}

// commandsOf lists every command of a menu bar that can be given now, in its
// order.
func commandsOf(menu *fyne.MainMenu) []command {
	var out []command
	var walk func(within string, items []*fyne.MenuItem)
	walk = func(within string, items []*fyne.MenuItem) {
		for _, i := range items {
			switch {
			case i.IsSeparator || i.Disabled:
			case i.ChildMenu != nil:
				walk(within+i.Label+": ", i.ChildMenu.Items)
			case i.Action != nil:
				out = append(out, command{within + i.Label, keysOf(i.Shortcut), i.Action})
			}
		}
	}
	for _, m := range menu.Items {
		walk(m.Label+": ", m.Items)
	}
	return out
}

// matching returns the commands that have the letters of a text in their order,
// the best first, and which letters of each those are.
func matching(all []command, text string) ([]command, [][]int) {
	if strings.TrimSpace(text) == "" {
		return all, make([][]int, len(all))
	}
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = c.words
	}
	found := fuzzy.FindNoSort(strings.ReplaceAll(text, " ", ""), names)
	slices.SortStableFunc(found, func(a, b fuzzy.Match) int { return cmp.Compare(b.Score, a.Score) })
	var out []command
	var lit [][]int
	for _, m := range found {
		out, lit = append(out, all[m.Index]), append(lit, m.MatchedIndexes)
	}
	return out, lit
}

// commands is the list of all commands, above the window: type a few letters,
// choose, Enter.
type commands struct {
	w     *Window
	popup *widget.PopUp
	entry *commandEntry
	list  *widget.List
	all   []command
	shown []command
	lit   [][]int
	at    int
	moved bool // the choice was moved by a key, and not made by a click
}

// The size of the list, in units.
const commandsWidth, commandsHeight = 560, 460

// showCommands opens the list of commands.
func (w *Window) showCommands() {
	c := &commands{w: w, all: commandsOf(w.win.MainMenu())}
	c.entry = &commandEntry{c: c}
	c.entry.ExtendBaseWidget(c.entry)
	c.entry.PlaceHolder = "Type a few letters of a command"
	c.entry.OnChanged = func(string) { c.look() }
	c.list = widget.NewList(func() int { return len(c.shown) }, newCommandRow, c.fill)
	c.list.OnSelected = c.selected
	rim := canvas.NewRectangle(color.Transparent)
	rim.StrokeColor, rim.StrokeWidth, rim.CornerRadius = w.pal().Muted, 1, style.ChipRadius
	body := container.NewStack(rim, container.New(fynelayout.NewCustomPaddedLayout(8, 8, 8, 8), container.NewBorder(c.entry, nil, nil, nil, c.list)))
	c.popup = widget.NewPopUp(body, w.win.Canvas())
	size := w.win.Canvas().Size()
	width := min(commandsWidth, size.Width-40)
	c.popup.Resize(fyne.NewSize(width, min(commandsHeight, size.Height-80)))
	c.popup.ShowAtPosition(fyne.NewPos((size.Width-width)/2, 48))
	w.win.Canvas().Focus(c.entry)
	c.look()
}

// look lists what fits the letters typed so far.
func (c *commands) look() {
	c.shown, c.lit = matching(c.all, c.entry.Text)
	c.list.UnselectAll()
	c.list.Refresh()
	c.choose(0)
}

// choose lights a row.
func (c *commands) choose(nth int) {
	if n := len(c.shown); n > 0 {
		c.at, c.moved = (nth+n)%n, true
		c.list.Select(c.at)
		c.moved = false
	}
}

// selected runs the command that was clicked.
func (c *commands) selected(nth int) {
	if !c.moved {
		c.at = nth
		c.run()
	}
}

// run closes the list and gives the command that is lit.
func (c *commands) run() {
	if c.at >= len(c.shown) {
		return
	}
	c.close()
	c.shown[c.at].run()
}

func (c *commands) close() {
	c.popup.Hide()
	if c.w.win.Canvas().Focused() == nil {
		c.w.toMap()
	}
}

func newCommandRow() fyne.CanvasObject {
	keys := widget.NewLabel("")
	keys.Importance, keys.SizeName = widget.LowImportance, palette.SizeSmall
	return container.NewBorder(nil, nil, nil, keys, widget.NewRichText())
}

// fill writes a command into a row.
func (c *commands) fill(nth int, o fyne.CanvasObject) {
	row := o.(*fyne.Container)
	text, keys := row.Objects[0].(*widget.RichText), row.Objects[1].(*widget.Label)
	text.Segments = nil
	for i, r := range []rune(c.shown[nth].words) {
		look := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground}
		if slices.Contains(c.lit[nth], len(string([]rune(c.shown[nth].words)[:i]))) {
			look.ColorName, look.TextStyle.Bold = theme.ColorNamePrimary, true
		}
		if last := len(text.Segments) - 1; last >= 0 && text.Segments[last].(*widget.TextSegment).Style == look {
			text.Segments[last].(*widget.TextSegment).Text += string(r)
			continue
		}
		text.Segments = append(text.Segments, &widget.TextSegment{Text: string(r), Style: look})
	}
	text.Refresh()
	keys.SetText(c.shown[nth].keys)
}

// commandEntry is the line that is typed into.
type commandEntry struct {
	widget.Entry
	c *commands
}

// TypedKey goes through the list, gives the command, or leaves.
func (e *commandEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		e.c.choose(e.c.at + 1)
	case fyne.KeyUp:
		e.c.choose(e.c.at - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.c.run()
	case fyne.KeyEscape:
		e.c.close()
	default:
		e.Entry.TypedKey(key)
	}
}
