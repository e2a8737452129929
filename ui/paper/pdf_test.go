package paper

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// scripts are names in every script that the program brings faces for.
var scripts = []string{"Łódź & Zoë", "Ελληνική Московский", "חברת הענן", "شركة الذكاء"}

func pdfOf(t testing.TB, pages ...*Page) []byte {
	t.Helper()
	file, err := PDF(pages, pace.Pace{})
	require.NoError(t, err)
	return file.Content
}

// asked runs a program of other people on a file.
func asked(t testing.TB, content []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "picture.pdf")
	require.NoError(t, os.WriteFile(path, content, 0o600))
	out, err := exec.Command(name, append(args, path)...).CombinedOutput()
	require.NoError(t, err, "%s: %s", name, out)
	return string(out)
}

// document is two pages with everything that a document can have.
func document(t testing.TB) []*Page {
	first := page(t, everyMark(t, style.Light, scripts...))
	first.Title, first.Description = "Ονόματα (č) שמות", "Alpha supplies Beta. More."
	area := geom.Rect{Max: geom.Point{X: 100, Y: 20}}
	first.Layers[0].Areas = []Area{{area, "https://example.org/é?x=(1)&y=\\"}, {area, "javascript:alert(1)"}, {area, "mailto:a@example.org"}, {area, ""}}
	first.Names = func(r scene.Ref) string { return "č " + r.ID }
	first.Mark("The picture č")
	ink := style.Colour{A: 255}
	second := &Page{Width: 595, Height: 842, Title: "Annex"}
	second.Layers = []Layer{{
		Scale: 1, At: geom.Point{X: 40, Y: 40}, Links: map[int]string{0: "http://example.org/annex"},
		Marks: []scene.Mark{scene.TextMark(newRuler(t), "Evidence", geom.Point{Y: 20}, 20, true, ink)},
	}}
	second.Bookmarks = []Bookmark{{Name: "Annex"}, {Name: "Tie", Level: 1, Y: 100}}
	return []*Page{first, second}
}

func TestPDFIsSound(t *testing.T) {
	for _, theme := range style.Themes() {
		pg := page(t, everyMark(t, theme, nasty...))
		pg.Title, pg.Description = nasty[0], nasty[3]
		said := asked(t, pdfOf(t, pg), "qpdf", "--check")
		assert.Contains(t, said, "No syntax or stream encoding errors found")
		assert.NotContains(t, said, "WARNING")
	}
	assert.Contains(t, asked(t, pdfOf(t, document(t)...), "qpdf", "--check"), "No syntax or stream encoding errors found")
	assert.Contains(t, asked(t, pdfOf(t, &Page{Width: 10, Height: 10}), "qpdf", "--check"), "No syntax or stream encoding errors found")
}

var embedded = regexp.MustCompile(`^SUBSET\+(\S+)\s+CID TrueType\s+Identity-H\s+yes yes yes`)

func TestPDFEmbedsItsFaces(t *testing.T) {
	content := pdfOf(t, document(t)...)
	names := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(asked(t, content, "pdffonts")), "\n")[2:] {
		m := embedded.FindStringSubmatch(line)
		require.NotNil(t, m, "embedded, subset, with its letters: %s", line)
		names[m[1]] = true
	}
	for _, face := range []string{"NotoSans-Regular", "NotoSans-Bold", "NotoSansHebrew-Bold", "NotoSansArabic-Regular"} {
		assert.Contains(t, names, face)
	}
	assert.Less(t, len(content), 120_000)
}

func TestPDFSaysWhatItIs(t *testing.T) {
	content := pdfOf(t, document(t)...)
	info := asked(t, content, "pdfinfo")
	assert.Regexp(t, `(?m)^Title: +Ονόματα \(č\) שמות$`, info)
	assert.Regexp(t, `(?m)^Tagged: +yes$`, info)
	assert.Regexp(t, `(?m)^Pages: +2$`, info)
	assert.NotContains(t, info, "Date", "the time of writing is no part of a picture")
	plain := asked(t, content, "qpdf", "--qdf", "--object-streams=disable", "--static-id", "--replace-input")
	assert.Empty(t, plain)
	text := asked(t, content, "pdftotext", "-layout")
	assert.Empty(t, text, "written beside the file")
	for _, want := range []string{"/Lang(en)", "/DisplayDocTitle true", "/Alt <FEFF", "/PageMode/UseOutlines"} {
		assert.Contains(t, string(content), want)
	}
	assert.Equal(t, 6, strings.Count(string(content), "/XYZ 0 "), "a bookmark for each page, party and tie")
	assert.Contains(t, string(content), pdfText("č a"))
}

func TestPDFTextCanBeCopied(t *testing.T) {
	content := pdfOf(t, document(t)...)
	path := filepath.Join(t.TempDir(), "picture.pdf")
	require.NoError(t, os.WriteFile(path, content, 0o600))
	out, err := exec.Command("pdftotext", path, "-").Output()
	require.NoError(t, err)
	for _, words := range []string{"Łódź & Zoë", "Ελληνική Московский", "A title", "Evidence", "sources disagree"} {
		assert.Contains(t, string(out), words)
	}
}

var uri = regexp.MustCompile(`/URI\((.*?)\)>>`)

func TestPDFLinksToSources(t *testing.T) {
	var links []string
	for _, m := range uri.FindAllStringSubmatch(string(pdfOf(t, document(t)...)), -1) {
		links = append(links, m[1])
	}
	assert.ElementsMatch(t, []string{`https://example.org/%C3%A9?x=\(1\)&y=\\`, "mailto:a@example.org", "http://example.org/annex"}, links)
}

// The library dates the file and every face in it.
func TestPDFIsTheSameEachTime(t *testing.T) {
	first := pdfOf(t, document(t)...)
	time.Sleep(1100 * time.Millisecond)
	second := pdfOf(t, document(t)...)
	require.True(t, string(first) == string(second))
}

func TestAPageTooLargeForPDF(t *testing.T) {
	_, err := PDF([]*Page{{Width: 20_000, Height: 10}}, pace.Pace{})
	assert.EqualError(t, err, "a page of 20000 × 10 points cannot be written; the longest side is 19200: give a smaller size")
}

func TestAFileThatIsNotAsExpected(t *testing.T) {
	raw := []byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<<>>\nstartxref\n42\n%%EOF\n")
	all, err := parseObjects(raw)
	require.NoError(t, err)
	require.Len(t, all, 1)
	assert.Equal(t, "<</Type/Catalog>>", string(all[0]))
	for i := range raw {
		_, err := finishPDF(raw[:i], []*Page{{}}, []int{1}, pace.Pace{})
		assert.Error(t, err, "cut off at %d", i)
	}
	_, err = finishPDF(raw, []*Page{{}}, []int{1}, pace.Pace{})
	assert.ErrorIs(t, err, errPDF, "no information")
}

// Accents that are moved to their letter, and letters that no face has, are
// drawn as shapes: text in PDF would misplace the one and lose the other.
func TestWhatTextCannotShowIsDrawn(t *testing.T) {
	p := newPainter(t)
	for text, want := range map[string]bool{"Alpha": false, "شركة": false, "חברת": false, "שָׁלוֹם": true, "\uffff": true} {
		runs := p.runs(text, false)
		require.Len(t, runs, 1, text)
		assert.Equal(t, want, runs[0].shifted, "%q", text)
	}
}

// A face of which no part can be embedded is drawn as shapes; the library would
// give up on it.
func TestAFaceThatCannotBeParted(t *testing.T) {
	p := newPainter(t)
	loaded := p.fonts[p.faces.Main(false)]
	require.True(t, parts(loaded))
	p.closed[loaded] = true
	assert.True(t, p.runs("Alpha", false)[0].shifted)
	assert.False(t, p.runs("Alpha", true)[0].shifted)

	broken := *loaded.SFNT
	broken.IsCFF, broken.CFF, broken.Tables = true, nil, map[string][]byte{"CFF2": nil}
	odd := *loaded
	odd.SFNT = &broken
	assert.False(t, parts(&odd))
}

// What is written from right to left stands in the order in which it is seen.
func TestRunsAsTheyAreSeen(t *testing.T) {
	p := newPainter(t)
	for line, want := range map[string]string{
		"Alpha":               "Alpha",
		"AI שלום labs":        "AI |שלום| labs",
		"שלום 123 עולם":       "עולם| |123| |שלום",
		"مرحبا\u200e · $5 bn": "مرحبا|\u200e| · $5 bn",
	} {
		var got []string
		x := 0.0
		for _, r := range p.runs(line, false) {
			got = append(got, r.text)
			assert.InDelta(t, x, r.x, 1e-9)
			x += r.width
		}
		assert.Equal(t, want, strings.Join(got, "|"), fmt.Sprintf("%q", line))
	}
}
