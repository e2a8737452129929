package picture

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// roles keeps the parties of each lane of the stack together in the web, in a
// frame with the name of what they are.
func (s *Subject) roles(d *scene.Diagram) {
	lanes := query.Lanes(s.Dataset)
	members := map[data.LayerID][]data.PartyID{}
	for _, n := range s.Placed.Nodes {
		layer := lanes[n.Party].Layer
		members[layer] = append(members[layer], n.Party)
	}
	for i := range d.Boxes {
		d.Boxes[i].Frame = "role " + string(lanes[data.PartyID(d.Boxes[i].ID)].Layer)
	}
	for _, layer := range append(s.upsideDown(), sides[:]...) {
		if len(members[layer]) > 0 {
			l := s.lane(layer, members[layer], layout.Middle)
			l.Frame, l.Name = true, s.role(layer)
			d.Lanes = append(d.Lanes, l)
		}
	}
}

// role is what the parties of a lane are called.
func (s *Subject) role(layer data.LayerID) string {
	switch layer {
	case "":
		return "customers and users"
	case data.LayerFab:
		return "fabs"
	case data.LayerChips:
		return "chip makers"
	case data.LayerCloud:
		return "clouds"
	case data.LayerModels:
		return "labs"
	case data.LayerDistribution:
		return "distributors"
	case data.LayerCapital:
		return "investors"
	case data.LayerRights:
		return "partners"
	default:
		return words.Plain(words.Layer(s.Dataset, layer))
	}
}

// Unframed says that some lanes or roles have no frame.
func Unframed(n int) string {
	return words.Count(n, "group") + " without a frame, since other boxes stand among its own."
}
