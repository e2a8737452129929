package command

import (
	"entangle/data"
	"entangle/data/query"
)

// coverageShape is the coverage of a dataset, and where it is thin.
type coverageShape struct {
	query.Coverage
	StaleAfter int                       `json:"stale_after_days"`
	Gaps       map[string][]data.TieID   `json:"gaps"` // ties by name of the gap
	Parties    []gapCounts[data.PartyID] `json:"by_party"`
	Kinds      []gapCounts[data.KindID]  `json:"by_kind"`
	Sources    []sourceCoverage          `json:"by_source"`
}

// gapCounts counts ties, and of them those with each gap.
type gapCounts[ID ~string] struct {
	ID           ID  `json:"id"`
	Ties         int `json:"ties"`
	SingleSource int `json:"single_source"`
	Uncited      int `json:"uncited"`
	Undated      int `json:"undated"`
	Disputed     int `json:"disputed"`
	Stale        int `json:"stale"`
}

// sourceCoverage is what a source says on the day.
type sourceCoverage struct {
	gapCounts[data.SourceID]
	Dated      bool `json:"dated"`
	Statements int  `json:"statements"`
	Unplaced   int  `json:"without_locator"`
}

func coverageOf(c query.Coverage, t *query.Thinness) *coverageShape {
	shape := &coverageShape{
		Coverage: c, StaleAfter: t.StaleAfter, Gaps: map[string][]data.TieID{},
		Parties: []gapCounts[data.PartyID]{}, Kinds: []gapCounts[data.KindID]{}, Sources: []sourceCoverage{},
	}
	names := map[query.Gap]string{
		query.SingleSourced: "single_source", query.Uncited: "uncited", query.Undated: "undated", query.Torn: "disputed", query.Stale: "stale",
	}
	for g, name := range names {
		shape.Gaps[name] = listOf(t.Ties[g])
	}
	for _, p := range t.Parties {
		shape.Parties = append(shape.Parties, countsOf(p.Party, p.Thin))
	}
	for _, k := range t.Kinds {
		shape.Kinds = append(shape.Kinds, countsOf(k.Kind, k.Thin))
	}
	for _, s := range t.Sources {
		shape.Sources = append(shape.Sources, sourceCoverage{countsOf(s.Source, s.Thin), s.Dated, s.Statements, s.Unplaced})
	}
	return shape
}

func countsOf[ID ~string](id ID, t query.Thin) gapCounts[ID] {
	return gapCounts[ID]{
		id, t.Ties, t.With[query.SingleSourced], t.With[query.Uncited], t.With[query.Undated], t.With[query.Torn], t.With[query.Stale],
	}
}
