package query

import (
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
)

// Facet is a property by which ties are filtered: of each, any of several values
// lets a tie pass, and none chosen lets all pass. Its name is that of its flag
// and of its filter.
type Facet string

// The facets.
const (
	ByKind        Facet = "kinds"
	ByBasis       Facet = "basis"
	ByLayer       Facet = "layers"
	ByRung        Facet = "rungs" // the status itself; the status filter takes it or better
	ByPartyKind   Facet = "party-kinds"
	BySource      Facet = "sources"
	BySourceKind  Facet = "source-kinds"
	ByReliability Facet = "reliability"
	ByConfidence  Facet = "confidence"
	ByAmount      Facet = "amounts"
	ByDispute     Facet = "disputed"

	// These two filter in their own way: of the first one word is chosen, and
	// takes what is better too; the second asks for two of a tie's parties.
	ByStatus Facet = "status"
	ByParty  Facet = "parties"
)

// NotRecorded is the value of a facet where nothing is recorded.
const NotRecorded = "not-recorded"

// Disputed and Undisputed are the values of ByDispute.
const (
	Disputed   = "yes"
	Undisputed = "no"
)

// facet is what the filter of a facet asks.
type facet struct {
	name Facet
	of   func(*data.Dataset, *resolve.State) []string // the values of a tie on the day
	ever func(*data.Dataset, *data.Tie) []string      // those it may have on some day; nil: of says it, nothing: any
	all  func(*data.Dataset) []string                 // every value there may be, in the order that people know
	get  func(*View) []string
	set  func(*View, []string)
}

// facets lists the facets in the order in which they filter.
func facets() []facet {
	return append(tieFacets(), sourceFacets()...)
}

// tieFacets ask about the tie itself.
func tieFacets() []facet {
	return []facet{
		{
			name: ByKind, of: func(_ *data.Dataset, s *resolve.State) []string { return []string{string(s.Tie.Kind)} },
			all: func(d *data.Dataset) []string {
				return texts(append(data.BuiltinKinds(), d.Kinds...), func(k data.Kind) data.KindID { return k.ID })
			},
			get: func(v *View) []string { return strs(v.Kinds) }, set: func(v *View, s []string) { v.Kinds = of[data.KindID](s) },
		},
		{
			name: ByBasis, of: basesOf,
			all: func(*data.Dataset) []string { return strs([]data.Basis{data.Contractual, data.Technical}) },
			get: chosenBases, set: chooseBases,
		},
		{
			name: ByLayer, of: func(d *data.Dataset, s *resolve.State) []string { return []string{string(d.LayerOf(s.Tie))} },
			all: func(d *data.Dataset) []string {
				return texts(append(data.BuiltinLayers(), d.Layers...), func(l data.Layer) data.LayerID { return l.ID })
			},
			get: func(v *View) []string { return strs(v.Layers) }, set: func(v *View, s []string) { v.Layers = of[data.LayerID](s) },
		},
		{
			name: ByRung, of: rungsOf, ever: rungsEver,
			all: func(*data.Dataset) []string { return append(strs(data.Statuses()), NotRecorded) },
			get: func(v *View) []string { return v.Rungs }, set: func(v *View, s []string) { v.Rungs = s },
		},
		{
			name: ByAmount, of: func(_ *data.Dataset, s *resolve.State) []string { return []string{Exactness(s)} }, ever: anything,
			all: func(*data.Dataset) []string { return []string{Exact, Ranged, Unknown, NotRecorded} },
			get: func(v *View) []string { return v.Amounts }, set: func(v *View, s []string) { v.Amounts = s },
		},
		{
			name: ByDispute, of: func(_ *data.Dataset, s *resolve.State) []string { return []string{dispute(s)} }, ever: anything,
			all: func(*data.Dataset) []string { return []string{Disputed, Undisputed} },
			get: func(v *View) []string { return v.Disputed }, set: func(v *View, s []string) { v.Disputed = s },
		},
		{
			name: ByPartyKind, of: partyKindsOf,
			all: func(*data.Dataset) []string { return strs(data.PartyKinds()) },
			get: func(v *View) []string { return strs(v.PartyKinds) }, set: func(v *View, s []string) { v.PartyKinds = of[data.PartyKind](s) },
		},
	}
}

// Facets lists the facets in the order in which they filter.
func Facets() []Facet {
	var names []Facet
	for _, f := range facets() {
		names = append(names, f.name)
	}
	return names
}

// passes returns what the filter of a facet lets through of which values are
// chosen.
func (f facet) passes(d *data.Dataset, v View) func(*resolve.State) bool {
	chosen := f.get(&v)
	return func(s *resolve.State) bool { return meets(f.of(d, s), chosen) }
}

// everPasses returns what it lets through on some day.
func (f facet) everPasses(d *data.Dataset, v View) func(*resolve.State) bool {
	if f.ever == nil {
		return f.passes(d, v)
	}
	chosen := f.get(&v)
	return func(s *resolve.State) bool {
		values := f.ever(d, s.Tie)
		return values == nil || meets(values, chosen)
	}
}

func (f facet) filter(d *data.Dataset, v View) filter {
	if len(f.get(&v)) == 0 {
		return filter{name: string(f.name), keep: func(ties []*resolve.State) []*resolve.State { return ties }}
	}
	return filter{name: string(f.name), keep: each(f.passes(d, v)), ever: each(f.everPasses(d, v))}
}

// noun names one value of the facet: kind, party kind.
func (f facet) noun() string {
	return strings.ReplaceAll(strings.TrimSuffix(string(f.name), "s"), "-", " ")
}

// facetOf returns a facet by its name.
func facetOf(name Facet) (facet, bool) {
	for _, f := range facets() {
		if f.name == name {
			return f, true
		}
	}
	return facet{}, false
}

// Values lists the values that a facet may have in a dataset, in the order that
// people know.
func Values(d *data.Dataset, name Facet) []string {
	if f, ok := facetOf(name); ok {
		return f.all(d)
	}
	return nil
}

// Chosen returns the values of a facet that let a tie pass; none: all do.
func (v View) Chosen(name Facet) []string {
	if f, ok := facetOf(name); ok {
		return f.get(&v)
	}
	return nil
}

// Choose returns the view with other values of a facet.
func (v View) Choose(name Facet, values ...string) View {
	if f, ok := facetOf(name); ok {
		f.set(&v, slices.Clone(values))
	}
	return v
}

// Toggle returns the view with a value of a facet chosen, or not any more.
func (v View) Toggle(name Facet, value string) View {
	chosen := slices.Clone(v.Chosen(name))
	if i := slices.Index(chosen, value); i >= 0 {
		return v.Choose(name, slices.Delete(chosen, i, i+1)...)
	}
	return v.Choose(name, append(chosen, value)...)
}

// Held returns the view without the values of facets that the dataset lacks, and
// those.
func (v View) Held(d *data.Dataset) (View, []string) {
	var lost []string
	for _, f := range facets() {
		var kept []string
		there := f.all(d)
		chosen := f.get(&v)
		for _, value := range chosen {
			if slices.Contains(there, value) {
				kept = append(kept, value)
			} else {
				lost = append(lost, value)
			}
		}
		if len(kept) < len(chosen) {
			f.set(&v, kept)
		}
	}
	return v, lost
}

// anything says that a tie may have any value on some day.
func anything(*data.Dataset, *data.Tie) []string { return nil }

func meets(values, chosen []string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(chosen, v) })
}

// strs and of turn typed words into plain ones and back.
func strs[T ~string](list []T) []string {
	return texts(list, func(t T) T { return t })
}

func of[T ~string](list []string) []T {
	var out []T
	for _, s := range list {
		out = append(out, T(s))
	}
	return out
}

func texts[R any, T ~string](list []R, text func(R) T) []string {
	var out []string
	for _, r := range list {
		out = append(out, string(text(r)))
	}
	return out
}
