package picture

import (
	"bytes"
	"image/png"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout/geom"
	"entangle/layout/graphviz"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// onPage is where a mark of a layer lies on its page.
func onPage(l paper.Layer, r geom.Rect) geom.Rect {
	return geom.Rect{Min: r.Min.Mul(l.Scale).Add(l.At), Max: r.Max.Mul(l.Scale).Add(l.At)}
}

// A hundred random webs, on pages of every shape: nothing crosses the edge, and
// lines of the caption leave room for a face that is wider than ours.
func TestNoLabelCrossesTheEdge(t *testing.T) {
	r := newRuler(t)
	for seed := range uint64(100) {
		n := int(seed)
		size := deals.Size{Parties: 3 + n%14, Ties: 3 + n%37, Statements: 4 + n%80}
		size.Statements = max(size.Statements, size.Ties)
		d := deals.Make(size, seed)
		v := View{View: query.Default(d, today), Arrangement: []Arrangement{Web, Web, Web, Stack, Matrix}[n%5]}
		v.Status = query.StatusAll
		s := Look(resolve.At(d, v.Moment()), v)
		p, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
		require.NoError(t, err)
		for _, paperSize := range [][2]float64{{0, 0}, {595, 842}, {1920, 1080}, {360, 640}} {
			pg := s.page(p, r, Export{Width: paperSize[0], Height: paperSize[1]})
			whole := geom.Rect{Max: geom.Point{X: pg.Width, Y: pg.Height}}
			for i, l := range pg.Layers {
				for m := range l.All() {
					at := onPage(l, m.Bounds)
					require.Truef(t, whole.ContainsRect(at), "seed %d, %v, layer %d: %T %v at %v on %v", seed, paperSize, i, m.Shape, m.Ref, at, whole)
					text, ok := m.Shape.(scene.Text)
					if wider := text.Width * l.Scale * 1.1; ok && i > 0 && m.Ref.Kind == scene.None && text.Size > numberSize {
						require.LessOrEqualf(t, l.At.X+text.At.X*l.Scale+wider, pg.Width, "seed %d: %q", seed, text.String)
					}
				}
			}
		}
	}
}

// boxOn is where a party lies on a page.
func boxOn(t *testing.T, pg *paper.Page, party string) geom.Rect {
	t.Helper()
	for m := range pg.Layers[0].All() {
		if _, ok := m.Shape.(scene.Rect); ok && m.Ref == (scene.Ref{Kind: scene.Party, ID: party}) {
			return onPage(pg.Layers[0], m.Bounds)
		}
	}
	t.Fatalf("%s is not on the page", party)
	return geom.Rect{}
}

// Pictures of several days in the same frame can be laid over one another,
// whatever their captions say, on pages that are chosen or not.
func TestPicturesOfSeveralDaysInOneFrame(t *testing.T) {
	r := newRuler(t)
	web := example(t)
	early, late := data.DayOf(2024, 9, 1), data.DayOf(2026, 5, 1)
	for _, only := range [][]string{nil, {"alpha"}} {
		for _, size := range [][2]float64{{0, 0}, {700, 500}} {
			pages, numbers := map[bool][]*paper.Page{}, map[data.SourceID]int{}
			for _, framed := range []bool{true, false} {
				for _, day := range []data.Day{early, late} {
					v := View{View: query.Default(web.Dataset(), today)}
					v.AsOf = day
					s := Look(web, v)
					e := Export{Width: size[0], Height: size[1], Only: only}
					p, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
					require.NoError(t, err)
					if framed {
						e.FrameOf = []data.Day{early, late}
						e.Frame, err = s.Framing(t.Context(), graphviz.Layout, r, e)
						require.NoError(t, err)
					}
					part, err := s.asDrawn(e)
					require.NoError(t, err)
					if framed {
						for id, n := range part.Numbering() {
							assert.True(t, numbers[id] == 0 || numbers[id] == n, "%s has one number in both", id)
							numbers[id] = n
						}
					}
					pages[framed] = append(pages[framed], part.page(p, r, e))
				}
			}
			a, b := pages[true][0], pages[true][1]
			assert.Equal(t, [2]float64{a.Width, a.Height}, [2]float64{b.Width, b.Height})
			for _, party := range []string{"alpha", "beta"} {
				assert.Equal(t, boxOn(t, a, party), boxOn(t, b, party), "%s, %v %v", party, only, size)
			}
			assert.Equal(t, a.Layers[0].Scale, b.Layers[0].Scale)
			c, d := pages[false][0], pages[false][1]
			assert.False(t, c.Height == d.Height && boxOn(t, c, "alpha") == boxOn(t, d, "alpha"), "without a frame they differ")
		}
	}
}

// Every view in every theme is well-formed SVG of less than 200 kB, and a PNG of
// the size that was asked for.
func TestEveryViewIsWellFormed(t *testing.T) {
	r := newRuler(t)
	for _, arranged := range []Arrangement{Web, Stack, Matrix} {
		v := everything(builtin(t)).View
		v.Arrangement = arranged
		s := Look(builtin(t), v)
		p, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
		require.NoError(t, err)
		for _, theme := range style.Themes() {
			drawn, err := s.Draw(p, r, Export{Format: "svg", Theme: theme})
			require.NoError(t, err)
			assert.Less(t, len(drawn.Content), 200_000, arranged)
			assert.Empty(t, drawn.Notes)
			lint := exec.Command("xmllint", "--noout", "--nonet", "-")
			lint.Stdin = bytes.NewReader(drawn.Content)
			said, err := lint.CombinedOutput()
			assert.NoError(t, err)
			assert.Empty(t, string(said))
			drawn, err = s.Draw(p, r, Export{Format: "png", Theme: theme, Width: 320, Height: 240, Scale: 1.5})
			require.NoError(t, err)
			size, err := png.DecodeConfig(bytes.NewReader(drawn.Content))
			require.NoError(t, err)
			assert.Equal(t, [2]int{480, 360}, [2]int{size.Width, size.Height})
		}
	}
}

// In a comparison the sources of what has ended have numbers too.
func TestTheSourcesOfAComparison(t *testing.T) {
	web := example(t)
	v := View{View: query.Default(web.Dataset(), today), Since: today}
	v.KnownOn, v.AsOf, v.Ended = data.MaxDay, data.DayOf(2040, 1, 1), query.EndedHidden
	v.Kinds = []data.KindID{"cloud-commitment", "exclusivity", "capacity-grant"}
	s := Look(web, v)
	require.NotEmpty(t, s.Compared.Ended)
	require.NotEqual(t, s.Result.Sources, s.Sources(), "some speak of what has ended alone")
	numbers, x := s.Numbering(), s.index()
	require.Len(t, numbers, len(s.Footnotes()))
	for _, b := range s.Drawing.Bundles {
		for _, tie := range b.Ties {
			for _, statement := range query.Counting(tie) {
				assert.Positive(t, numbers[statement.Source], "%s of %s", statement.Source, tie.Tie.ID)
			}
		}
		assert.NotEmpty(t, x.cited(scene.Ref{Kind: scene.Bundle, ID: b.ID}))
	}
}

func TestLightLettersOnWhiteAreSpokenOf(t *testing.T) {
	r, s := newRuler(t), core(builtin(t))
	p := placed(t, s, r)
	for theme, want := range map[style.Theme]int{style.Dark: 1, style.Light: 0, style.Print: 0} {
		d, err := s.Draw(p, r, Export{Format: "svg", Theme: theme, White: true})
		require.NoError(t, err)
		assert.Len(t, d.Notes, want, theme)
	}
}
