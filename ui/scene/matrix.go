package scene

import (
	"fmt"
	"math"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// ComposeMatrix draws a diagram as a table of parties against parties: who stands
// before a row gives to who stands above a column. Parties stand in the order of
// the diagram's lanes, which have a gap between them. The diagram need not be
// measured or placed.
func ComposeMatrix(d *Diagram, look Look, ruler *style.Ruler) *Scene {
	m := newMatrix(d, look, ruler)
	m.drawGround()
	m.drawHeads()
	for _, e := range []emphasis{faint, plain, lit} {
		m.drawCells(e)
	}
	s := m.scene
	s.under, s.inMarks, s.Page, s.grid = m.marks, true, look.Palette.Page, m.grid
	s.pal, s.ruler, s.Bounds = m.pal, ruler, BoundsOf(s.under)
	s.Frame = s.Bounds.Inset(-8)
	if len(m.order) == 0 {
		s.Frame = geom.Rect{}
	}
	s.Shown = Shown{Entries: m.explain(), Labels: len(m.lines)}
	return s.indexed()
}

// matrix composes one.
type matrix struct {
	composer
	order []*Box          // of rows and columns
	at    map[string]int  // the place of a party in it
	from  []float64       // where a place begins, in cells and gaps, for rows and columns alike
	form  form            // of the cells
	origo geom.Point      // the corner where rows and columns begin
	grid  *grid           // for what lights up
	pairs map[[2]int]int  // how many lines a cell holds
	nth   map[*Line]int   // which of them a line is, whatever stands out
	spans map[string]span // of the lanes, by name
}

// form is how large cells are; few parties leave room for words.
type form struct {
	w, h    float64
	worded  bool // cells say what and how much
	upright bool // names of columns stand up
	size    float64
}

func formFor(n int) form {
	switch {
	case n <= 8:
		return form{w: 168, h: 92, worded: true, size: style.SizeSmall}
	case n <= 24:
		return form{w: 48, h: 36, upright: true, size: style.SizeChip}
	default:
		return form{w: 34, h: 27, upright: true, size: style.SizeSmall}
	}
}

// span is the places of a lane.
type span struct {
	lane        *Lane
	first, last int
}

const (
	matrixGap  = 9.0   // between lanes
	matrixName = 170.0 // a longer name is cut; hovering says all of it
	stripWidth = 4.0   // of the hue of a lane, along its names
	laneRoom   = 20.0  // for the name of a lane
)

func newMatrix(d *Diagram, look Look, ruler *style.Ruler) *matrix {
	m := &matrix{
		composer: composer{
			brush: brush{pal: look.Palette, ruler: ruler, scale: math.Inf(1)}, d: d, look: look, scene: &Scene{},
			rects: map[string]geom.Rect{}, chips: map[string]chip{}, fanned: map[string]bool{},
		},
		at: map[string]int{}, form: formFor(len(d.Boxes)), pairs: map[[2]int]int{}, nth: map[*Line]int{}, spans: map[string]span{},
	}
	m.arrange()
	for i := range d.Lines {
		l := &d.Lines[i]
		_, one := m.at[l.From]
		_, two := m.at[l.To]
		if one && two {
			m.lines = append(m.lines, l)
			m.nth[l] = m.pairs[m.cellOf(l)]
			m.pairs[m.cellOf(l)]++
		}
	}
	m.measure()
	m.picking, m.ends = m.picks(), m.litEnds()
	return m
}

func (m *matrix) cellOf(l *Line) [2]int { return [2]int{m.at[l.From], m.at[l.To]} }

// arrange puts the parties into the order of the lanes; those of no lane come last.
func (m *matrix) arrange() {
	boxes := map[string]*Box{}
	for i := range m.d.Boxes {
		boxes[m.d.Boxes[i].ID] = &m.d.Boxes[i]
	}
	shift := 0.0
	take := func(b *Box) {
		if _, taken := m.at[b.ID]; !taken {
			m.at[b.ID] = len(m.order)
			m.order = append(m.order, b)
			m.from = append(m.from, shift)
		}
	}
	for i := range m.d.Lanes {
		l := &m.d.Lanes[i]
		first := len(m.order)
		for _, id := range l.Boxes {
			if b := boxes[id]; b != nil {
				take(b)
			}
		}
		if len(m.order) > first {
			m.spans[l.Name] = span{l, first, len(m.order) - 1}
			shift += matrixGap
		}
	}
	for i := range m.d.Boxes {
		take(&m.d.Boxes[i])
	}
}

// measure finds where cells begin, and the room of names.
func (m *matrix) measure() {
	widest := 0.0
	for _, b := range m.order {
		widest = max(widest, m.ruler.Width(m.name(b), style.SizeText, true))
	}
	m.origo = geom.Point{X: laneRoom + widest + 26, Y: laneRoom + widest + 26}
	if !m.form.upright {
		m.origo.Y = laneRoom + style.SizeText*style.LineHeight + 20
	}
	m.grid = &grid{rows: map[string]geom.Rect{}, columns: map[string]geom.Rect{}}
	end := m.end()
	for i, b := range m.order {
		cell := m.cell(i, i)
		m.rects[b.ID] = geom.Rect{Min: geom.Point{X: laneRoom, Y: cell.Min.Y}, Max: geom.Point{X: m.origo.X, Y: cell.Max.Y}}
		m.grid.rows[b.ID] = geom.Rect{Min: m.rects[b.ID].Min, Max: geom.Point{X: end.X, Y: cell.Max.Y}}
		m.grid.columns[b.ID] = geom.Rect{Min: geom.Point{X: cell.Min.X, Y: laneRoom}, Max: geom.Point{X: cell.Max.X, Y: end.Y}}
	}
}

// name is the name of a party as a head says it.
func (m *matrix) name(b *Box) string {
	most := matrixName
	if !m.form.upright {
		most = m.form.w - 16
	}
	return m.ruler.Fit(b.Name, style.SizeText, true, most)
}

// cell is the room of row i and column k.
func (m *matrix) cell(i, k int) geom.Rect {
	at := m.origo.Add(geom.Point{X: float64(k)*m.form.w + m.from[k], Y: float64(i)*m.form.h + m.from[i]})
	return geom.Rect{Min: at, Max: at.Add(geom.Point{X: m.form.w, Y: m.form.h})}
}

// end is the corner where the last row meets the last column.
func (m *matrix) end() geom.Point {
	if n := len(m.order); n > 0 {
		return m.cell(n-1, n-1).Max
	}
	return m.origo
}

// room is the part of its cell that a line has: the lines of a cell stand side by
// side, or below one another where there are words.
func (m *matrix) room(l *Line) geom.Rect {
	key := m.cellOf(l)
	r := m.cell(key[0], key[1]).Inset(2.5)
	n, i := float64(m.pairs[key]), float64(m.nth[l])
	if m.form.worded {
		h := (r.H() - 2*(n-1)) / n
		r.Min.Y += i * (h + 2)
		r.Max.Y = r.Min.Y + h
		return r
	}
	w := (r.W() - 2*(n-1)) / n
	r.Min.X += i * (w + 2)
	r.Max.X = r.Min.X + w
	return r
}

// explain lists what is to be explained of a matrix: what a line says by its width
// a cell says by a number.
func (m *matrix) explain() []Entry {
	entries := m.entries()
	for i := range entries {
		if entries[i].Sign == WidthSign {
			entries[i] = Entry{Sign: CountSign, Words: "so many ties"}
		}
	}
	return entries
}

// countWords is how many ties stand behind a line, as a cell says it.
func countWords(l *Line) string { return fmt.Sprint(len(l.Ties)) }
