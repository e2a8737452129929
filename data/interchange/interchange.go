// Package interchange writes the data of a view for other programs: tables,
// graphs and bibliographies. It must not know of files, of drawing or of any
// user interface, and takes no words from one: what it writes is for machines,
// the same bytes each time and the same in every language.
//
// Rules that all formats share:
//
// Lines. A tie is one line; a tie with further parties is one line for each
// party on the side of from, in the order of the file, all with the tie's id as
// an attribute. Ends are the parties that the file names, never their owners.
// Parties, ties, notes, sources and statements stand by id.
//
// Readings. Where sources disagree the readings stand beside each other, joined
// by " | "; nothing is averaged or chosen.
//
// Times. start and end are as the sources write them. start_first, start_last,
// end_first and end_last are the earliest and the latest day that each may be,
// over all readings; they are empty where the side is open or not stated. A
// spell, where a format has them, runs from start_first to end_last: all days on
// which the dates allow that the tie is in force, the last one included. Status
// is an attribute and shortens no spell.
//
// What counts. Statements that are not yet known or not yet effective on the
// days of the view are no part of it.
//
// Links are written when they are http, https or mailto, else left out.
package interchange

import (
	"fmt"
	"strings"

	"entangle/data/query"
	"entangle/data/resolve"
)

// Format is a way to write a view.
type Format struct {
	Name  string // as in --format, and the ending of the file
	Words string // what it is, for a dialog
}

// Formats lists the formats that Write knows.
func Formats() []Format {
	return []Format{
		{"json", "everything in view, for scripts"},
		{"csv", "table of the ties, for spreadsheets"},
		{"graphml", "graph with attributes, for yEd, Cytoscape, networkx"},
		{"gexf", "graph in time, for Gephi"},
		{"bib", "sources as BibTeX"},
		{"csl.json", "sources as CSL-JSON, for Zotero and pandoc"},
	}
}

// Write writes the view r of a web in one of the formats; csv is the table of
// the ties. The error says that the format is unknown.
func Write(format string, web *resolve.Web, r *query.Result) ([]byte, error) {
	d := web.Dataset()
	switch format {
	case "json":
		return JSON(viewOf(d, r))
	case "csv":
		return tiesTable(d, r).csv()
	case "graphml":
		return graphML(d, r)
	case "gexf":
		return gexf(d, r)
	case "bib":
		return bibTeX(d, r), nil
	case "csl.json":
		return cslJSON(d, r)
	}
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return nil, fmt.Errorf("no view can be written as %q; write %s", format, strings.Join(names, ", "))
}
