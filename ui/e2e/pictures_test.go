package e2e

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
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
			d.do("xdotool", "mousemove", "60", "200")
			d.until("two days are compared", func(s seen) bool { return s.Handles["since"].X > 0 && s.Sharp })
			d.shot(filepath.Join(folder, "changed.png"))
		}
	}
}

// TestPicturesOfFinding makes the pictures of finding by words, of what Nvidia is
// tied to, and of a path of dependence.
func TestPicturesOfFinding(t *testing.T) {
	if !*pictures {
		t.Skip("make pictures makes them anew")
	}
	folder, err := filepath.Abs("../../assets/pictures")
	require.NoError(t, err)
	d := sit(t, 1440, 900)
	d.prefer(map[string]any{"theme": "light", "window.width": 1440.0, "window.height": 900.0})
	d.open()
	d.key("ctrl+f")
	d.do("xdotool", "type", "--delay", "40", "mircosoft azure")
	d.until("it is found", func(s seen) bool { return strings.Contains(s.Panel, "“mircosoft azure”") })
	d.shot(filepath.Join(folder, "found.png"))
	d.key("Escape")
	d.find("openai")
	d.key("ctrl+shift+p")
	d.find("nvidia")
	s := d.until("the paths are listed", func(s seen) bool { return strings.Contains(s.Panel, "How OpenAI depends on Nvidia") && s.Sharp })
	require.NotEmpty(t, s.Boxes)
	d.key("Return", "Tab", "Tab", "Return") // into the panel, and light the second path
	d.until("it is lit", func(s seen) bool { return strings.Contains(s.Panel, "Lit on the map.") && s.Sharp })
	d.shot(filepath.Join(folder, "path.png"))
}
