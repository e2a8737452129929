package e2e

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The main job: open the window, see who depends on whom, click a line, read
// the tie behind it, lay it out in another way, export it.
func TestMainJob(t *testing.T) {
	d := sit(t, 1440, 900)
	s := d.open()
	assert.Empty(t, d.stderr.String(), "nothing is printed at start")
	assert.Contains(t, s.Title, "Entangle")
	for _, party := range []string{"openai", "anthropic", "microsoft", "amazon", "google", "nvidia"} {
		assert.Contains(t, s.Boxes, party, "the first view is the contested core")
	}
	assert.Len(t, s.Boxes, 6)
	assert.Contains(t, s.Panel, "Who supplies whom?")
	before := d.picture()
	assert.Greater(t, colours(before), 20, "the first frame is not blank")

	d.click(s, s.Lines["openai/microsoft/contractual"])
	s = d.until("the tie behind the line is read", func(s seen) bool { return s.Selected.ID != "" && s.Sharp })
	for _, words := range []string{
		"CLOUD COMMITMENT", "OpenAI buys cloud services from Microsoft", "Azure commitment",
		"$250 bn committed", "What the sources say", "¶9", "Also between the two",
	} {
		assert.Contains(t, s.Panel, words)
	}
	assert.NotContains(t, s.Lines, "openai/microsoft/contractual", "the line has fanned out into its ties")
	assert.Contains(t, s.Lines, "openai-microsoft-ip-licence")
	assert.Greater(t, differing(before, d.picture()), 20_000, "map and panel have changed on the screen")

	d.key("ctrl+l")
	s = d.until("another engine has placed the map", func(s seen) bool { return s.Engine == "neato" && s.Sharp })

	d.key("ctrl+e")
	target := filepath.Join(d.home, "picture.svg")
	d.key("ctrl+a")
	d.do("xdotool", "type", "--delay", "15", target)
	d.key("Return")
	d.waitFor(target)
	content, err := os.ReadFile(target)
	require.NoError(t, err)
	require.NoError(t, wellFormed(content))
	assert.Contains(t, string(content), "As of 1 May 2026")
	assert.Contains(t, string(content), "OpenAI")
}

// A file on screen is read again when it is saved; one that has become bad is
// reported and what was on screen stays.
func TestReload(t *testing.T) {
	d := sit(t, 1200, 800)
	file := filepath.Join(d.home, "web.yaml")
	write := func(title, extra string) {
		content := "format: entangle/1\ntitle: " + title + "\nas_of: 2026-01-01\nsources: [{id: s, title: S}]\n" +
			"parties: [{id: a, name: Alpha, kind: ai-lab}, {id: b, name: Beta, kind: cloud}]\n" +
			"ties: [{id: t, kind: cloud-commitment, from: a, to: b, statements: [{id: x, source: s, says: Alpha buys., status: signed}]}]\n" + extra
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
	}
	write("Before", "")
	s := d.open(file)
	assert.Contains(t, s.Title, "Before")
	write("After", "")
	d.until("the saved file is shown", func(s seen) bool { return strings.Contains(s.Title, "After") && s.Sharp })
	write("Broken", "nonsense: true\n")
	s = d.until("the problems are reported", func(s seen) bool { return strings.Contains(s.Failure, "problem") })
	assert.Contains(t, s.Title, "After", "what was on screen stays")
	assert.Contains(t, s.Boxes, "a")
}

// Without a display the program says so in one line and does not panic.
func TestNoDisplay(t *testing.T) {
	need(t, "go")
	for _, display := range []string{"", "DISPLAY=:987"} {
		cmd := exec.Command(binary(t))
		cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir()}
		if display != "" {
			cmd.Env = append(cmd.Env, display)
		}
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		err := cmd.Run()
		var exit *exec.ExitError
		require.True(t, errors.As(err, &exit), "%q: %v", display, err)
		assert.Equal(t, 1, exit.ExitCode(), display)
		assert.Equal(t, 1, strings.Count(stderr.String(), "\n"), "one line: %q", stderr.String())
		assert.Contains(t, stderr.String(), "display")
	}
}

func (d *desk) picture() image.Image {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "shot.png")
	d.shot(path)
	f, err := os.Open(path)
	require.NoError(d.t, err)
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(d.t, err)
	return img
}

func (d *desk) waitFor(path string) {
	d.t.Helper()
	d.until(filepath.Base(path)+" is written", func(seen) bool {
		_, err := os.Stat(path)
		return err == nil
	})
}

// colours counts the different colours of a picture, up to a thousand.
func colours(img image.Image) int {
	set := map[[3]uint32]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y && len(set) < 1000; y += 2 {
		for x := b.Min.X; x < b.Max.X; x += 2 {
			r, g, bl, _ := img.At(x, y).RGBA()
			set[[3]uint32{r, g, bl}] = true
		}
	}
	return len(set)
}

// differing counts the pixels that are not alike.
func differing(a, b image.Image) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

func wellFormed(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
