package e2e

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

var pictures = flag.Bool("pictures", false, "make the README's pictures anew")

// TestPictures makes the screenshots of the README.
func TestPictures(t *testing.T) {
	if !*pictures {
		t.Skip("make pictures makes them anew")
	}
	folder, err := filepath.Abs("../../assets/pictures")
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(folder, 0o755))
	for _, theme := range []string{"light", "dark"} {
		d := sit(t, 1440, 900)
		d.prefer(map[string]any{"theme": theme, "window.width": 1440.0, "window.height": 900.0})
		s := d.open()
		if theme == "light" {
			d.shot(filepath.Join(folder, "first.png"))
		}
		d.click(s, s.Lines["openai/microsoft/contractual"])
		d.until("the tie is shown", func(s seen) bool { return s.Selected.ID != "" && s.Sharp })
		d.do("xdotool", "mousemove", "900", "130")
		d.shot(filepath.Join(folder, theme+".png"))
	}
}

// TestPicturesOfTime makes the pictures of the same web before and after the
// restructuring of February 2026, and of both on one map.
func TestPicturesOfTime(t *testing.T) {
	if !*pictures {
		t.Skip("make pictures makes them anew")
	}
	folder, err := filepath.Abs("../../assets/pictures")
	require.NoError(t, err)
	for name, day := range map[string]string{"before": "2026-01-31", "after": "2026-05-01"} {
		d := sit(t, 1440, 900)
		d.prefer(map[string]any{"theme": "light", "window.width": 1440.0, "window.height": 900.0})
		d.open("--as-of", day, "--parties", "openai,microsoft,amazon")
		d.shot(filepath.Join(folder, name+".png"))
		if name == "after" {
			d.key("ctrl+shift+c")
			d.until("two days are compared", func(s seen) bool { return s.Handles["since"].X > 0 && s.Sharp })
			d.do("xdotool", "type", "--delay", "15", "2026-01")
			d.key("Return")
			d.do("xdotool", "mousemove", "660", "300")
			d.until("two days are compared", func(s seen) bool { return s.Handles["since"].X > 0 && s.Sharp })
			d.shot(filepath.Join(folder, "changed.png"))
		}
	}
}
