package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keysOf writes a shortcut as it is pressed: Ctrl+Shift+F; "" for none.
func keysOf(s fyne.Shortcut) string {
	switch s := s.(type) {
	case nil:
		return ""
	case *desktop.CustomShortcut:
		return modifiers(s.Modifier) + string(s.KeyName)
	case fyne.KeyboardShortcut:
		return modifiers(s.Mod()) + string(s.Key())
	default:
		return ""
	}
}

func modifiers(m fyne.KeyModifier) string {
	text := ""
	for _, mod := range []struct {
		is   fyne.KeyModifier
		word string
	}{
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
		{fyne.KeyModifierSuper, superWord()},
	} {
		if m&mod.is != 0 {
			text += mod.word
		}
	}
	return text
}

// superWord is what the keyboard calls the key of the system.
func superWord() string {
	if runtime.GOOS == "darwin" {
		return "Cmd+"
	}
	return "Super+"
}
