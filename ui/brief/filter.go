package brief

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// longest is how many values of a facet are listed at the most.
const longest = 40

// Filters is the page of the filters: what hides how much, and for each facet its
// values with how many ties they would show.
func Filters(s *picture.Subject) *Brief {
	r := s.Result
	b := &Brief{
		Kicker: "filter", Title: "What the map shows", Stays: true,
		Lead: s.Numbers.Count(len(r.Ties), "tie") + " between " + s.Numbers.Count(len(s.Drawing.Nodes), "party") + ". A number is how many ties a choice would show.",
	}
	b.Sections = append(b.Sections, hiddenSection(s))
	for _, c := range query.Choices(s.Web, s.View.Shown()) {
		if section, worth := choiceSection(s, c); worth {
			b.Sections = append(b.Sections, section)
		}
	}
	return b
}

// hiddenSection says which filter hides how much, and takes it away.
func hiddenSection(s *picture.Subject) Section {
	h := s.Result.Hidden
	section := Section{Title: "Nothing is hidden"}
	if hidden := picture.HiddenWords(h, s.Numbers); hidden != "" {
		section.Title = words.Capital(hidden)
	}
	for _, r := range h.By {
		section.Rows = append(section.Rows, Row{
			Act: Act{Without, r.Filter, ""}, Words: "Show what is hidden by " + words.Filter(r.Filter), Aside: s.Numbers.Count(r.Ties, "tie"),
		})
	}
	if s.View.Shown().Filtered() {
		section.Rows = append(section.Rows, Row{Act: Act{Verb: ShowAll}, Words: "Take all filters away", Aside: "all but the status"})
	}
	return section
}

// choiceSection lists the values of a facet; one that all ties share is not
// worth it.
func choiceSection(s *picture.Subject, c query.Choice) (Section, bool) {
	section := Section{Title: words.Facet(c.Facet)}
	options, left := shortened(c.Options)
	on := 0
	for _, o := range options {
		row := Row{
			Act: Act{Toggle, string(c.Facet), o.Value}, Check: Off, Words: words.Value(s.Dataset, c.Facet, o.Value),
			Aside: s.Numbers.Number(float64(o.Ties)), Faint: o.Ties == 0 && !o.On,
		}
		if o.On {
			row.Check = On
			on++
		}
		if c.Facet == query.ByStatus {
			row.Check += RadioOff - Off
		}
		if c.Facet == query.ByLayer {
			row.Layer = data.LayerID(o.Value)
		}
		section.Rows = append(section.Rows, row)
	}
	if left > 0 {
		section.Text = s.Numbers.Number(float64(left)) + " more with fewer ties are not listed."
	}
	switch c.Facet {
	case query.ByStatus:
	case query.ByParty:
		section.Aside = "all"
		if len(s.View.Parties) > 0 {
			section.Aside = s.Numbers.Number(float64(len(s.View.Parties))) + " chosen"
			section.Rows = append(section.Rows, Row{Act: Act{Without, string(c.Facet), ""}, Words: "All parties"})
		}
	default:
		section.Aside = "any"
		if on > 0 {
			section.Aside = s.Numbers.Number(float64(on)) + " chosen"
			section.Rows = append(section.Rows, Row{Act: Act{Without, string(c.Facet), ""}, Words: "Any"})
		}
	}
	return section, len(options) > 1 || on > 0
}

// shortened leaves out the values with the fewest ties of a facet that has very
// many, and says how many those are.
func shortened(options []query.Option) ([]query.Option, int) {
	if len(options) <= longest {
		return options, 0
	}
	ranked := slices.Clone(options)
	slices.SortStableFunc(ranked, func(a, b query.Option) int { return cmp.Compare(b.Ties, a.Ties) })
	return ranked[:longest], len(options) - longest
}
