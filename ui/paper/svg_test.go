package paper

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tdewolff/font"

	"entangle/ui/golden"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// nasty are names that would break a file that is not careful.
var nasty = []string{`<b>Alpha</b> & "Sons"`, "Beta ' ]]> \x01\x1b[31m", "Gamma שלום \u202e", "</text><script>alert(1)</script>"}

func page(t testing.TB, s *scene.Scene) *Page {
	t.Helper()
	pg := Fit(s, caption(t, s, "A title", "3 parties, 4 ties."), Sheet{})
	pg.Names = func(r scene.Ref) string { return "name of " + r.ID }
	return pg
}

func svgOf(t testing.TB, pg *Page) string {
	t.Helper()
	content, err := SVG(pg, 1, false, pace.Pace{})
	require.NoError(t, err)
	return string(content.Content)
}

// element is one of a document, with its text.
type node struct {
	name string
	attr map[string]string
	text string
}

// parsed reads a document to its end and fails where it is not well-formed.
func parsed(t testing.TB, content string) []node {
	t.Helper()
	var out []node
	var open []int
	d := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			n := node{name: e.Name.Local, attr: map[string]string{}}
			for _, a := range e.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				out[open[len(open)-1]].text += string(e)
			}
		}
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	for _, theme := range style.Themes() {
		for _, outlines := range []bool{false, true} {
			s := everyMark(t, theme, nasty...)
			pg := page(t, s)
			pg.Title, pg.Description = nasty[0], nasty[1]
			pg.Names = func(scene.Ref) string { return nasty[3] }
			content, err := SVG(pg, 1, outlines, pace.Pace{})
			require.NoError(t, err)
			names := map[string]int{}
			for _, n := range parsed(t, string(content.Content)) {
				names[n.name]++
				for name, value := range n.attr {
					assert.False(t, name == "href" && !safe(value), "a link to %s", value)
					assert.False(t, strings.HasPrefix(name, "on"), "%s=%s", name, value)
				}
			}
			assert.Zero(t, names["script"]+names["b"]+names["a"]+names["image"]+names["foreignObject"])
			if outlines {
				assert.Zero(t, names["text"]+names["style"])
			} else {
				assert.Positive(t, names["text"])
			}
		}
	}
}

func TestXMLLintHasNothingToSay(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed (package libxml2-utils)")
	}
	cmd := exec.Command(lint, "--noout", "--nonet", "-")
	cmd.Stdin = strings.NewReader(svgOf(t, page(t, everyMark(t, style.Light, nasty...))))
	out, err := cmd.CombinedOutput()
	assert.NoError(t, err, string(out))
	assert.Empty(t, string(out))
}

func TestSVGSaysWhatItShows(t *testing.T) {
	nodes := parsed(t, svgOf(t, page(t, everyMark(t, style.Light))))
	root := nodes[0]
	assert.Equal(t, "svg", root.name)
	assert.Equal(t, "graphics-document document", root.attr["role"], "its groups have titles and links of their own")
	assert.Equal(t, "_title _desc", root.attr["aria-labelledby"])
	assert.Equal(t, node{"title", map[string]string{"id": "_title"}, "A title"}, nodes[1])
	assert.Equal(t, "desc", nodes[2].name)
	assert.Contains(t, nodes[2].text, "As of 1 May 2026")

	groups, titles := map[string]string{}, map[string]bool{}
	for i, n := range nodes {
		if n.name == "g" {
			groups[n.attr["data-id"]+n.attr["id"]] = n.attr["class"]
			titles[nodes[i+1].text] = true
		}
	}
	assert.Equal(t, map[string]string{"a": "party", "b": "party", "c": "party", "ab": "ties", "v": "tie", "w": "tie"}, groups)
	assert.True(t, titles["name of ab"] && titles["name of a"])

	all := ""
	for _, n := range nodes {
		if n.name == "text" {
			all += n.text + "\n"
		}
	}
	for _, words := range []string{"Alpha", "Commitment · $5 bn", "×2", "A title", "sources disagree"} {
		assert.Contains(t, all, words+"\n", "text stays text")
	}
}

func TestSVGWithoutNamesAndTitle(t *testing.T) {
	pg := Fit(everyMark(t, style.Light), nil, Sheet{})
	for _, n := range parsed(t, svgOf(t, pg)) {
		assert.NotEqual(t, "title", n.name)
	}
}

// What is written does not depend on the order of maps or on the time of day:
// the faces of fonts carry a date.
func TestSVGIsTheSameEachTime(t *testing.T) {
	pg := page(t, everyMark(t, style.Light))
	first := svgOf(t, pg)
	for range 10 {
		require.True(t, first == svgOf(t, pg))
	}
	time.Sleep(1100 * time.Millisecond)
	assert.True(t, first == svgOf(t, pg), "a second later")
	assert.True(t, first == svgOf(t, page(t, everyMark(t, style.Light))), "from a scene of its own")
}

var face = regexp.MustCompile(`@font-face\{font-family:'([^']*)';font-weight:(\d+);src:url\('data:font/ttf;base64,([^']*)'\)\}`)

func TestFacesAreEmbeddedAndSubset(t *testing.T) {
	content := svgOf(t, page(t, everyMark(t, style.Light)))
	faces := face.FindAllStringSubmatch(content, -1)
	require.Len(t, faces, 2, "one upright, one bold")
	assert.Equal(t, []string{"400", "700"}, []string{faces[0][2], faces[1][2]})
	for _, f := range faces {
		assert.Equal(t, "Noto Sans", f[1])
		raw, err := base64.StdEncoding.DecodeString(f[3])
		require.NoError(t, err)
		assert.Less(t, len(raw), 40_000, "of more than 400 kB")
		sfnt, err := font.ParseSFNT(raw, 0)
		require.NoError(t, err)
		for _, letter := range "Ahc" {
			assert.NotZero(t, sfnt.GlyphIndex(letter), "%c", letter)
		}
		assert.Zero(t, sfnt.GlyphIndex('Ж'), "letters that are not used are left out")
		assert.Equal(t, sfnt.Head.Created, sfnt.Head.Modified, "no time of writing")
		assert.Equal(t, uint32(0xB1B0AFBA), checksum(raw), "checksum of the whole file")
	}
}

func TestTheSizeOfSVG(t *testing.T) {
	pg := Fit(everyMark(t, style.Light), nil, Sheet{Width: 640, Height: 360})
	for scale, want := range map[float64][2]string{1: {"640", "360"}, 2: {"1280", "720"}, 0.5: {"320", "180"}} {
		content, err := SVG(pg, scale, false, pace.Pace{})
		require.NoError(t, err)
		root := parsed(t, string(content.Content))[0]
		assert.Equal(t, want, [2]string{root.attr["width"], root.attr["height"]})
		assert.Equal(t, "0 0 640 360", root.attr["viewBox"])
	}
}

func TestATransparentSVGHasNoGround(t *testing.T) {
	pg := Fit(everyMark(t, style.Light), nil, Sheet{})
	ground := fmt.Sprintf(`<rect width="100%%" height="100%%" fill="#%02x%02x%02x"/>`, pg.Background.R, pg.Background.G, pg.Background.B)
	assert.Contains(t, svgOf(t, pg), ground)
	pg.Background.A = 0
	assert.NotContains(t, svgOf(t, pg), `width="100%"`)
}

func TestAnEmptyPage(t *testing.T) {
	pg := &Page{Width: 10, Height: 10}
	assert.Len(t, parsed(t, svgOf(t, pg)), 1)
	_, err := PNG(pg, 1, pace.Pace{})
	assert.NoError(t, err)
}

var data64 = regexp.MustCompile(`base64,[^']*`)

func TestGoldenSVG(t *testing.T) {
	content := svgOf(t, page(t, everyMark(t, style.Print)))
	content = data64.ReplaceAllString(content, "base64,…")
	golden.Text(t, "marks.svg", strings.ReplaceAll(content, "/><", "/>\n<"))
}

func TestAFaceThatCannotBeReadIsAnError(t *testing.T) {
	for _, broken := range []string{"", "AAEAAAAB", "AAEAAP//AAAAAAAAaGVhZAAAAAD/////AAAANg=="} {
		raw, err := base64.StdEncoding.DecodeString(broken)
		require.NoError(t, err)
		assert.ErrorContains(t, clearDate(raw), "no head", broken)
	}
}

// Ties lead to their sources, from the group and from lines of the caption; what
// is no link to a page or an address leads nowhere.
func TestSVGLinksToSources(t *testing.T) {
	pg := page(t, everyMark(t, style.Light))
	pg.Links = func(r scene.Ref) string {
		return map[string]string{"ab": "https://example.org/a?b=c&d='\"<", "v": "javascript:alert(1)", "w": "MAILTO:a@example.org"}[r.ID]
	}
	pg.Behind = func(r scene.Ref) []scene.Ref {
		if r.Kind != scene.Bundle {
			return nil
		}
		return []scene.Ref{{Kind: scene.Tie, ID: "ab-1"}, {Kind: scene.Tie, ID: "ab-2"}}
	}
	pg.Layers[2].Links = map[int]string{0: "http://example.org/caption", 1: "data:text/html,x"}
	links, ids := map[string]int{}, map[string]string{}
	for _, n := range parsed(t, svgOf(t, pg)) {
		if n.name == "a" {
			links[n.attr["href"]]++
		}
		if id := n.attr["id"]; id != "" {
			assert.Empty(t, ids[id], "%s is given once", id)
			ids[id] = n.attr["class"] + "."
		}
	}
	assert.Equal(t, map[string]int{"https://example.org/a?b=c&d='\"<": 2, "MAILTO:a@example.org": 2, "http://example.org/caption": 1}, links, "line and label")
	for id, class := range map[string]string{"ab": "ties.", "ab-1": "tie.", "ab-2": "tie.", "v": "tie.", "a": "party."} {
		assert.Equal(t, class, ids[id], id)
	}
}
