package picture

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/graphviz"
	"entangle/layout/layouttest"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// sizes are pages that people print on, and what screens take.
var sizes = [][2]float64{{0, 0}, {595, 842}, {842, 595}, {1280, 720}, {1920, 1080}, {360, 640}}

func TestEverythingIsOnThePage(t *testing.T) {
	r := newRuler(t)
	for what, s := range map[string]*Subject{"core": core(builtin(t)), "all": everything(builtin(t)), "example": everything(example(t))} {
		p, err := graphviz.Layout(t.Context(), s.Graph(r))
		require.NoError(t, err)
		for _, size := range sizes {
			for _, bare := range []bool{false, true} {
				pg := s.page(p, r, Export{Width: size[0], Height: size[1], NoCaption: bare})
				if size[0] > 0 {
					assert.InDelta(t, size[0], pg.Width, 0)
					assert.InDelta(t, size[1], pg.Height, 0)
				}
				whole := geom.Rect{Max: geom.Point{X: pg.Width, Y: pg.Height}}
				for i, l := range pg.Layers {
					b := scene.BoundsOf(slices.Collect(l.All()))
					at := geom.Rect{Min: b.Min.Mul(l.Scale).Add(l.At), Max: b.Max.Mul(l.Scale).Add(l.At)}
					assert.Truef(t, whole.ContainsRect(at), "%s %v: layer %d at %v on %v", what, size, i, at, whole)
				}
			}
		}
	}
}

// What is written is what the window shows: the same marks in the same colours,
// whatever is selected or fanned out.
func TestAFileShowsWhatTheWindowShows(t *testing.T) {
	r, web := newRuler(t), builtin(t)
	s := core(web)
	bundle := s.Drawing.Bundles[0]
	for _, b := range s.Drawing.Bundles {
		if len(b.Ties) > len(bundle.Ties) {
			bundle = b
		}
	}
	tie := scene.Ref{Kind: scene.Tie, ID: string(bundle.Ties[0].Tie.ID)}
	for what, selected := range map[string]scene.Ref{
		"nothing": {}, "a party": {Kind: scene.Party, ID: string(bundle.From)}, "a tie": tie, "a tie that is not drawn": {Kind: scene.Tie, ID: "hidden"},
	} {
		for _, fanned := range []string{"", bundle.ID} {
			v := s.View
			v.Fanned = fanned
			now := Look(web, v)
			p := placed(t, now, r)
			for _, theme := range []style.Theme{style.Light, style.Dark} {
				window := scene.Compose(now.Diagram(r), p, scene.Look{Palette: style.Of(theme), Selected: selected}, r)
				pg := now.page(p, r, Export{Theme: theme, Lit: []string{selected.ID}})
				require.True(t, assert.ObjectsAreEqual(slices.Collect(window.Marks()), slices.Collect(pg.Layers[0].All())), "%s, fanned %q, %s", what, fanned, theme)
				require.Equal(t, window.Page, pg.Background)
			}
		}
	}
}

// Of a huge web a file shows the labels that the screen shows where somebody is near.
func TestAFileOfAHugeWebHasTheLabelsOfTheScreen(t *testing.T) {
	p, s := patching(t, deals.Size{Parties: 1300, Ties: 3900, Statements: 3900})
	require.True(t, s.Huge())
	window := s.Compose(p.placed, scene.Look{Palette: style.Of(style.Print)}, p.ruler)
	assert.Empty(t, window.Labels())
	pg := s.page(p.placed, p.ruler, Export{})
	file := map[geom.Rect][]scene.Mark{}
	for m := range pg.Layers[0].All() {
		file[m.Bounds] = append(file[m.Bounds], m)
	}
	near := window.CloseUp(window.Frame, 0.6)
	require.NotEmpty(t, near)
	for _, m := range near {
		require.Contains(t, file[m.Bounds], m)
	}
	assert.Greater(t, len(pg.Layers[0].Areas), len(s.Drawing.Bundles)/2, "a click on a label leads to its source")
}

// A diagram is made once for all selections, and anew when something else is drawn.
func TestADiagramIsMadeOnce(t *testing.T) {
	r, s := newRuler(t), core(builtin(t))
	d := s.Diagram(r)
	assert.Same(t, d, s.Diagram(r))
	bundle := s.Drawing.Bundles[slices.IndexFunc(s.Drawing.Bundles, func(b query.Bundle) bool { return len(b.Ties) > 1 })]
	fanned := s.Fan(bundle.ID)
	assert.NotSame(t, d, fanned.Diagram(r))
	assert.Equal(t, bundle.ID, fanned.View.Fanned)
	assert.Empty(t, s.View.Fanned, "the one before is as it was")
	part, err := s.selected([]string{string(bundle.From)})
	require.NoError(t, err)
	assert.Less(t, len(part.Diagram(r).Lines), len(d.Lines))
	assert.Empty(t, s.stripped().Diagram(r).Lines[0].Label)
	assert.NotSame(t, d, s.Diagram(newRuler(t)), "another ruler measures otherwise")
}

func TestWrite(t *testing.T) {
	r, s := newRuler(t), core(builtin(t))
	content, err := s.Write(t.Context(), layouttest.Grid, r, Export{Format: "svg"})
	require.NoError(t, err)
	assert.Less(t, len(content.Content), 200_000)
	again, err := core(builtin(t)).Write(t.Context(), layouttest.Grid, newRuler(t), Export{Format: "svg"})
	require.NoError(t, err)
	assert.True(t, bytes.Equal(content.Content, again.Content), "the same each time")
	_, err = everything(builtin(t)).Write(t.Context(), layouttest.Grid, r, Export{Format: "svg", Theme: style.Light})
	require.NoError(t, err)

	content, err = s.Write(t.Context(), layouttest.Grid, r, Export{Format: "png", Width: 320, Height: 200, Scale: 2})
	require.NoError(t, err)
	img, err := png.Decode(bytes.NewReader(content.Content))
	require.NoError(t, err)
	assert.Equal(t, 640, img.Bounds().Dx())
	assert.Equal(t, 400, img.Bounds().Dy())

	_, err = s.Write(t.Context(), layouttest.Grid, r, Export{Format: "gif"})
	assert.EqualError(t, err, `nothing can be written as "gif"; write svg, png, pdf, json, csv, graphml, gexf, bib, csl.json, dot`)
	lost := errors.New("lost")
	_, err = s.Write(t.Context(), func(context.Context, layout.Graph) (layout.Placed, error) { return layout.Placed{}, lost }, r, Export{Format: "svg"})
	assert.ErrorIs(t, err, lost)
	assert.ErrorContains(t, err, "placing the picture")
}

func TestTheGroundOfAPicture(t *testing.T) {
	r, s := newRuler(t), core(builtin(t))
	p := placed(t, s, r)
	assert.Equal(t, style.Of(style.Print).Page, s.page(p, r, Export{}).Background, "print unless asked otherwise")
	assert.Zero(t, s.page(p, r, Export{Transparent: true}).Background.A)
	white := style.Colour{R: 255, G: 255, B: 255, A: 255}
	assert.Equal(t, white, s.page(p, r, Export{White: true, Theme: style.Dark}).Background)
}

// A reader who does not see the picture is told what it shows.
func TestThePictureIsDescribed(t *testing.T) {
	r, s := newRuler(t), core(builtin(t))
	content, err := s.Write(t.Context(), layouttest.Grid, r, Export{Format: "svg", Title: "My\ntitle"})
	require.NoError(t, err)
	text := string(content.Content)
	assert.Contains(t, text, `<title id="_title">My title</title>`)
	_, desc, _ := strings.Cut(text, `<desc id="_desc">`)
	desc, _, _ = strings.Cut(desc, "</desc>")
	assert.Contains(t, desc, s.Counts())
	assert.Equal(t, len(s.Result.Ties), strings.Count(desc, ")."), "a sentence for every tie")
	for _, n := range s.Drawing.Nodes {
		assert.Equal(t, s.Dataset.Party(n.Party).Name, s.index().name(scene.Ref{Kind: scene.Party, ID: string(n.Party)}))
	}
	for _, b := range s.Drawing.Bundles {
		assert.Contains(t, s.index().name(scene.Ref{Kind: scene.Bundle, ID: b.ID}), " to ")
	}
	for _, tie := range s.Result.Ties {
		assert.NotEqual(t, string(tie.Tie.ID), s.index().name(scene.Ref{Kind: scene.Tie, ID: string(tie.Tie.ID)}))
	}
	for _, kind := range []scene.RefKind{scene.None, scene.Party, scene.Bundle, scene.Tie} {
		assert.Equal(t, "x", s.index().name(scene.Ref{Kind: kind, ID: "x"}))
	}
}

// steering is text that a file may hold and that must not reach a picture as it
// is: it turns the direction of writing, or breaks the line.
const steering = `"A\u202eB\nC <b>&amp;"`

func TestNoTextSteers(t *testing.T) {
	content := fmt.Sprintf(`format: entangle/1
title: %[1]s
layers: [{id: own, name: %[1]s}]
kinds: [{id: odd, layer: own, basis: contractual, from: %[1]s, to: %[1]s}]
sources: [{id: s, title: %[1]s, publisher: %[1]s, author: %[1]s}]
parties: [{id: a, name: %[1]s, kind: ai-lab}, {id: b, name: %[1]s, kind: cloud}]
ties: [{id: t, kind: odd, from: a, to: b, title: %[1]s, statements: [{id: x, source: s, locator: %[1]s, says: %[1]s, stance: fact, status: signed}]}]
`, steering)
	s := everything(parse(t, "steering.yaml", []byte(content)))
	require.Len(t, s.Result.Ties, 1)
	drawn, err := s.Write(t.Context(), layouttest.Grid, newRuler(t), Export{Format: "svg", Title: "A\u202eB\nC"})
	require.NoError(t, err)
	d := xml.NewDecoder(bytes.NewReader(drawn.Content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		if text, ok := token.(xml.CharData); ok && strings.Contains(string(text), "A") {
			assert.NotContains(t, string(text), "\u202e")
			assert.NotContains(t, strings.Trim(string(text), "\n"), "\nC")
		}
	}
	assert.NotContains(t, string(drawn.Content), "javascript")
	assert.NotContains(t, string(drawn.Content), "<b>")
}

func TestLookRollsUnitsUp(t *testing.T) {
	web := example(t)
	v := View{View: query.Default(web.Dataset(), today)}
	s := Look(web, v)
	for _, n := range s.Drawing.Nodes {
		assert.NotEqual(t, data.PartyID("alpha-one"), n.Party)
	}
	b := s.BundleOf("alpha-beta-commitment")
	require.NotNil(t, b)
	assert.Same(t, b, s.Bundle(b.ID))
	assert.Nil(t, s.Bundle("none"))
	assert.Nil(t, s.BundleOf("none"))
}

func TestADiagramSaysWhatIsDrawn(t *testing.T) {
	web := example(t)
	s := everything(web)
	d := s.Diagram(newRuler(t))
	for i, l := range d.Lines {
		b := s.Drawing.Bundles[i]
		assert.Equal(t, b.ID, l.ID)
		assert.Len(t, l.Ties, len(b.Ties))
		assert.Equal(t, string(b.Ties[0].Tie.ID), l.Ties[0], "the leading tie first")
		assert.Empty(t, l.Fan)
	}
	var several query.Bundle
	for _, b := range s.Drawing.Bundles {
		if len(b.Ties) > 1 {
			several = b
		}
	}
	v := s.View
	v.Fanned = several.ID
	for _, l := range Look(web, v).Diagram(newRuler(t)).Lines {
		if l.ID != several.ID {
			assert.Empty(t, l.Fan)
			continue
		}
		require.Len(t, l.Fan, len(several.Ties))
		for i, f := range l.Fan {
			assert.Equal(t, scene.Ref{Kind: scene.Tie, ID: string(several.Ties[i].Tie.ID)}, f.Ref())
			assert.Equal(t, [2]string{l.From, l.To}, [2]string{f.From, f.To})
		}
	}
}

func TestDashes(t *testing.T) {
	web := example(t)
	v := View{View: query.Default(web.Dataset(), today)}
	v.Status = query.StatusAll
	s := Look(web, v)
	seen := map[style.Dash]bool{}
	for _, b := range s.Drawing.Bundles {
		for _, tie := range b.Ties {
			got := dash(&b, tie)
			seen[got] = true
			assert.Equal(t, tie.InForce == resolve.False, got == style.Dotted, tie.Tie.ID)
			assert.Equal(t, tie.InForce != resolve.False && b.Technical, got == style.Dashed, tie.Tie.ID)
		}
	}
	assert.Len(t, seen, 3, "the example shows all three")
}

// A box that was pinned lies in the file where it lies on the screen, with its dot.
func TestPinsAreInTheFile(t *testing.T) {
	r, web := newRuler(t), builtin(t)
	v := core(web).View
	v.Pins = Places{"openai": {X: -345, Y: 678}}
	s := Look(web, v)
	p, err := layout.Pinned(layouttest.Grid)(t.Context(), s.Graph(r))
	require.NoError(t, err)
	dots := func(pg []scene.Mark) (n int) {
		for _, m := range pg {
			if shape, ok := m.Shape.(scene.Rect); ok && m.Ref.ID == "openai" && shape.Radius == shape.Rect.W()/2 {
				n++
			}
		}
		return n
	}
	marks := slices.Collect(s.page(p, r, Export{}).Layers[0].All())
	assert.Equal(t, 1, dots(marks))
	for _, b := range p.Boxes {
		if b.ID == "openai" {
			assert.Equal(t, geom.Point{X: -345, Y: 678}, b.Rect.Center())
		}
	}
	v.Arrangement = Stack
	for _, b := range Look(web, v).Graph(r).Boxes {
		assert.Nil(t, b.Pin, "in the stack the place of a box says what it is")
	}
	unpinned := core(web)
	assert.Zero(t, dots(slices.Collect(unpinned.page(placed(t, unpinned, r), r, Export{}).Layers[0].All())))
}
