package ui

import (
	"os"

	"fyne.io/fyne/v2/lang"

	"entangle/ui/words"
)

// numbersOfSystem is how the person at the window writes numbers: as the
// environment says (LC_ALL, LC_NUMERIC, LANG), else as the system does.
func numbersOfSystem() words.Format {
	for _, name := range []string{"LC_ALL", "LC_NUMERIC", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			return words.FormatOf(locale)
		}
	}
	return words.FormatOf(lang.SystemLocale().LanguageString())
}
