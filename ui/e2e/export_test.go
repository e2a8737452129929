package e2e

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.design/x/clipboard"
)

// The picture goes to the clipboard by a key, as a PNG that another program
// takes.
func TestCopyThePicture(t *testing.T) {
	d := sit(t, 1200, 800)
	d.open()
	d.key("ctrl+shift+e")
	t.Setenv("DISPLAY", d.display)
	require.NoError(t, clipboard.Init())
	var taken []byte
	for end := time.Now().Add(patience); time.Now().Before(end) && len(taken) == 0; time.Sleep(200 * time.Millisecond) {
		taken = clipboard.Read(clipboard.FmtImage)
	}
	img, err := png.Decode(bytes.NewReader(taken))
	require.NoError(t, err)
	assert.Greater(t, img.Bounds().Dx(), 800)
	assert.Greater(t, colours(img), 20)
}

// A PDF with its evidence is exported by the keyboard alone: the fields are
// reached with Tab, the format is chosen with the arrows.
func TestExportByTheKeyboard(t *testing.T) {
	d := sit(t, 1200, 800)
	d.open()
	d.key("ctrl+e")
	target := filepath.Join(d.home, "picture.svg")
	d.key("ctrl+a")
	d.do("xdotool", "type", "--delay", "15", target)
	d.key("Tab", "Tab")                              // past the folder
	d.key("space", "Down", "Down", "Down", "Return") // opens the list, chooses
	d.key("shift+Tab", "shift+Tab", "Return")
	target = filepath.Join(d.home, "picture.pdf")
	d.waitFor(target)
	content, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(content, []byte("%PDF-1.7")))
}
