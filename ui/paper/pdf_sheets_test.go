package paper

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/golden"
	"entangle/ui/pace"
)

var objectID = regexp.MustCompile(`(?m) +\d+ +0$`)

// A page that is drawn on many sheets is the page that is drawn on one: the same
// picture, words and links, sound and the same each time.
func TestManySheetsAreOnePage(t *testing.T) {
	one := pdfOf(t, document(t)...)
	file, err := drawPDF(document(t), 25, pace.Pace{})
	require.NoError(t, err)
	many := file.Content
	again, err := drawPDF(document(t), 25, pace.Pace{})
	require.NoError(t, err)
	assert.True(t, bytes.Equal(many, again.Content), "the same each time")
	assert.Greater(t, strings.Count(string(many), "/Subtype/Form"), 5)
	assert.Zero(t, strings.Count(string(one), "/Subtype/Form"), "one sheet is a page as it is")
	assert.Contains(t, asked(t, many, "qpdf", "--check"), "No syntax or stream encoding errors found")
	faces := func(content []byte) string { return objectID.ReplaceAllString(asked(t, content, "pdffonts"), "") }
	assert.Equal(t, faces(one), faces(many))
	assert.Regexp(t, `(?m)^Pages: +2$`, asked(t, many, "pdfinfo"))
	assert.Regexp(t, `(?m)^Tagged: +yes$`, asked(t, many, "pdfinfo"))
	assert.Equal(t, uri.FindAllString(string(one), -1), uri.FindAllString(string(many), -1))
	for page := range 2 {
		a, b := seenBy(t, one, page+1), seenBy(t, many, page+1)
		require.Equal(t, a.Bounds(), b.Bounds())
		assert.Less(t, golden.Differing(a, b), 0.0005, "page %d", page+1)
	}
	said := func(content []byte) string {
		path := filepath.Join(t.TempDir(), "a.pdf")
		require.NoError(t, os.WriteFile(path, content, 0o600))
		out, err := exec.Command("pdftotext", path, "-").Output()
		require.NoError(t, err)
		return string(out)
	}
	assert.Equal(t, said(one), said(many))
}

// seenBy is a page as another program shows it.
func seenBy(t *testing.T, content []byte, page int) image.Image {
	t.Helper()
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "a")
	require.NoError(t, os.WriteFile(from, content, 0o600))
	number := string(rune('0' + page))
	out, err := exec.Command("pdftoppm", "-png", "-singlefile", "-r", "96", "-f", number, "-l", number, from, to).CombinedOutput()
	require.NoError(t, err, string(out))
	f, err := os.Open(to + ".png")
	require.NoError(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(t, err)
	return img
}

// Programs refuse a page with very many links: those of the caption come first, and
// what is left out is counted.
func TestAPageHasSoManyLinksAndNoMore(t *testing.T) {
	pages := document(t)
	areas := make([]Area, mostLinks)
	for i := range areas {
		areas[i] = Area{Rect: geom.Rect{Max: geom.Point{X: 10, Y: 10}}, Link: "https://example.org/a"}
	}
	pages[0].Layers[0].Areas = areas
	pages[0].Layers[1].Links = map[int]string{0: "https://example.org/caption"}
	file, err := PDF(pages, pace.Pace{})
	require.NoError(t, err)
	assert.Equal(t, 1, file.Unlinked)
	assert.Len(t, uri.FindAllString(string(file.Content), -1), mostLinks+1, "another page has its own")
	assert.Contains(t, string(file.Content), "https://example.org/caption")
	said := asked(t, file.Content, "pdfinfo")
	assert.NotContains(t, said, "Error")
	assert.Regexp(t, `(?m)^Pages: +2$`, said)
}
