package panel

import (
	"image/color"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/brief"
	"entangle/ui/golden"
	"entangle/ui/palette"
	"entangle/ui/scene"
	"entangle/ui/style"
)

var deal = scene.Ref{Kind: scene.Tie, ID: "deal"}

// page is a page with everything on it.
func page() *brief.Brief {
	return &brief.Brief{
		Kicker: "cloud commitment · contractual", Layer: data.LayerCloud, Title: "Alpha buys cloud services from Beta",
		Lead: "Cloud deal. A customer’s pledge to buy cloud services.",
		Facts: []brief.Fact{
			{Label: "Status", Value: "signed, in force", Note: "says [2]"},
			{Label: "Amount", Value: "$15 bn or $50 bn, committed", Disputed: true, Readings: []brief.Reading{{Value: "$15 bn", Says: "says [1]"}, {Value: "$50 bn", Says: "says [2]"}}},
		},
		Sections: []brief.Section{
			{Title: "What the sources say", Aside: "2 of 5 sources", Cards: []brief.Card{
				{Says: "Alpha signed for 50 billion dollars over eight years.", Cite: "[1] Daily · 23 Apr 2026 · ¶4", By: "Alpha · as a company statement", Verdict: "disputed", Why: "Disputed by [2]", Tone: brief.Torn, Citation: "the citation", Link: "https://example.org"},
				{Says: "It plans to.", Cite: "[2] Digest", Verdict: "superseded", Tone: brief.Past, Citation: "another"},
			}},
			{Title: "Also between the two", Text: "Some are not in force.", Rows: []brief.Row{
				{Ref: deal, Words: "Revenue share · 20 %", Aside: "Alpha to Beta", Layer: data.LayerRights, Disputed: true},
				{Ref: scene.Ref{Kind: scene.Party, ID: "beta"}, Words: "A tie with a name that is far too long to stand beside what stands at the right", Aside: "Beta to Alpha · not in force", Layer: data.LayerCapital, Faint: true},
				{Question: brief.WhoSupplies, Words: "Who supplies whom?", Aside: "2 ties"},
				{Words: "A source", Aside: "Daily · undated"},
			}},
		},
	}
}

func shown(t *testing.T, choice palette.Choice) (*Panel, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	look := palette.Theme{Choice: choice}
	test.ApplyTheme(t, look)
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	p := New(ruler)
	w := test.NewTempWindow(t, p.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(Width, 720))
	p.Show(page(), look.Palette(0), true)
	return p, w
}

// all lists the objects of a window that are of a type, in drawing order.
func all[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var out []T
	if found, ok := o.(T); ok {
		out = append(out, found)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, all[T](child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, all[T](child)...)
		}
	}
	return out
}

func linkOf(t *testing.T, w fyne.Window, words string, nth int) *link {
	t.Helper()
	for _, l := range all[*link](w.Content()) {
		if l.Text == words {
			if nth == 0 {
				return l
			}
			nth--
		}
	}
	require.Fail(t, "no such action", words)
	return nil
}

// follow taps the words of a link.
func follow(l *link) { test.TapAt(l, fyne.NewPos(12, l.Size().Height/2)) }

func TestGoldenPanel(t *testing.T) {
	for _, choice := range []palette.Choice{palette.Light, palette.Dark} {
		_, w := shown(t, choice)
		golden.Image(t, "panel-"+string(choice)+".png", w.Canvas().Capture(), 0.004)
	}
}

func TestGoldenMarkup(t *testing.T) {
	_, w := shown(t, palette.Light)
	golden.Text(t, "panel.xml", test.RenderToMarkup(w.Canvas()))
}

func TestRowsLead(t *testing.T) {
	p, w := shown(t, palette.Light)
	rows := all[*row](w.Content())
	require.Len(t, rows, 3, "a row that leads nowhere is plain")
	for _, r := range rows {
		test.Tap(r) // nobody listens
	}
	var picked []scene.Ref
	var asked []brief.Question
	p.OnPick = func(r scene.Ref) { picked = append(picked, r) }
	p.OnAsk = func(q brief.Question) { asked = append(asked, q) }
	for _, r := range rows {
		test.Tap(r)
	}
	assert.Equal(t, []scene.Ref{deal, {Kind: scene.Party, ID: "beta"}}, picked)
	assert.Equal(t, []brief.Question{brief.WhoSupplies}, asked)
}

func TestARowFollowsTheKeyboard(t *testing.T) {
	p, w := shown(t, palette.Light)
	var picked []scene.Ref
	p.OnPick = func(r scene.Ref) { picked = append(picked, r) }
	r := all[*row](w.Content())[0]
	w.Canvas().Focus(r)
	assert.Equal(t, style.Of(style.Light).Accent, r.ground.StrokeColor, "a ring shows where the keys go")
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyA} {
		r.TypedKey(&fyne.KeyEvent{Name: k})
	}
	r.TypedRune('x')
	assert.Equal(t, []scene.Ref{deal, deal, deal}, picked)
	w.Canvas().Unfocus()
	assert.Zero(t, r.ground.StrokeWidth)
}

func TestARowLightsUnderThePointer(t *testing.T) {
	_, w := shown(t, palette.Light)
	r := all[*row](w.Content())[0]
	plain, size := r.ground.FillColor, r.Size()
	r.MouseIn(&desktop.MouseEvent{})
	r.MouseMoved(&desktop.MouseEvent{})
	assert.NotEqual(t, plain, r.ground.FillColor)
	assert.Equal(t, size, r.Size(), "and moves nothing")
	assert.Equal(t, desktop.PointerCursor, r.Cursor())
	r.FocusGained()
	r.MouseOut()
	assert.Equal(t, plain, r.ground.FillColor)
	assert.NotZero(t, r.ground.StrokeWidth, "the focus stays")
}

func TestActionsOfACard(t *testing.T) {
	p, w := shown(t, palette.Light)
	for _, words := range []string{"Copy with citation", "Open source", "All questions"} {
		follow(linkOf(t, w, words, 0)) // nobody listens
	}
	var copied, opened []string
	home := 0
	p.OnCopy = func(text string) { copied = append(copied, text) }
	p.OnLink = func(link string) { opened = append(opened, link) }
	p.OnHome = func() { home++ }
	follow(linkOf(t, w, "Copy with citation", 0))
	follow(linkOf(t, w, "Copy with citation", 1))
	follow(linkOf(t, w, "Open source", 0))
	follow(linkOf(t, w, "All questions", 0))
	assert.Equal(t, []string{"the citation", "another"}, copied)
	assert.Equal(t, []string{"https://example.org"}, opened)
	assert.Equal(t, 1, home)
	n := 0
	for _, l := range all[*link](w.Content()) {
		if l.Text == "Open source" {
			n++
		}
	}
	assert.Equal(t, 1, n, "a source without a link has nothing to open")
}

func TestTheFirstPageHasNoWayBack(t *testing.T) {
	p, w := shown(t, palette.Light)
	p.Show(&brief.Brief{Title: "A small web"}, style.Of(style.Light), false)
	for _, l := range all[*link](w.Content()) {
		assert.NotEqual(t, "All questions", l.Text)
	}
}

func TestANewPageBeginsAtItsTop(t *testing.T) {
	p, w := shown(t, palette.Light)
	w.Resize(fyne.NewSize(Width, 200))
	p.scroll.ScrollToBottom()
	require.Positive(t, p.scroll.Offset.Y)
	p.Show(page(), style.Of(style.Light), true)
	assert.Zero(t, p.scroll.Offset.Y)
}

// A page on which choices are made stays where it is, and the keyboard where it
// was.
func TestAPageOfChoicesStays(t *testing.T) {
	p, w := shown(t, palette.Light)
	w.Resize(fyne.NewSize(Width, 200))
	choices := page()
	choices.Stays = true
	for range 20 {
		choices.Sections[1].Rows = append(choices.Sections[1].Rows, brief.Row{Act: brief.Act{Verb: brief.Toggle}, Check: brief.On, Words: "Choice", Aside: "3"})
	}
	var done []brief.Act
	p.OnAct = func(a brief.Act) { done = append(done, a) }
	p.Show(choices, p.pal, true)
	rows := all[*row](w.Content())
	w.Canvas().Focus(rows[20])
	rows[20].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	assert.Equal(t, []brief.Act{{Verb: brief.Toggle}}, done)
	at := p.scroll.Offset
	require.Positive(t, at.Y)
	p.Show(choices, p.pal, true)
	assert.Equal(t, at, p.scroll.Offset)
	assert.Equal(t, fyne.Focusable(all[*row](w.Content())[20]), w.Canvas().Focused())
}

// No page makes the panel wider, whatever words are on it.
func TestThePanelKeepsItsWidth(t *testing.T) {
	p, _ := shown(t, palette.Light)
	long := "Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongwordwithoutanyspace"
	p.Show(&brief.Brief{
		Kicker: long + " · " + long, Title: long, Lead: long,
		Facts:    []brief.Fact{{Label: "Amount", Value: long, Note: long, Readings: []brief.Reading{{Value: long, Says: long}}}},
		Sections: []brief.Section{{Title: "Title", Text: long, Cards: []brief.Card{{Says: long, Cite: long, By: long, Verdict: "superseded", Why: long, Link: "x"}}, Rows: []brief.Row{{Ref: deal, Words: long, Aside: long, Layer: "x", Disputed: true}}}},
	}, style.Of(style.Light), true)
	assert.InDelta(t, Width, p.Object().MinSize().Width, 0.5)
	assert.LessOrEqual(t, p.column.MinSize().Width, float32(Width-2*edge))
}

// Every page must leave nothing behind: the toolkit keeps the fonts of a theme
// for good.
func TestPagesDoNotPileUp(t *testing.T) {
	p, w := shown(t, palette.Light)
	inUse := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	visit := func() {
		p.Show(page(), style.Of(style.Light), true)
		w.Canvas().Capture()
	}
	visit()
	before := inUse()
	for range 5 {
		visit()
	}
	assert.Less(t, int64(inUse())-int64(before), int64(20<<20), "bytes after five pages")
}

func TestTheDotOfARowHasTheHueOfItsLayer(t *testing.T) {
	_, w := shown(t, palette.Light)
	var hues []any
	for _, c := range all[*canvas.Circle](w.Content()) {
		hues = append(hues, c.FillColor)
	}
	pal := style.Of(style.Light)
	assert.Equal(t, []any{pal.Layer(data.LayerRights), pal.Layer(data.LayerCapital)}, hues)
}

// Who goes through a long page by the keyboard sees where they are.
func TestWhatTheKeyboardReachesIsInView(t *testing.T) {
	p, w := shown(t, palette.Light)
	w.Resize(fyne.NewSize(Width, 220))
	var reached []fyne.Focusable
	for {
		w.Canvas().FocusNext()
		now := w.Canvas().Focused()
		if len(reached) > 0 && now == reached[0] {
			break
		}
		reached = append(reached, now)
		if o, ok := now.(fyne.CanvasObject); ok {
			if _, selectable := now.(interface{ SelectedText() string }); selectable {
				continue // the words of a card, which the toolkit brings
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			assert.GreaterOrEqual(t, at.Y, float32(0), "%T", now)
			assert.LessOrEqual(t, at.Y+o.Size().Height, float32(220), "%T", now)
		}
		require.Less(t, len(reached), 50)
	}
	assert.GreaterOrEqual(t, len(reached), 7, "the way back, three actions, three rows")
	assert.Positive(t, p.scroll.Offset.Y)
}

// A page that was reached by the keyboard is gone on with by the keyboard.
func TestTheKeyboardGoesOnOnTheNextPage(t *testing.T) {
	p, w := shown(t, palette.Light)
	p.OnAsk = func(brief.Question) {
		p.Show(&brief.Brief{Title: "Next", Sections: []brief.Section{{Rows: []brief.Row{{Words: "plain"}, {Ref: deal, Words: "first"}, {Ref: deal, Words: "second"}}}}}, style.Of(style.Light), false)
	}
	rows := all[*row](w.Content())
	w.Canvas().Focus(rows[2])
	rows[2].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Same(t, all[*row](w.Content())[0], w.Canvas().Focused())

	p.Show(page(), style.Of(style.Light), true)
	assert.Same(t, linkOf(t, w, "All questions", 0), w.Canvas().Focused())
	p.Show(&brief.Brief{Title: "Nothing to follow"}, style.Of(style.Light), false)
	assert.Nil(t, w.Canvas().Focused())
	p.Show(page(), style.Of(style.Light), true)
	assert.Nil(t, w.Canvas().Focused(), "the mouse takes no focus")
}

// What was found stands out, and the row that is chosen is lit and in view
// while the keyboard is in the find box.
func TestChoosing(t *testing.T) {
	p, w := shown(t, palette.Light)
	page := &brief.Brief{Title: "Found", Sections: []brief.Section{{}}}
	for range 40 {
		page.Sections[0].Rows = append(page.Sections[0].Rows, brief.Row{
			Ref: deal, Words: "Alpha", Found: []brief.Piece{{Text: "Al"}, {Text: "pha", Lit: true}}, Quote: []brief.Piece{{Text: "says so"}}, Aside: "AI lab",
		})
	}
	page.Sections[0].Rows[0].Chosen = true
	p.Show(page, p.pal, true)
	rows := all[*row](w.Content())
	require.Len(t, rows, 40)
	assert.NotEqual(t, color.Transparent, rows[0].ground.FillColor)
	text := all[*widget.RichText](rows[0])
	require.NotEmpty(t, text)
	assert.Equal(t, "Alpha", text[0].String())
	p.Choose(39)
	assert.Equal(t, color.Transparent, rows[0].ground.FillColor)
	assert.NotEqual(t, color.Transparent, rows[39].ground.FillColor)
	assert.Positive(t, p.scroll.Offset.Y)
	p.Choose(40)
	assert.Equal(t, color.Transparent, rows[39].ground.FillColor, "none is lit")
}

// What a statement says was found: its card is framed and in view.
func TestPointing(t *testing.T) {
	p, w := shown(t, palette.Light)
	w.Resize(fyne.NewSize(Width, 200))
	long := page()
	for range 20 {
		long.Sections[0].Cards = append(long.Sections[0].Cards, brief.Card{Says: "Some."})
	}
	long.Sections[0].Cards = append(long.Sections[0].Cards, brief.Card{ID: "that", Says: "That."})
	p.Show(long, p.pal, true)
	p.Point("nothing")
	assert.Zero(t, p.scroll.Offset.Y)
	p.Point("that")
	assert.Positive(t, p.scroll.Offset.Y)
	assert.Equal(t, color.Color(p.pal.Accent), p.cards["that"].StrokeColor)
}
