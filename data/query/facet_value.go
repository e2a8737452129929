package query

import (
	"slices"
	"strconv"

	"entangle/data"
	"entangle/data/resolve"
)

// basesOf gives a tie of both bases each of them.
func basesOf(d *data.Dataset, s *resolve.State) []string {
	basis := d.BasisOf(s.Tie)
	if basis == data.BothBases {
		return strs([]data.Basis{data.Contractual, data.Technical})
	}
	return []string{string(basis)}
}

func chosenBases(v *View) []string {
	if v.Basis == "" || v.Basis == data.BothBases {
		return nil
	}
	return []string{string(v.Basis)}
}

// chooseBases chooses a basis; both together let everything pass, as none does.
func chooseBases(v *View, s []string) {
	v.Basis = ""
	if len(s) == 1 {
		v.Basis = data.Basis(s[0])
	}
}

func rungsOf(_ *data.Dataset, s *resolve.State) []string {
	var out []string
	for _, r := range s.Status {
		out = append(out, string(r.Value))
	}
	if len(out) == 0 {
		return []string{NotRecorded}
	}
	return out
}

// rungsEver lists the status of each statement; on some day it may be the only
// one, and so may be one that gives none.
func rungsEver(_ *data.Dataset, t *data.Tie) []string {
	out := []string{}
	for i := range t.Statements {
		if s := t.Statements[i].Status; s != "" {
			out = append(out, string(s))
		} else {
			out = append(out, NotRecorded)
		}
	}
	return out
}

// partyKindsOf lists what the parties of a tie are, and what their firms are.
func partyKindsOf(d *data.Dataset, s *resolve.State) []string {
	var out []string
	for _, id := range s.Tie.Parties() {
		for _, p := range []*data.Party{d.Party(id), d.Party(d.Top(id))} {
			if p != nil && !slices.Contains(out, string(p.Kind)) {
				out = append(out, string(p.Kind))
			}
		}
	}
	return out
}

// dispute says whether sources disagree about a tie.
func dispute(s *resolve.State) string {
	if s.IsDisputed() {
		return Disputed
	}
	return Undisputed
}

// sourceFacets ask about what is said of a tie and by whom.
func sourceFacets() []facet {
	sources := func(d *data.Dataset) []string {
		return texts(d.Sources, func(s data.Source) data.SourceID { return s.ID })
	}
	grades := func(*data.Dataset) []string { return append([]string{"A", "B", "C", "D", "E", "F"}, NotRecorded) }
	sureness := func(*data.Dataset) []string { return append([]string{"1", "2", "3", "4", "5", "6"}, NotRecorded) }
	return []facet{
		said(BySource, sources, func(_ *data.Dataset, s *data.Statement) string { return string(s.Source) },
			func(v *View) []string { return strs(v.Sources) }, func(v *View, s []string) { v.Sources = of[data.SourceID](s) }),
		said(BySourceKind, func(*data.Dataset) []string { return append(strs(data.SourceKinds()), NotRecorded) },
			func(d *data.Dataset, s *data.Statement) string {
				if src := d.Source(s.Source); src != nil {
					return recorded(string(src.Kind))
				}
				return NotRecorded
			},
			func(v *View) []string { return v.SourceKinds }, func(v *View, s []string) { v.SourceKinds = s }),
		said(ByReliability, grades,
			func(d *data.Dataset, s *data.Statement) string {
				if src := d.Source(s.Source); src != nil {
					return recorded(src.Reliability)
				}
				return NotRecorded
			},
			func(v *View) []string { return v.Reliability }, func(v *View, s []string) { v.Reliability = s }),
		said(ByConfidence, sureness,
			func(_ *data.Dataset, s *data.Statement) string {
				if s.Confidence == 0 {
					return NotRecorded
				}
				return strconv.Itoa(s.Confidence)
			},
			func(v *View) []string { return v.Confidence }, func(v *View, s []string) { v.Confidence = s }),
	}
}

func recorded(value string) string {
	if value == "" {
		return NotRecorded
	}
	return value
}

// said makes a facet of what each statement has: a tie has the values of all its
// statements that count on the day.
func said(name Facet, all func(*data.Dataset) []string, value func(*data.Dataset, *data.Statement) string, get func(*View) []string, set func(*View, []string)) facet {
	add := func(out []string, v string) []string {
		if slices.Contains(out, v) {
			return out
		}
		return append(out, v)
	}
	return facet{
		name: name, all: all, get: get, set: set,
		of: func(d *data.Dataset, s *resolve.State) []string {
			var out []string
			for i := range s.Verdicts {
				if s.Verdicts[i].Standing.Counts() {
					out = add(out, value(d, s.Verdicts[i].Statement))
				}
			}
			return out
		},
		ever: func(d *data.Dataset, t *data.Tie) []string {
			out := []string{}
			for i := range t.Statements {
				out = add(out, value(d, &t.Statements[i]))
			}
			return out
		},
	}
}
