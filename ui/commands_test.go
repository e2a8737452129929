package ui

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// leaves lists the items of a menu that do something, whatever menu they are in.
func leaves(items []*fyne.MenuItem) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, i := range items {
		switch {
		case i.ChildMenu != nil:
			out = append(out, leaves(i.ChildMenu.Items)...)
		case !i.IsSeparator:
			out = append(out, i)
		}
	}
	return out
}

func (d *desk) leaves() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, m := range d.win.MainMenu().Items {
		out = append(out, leaves(m.Items)...)
	}
	return out
}

func (d *desk) openCommands() (*commandEntry, *widget.List) {
	d.t.Helper()
	d.item("Find", "Commands …").Action()
	entry, ok := d.win.Canvas().Focused().(*commandEntry)
	require.True(d.t, ok)
	return entry, entry.c.list
}

// Every command of the menu is in the list, with its keys.
func TestTheListOfCommandsIsTheMenu(t *testing.T) {
	d := sit(t)
	listed := commandsOf(d.win.MainMenu())
	var want []*fyne.MenuItem
	for _, i := range d.leaves() {
		if !i.Disabled && i.Action != nil {
			want = append(want, i)
		}
	}
	require.Len(t, listed, len(want))
	for n, i := range want {
		assert.True(t, strings.HasSuffix(listed[n].words, ": "+i.Label), listed[n].words)
		assert.Equal(t, i.Shortcut != nil, listed[n].keys != "", i.Label)
	}
	_, list := d.openCommands()
	assert.Equal(t, len(want), list.Length())
}

// Type a few letters, Enter: the command is given.
func TestGivingACommand(t *testing.T) {
	d := sit(t)
	entry, list := d.openCommands()
	test.Type(entry, "prod box")
	require.Positive(t, list.Length())
	assert.Equal(t, "View: Products as boxes", entry.c.shown[0].words)
	assert.Equal(t, "Ctrl+P", entry.c.shown[0].keys)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.True(t, d.state.View().Products)
	assert.Nil(t, d.win.Canvas().Overlays().Top(), "the list is gone")

	entry, list = d.openCommands()
	test.Type(entry, "dark")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	assert.Zero(t, entry.c.at)
	list.OnSelected(0)
	assert.Equal(t, "Look: Dark", entry.c.shown[0].words)
	assert.Equal(t, "dark", d.app.Preferences().String(prefTheme), "a click gives it too")

	entry, _ = d.openCommands()
	test.Type(entry, "qqqq")
	assert.Empty(t, entry.c.shown)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Nil(t, d.win.Canvas().Overlays().Top())
}

// Every shortcut of the menu stands in the README's table of keys, and no two
// commands share one.
func TestKeysAreWrittenDown(t *testing.T) {
	d := sit(t)
	content, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(content), "### Mouse and keys")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n## ")
	table = strings.NewReplacer(`\`, "", "`", "").Replace(table)
	written := map[string]bool{}
	for _, key := range regexp.MustCompile(`(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Za-z]+[0-9]*|[^\s|;,]|,)`).FindAllString(table, -1) {
		written[key] = true
	}
	for _, span := range regexp.MustCompile(`((?:Ctrl\+|Alt\+|Shift\+)+)(\d) … (?:Ctrl\+|Alt\+|Shift\+)+(\d)`).FindAllStringSubmatch(table, -1) {
		for n := span[2][0]; n <= span[3][0]; n++ {
			written[span[1]+string(n)] = true
		}
	}
	for key := range written {
		if mod, ok := strings.CutSuffix(key, "arrows"); ok {
			written[mod+"Left"], written[mod+"Right"], written[mod+"Up"], written[mod+"Down"] = true, true, true, true
		}
	}
	by := map[string]string{}
	for _, i := range d.leaves() {
		keys := strings.ReplaceAll(keysOf(i.Shortcut), "Super+", "Cmd+")
		if keys == "" {
			continue
		}
		assert.True(t, written[keys], "%s (%s) is not in the README's table of keys", keys, i.Label)
		assert.Empty(t, by[keys], "%s is of two commands: %s and %s", keys, by[keys], i.Label)
		by[keys] = i.Label
	}
	assert.Greater(t, len(by), 30)
}

func TestKeysOf(t *testing.T) {
	for want, s := range map[string]fyne.Shortcut{
		"":             nil,
		"Ctrl+Shift+F": &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift},
		"Alt+Left":     &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt},
		"Ctrl+Z":       &fyne.ShortcutUndo{},
	} {
		assert.Equal(t, want, keysOf(s))
	}
}
