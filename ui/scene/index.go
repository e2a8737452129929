package scene

import (
	"slices"
	"sync"
	"sync/atomic"

	"entangle/layout/geom"
)

// index finds what lies at a place, and what belongs to a record, without going
// through the whole scene. It never changes.
type index struct {
	under   *tree // the bounds of the marks below the lines, and above them
	between *tree
	boxes   *tree
	chips   *tree
	runs    *runs   // of the placement; nil where nothing is placed
	drawn   []int32 // the line of the scene that draws a placed one, below 0 for none
	loose   []int32 // the lines that run elsewhere than any placed one, as those that are fanned out

	boxOf  map[string]int32 // by party
	chipOf map[Ref]int32
	lineOf map[Ref]int32
	next   []int32 // the next line of the same record, below 0 for none
}

// indexed gives a scene that is complete otherwise its index. It is made when
// somebody asks for a place or a record: a picture of the whole needs none.
func (s *Scene) indexed() *Scene {
	made := new(atomic.Bool)
	s.found = made.Load
	s.index = sync.OnceValue(func() *index {
		defer made.Store(true)
		return s.newIndex()
	})
	return s
}

// Found says whether places and records are found at once, and not after a tenth of a
// second in which a huge web is gone through. It may be called from anywhere.
func (s *Scene) Found() bool { return s.found == nil || s.found() }

// Ready makes what finding a place or a record takes, so that the first who asks
// need not wait for it. It may be called from anywhere.
func (s *Scene) Ready() {
	if s.index != nil {
		s.index()
	}
}

func (s *Scene) newIndex() *index {
	x := &index{
		boxOf: make(map[string]int32, len(s.boxes)), chipOf: make(map[Ref]int32, len(s.chips)), lineOf: make(map[Ref]int32, len(s.lines)), next: make([]int32, len(s.lines)),
		under:   rectsOf(len(s.under), func(i int) geom.Rect { return s.under[i].Bounds }),
		between: rectsOf(len(s.between), func(i int) geom.Rect { return s.between[i].Bounds }),
		boxes:   rectsOf(len(s.boxes), func(i int) geom.Rect { return s.boxes[i].rect }),
		chips:   rectsOf(len(s.chips), func(i int) geom.Rect { return s.chips[i].rect }),
	}
	for i, b := range s.boxes {
		if _, twice := x.boxOf[b.ref.ID]; !twice {
			x.boxOf[b.ref.ID] = int32(i)
		}
	}
	for i, c := range s.chips {
		if _, twice := x.chipOf[c.ref]; !twice {
			x.chipOf[c.ref] = int32(i)
		}
	}
	if s.ground != nil {
		x.runs, x.drawn = s.ground.runs(), make([]int32, len(s.ground.placed.Lines))
		for i := range x.drawn {
			x.drawn[i] = -1
		}
	}
	for i := len(s.lines) - 1; i >= 0; i-- {
		l := &s.lines[i]
		x.next[i] = -1
		if after, ok := x.lineOf[l.Ref()]; ok {
			x.next[i] = after
		}
		x.lineOf[l.Ref()] = int32(i)
		if l.placed < 0 || x.runs == nil {
			x.loose = append(x.loose, int32(i))
		} else {
			x.drawn[l.placed] = int32(i)
		}
	}
	return x
}

func rectsOf(n int, rect func(i int) geom.Rect) *tree {
	rects := make([]narrow, n)
	for i := range rects {
		rects[i] = narrowed(rect(i))
	}
	return newTree(rects)
}

// linesNear lists the lines that may run through an area, in the order of painting.
func (x *index) linesNear(area geom.Rect) []int32 {
	near := slices.Clone(x.loose)
	if x.runs != nil {
		x.runs.pieces.meet(area, func(piece int) {
			if i := x.drawn[x.runs.line[piece]]; i >= 0 {
				near = append(near, i)
			}
		})
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// topmost finds the last one at a point, -1 for none.
func topmost(t *tree, p geom.Point, rect func(i int) geom.Rect) int {
	found := -1
	t.meet(geom.Rect{Min: p, Max: p}, func(i int) {
		if i > found && rect(i).Contains(p) {
			found = i
		}
	})
	return found
}

// linesOf lists the lines that stand for a record.
func (s *Scene) linesOf(ref Ref) []*drawnLine {
	if s.index == nil {
		return nil
	}
	var out []*drawnLine
	x := s.index()
	for i, ok := x.lineOf[ref]; ok && i >= 0; i = x.next[i] {
		out = append(out, &s.lines[i])
	}
	return out
}

// chipOf returns the label of a line.
func (s *Scene) chipOf(ref Ref) (*drawnChip, bool) {
	i, ok := s.index().chipOf[ref]
	if !ok {
		return nil, false
	}
	return &s.chips[i], true
}
