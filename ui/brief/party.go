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
	b.Facts = partyFacts(s.Dataset, p)
	b.Sections = append(b.Sections, groups...)
	if len(absences) > 0 {
		b.Sections = append(b.Sections, Section{Title: "Absent, say the sources", Cards: absences})
	}
	if notes := notesAbout(s, string(id)); len(notes) > 0 {
		b.Sections = append(b.Sections, Section{Title: "Notes", Aside: "no ties, never drawn or summed", Cards: notes})
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

type group struct {
	layer   data.LayerID
	gives   bool
	section Section
}

// partyTies groups the ties of a party, its units and products by layer and by
// direction; absences become cards of their own.
func partyTies(s *picture.Subject, id data.PartyID) (sections []Section, absences []Card) {
	var groups []group
	for state := range s.Web.Ties() {
		t := state.Tie
		gives := within(s.Dataset, append([]data.PartyID{t.From}, t.With...), id)
		takes := within(s.Dataset, []data.PartyID{t.To}, id)
		if !state.Counts || gives == takes {
			continue
		}
		if status, ok := state.StatusValue(); ok && status == data.Absent {
			absences = append(absences, standingCards(s, state)...)
			continue
		}
		groups = addTo(groups, s, state, gives)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(layerPlace(s.Dataset, a.layer), layerPlace(s.Dataset, b.layer)), boolOrder(a.gives, b.gives))
	})
	for _, g := range groups {
		g.section.Aside = words.Count(len(g.section.Rows), "tie")
		sections = append(sections, g.section)
	}
	return sections, absences
}

func addTo(groups []group, s *picture.Subject, state *resolve.State, gives bool) []group {
	layer := s.Dataset.LayerOf(state.Tie)
	i := slices.IndexFunc(groups, func(g group) bool { return g.layer == layer && g.gives == gives })
	if i < 0 {
		way := ": from others"
		if gives {
			way = ": to others"
		}
		groups = append(groups, group{layer, gives, Section{Title: words.Capital(words.Layer(s.Dataset, layer)) + way}})
		i = len(groups) - 1
	}
	other := words.Party(s.Dataset, state.Tie.From)
	if gives {
		other = "to " + words.Party(s.Dataset, state.Tie.To)
	} else {
		other = "from " + other
	}
	groups[i].section.Rows = append(groups[i].section.Rows, tieRow(s, state, other))
	return groups
}

func within(d *data.Dataset, parties []data.PartyID, owner data.PartyID) bool {
	return slices.ContainsFunc(parties, func(p data.PartyID) bool { return d.Within(p, owner) })
}

func standingCards(s *picture.Subject, state *resolve.State) []Card {
	var cards []Card
	n := number(s, state)
	for i := range state.Verdicts {
		if v := &state.Verdicts[i]; v.Standing.Counts() {
			cards = append(cards, n.card(v))
		}
	}
	return cards
}

// layerPlace orders layers as the stack does, further ones last.
func layerPlace(d *data.Dataset, id data.LayerID) int {
	all := append(data.BuiltinLayers(), d.Layers...)
	return slices.IndexFunc(all, func(l data.Layer) bool { return l.ID == id })
}

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	default:
		return 1
	}
}
