package words

import (
	"fmt"
	"strings"

	"entangle/data"
	"entangle/data/query"
)

// Facet names a property by which ties are filtered, as a heading.
func Facet(f query.Facet) string {
	return map[query.Facet]string{
		query.ByStatus: "Status, this or better", query.ByKind: "Kind of tie", query.ByBasis: "Basis", query.ByLayer: "Layer",
		query.ByRung: "The status itself", query.ByPartyKind: "Kind of party", query.BySource: "Source", query.BySourceKind: "Kind of source",
		query.ByReliability: "Reliability of the source", query.ByConfidence: "Confidence in the claim", query.ByAmount: "Amount",
		query.ByDispute: "Disagreement", query.ByParty: "Between these parties",
	}[f]
}

// Filter names what hides a tie: by status, by the choice of parties.
func Filter(name string) string {
	switch query.Facet(name) {
	case query.ByParty:
		return "choice of parties"
	case query.ByDispute:
		return "disagreement"
	case query.ByReliability, query.ByConfidence, query.ByBasis, query.ByStatus:
		return name
	case query.ByRung:
		return "exact status"
	case query.ByPartyKind:
		return "kind of party"
	case query.BySourceKind:
		return "kind of source"
	}
	return strings.TrimPrefix(strings.TrimSuffix(name, "s"), "by ")
}

// HiddenLine says what the filters hide and which of them does: 12 ties and 3
// parties are hidden (10 by status, 2 by kinds). It is "" for nothing.
func HiddenLine(h query.Hidden) string {
	if h.Ties == 0 && h.Parties == 0 {
		return ""
	}
	var by []string
	for _, r := range h.By {
		by = append(by, fmt.Sprintf("%s by %s", Number(float64(r.Ties)), r.Filter))
	}
	verb := "are"
	if h.Ties == 1 && h.Parties == 0 {
		verb = "is"
	}
	what := Count(h.Ties, "tie")
	if h.Parties > 0 {
		what += " and " + Count(h.Parties, "party")
	}
	return what + " " + verb + " hidden (" + strings.Join(by, ", ") + ")"
}

// Hides tells how much each filter hides: 20 by kind and 13 by choice of
// parties. It is "" for nothing.
func Hides(by []query.Reason) string {
	var parts []string
	for _, r := range by {
		parts = append(parts, Number(float64(r.Ties))+" by "+Filter(r.Filter))
	}
	return List(parts)
}

// Way says which way a focus looks along the arrows; both ways need no word.
func Way(d query.Direction) string {
	return map[query.Direction]string{query.Out: " out", query.In: " in"}[d]
}

// Value names a value of a facet as it is shown.
func Value(d *data.Dataset, f query.Facet, value string) string {
	if value == query.NotRecorded {
		return NotRecorded
	}
	switch f {
	case query.ByKind:
		return Plain(Kind(d, data.KindID(value)))
	case query.ByLayer:
		return Plain(Layer(d, data.LayerID(value)))
	case query.ByPartyKind:
		return data.PartyKind(value).Words()
	case query.ByParty:
		return Plain(Party(d, data.PartyID(value)))
	case query.BySource:
		if src := d.Source(data.SourceID(value)); src != nil {
			return Plain(src.Title)
		}
	case query.ByDispute:
		return map[string]string{query.Disputed: "sources disagree", query.Undisputed: "sources agree, or only one speaks"}[value]
	case query.ByRung:
		if data.Status(value) == data.Absent {
			return "absent, say the sources"
		}
		return Status(data.Status(value))
	case query.ByStatus:
		return map[string]string{
			query.StatusAll: "everything, absences too", query.StatusInForce: "in force on the day", string(data.Rumoured): "rumoured, or better",
		}[value] + rungOrBetter(value)
	case query.ByReliability:
		return value + map[string]string{"A": ", the best", "F": ", cannot be judged"}[value]
	case query.ByConfidence:
		return value + map[string]string{"1": ", the surest", "6": ", cannot be judged"}[value]
	}
	return strings.ReplaceAll(value, "-", " ")
}

func rungOrBetter(value string) string {
	switch value {
	case query.StatusAll, query.StatusInForce, string(data.Rumoured):
		return ""
	}
	return Status(data.Status(value)) + ", or better"
}
