package scene

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Entry is a line of the legend: a mark and what it means.
type Entry struct {
	Layer  data.LayerID // a hue, when not ""
	Dash   style.Dash
	Sign   Sign
	Words  string
	Change Change // of a ChangeSign
}

// Sign is what an entry shows beside its words.
type Sign int

// The signs of a legend.
const (
	HueSign Sign = iota
	DashSign
	WidthSign
	CountSign
	DisputeSign
	UncertainSign
	PinSign
	UndatedSign
	ChangeSign
)

// entries lists what is to be explained of what is drawn, and nothing else.
func (c *composer) entries() []Entry {
	var out []Entry
	drawn := func(is func(*Line) bool) bool { return slices.ContainsFunc(c.lines, is) }
	nearby := c.look.Nearby && !c.look.Bare // each has a label where somebody is near
	labelled := func(is func(*Line) bool) bool {
		return drawn(func(l *Line) bool { _, ok := c.chips[l.ID]; return (ok || nearby) && is(l) })
	}
	for _, layer := range layersOf(c.lines) {
		out = append(out, Entry{Layer: layer, Sign: HueSign})
	}
	for _, d := range []struct {
		dash  style.Dash
		words string
	}{{style.Solid, "contractual"}, {style.Dashed, "technical"}, {style.Dotted, "not in force"}} {
		if drawn(func(l *Line) bool { return l.Dash == d.dash }) {
			out = append(out, Entry{Dash: d.dash, Sign: DashSign, Words: d.words})
		}
	}
	for _, change := range Changes() {
		if drawn(func(l *Line) bool { return l.Change == change }) {
			out = append(out, Entry{Sign: ChangeSign, Change: change, Words: change.Word()})
		}
	}
	if drawn(func(l *Line) bool { return len(l.Ties) > 1 }) {
		out = append(out, Entry{Sign: WidthSign, Words: "×2 several ties, one line"})
	}
	if labelled(func(l *Line) bool { return l.Uncertain }) {
		out = append(out, Entry{Sign: UncertainSign, Words: "in force uncertain"})
	}
	if labelled(func(l *Line) bool { return l.Undated }) {
		out = append(out, Entry{Sign: UndatedSign, Words: "undated: counts on every day"})
	}
	if labelled(func(l *Line) bool { return l.Disputed }) {
		out = append(out, Entry{Sign: DisputeSign, Words: "sources disagree"})
	}
	if slices.ContainsFunc(c.d.Boxes, func(b Box) bool { _, there := c.rects[b.ID]; return b.Pinned && there }) {
		out = append(out, Entry{Sign: PinSign, Words: "pinned"})
	}
	return out
}

// layersOf lists the layers on the lines: the built-in ones from the sides
// down the stack as the legend shows them, then others by name.
func layersOf(lines []*Line) []data.LayerID {
	var out []data.LayerID
	for _, l := range lines {
		if !slices.Contains(out, l.Layer) {
			out = append(out, l.Layer)
		}
	}
	order := []data.LayerID{
		data.LayerCapital, data.LayerFab, data.LayerChips, data.LayerCloud, data.LayerModels,
		data.LayerDistribution, data.LayerRights,
	}
	place := func(id data.LayerID) int {
		if i := slices.Index(order, id); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(out, func(a, b data.LayerID) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
	return out
}

const (
	signWidth    = 30.0
	legendGap    = 22.0
	legendHeight = 26.0 // of a row
	legendLow    = 20.0 // of one of many
)

// Legend draws the entries in rows no wider than width, from (0, 0). name gives
// the words of a layer. More than two rows stand closer: they are those of a narrow
// window, which needs the room for the map.
func Legend(entries []Entry, name func(data.LayerID) string, width float64, pal *style.Palette, ruler *style.Ruler) *Scene {
	if s := legendOf(entries, name, width, legendHeight, pal, ruler); s.Bounds.Max.Y <= 2*legendHeight {
		return s
	}
	return legendOf(entries, name, width, legendLow, pal, ruler)
}

func legendOf(entries []Entry, name func(data.LayerID) string, width, height float64, pal *style.Palette, ruler *style.Ruler) *Scene {
	var p painter
	x, y := 0.0, height/2
	for _, e := range entries {
		words := e.Words
		if e.Sign == HueSign {
			words = name(e.Layer)
		}
		w := ruler.Width(words, style.SizeSmall, false)
		whole := signWidth + 6 + w
		if x > 0 && x+whole > width {
			x, y = 0, y+height
		}
		p.sign(e, geom.Point{X: x, Y: y}, pal, ruler)
		at := geom.Point{X: x + signWidth + 6, Y: y + style.SizeSmall*0.36}
		p.add(Ref{}, Text{At: at, String: words, Size: style.SizeSmall, Colour: pal.Muted, Width: w})
		x += whole + legendGap
	}
	rows := geom.Rect{Max: geom.Point{X: width, Y: y + height/2}}
	return Plain(p.marks, rows, pal.Page)
}

func (p *painter) sign(e Entry, at geom.Point, pal *style.Palette, ruler *style.Ruler) {
	a, b := geom.Point{X: at.X + 2, Y: at.Y}, geom.Point{X: at.X + signWidth, Y: at.Y}
	curve := Curve{Path: geom.Polyline(a, b), Stroke: pal.Ink, Width: 1.8}
	switch e.Sign {
	case HueSign:
		curve.Stroke, curve.Width = pal.Layer(e.Layer), 3
		mark := pal.Mark(e.Layer)
		if mark != style.NoMark {
			curve.Width = 1.6
		}
		p.add(Ref{}, curve)
		p.mark(Ref{}, mark, a.Lerp(b, 0.5), b.Sub(a), style.MarkSize, curve.Stroke, pal.Page)
	case DashSign:
		curve.Dash = e.Dash
		p.add(Ref{}, curve)
	case WidthSign:
		curve.Width = style.LineWidth(5)
		p.add(Ref{}, curve)
	case CountSign:
		w := ruler.Width("12", style.SizeChip, true)
		p.add(Ref{}, Text{At: geom.Point{X: b.X - w - 2, Y: at.Y + style.SizeChip*0.36}, String: "12", Size: style.SizeChip, Bold: true, Colour: pal.Ink, Width: w})
	case UncertainSign:
		w := ruler.Width("?", style.SizeChip, true)
		p.add(Ref{}, Text{At: geom.Point{X: b.X - w - 4, Y: at.Y + style.SizeChip*0.36}, String: "?", Size: style.SizeChip, Bold: true, Colour: pal.Muted, Width: w})
	case UndatedSign:
		p.ring(Ref{}, geom.Point{X: b.X - 8, Y: at.Y}, 1, pal.Muted)
	case ChangeSign:
		p.strokeChange(e.Change, curve.Path, pal)
	case DisputeSign:
		p.warning(Ref{}, geom.Point{X: b.X - 8, Y: at.Y}, 1, pal.Disagree)
	case PinSign:
		p.pin(Ref{}, geom.Point{X: b.X - 8, Y: at.Y}, pal.Ink)
	}
}
