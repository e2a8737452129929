package brief

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// Party is the page of a party: its ties by layer and direction, what sources
// say it has not, its notes. It is nil when the dataset lacks the party.
func Party(s *picture.Subject, id data.PartyID) *Brief {
	p := s.Dataset.Party(id)
	if p == nil {
		return nil
	}
	b := &Brief{Kicker: p.Kind.Words(), Title: words.Plain(p.Name), Lead: partyLead(s.Dataset, p)}
	groups, absences := partyTies(s, id)
	notes := notesAbout(s, string(id))
	n := number(s, nil, append(slices.Clone(absences), notes...)...)
	b.Facts = partyFacts(s.Dataset, p)
	if away, ok := awayParty(s, id); ok {
		b.Sections = append(b.Sections, away)
	}
	b.Sections = append(b.Sections, amountSections(s, id)...)
	b.Sections = append(b.Sections, groups...)
	if len(absences) > 0 {
		b.Sections = append(b.Sections, Section{Title: "Absent, say the sources", Cards: n.cards(absences)})
	}
	if len(notes) > 0 {
		b.Sections = append(b.Sections, Section{Title: "Notes", Aside: "no ties, never drawn or summed", Cards: n.cards(notes)})
	}
	if len(groups) == 0 && len(absences) == 0 {
		b.Sections = append(b.Sections, Section{Text: "No tie of this party counts on this day."})
	}
	return b
}

func partyLead(d *data.Dataset, p *data.Party) string {
	if p.Parent == "" {
		return ""
	}
	return "Belongs to " + words.Plain(words.Party(d, p.Parent)) + "."
}

func partyFacts(d *data.Dataset, p *data.Party) []Fact {
	var facts []Fact
	if len(p.Aliases) > 0 {
		facts = append(facts, Fact{Label: "Also known as", Value: words.Plain(words.List(p.Aliases))})
	}
	var owned []string
	for i := range d.Parties {
		if d.Parties[i].Parent == p.ID {
			owned = append(owned, words.Plain(d.Parties[i].Name))
		}
	}
	if len(owned) > 0 {
		facts = append(facts, Fact{Label: "Units, products", Value: words.List(owned)})
	}
	return facts
}

// way is the direction of a tie as seen from a party.
type way int

const (
	gives  way = iota // the party, a unit or a product of it is at the from end
	takes             // at the to end
	inside            // at both
)

func (w way) words() string {
	switch w {
	case gives:
		return "to others"
	case takes:
		return "from others"
	default:
		return "within"
	}
}

type group struct {
	layer   data.LayerID
	way     way
	section Section
}

// partyTies groups the ties of a party, its units and products by layer and by
// direction; absences stand apart.
func partyTies(s *picture.Subject, id data.PartyID) (sections []Section, absences []*resolve.State) {
	var groups []group
	for state := range s.Web.Ties() {
		if !state.Counts {
			continue
		}
		from := within(s.Dataset, append([]data.PartyID{state.Tie.From}, state.Tie.With...), id)
		to := within(s.Dataset, []data.PartyID{state.Tie.To}, id)
		status, _ := state.StatusValue()
		switch {
		case !from && !to:
		case status == data.Absent:
			absences = append(absences, state)
		case from && to:
			groups = addTo(groups, s, state, inside)
		case from:
			groups = addTo(groups, s, state, gives)
		default:
			groups = addTo(groups, s, state, takes)
		}
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(layerPlace(s.Dataset, a.layer), layerPlace(s.Dataset, b.layer)), cmp.Compare(a.way, b.way))
	})
	for _, g := range groups {
		g.section.Aside = s.Numbers.Count(len(g.section.Rows), "tie")
		sections = append(sections, g.section)
	}
	return sections, absences
}

func addTo(groups []group, s *picture.Subject, state *resolve.State, w way) []group {
	layer := s.Dataset.LayerOf(state.Tie)
	i := slices.IndexFunc(groups, func(g group) bool { return g.layer == layer && g.way == w })
	if i < 0 {
		title := words.Plain(words.Capital(words.Layer(s.Dataset, layer))) + ": " + w.words()
		groups = append(groups, group{layer, w, Section{Title: title}})
		i = len(groups) - 1
	}
	other := ends(s.Dataset, state.Tie)
	switch w {
	case gives:
		other = "to " + words.Party(s.Dataset, state.Tie.To)
	case takes:
		other = "from " + words.List(words.Parties(s.Dataset, append([]data.PartyID{state.Tie.From}, state.Tie.With...)))
	}
	groups[i].section.Rows = append(groups[i].section.Rows, tieRow(s, state, join(" · ", other, standing(state))))
	return groups
}

func within(d *data.Dataset, parties []data.PartyID, owner data.PartyID) bool {
	return slices.ContainsFunc(parties, func(p data.PartyID) bool { return d.Within(p, owner) })
}

// layerPlace orders layers as the stack does, further ones last.
func layerPlace(d *data.Dataset, id data.LayerID) int {
	all := append(data.BuiltinLayers(), d.Layers...)
	return slices.IndexFunc(all, func(l data.Layer) bool { return l.ID == id })
}
