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
func Choices(web *resolve.Web, v View) []Choice {
	d := web.Dataset()
	all := counting(web, d)
	fails := failures(d, all, v)
	var out []Choice
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
	return out
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

// HiddenBy names the filters each of which hides a tie that counts on the day;
// none for one that is in view.
func HiddenBy(web *resolve.Web, v View, id data.TieID) []string {
	d, s := web.Dataset(), web.Tie(id)
	if s == nil || !s.Counts {
		return nil
	}
	var names []string
	wide := v
	wide.Focus = ""
	for _, f := range filters(d, wide) {
		if len(f.keep([]*resolve.State{s})) == 0 {
			names = append(names, f.name)
		}
	}
	for _, name := range names {
		v = v.Without(name)
	}
	if !Apply(web, v).Holds(id) {
		names = append(names, "focus")
	}
	return names
}

// Without returns the view without the filter of that name; the status filter
// then lets everything pass.
func (v View) Without(filter string) View {
	switch filter {
	case "status":
		v.Status = StatusAll
	case "parties":
		v.Parties = nil
	case "focus":
		v.Focus = ""
	default:
		v = v.Choose(Facet(filter))
	}
	return v
}

// Unfiltered returns the view without any filter but that on the status.
func (v View) Unfiltered() View {
	for _, f := range filters(&data.Dataset{}, v) {
		if f.name != "status" {
			v = v.Without(f.name)
		}
	}
	return v
}

// Filtered says whether any filter but that on the status is set, whether or not
// it hides anything.
func (v View) Filtered() bool { return !v.Equal(v.Unfiltered()) }
