package command

import (
	"entangle/data"
	"entangle/data/query"
)

// facetFlags lists the filters of which any of several values lets a tie pass.
func facetFlags() []flag {
	list := func(name query.Facet, value, does string) flag {
		return flag{string(name), value, shared, does, chooses(name)}
	}
	return []flag{
		list(query.ByLayer, "A,B", "only ties in these layers"),
		list(query.BySource, "A,B", "only ties of which these sources speak"),
		{string(query.ByDispute), "", shared, "only ties that sources disagree about; =false: only the others", setDisputed},
		list(query.ByPartyKind, "A,B", "only ties of such parties: ai-lab, cloud …"),
		list(query.ByRung, "A,B", "only these statuses: signed, lapsed, not-recorded …"),
		list(query.ByAmount, "A,B", "only amounts that are exact, ranged, unknown or not-recorded"),
		list(query.BySourceKind, "A,B", "only ties of which such sources speak: news, filing …"),
		list(query.ByReliability, "A,B", "only what sources of this reliability say: A to F, not-recorded"),
		list(query.ByConfidence, "1,2", "only what is said with this confidence: 1 to 6, not-recorded"),
	}
}

// chooses makes the setter of a facet. Which kinds, layers and sources there are
// is the dataset's to say; other words are a closed list.
func chooses(name query.Facet) func(*options, string) error {
	closed := query.Values(&data.Dataset{}, name)
	return func(o *options, value string) error {
		var values []string
		if err := list(func(*options) *[]string { return &values })(o, value); err != nil {
			return err
		}
		for _, v := range values {
			if name == query.BySource || name == query.ByLayer {
				break
			}
			if err := oneOf(func(*options) *string { return new(string) }, closed...)(o, v); err != nil {
				return err
			}
		}
		o.View.choose(name, values)
		return nil
	}
}

func setDisputed(o *options, value string) error {
	yes := false
	if err := setTrue(func(*options) *bool { return &yes })(o, value); err != nil {
		return err
	}
	if yes {
		o.View.choose(query.ByDispute, []string{query.Disputed})
	} else {
		o.View.choose(query.ByDispute, []string{query.Undisputed})
	}
	return nil
}

func (f *ViewFlags) choose(name query.Facet, values []string) {
	if f.Facets == nil {
		f.Facets = map[query.Facet][]string{}
	}
	f.Facets[name] = values
}
