package interchange

import (
	"encoding/xml"
	"strconv"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// gexfFile is a file of GEXF 1.3 (gexf.net).
type gexfFile struct {
	XMLName xml.Name  `xml:"gexf"`
	Space   string    `xml:"xmlns,attr"`
	Version string    `xml:"version,attr"`
	Meta    gexfMeta  `xml:"meta"`
	Graph   gexfGraph `xml:"graph"`
}

type gexfMeta struct {
	Creator     string `xml:"creator"`
	Description string `xml:"description"`
}

type gexfGraph struct {
	Type       string           `xml:"defaultedgetype,attr"`
	Mode       string           `xml:"mode,attr"`
	Format     string           `xml:"timeformat,attr"`
	Times      string           `xml:"timerepresentation,attr"`
	Attributes []gexfAttributes `xml:"attributes"`
	Nodes      []gexfNode       `xml:"nodes>node"`
	Edges      []gexfEdge       `xml:"edges>edge"`
}

// gexfAttributes declares the attributes of nodes or edges.
type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	Mode  string          `xml:"mode,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string     `xml:"id,attr"`
	Label  string     `xml:"label,attr"`
	Values gexfValues `xml:"attvalues"`
}

type gexfEdge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Label  string      `xml:"label,attr,omitempty"`
	Kind   string      `xml:"kind,attr,omitempty"`
	Values gexfValues  `xml:"attvalues"`
	Spells *gexfSpells `xml:"spells"` // nil: at all times
}

type gexfValues struct {
	List []gexfValue `xml:"attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfSpells struct {
	List []gexfSpell `xml:"spell"`
}

// gexfSpell is a time; a side that is left out is open. The end belongs to it.
type gexfSpell struct {
	Start string `xml:"start,attr,omitempty"`
	End   string `xml:"end,attr,omitempty"`
}

// gexf writes the view as GEXF with a spell for every line whose tie has a start
// or an end. Parties have no dates, and so no spells: they are there at all
// times.
func gexf(d *data.Dataset, r *query.Result) ([]byte, error) {
	node := partyAttributes(&data.Party{})
	fields := amountFields(r)
	edge := tieAttributes(d, noTie(), fields)
	f := gexfFile{
		Space: "http://gexf.net/1.3", Version: "1.3", Meta: gexfMeta{"Entangle", describe(d, r)},
		Graph: gexfGraph{Type: "directed", Mode: "dynamic", Format: "date", Times: "interval", Attributes: []gexfAttributes{
			{"node", "static", gexfDeclared(node)}, {"edge", "static", gexfDeclared(edge)},
		}},
	}
	for _, id := range r.Parties {
		p := partyOf(d, id)
		f.Graph.Nodes = append(f.Graph.Nodes, gexfNode{string(id), p.Name, gexfSaid(partyAttributes(p))})
	}
	for _, l := range lines(r) {
		f.Graph.Edges = append(f.Graph.Edges, gexfEdge{
			ID: l.id, Source: string(l.from), Target: string(l.to), Label: l.state.Tie.Title, Kind: string(l.state.Tie.Kind),
			Values: gexfSaid(tieAttributes(d, l.state, fields)), Spells: spellsOf(l.state),
		})
	}
	return inXML(f)
}

// spellsOf returns the time that the dates of a tie allow it to be in force, nil
// when they set no limit.
func spellsOf(s *resolve.State) *gexfSpells {
	spell := gexfSpell{spanOf(s.Start).first, spanOf(s.End).last}
	if spell == (gexfSpell{}) {
		return nil
	}
	return &gexfSpells{[]gexfSpell{spell}}
}

// describe says what the file shows.
func describe(d *data.Dataset, r *query.Result) string {
	text := "as of " + r.View.AsOf.String()
	if d.Title != "" {
		text = d.Title + ", " + text
	}
	if r.View.KnownOn != data.MaxDay {
		text += ", as known on " + r.View.KnownOn.String()
	}
	if r.Hidden.Ties > 0 {
		text += "; ties hidden by the filters: " + strconv.Itoa(r.Hidden.Ties)
	}
	return text
}

func gexfDeclared(attributes []attribute) []gexfAttribute {
	list := make([]gexfAttribute, len(attributes))
	for i, a := range attributes {
		list[i] = gexfAttribute{a.name, a.name, a.typed("string", "double")}
	}
	return list
}

func gexfSaid(attributes []attribute) gexfValues {
	var v gexfValues
	for _, a := range attributes {
		if a.value != "" {
			v.List = append(v.List, gexfValue{a.name, a.value})
		}
	}
	return v
}
