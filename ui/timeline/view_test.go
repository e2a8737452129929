package timeline

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/mapview"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// moved is what the strip told.
type moved struct {
	h    Handle
	day  data.Day
	goOn bool
}

func day(text string) data.Day {
	d, err := data.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d.Last()
}

// shown is a strip of 2025 with one event in May and a vague one in autumn.
func shown(t *testing.T) (*View, *[]moved) {
	t.Helper()
	test.NewTempApp(t)
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	run := func(_ string, work func(context.Context) (func(), error)) {
		apply, err := work(t.Context())
		require.NoError(t, err)
		apply()
	}
	v := New(run, ruler, mapview.NewPainter(ruler))
	var told []moved
	v.OnMove = func(h Handle, d data.Day, goOn bool) { told = append(told, moved{h, d, goOn}) }
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, scene.StripHeight))
	v.Resize(fyne.NewSize(800, scene.StripHeight))
	v.Set(&scene.Timeline{
		Events: []scene.Happening{
			{First: day("2025-05-12"), Last: day("2025-05-12"), Day: day("2025-05-12"), Words: "A contract", Verb: "is signed"},
			{First: day("2025-09-01"), Last: day("2025-11-30"), Day: day("2025-12-01"), Words: "Another", Verb: "ends"},
		},
		AsOf:    scene.Flag{Day: day("2025-03-01"), Words: "1 Mar 2025"},
		KnownOn: scene.Flag{Day: data.MaxDay, Words: "all that is known"},
		From:    float64(day("2025-01-01")), To: float64(day("2026-01-01")),
	}, style.Of(style.Light))
	require.NotNil(t, v.strip)
	return v, &told
}

func press(v *View, p fyne.Position) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}})
}

func pull(v *View, from, to fyne.Position) {
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
}

func (v *View) x(d string) float32 { return float32(v.strip.X(float64(day(d)) + 1)) }

func TestDraggingTheAsOfDay(t *testing.T) {
	v, told := shown(t)
	from, ok := v.HandleAt(AsOf)
	require.True(t, ok)
	press(v, from)
	mid := fyne.NewPos(v.x("2025-04-10"), from.Y)
	pull(v, from, mid)
	pull(v, mid, fyne.NewPos(v.x("2025-06-20"), 80))
	v.DragEnd()
	assert.Equal(t, []moved{{AsOf, day("2025-04-10"), false}, {AsOf, day("2025-06-20"), true}}, *told, "one gesture, one step")
}

func TestDraggingTheKnownOnDay(t *testing.T) {
	v, told := shown(t)
	from, ok := v.HandleAt(KnownOn)
	require.True(t, ok, "quiet, but there")
	press(v, from)
	pull(v, from, from.AddXY(-100, 0))
	require.Len(t, *told, 1)
	assert.Equal(t, KnownOn, (*told)[0].h)
	assert.Less(t, (*told)[0].day, day("2026-01-01"))
	pull(v, from, from.AddXY(300, 0))
	assert.Equal(t, data.MaxDay, (*told)[1].day, "beyond the right end there is no limit")
}

func TestClickingAMarkGoesThere(t *testing.T) {
	v, told := shown(t)
	for _, b := range v.strip.Bars {
		c := b.Rect.Center()
		v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(c.X), float32(c.Y))})
	}
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(v.x("2025-07-15"), 40)})
	assert.ElementsMatch(t, []moved{
		{AsOf, day("2025-05-12"), false}, {AsOf, day("2025-12-01"), false}, {AsOf, day("2025-07-15"), false},
	}, *told)
}

func TestTheWheelZoomsAtThePointer(t *testing.T) {
	v, told := shown(t)
	x := v.x("2025-08-01")
	before := v.dayAt(float64(x))
	for range 12 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}, Scrolled: fyne.NewDelta(0, 25)})
	}
	assert.InDelta(t, float64(before), float64(v.dayAt(float64(x))), 1)
	assert.Less(t, v.to-v.from, 80.0)
	for range 200 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}, Scrolled: fyne.NewDelta(0, 200)})
	}
	assert.GreaterOrEqual(t, v.to-v.from, narrowest-1e-6)
	for range 400 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}, Scrolled: fyne.NewDelta(0, -200)})
	}
	assert.LessOrEqual(t, v.to-v.from, widest*1.0001)
	v.Whole()
	assert.InDelta(t, 365, v.to-v.from, 1)
	assert.Empty(t, *told, "no day was moved")
}

func TestDraggingTheGroundPans(t *testing.T) {
	v, told := shown(t)
	p := fyne.NewPos(v.x("2025-07-15"), 40)
	press(v, p)
	pull(v, p, p.AddXY(-50, 0))
	assert.Greater(t, v.from, float64(day("2025-01-01")))
	assert.InDelta(t, 365, v.to-v.from, 1)
	assert.Empty(t, *told)
}

func TestKeysOfTheStrip(t *testing.T) {
	v, told := shown(t)
	var steps []bool
	played := 0
	v.OnStep, v.OnPlay = func(f bool) { steps = append(steps, f) }, func() { played++ }
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	v.TypedRune('.')
	v.TypedRune(',')
	assert.Equal(t, []moved{{AsOf, day("2025-03-02"), true}, {AsOf, day("2025-02-28"), true}}, *told)
	assert.Equal(t, []bool{true, false}, steps)
	assert.Equal(t, 1, played)
}

func TestPointingAtAMark(t *testing.T) {
	v, _ := shown(t)
	var seen [][]int
	v.OnPoint = func(events []int) { seen = append(seen, events) }
	c := v.strip.Bars[len(v.strip.Bars)-1].Rect.Center()
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(c.X), float32(c.Y))}})
	v.MouseOut()
	assert.Len(t, seen[0], 1)
	assert.Nil(t, seen[1])
	from, _ := v.HandleAt(AsOf)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	assert.Equal(t, desktop.HResizeCursor, v.Cursor())
}

func TestReadDay(t *testing.T) {
	for text, want := range map[string]string{
		"2026-05-01": "2026-05-01", " 2026-05 ": "2026-05-31", "2025": "2025-12-31", "2025-23": "2025-11-30", "../2030": "2030-12-31",
	} {
		d, err := ReadDay(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, d.String())
	}
	for _, text := range []string{"", "soon", "2026-13", "2026/..", "1 May 2026"} {
		_, err := ReadDay(text)
		assert.Error(t, err, text)
	}
}

func TestTypingADay(t *testing.T) {
	test.NewTempApp(t)
	c := NewControls()
	var told []moved
	refused := 0
	c.OnDate = func(h Handle, d data.Day) { told = append(told, moved{h, d, false}) }
	c.OnRefuse = func(error) { refused++ }
	c.SetDays(day("2026-05-01"), data.MaxDay, 0)
	assert.Equal(t, "2026-05-01", c.asOf.Text)
	assert.Empty(t, c.knownOn.Text)
	c.asOf.OnSubmitted("2025-03")
	c.knownOn.OnSubmitted("2025")
	c.knownOn.OnSubmitted("")
	c.asOf.OnSubmitted("")
	c.asOf.OnSubmitted("nonsense")
	assert.Equal(t, []moved{{AsOf, day("2025-03-31"), false}, {KnownOn, day("2025-12-31"), false}, {KnownOn, data.MaxDay, false}}, told)
	assert.Equal(t, 2, refused)
}

func TestTheRowGivesWayInANarrowWindow(t *testing.T) {
	test.NewTempApp(t)
	c := NewControls()
	w := test.NewTempWindow(t, c.Object())
	w.SetPadded(false)
	visible := func(width float32) []bool {
		c.root.Resize(fyne.NewSize(width, 30))
		return []bool{c.asOf.Visible() && c.root.Objects[4].Visible(), c.root.Objects[6].Visible(), c.root.Objects[8].Visible()}
	}
	assert.Equal(t, []bool{true, true, true}, visible(1200))
	assert.Equal(t, []bool{true, true, false}, visible(520))
	assert.Equal(t, []bool{true, false, false}, visible(300))
	refused := 0
	c.OnRefuse = func(error) { refused++ }
	c.Focus(Since, w.Canvas())
	assert.Equal(t, 1, refused, "what is not there cannot be typed into")
	c.Focus(AsOf, w.Canvas())
	assert.Equal(t, 1, refused)
	assert.Equal(t, []bool{true, true, true}, visible(1200), "and comes back")
	assert.Less(t, c.root.MinSize().Width, float32(300))
}

// Escape takes what was typed and not given; before anything is open there is no day.
func TestEscapeTakesWhatWasTyped(t *testing.T) {
	test.NewTempApp(t)
	c, left := NewControls(), 0
	c.OnLeave = func() { left++ }
	texts := func() []string { return []string{c.asOf.Text, c.knownOn.Text, c.since.Text} }
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	c.play.TypedKey(escape)
	assert.Equal(t, []string{"", "", ""}, texts())
	c.SetDays(day("2025-03-01"), data.MaxDay, 0)
	c.asOf.SetText("20")
	c.since.SetText("x")
	c.asOf.TypedKey(escape)
	assert.Equal(t, []string{"2025-03-01", "", ""}, texts())
	assert.Equal(t, 2, left)

	strip := &View{OnLeave: c.OnLeave}
	strip.TypedKey(escape)
	assert.Equal(t, 3, left, "from the strip too")
}
