package interchange

import (
	"bytes"
	"encoding/xml"

	"entangle/data"
	"entangle/data/query"
)

// graphMLFile is a file of GraphML (graphml.graphdrawing.org).
type graphMLFile struct {
	XMLName xml.Name     `xml:"graphml"`
	Space   string       `xml:"xmlns,attr"`
	Keys    []graphMLKey `xml:"key"`
	Graph   graphMLGraph `xml:"graph"`
}

// graphMLKey declares an attribute.
type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"` // graph, node or edge
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLGraph struct {
	ID    string        `xml:"id,attr"`
	Edges string        `xml:"edgedefault,attr"`
	Data  []graphMLData `xml:"data"`
	Nodes []graphMLNode `xml:"node"`
	Lines []graphMLEdge `xml:"edge"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// graphML writes the view as GraphML. An attribute of which nothing is said is
// left out.
func graphML(d *data.Dataset, r *query.Result) ([]byte, error) {
	whole := graphAttributes(d, r)
	f := graphMLFile{
		Space: "http://graphml.graphdrawing.org/xmlns",
		Graph: graphMLGraph{ID: "view", Edges: "directed", Data: said("graph", whole)},
	}
	f.declare("graph", whole)
	f.declare("node", partyAttributes(&data.Party{}))
	fields := amountFields(r)
	f.declare("edge", tieAttributes(d, noTie(), fields))
	for _, id := range r.Parties {
		p := partyOf(d, id)
		f.Graph.Nodes = append(f.Graph.Nodes, graphMLNode{string(id), said("node", partyAttributes(p))})
	}
	for _, l := range lines(r) {
		f.Graph.Lines = append(f.Graph.Lines, graphMLEdge{l.id, string(l.from), string(l.to), said("edge", tieAttributes(d, l.state, fields))})
	}
	return inXML(f)
}

// declare adds the keys of attributes.
func (f *graphMLFile) declare(of string, attributes []attribute) {
	for _, a := range attributes {
		f.Keys = append(f.Keys, graphMLKey{of + "." + a.name, of, a.name, a.typed("string", "double")})
	}
}

// said writes the attributes of which something is said.
func said(of string, attributes []attribute) []graphMLData {
	var list []graphMLData
	for _, a := range attributes {
		if a.value != "" {
			list = append(list, graphMLData{of + "." + a.name, a.value})
		}
	}
	return list
}

// partyOf returns a party; one that the dataset lacks has its id alone.
func partyOf(d *data.Dataset, id data.PartyID) *data.Party {
	if p := d.Party(id); p != nil {
		return p
	}
	return &data.Party{ID: id, Name: string(id)}
}

// inXML writes a value as an XML file. encoding/xml keeps text text, and puts
// U+FFFD in the place of what XML cannot hold.
func inXML(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
