package picture

import (
	"cmp"
	"math"
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Rows of one lane are nearer to one another than lanes are.
const (
	rowStep  = 1
	laneStep = 2
)

// seat is the place of a party in the stack.
type seat struct {
	row  int
	side layout.Side
}

// stack puts the boxes of a diagram into lanes: the layers of the stack from the
// top down, customers above them, capital and rights at the sides. Rows are
// shared out among all that are placed, whatever is drawn on the day.
func (s *Subject) stack(d *scene.Diagram) {
	lanes := query.Lanes(s.Dataset)
	seats, members := s.seats(lanes)
	for i := range d.Boxes {
		b := &d.Boxes[i]
		at := seats[data.PartyID(b.ID)]
		b.Row, b.Side = at.row, at.side
		if also := s.also(lanes[data.PartyID(b.ID)]); also != "" {
			b.Word += " · also " + also
		}
	}
	for _, layer := range s.upsideDown() {
		if len(members[layer]) > 0 {
			d.Lanes = append(d.Lanes, s.lane(layer, members[layer], layout.Middle))
		}
	}
	for side, layer := range sides {
		if len(members[layer]) > 0 {
			d.Lanes = append(d.Lanes, s.lane(layer, members[layer], layout.Side(2*side-1)))
		}
	}
}

// sides are the layers beside the stack, before and behind it.
var sides = [2]data.LayerID{data.LayerCapital, data.LayerRights}

// upsideDown lists the layers of the stack from the top down, customers first.
func (s *Subject) upsideDown() []data.LayerID {
	layers := append(query.StackOf(s.Dataset), "")
	slices.Reverse(layers)
	return layers
}

// seats gives every party that is placed a row, those of a lane with the most
// lines the lowest, and lists the parties of every lane.
func (s *Subject) seats(lanes map[data.PartyID]query.Lane) (map[data.PartyID]seat, map[data.LayerID][]data.PartyID) {
	members, lines := map[data.LayerID][]data.PartyID{}, map[data.PartyID]int{}
	for i := range s.Placed.Bundles {
		lines[s.Placed.Bundles[i].From]++
		lines[s.Placed.Bundles[i].To]++
	}
	for _, n := range s.Placed.Nodes {
		layer := lanes[n.Party].Layer
		members[layer] = append(members[layer], n.Party)
	}
	out := map[data.PartyID]seat{}
	wide, row := perRow(members), 1
	var rows []int
	for _, layer := range s.upsideDown() {
		slices.SortStableFunc(members[layer], func(a, b data.PartyID) int { return cmp.Compare(lines[a], lines[b]) })
		for k, part := range split(members[layer], wide) {
			if k > 0 {
				row += rowStep
			}
			rows = append(rows, row)
			for _, id := range part {
				out[id] = seat{row: row}
			}
		}
		if len(members[layer]) > 0 {
			row += laneStep
		}
	}
	for side, layer := range sides {
		beside(out, members[layer], rows, layout.Side(2*side-1))
	}
	return out, members
}

// also names the other layers in which a party supplies something.
func (s *Subject) also(l query.Lane) string {
	var names []string
	for _, layer := range l.Also {
		names = append(names, words.Plain(words.Layer(s.Dataset, layer)))
	}
	return words.List(names)
}

func (s *Subject) lane(layer data.LayerID, parties []data.PartyID, side layout.Side) scene.Lane {
	l := scene.Lane{Layer: layer, Side: side, Name: "customers and users"}
	if layer != "" {
		l.Name = words.Plain(words.Layer(s.Dataset, layer))
	}
	for _, id := range parties {
		l.Boxes = append(l.Boxes, string(id))
	}
	return l
}

// perRow is how many boxes of a lane stand in a row at most: about as many as
// make the whole half as high again as it is wide, or less.
func perRow(members map[data.LayerID][]data.PartyID) int {
	n := 0
	for layer, parties := range members {
		if layer != data.LayerCapital && layer != data.LayerRights {
			n = max(n, len(parties))
		}
	}
	return max(4, int(math.Ceil(math.Sqrt(2.5*float64(n)))))
}

// split cuts a lane into rows of about equal length, none longer than most.
func split(parties []data.PartyID, most int) [][]data.PartyID {
	rows := (len(parties) + most - 1) / most
	out := make([][]data.PartyID, 0, rows)
	for k := range rows {
		out = append(out, parties[k*len(parties)/rows:(k+1)*len(parties)/rows])
	}
	return out
}

// beside deals the parties of a side out over the rows of the stack.
func beside(out map[data.PartyID]seat, parties []data.PartyID, rows []int, side layout.Side) {
	for i, id := range parties {
		row := i + 1
		if len(rows) > 0 {
			row = rows[(2*i+1)*len(rows)/(2*len(parties))]
		}
		out[id] = seat{row, side}
	}
}

// stackGraph asks for the rows that the boxes have: dot alone can do so. Wide
// stacks are given height, so that they fill a page.
func stackGraph(d *scene.Diagram) layout.Graph {
	o := layout.Options{Engine: layout.Dot, Direction: "TB", NodeSep: 56, RankSep: 105}
	if len(d.Boxes) > stackBoxes {
		o.RankSep = 150
	}
	return d.Graph(o)
}
