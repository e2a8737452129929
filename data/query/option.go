package query

import (
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Choice is a facet with the values that there are to choose from.
type Choice struct {
	Facet   Facet
	Options []Option
}

// Option is a value of a facet.
type Option struct {
	Value string
	On    bool // chosen
	// Ties is how many ties would be shown if of this facet it alone were chosen.
	Ties int
}

// Choices lists for each facet the values that ties of the day have, or that are
// chosen, in the order that people know, and how many ties each would show.
// First comes the status, at last the parties: of each the ties that it would
// have if it were among those chosen, the focus left aside.
func Choices(web *resolve.Web, v View) []Choice {
	d := web.Dataset()
	all := counting(web)
	fails := failures(d, all, v)
	out := []Choice{statusChoice(d, all, fails, v)}
	for _, f := range facets() {
		c := Choice{Facet: f.name}
		sets := map[string][]*resolve.State{}
		there := map[string]bool{}
		for i, s := range all {
			for _, value := range f.of(d, s) {
				there[value] = true
				if fails[i] == "" || fails[i] == string(f.name) {
					sets[value] = append(sets[value], s)
				}
			}
		}
		chosen := f.get(&v)
		for _, value := range f.all(d) {
			if on := slices.Contains(chosen, value); on || there[value] {
				c.Options = append(c.Options, Option{value, on, len(near(d, sets[value], v))})
			}
		}
		out = append(out, c)
	}
	return append(out, partyChoice(d, all, fails, v))
}

// statusChoice counts for each word of the status filter what it would let pass.
func statusChoice(d *data.Dataset, all []*resolve.State, fails []string, v View) Choice {
	c := Choice{Facet: ByStatus}
	for _, word := range Statuses() {
		var set []*resolve.State
		for i, s := range all {
			if (fails[i] == "" || fails[i] == "status") && s.Reaches(data.Status(word)) {
				set = append(set, s)
			}
		}
		c.Options = append(c.Options, Option{word, word == v.Status, len(near(d, set, v))})
	}
	return c
}

// partyChoice counts for each firm its ties with those chosen, or with all.
func partyChoice(d *data.Dataset, all []*resolve.State, fails []string, v View) Choice {
	members, units := map[data.PartyID]bool{}, d.Units()
	for _, p := range v.Parties {
		reach(p, units, members)
	}
	chosen := map[data.PartyID]bool{}
	for _, p := range v.Parties {
		chosen[p] = true
	}
	there, sets := map[data.PartyID]bool{}, map[data.PartyID][]*resolve.State{}
	for i, s := range all {
		for _, firm := range firmsOf(d, s.Tie, chosen) {
			there[firm] = true
			if (fails[i] == "" || fails[i] == "parties") && (len(v.Parties) == 0 || joins(d, s.Tie, members, firm)) {
				sets[firm] = append(sets[firm], s)
			}
		}
	}
	c := Choice{Facet: ByParty}
	for i := range d.Parties {
		id := d.Parties[i].ID
		if chosen[id] || there[id] {
			c.Options = append(c.Options, Option{string(id), chosen[id] || len(v.Parties) == 0, len(sets[id])})
		}
	}
	return c
}

// firmsOf lists the firms of a tie's parties and those of its parties and their
// owners that are chosen, each once.
func firmsOf(d *data.Dataset, t *data.Tie, chosen map[data.PartyID]bool) []data.PartyID {
	var out []data.PartyID
	for _, p := range t.Parties() {
		for _, o := range d.Owners(p) {
			if (isTop(d, o) || chosen[o]) && !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// joins says whether two parties of a tie are members, or belong to the firm.
func joins(d *data.Dataset, t *data.Tie, members map[data.PartyID]bool, firm data.PartyID) bool {
	found := map[data.PartyID]bool{}
	for _, p := range t.Parties() {
		if members[p] || d.Within(p, firm) {
			found[p] = true
		}
	}
	return len(found) >= 2
}

// ToggleParty returns the view with a firm among those chosen, or not any more.
// While none is chosen all are; taking one out chooses the others.
func (v View) ToggleParty(d *data.Dataset, p data.PartyID) View {
	var firms []data.PartyID
	for i := range d.Parties {
		if d.Parties[i].Parent == "" {
			firms = append(firms, d.Parties[i].ID)
		}
	}
	chosen := slices.Clone(v.Parties)
	if len(chosen) == 0 {
		chosen = slices.Clone(firms)
	}
	if i := slices.Index(chosen, p); i >= 0 {
		chosen = slices.Delete(chosen, i, i+1)
	} else {
		chosen = append(chosen, p)
	}
	if !slices.ContainsFunc(firms, func(f data.PartyID) bool { return !slices.Contains(chosen, f) }) {
		chosen = nil
	}
	v.Parties = chosen
	return v
}

// several marks a tie that more than one filter hides.
const several = "several"

// failures names for each tie the one filter that hides it, but for the focus,
// which asks about a tie among others: "" for none.
func failures(d *data.Dataset, ties []*resolve.State, v View) []string {
	v.Focus = ""
	out := make([]string, len(ties))
	for _, f := range filters(d, v) {
		kept := f.keep(ties)
		for i, at := 0, 0; i < len(ties); i++ {
			switch {
			case at < len(kept) && kept[at] == ties[i]:
				at++
			case out[i] == "":
				out[i] = f.name
			default:
				out[i] = several
			}
		}
	}
	return out
}
