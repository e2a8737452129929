package picture

import (
	"maps"
	"math"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/scene"
)

// Saved is a view with a name, and how it was looked at: a place that a person
// can come back to.
type Saved struct {
	ID, Title string
	View      View
	Selected  []scene.Ref // the one that the panel shows last
	Camera    *Camera     // nil: everything is fitted into the window
}

// Camera is which part of a picture was seen: what lay in the middle, how many
// units of the window a point took, and how large the map was, in units.
type Camera struct {
	Middle        geom.Point
	Zoom          float64
	Width, Height float64
}

// In returns the point at the top left and the zoom that show the same in a map
// of the given size, in units. In the same window they are the same to the last
// digit, though the legend below the map may take a row more or less by then; in
// another one as much is shown about the same middle.
func (c Camera) In(width, height float64) (geom.Point, float64) {
	const rows = 80 // of a legend, in units
	if math.Abs(width-c.Width) < 1 && math.Abs(height-c.Height) < rows {
		return c.Middle.Sub(geom.Point{X: c.Width, Y: c.Height}.Mul(0.5 / c.Zoom)), c.Zoom
	}
	zoom := c.Zoom * min(width/c.Width, height/c.Height)
	return c.Middle.Sub(geom.Point{X: width, Y: height}.Mul(0.5 / zoom)), zoom
}

// The keys of a saved view that are no facets, as the file has them.
const (
	keyAsOf        = "as_of"
	keyKnownOn     = "known_on"
	keyStatus      = "status"
	keyParties     = "parties"
	keyFocus       = "focus"
	keyHops        = "hops"
	keyDirection   = "direction"
	keyProducts    = "products"
	keyDim         = "dim"
	keyEnded       = "ended"
	keySince       = "since"
	keyHide        = "hide"
	keyArrangement = "arrangement"
	keyRoles       = "roles"
	keyEngine      = "engine"
	keyRanks       = "ranks"
	keyFanned      = "fanned"
	keyPins        = "pins"
	keyPlaces      = "places"
	keySelected    = "selected"
	keyCamera      = "camera"
)

// facetKey is the key of a facet: its name, spelled like the other keys.
func facetKey(f query.Facet) string { return strings.ReplaceAll(string(f), "-", "_") }

// Record is the saved view as a file keeps it. What says nothing is left out, but
// for the day.
func (s Saved) Record() data.SavedView {
	v, r := s.View, record{}
	r.put(keyAsOf, v.AsOf.String())
	if v.KnownOn != data.MaxDay {
		r.put(keyKnownOn, v.KnownOn.String())
	}
	if v.Status != query.StatusDefault {
		r.put(keyStatus, v.Status)
	}
	for _, f := range query.Facets() {
		r.texts(facetKey(f), v.View.Chosen(f))
	}
	r.texts(keyParties, texts(v.Parties))
	if v.Focus != "" {
		r.put(keyFocus, string(v.Focus))
		r[keyHops] = number(float64(v.Hops))
		r.put(keyDirection, string(v.View.Direction))
	}
	if v.Products {
		r[keyProducts] = true
	}
	if v.Dim {
		r[keyDim] = true
	}
	r.put(keyEnded, string(v.Ended))
	if v.Since != 0 {
		r.put(keySince, v.Since.String())
	}
	hide := record{}
	hide.texts("parties", texts(v.Hide.Parties))
	hide.texts("ties", texts(v.Hide.Ties))
	if len(hide) > 0 {
		r[keyHide] = map[string]any(hide)
	}
	if v.Arranged() != Web {
		r.put(keyArrangement, string(v.Arranged()))
	}
	if v.Roles {
		r[keyRoles] = true
	}
	r.put(keyEngine, string(v.Engine))
	r.put(keyRanks, v.Direction)
	r.put(keyFanned, v.Fanned)
	r.places(keyPins, v.Pins)
	r.places(keyPlaces, v.Kept)
	var selected []string
	for _, ref := range s.Selected {
		selected = append(selected, ref.ID)
	}
	r.texts(keySelected, selected)
	if c := s.Camera; c != nil {
		r[keyCamera] = map[string]any{
			"middle": point(c.Middle), "zoom": exact(c.Zoom), "width": number(c.Width), "height": number(c.Height),
		}
	}
	return data.SavedView{ID: s.ID, Title: s.Title, Rest: r}
}

// ReadSaved reads a saved view of a dataset. What it does not say is as the
// dataset opens with. What the dataset lacks by now, and what cannot be read, is
// left out and named.
func ReadSaved(d *data.Dataset, from data.SavedView, today data.Day) (s Saved, lost []string) {
	r := &reading{rest: maps.Clone(from.Rest)}
	s = Saved{ID: from.ID, Title: from.Title, View: View{View: query.Default(d, today)}}
	v := &s.View
	r.day(keyAsOf, &v.AsOf)
	r.day(keyKnownOn, &v.KnownOn)
	r.word(keyStatus, &v.Status, query.Statuses())
	for _, f := range query.Facets() {
		if values := r.list(facetKey(f)); len(values) > 0 {
			v.View = v.Choose(f, values...)
		}
	}
	v.Parties = ids[data.PartyID](r.list(keyParties))
	v.Focus = data.PartyID(r.text(keyFocus))
	r.count(keyHops, &v.Hops)
	r.word(keyDirection, (*string)(&v.View.Direction), texts(query.Directions()))
	v.Products, v.Dim, v.Roles = r.truth(keyProducts), r.truth(keyDim), r.truth(keyRoles)
	r.word(keyEnded, (*string)(&v.Ended), []string{string(query.EndedDimmed), string(query.EndedHidden)})
	r.day(keySince, &v.Since)
	hide := r.inner(keyHide)
	v.Hide.Parties, v.Hide.Ties = ids[data.PartyID](hide.list("parties")), ids[data.TieID](hide.list("ties"))
	r.word(keyArrangement, (*string)(&v.Arrangement), texts(Arrangements()))
	r.word(keyEngine, (*string)(&v.Engine), texts(layout.Engines))
	r.word(keyRanks, &v.Direction, []string{"TB", "LR", "BT", "RL"})
	v.Fanned = r.text(keyFanned)
	v.Pins, v.Kept = r.places(keyPins), r.places(keyPlaces)
	for _, id := range r.list(keySelected) {
		if ref, ok := refOf(d, id); ok {
			s.Selected = append(s.Selected, ref)
		} else {
			lost = append(lost, id)
		}
	}
	s.Camera = r.camera()
	known, more := v.Known(d)
	s.View = known
	lost = append(append(lost, more...), r.wrong...)
	slices.Sort(lost)
	return s, slices.Compact(lost)
}

// refOf finds the record of an id: they share one scope.
func refOf(d *data.Dataset, id string) (scene.Ref, bool) {
	switch {
	case d.Party(data.PartyID(id)) != nil:
		return scene.Ref{Kind: scene.Party, ID: id}, true
	case d.Tie(data.TieID(id)) != nil:
		return scene.Ref{Kind: scene.Tie, ID: id}, true
	case d.Source(data.SourceID(id)) != nil:
		return scene.Ref{Kind: scene.Source, ID: id}, true
	case d.Note(data.NoteID(id)) != nil:
		return scene.Ref{Kind: scene.Note, ID: id}, true
	default:
		return scene.Ref{}, false
	}
}

func texts[T ~string](list []T) []string { return ids[string](list) }

func ids[T, F ~string](list []F) []T {
	var out []T
	for _, x := range list {
		out = append(out, T(x))
	}
	return out
}
