package scene

import (
	"strings"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// drawGround draws a panel for each pair of lanes, the cells in it, and the
// diagonal, where nobody gives to himself.
func (m *matrix) drawGround() {
	for i, b := range m.order {
		if m.pickedBox(b.ID) {
			m.add(Ref{}, Rect{Rect: m.grid.rows[b.ID], Fill: m.pal.Halo, Radius: style.ChipRadius})
			m.add(Ref{}, Rect{Rect: m.grid.columns[b.ID], Fill: m.pal.Halo, Radius: style.ChipRadius})
		}
		for k, o := range m.order {
			fill := m.pal.Panel
			switch {
			case i == k:
				fill = style.Over(m.pal.Rule, m.pal.Panel, 0.55)
			case m.pickedBox(b.ID) || m.pickedBox(o.ID):
				fill = style.Colour{}
			}
			m.add(Ref{}, Rect{Rect: m.cell(i, k), Fill: fill, Stroke: style.Over(m.pal.Rule, m.pal.Page, 0.75), Width: 0.7})
		}
	}
}

// drawHeads writes the names of rows and columns, each with a strip of the hue of
// its lane, and the names of lanes where there is room.
func (m *matrix) drawHeads() {
	for i, b := range m.order {
		m.head(i, b, m.shade(m.pal.Ink, m.boxEmphasis(b.ID) == faint))
	}
	for i := range m.d.Lanes { // not the map: a file is the same whenever it is written
		if s, ok := m.spans[m.d.Lanes[i].Name]; ok {
			m.strip(s)
		}
	}
	if len(m.order) > 0 {
		m.sayWay()
	}
	for i := range m.d.Lanes {
		if s, ok := m.spans[m.d.Lanes[i].Name]; ok {
			m.nameLane(s)
		}
	}
}

// sayWay says in the corner which way to read.
func (m *matrix) sayWay() {
	const words = "row gives to column"
	w := m.ruler.Width(words, style.SizeSmall, false)
	at := geom.Point{X: m.origo.X - 14 - w, Y: m.origo.Y - 14}
	m.add(Ref{}, Text{At: at, String: words, Size: style.SizeSmall, Colour: m.pal.Muted, Width: w})
}

func (m *matrix) head(i int, b *Box, ink style.Colour) {
	ref, name := Ref{Party, b.ID}, m.name(b)
	w := m.ruler.Width(name, style.SizeText, true)
	row, column := m.rects[b.ID], m.grid.columns[b.ID]
	column.Max.Y = m.origo.Y
	text := Text{String: name, Size: style.SizeText, Bold: true, Colour: ink, Width: w}
	text.At = geom.Point{X: row.Max.X - 14 - w, Y: row.Center().Y + style.SizeText*0.36}
	m.add(ref, text)
	if m.form.upright {
		text.At, text.Angle = geom.Point{X: column.Center().X + style.SizeText*0.36, Y: m.origo.Y - 14}, -90
	} else {
		text.At = geom.Point{X: column.Center().X - w/2, Y: m.origo.Y - 14}
	}
	m.add(ref, text)
	m.scene.boxes = append(m.scene.boxes, drawnBox{target: target{ref, row, 0}, box: b})
	m.scene.chips = append(m.scene.chips, drawnChip{target: target{ref, column, 0}})
}

// strip draws the hue of a lane along its rows and columns.
func (m *matrix) strip(s span) {
	hue := m.bandHue(placedLane{Lane: s.lane})
	first, last := m.cell(s.first, s.first), m.cell(s.last, s.last)
	m.add(Ref{}, Rect{Fill: hue, Radius: 1.5, Rect: geom.Rect{
		Min: geom.Point{X: m.origo.X - 4 - stripWidth, Y: first.Min.Y}, Max: geom.Point{X: m.origo.X - 4, Y: last.Max.Y},
	}})
	m.add(Ref{}, Rect{Fill: hue, Radius: 1.5, Rect: geom.Rect{
		Min: geom.Point{X: first.Min.X, Y: m.origo.Y - 4 - stripWidth}, Max: geom.Point{X: last.Max.X, Y: m.origo.Y - 4},
	}})
}

// nameLane writes the name of a lane beside its rows and above its columns.
func (m *matrix) nameLane(s span) {
	hue := m.bandHue(placedLane{Lane: s.lane})
	first, last := m.cell(s.first, s.first), m.cell(s.last, s.last)
	write := func(room float64) (string, float64) {
		name := m.ruler.Fit(s.lane.Name, style.SizeSmall, true, room)
		return name, m.ruler.Width(name, style.SizeSmall, true)
	}
	name, w := write(last.Max.Y - first.Min.Y)
	m.add(Ref{}, Text{
		String: name, Size: style.SizeSmall, Bold: true, Colour: hue, Width: w, Angle: -90,
		At: geom.Point{X: style.SizeSmall, Y: (first.Min.Y+last.Max.Y)/2 + w/2},
	})
	name, w = write(last.Max.X - first.Min.X)
	m.add(Ref{}, Text{
		String: name, Size: style.SizeSmall, Bold: true, Colour: hue, Width: w,
		At: geom.Point{X: (first.Min.X+last.Max.X)/2 - w/2, Y: style.SizeSmall},
	})
}

// drawCells draws the lines of one emphasis.
func (m *matrix) drawCells(e emphasis) {
	for _, l := range m.lines {
		if m.emphasisOf(l) != e {
			continue
		}
		r := m.room(l)
		m.drawCell(l, r, e)
		ref := l.Ref()
		m.chips[l.ID] = chip{line: l, rect: r, mark: l.Disputed, query: l.Uncertain, ring: l.Undated, scale: 1}
		m.scene.chips = append(m.scene.chips, drawnChip{target: target{ref, r, 0}})
		across := geom.Polyline(geom.Point{X: r.Min.X + 2, Y: r.Center().Y}, geom.Point{X: r.Max.X - 2, Y: r.Center().Y})
		m.scene.lines = append(m.scene.lines, drawnLine{Line: l, path: across})
		if m.haloed(l) {
			m.scene.Emphasised = m.cell(m.at[l.From], m.at[l.To])
		}
	}
}

func (m *matrix) drawCell(l *Line, r geom.Rect, e emphasis) {
	ref, hue := l.Ref(), m.pal.Layer(l.Layer)
	fill := style.Over(hue, m.pal.Panel, m.pal.Cell)
	if m.haloed(l) {
		fill = m.pal.Halo
		m.add(ref, Rect{Rect: r.Inset(-2.5), Radius: 6, Fill: m.pal.Halo})
	}
	m.add(ref, Rect{Rect: r, Radius: 4, Fill: m.shade(fill, e == faint)})
	m.edge(l, r, m.shade(hue, e == faint))
	if mark := m.pal.Mark(l.Layer); m.form.worded {
		m.words(l, r, e)
		at := geom.Point{X: r.Max.X - 11 - when(l.Disputed, markWidth), Y: r.Max.Y - 11}
		m.mark(ref, mark, at, geom.Point{X: 1}, style.MarkSize, m.shade(hue, e == faint), m.pal.Panel)
		return
	} else if mark != style.NoMark {
		at := geom.Point{X: r.Min.X + min(8, r.W()/2), Y: r.Max.Y - 7}
		m.mark(ref, mark, at, geom.Point{X: 1}, style.MarkSize*0.72, m.shade(hue, e == faint), m.pal.Panel)
	}
	if l.Undated {
		m.ring(ref, geom.Point{X: r.Min.X + 7, Y: r.Min.Y + 7}, 0.75, m.shade(m.pal.Muted, e == faint))
	}
	text := l.Change.Mark() + countWords(l)
	if l.Uncertain {
		text += "?"
	}
	size := m.form.size
	w := m.ruler.Width(text, size, true)
	if w > r.W()-4 {
		size *= (r.W() - 4) / w
		w = r.W() - 4
	}
	at := geom.Point{X: r.Center().X - w/2, Y: r.Center().Y + size*0.36}
	m.add(ref, Text{At: at, String: text, Size: size, Bold: true, Colour: m.shade(m.pal.Ink, e == faint), Width: w})
	if l.Disputed {
		m.corner(ref, r, m.shade(m.pal.Disagree, e == faint))
	}
}

// edge draws the edge of a cell as its line would be drawn on a map: dashes are
// its basis, dots not in force, and weight and a double stroke what changed.
func (m *matrix) edge(l *Line, r geom.Rect, col style.Colour) {
	ref, width := l.Ref(), l.Change.width(1.6)
	path := outline(r.Inset(width / 2))
	m.add(ref, Curve{Path: path, Stroke: col, Width: width, Dash: l.Change.dash(l.Dash)})
	if core := l.Change.core(width); core > 0 {
		m.add(ref, Curve{Path: path, Stroke: m.pal.Panel, Width: core, Dash: l.Dash})
	}
}

// corner marks a small cell whose sources disagree: the triangle, in a corner.
func (m *matrix) corner(ref Ref, r geom.Rect, col style.Colour) {
	side := min(9, r.W()/2)
	at := geom.Point{X: r.Max.X - 2, Y: r.Min.Y + 2}
	m.add(ref, Polygon{Points: []geom.Point{
		{X: at.X - side/2, Y: at.Y}, {X: at.X, Y: at.Y + side*0.85}, {X: at.X - side, Y: at.Y + side*0.85},
	}, Fill: col})
}

// words writes what a cell with room for it stands for.
func (m *matrix) words(l *Line, r geom.Rect, e emphasis) {
	ref, ink := l.Ref(), m.shade(m.pal.Ink, e == faint)
	inner := r.W() - 14
	if l.Disputed {
		m.warning(ref, geom.Point{X: r.Max.X - 12, Y: r.Max.Y - 11}, 1, m.shade(m.pal.Disagree, e == faint))
	}
	end := ""
	if len(l.Ties) > 1 {
		end = "×" + countWords(l)
	}
	if l.Uncertain {
		end += " ?"
	}
	step := style.SizeSmall * style.LineHeight
	rows := max(1, int((r.H()-8)/step))
	reserved := m.ruler.Width(end, style.SizeSmall, true) + when(l.Disputed, markWidth) + when(end != "", chipGap) + when(l.Undated, ringWidth)
	width := inner
	switch {
	case rows == 1:
		width -= reserved
	case reserved > 0:
		rows-- // the last one says how many, and whether it is disputed
	}
	lines, _ := m.ruler.Wrap(strings.TrimSpace(l.Tag+" "+l.Label), style.SizeSmall, false, width, rows)
	y := r.Min.Y + 4 + style.SizeSmall
	if r.H() < 2*step {
		y = r.Center().Y + style.SizeSmall*0.36
	}
	for _, line := range lines {
		m.add(ref, Text{At: geom.Point{X: r.Min.X + 7, Y: y}, String: line, Size: style.SizeSmall, Colour: ink, Width: m.ruler.Width(line, style.SizeSmall, false)})
		y += step
	}
	if l.Undated {
		m.ring(ref, geom.Point{X: r.Min.X + 11 + m.ruler.Width(end, style.SizeSmall, true) + when(end != "", chipGap), Y: r.Max.Y - 11}, 1, m.shade(m.pal.Muted, e == faint))
	}
	if end == "" {
		return
	}
	at := geom.Point{X: r.Min.X + 7, Y: r.Max.Y - 7}
	if r.H() < 2*step {
		at = geom.Point{X: r.Max.X - 7 - reserved + chipGap, Y: r.Center().Y + style.SizeSmall*0.36}
	}
	m.add(ref, Text{At: at, String: end, Size: style.SizeSmall, Bold: true, Colour: m.shade(m.pal.Layer(l.Layer), e == faint), Width: m.ruler.Width(end, style.SizeSmall, true)})
}

// outline is a path around a rectangle.
func outline(r geom.Rect) geom.Path {
	a, c := r.Min, r.Max
	return geom.Polyline(a, geom.Point{X: c.X, Y: a.Y}, c, geom.Point{X: a.X, Y: c.Y}, a)
}
