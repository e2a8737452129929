package deals

import (
	"fmt"

	"entangle/data"
)

// firmKinds are the kinds of the parties that ties run between, the common ones
// more than once.
func firmKinds() []data.PartyKind {
	return []data.PartyKind{
		data.AILab, data.AILab, data.Cloud, data.Cloud, data.ChipMaker, data.Investor, data.Investor, data.Fab,
		data.Government, data.Customer, data.Customer, data.Customer, data.Analyst, data.Initiative, data.Group, data.OtherParty,
	}
}

// parties makes the firms, and then the products of some.
func (m *maker) parties(firms int) {
	m.firms = firms
	kinds := firmKinds()
	for i := range firms {
		p := data.Party{ID: data.PartyID(fmt.Sprintf("p%d", i)), Kind: kinds[i%len(kinds)]}
		p.Name = name(i)
		if m.chance(60) {
			p.Name += " " + one(m, []string{"Systems", "Compute", "Cloud", "Holdings", "Research", "Power and Fabrication", "Group"})
		}
		if m.chance(10) {
			p.Aliases = []string{name(i) + " Ltd"}
		}
		switch p.Kind {
		case data.AILab:
			p.Offers = []data.Offer{{Layer: data.LayerModels, Needs: []data.LayerID{data.LayerCloud, data.LayerChips}}}
		case data.Cloud:
			p.Offers = []data.Offer{{Layer: data.LayerCloud, Needs: []data.LayerID{data.LayerChips}}, {Layer: data.LayerDistribution}}
		case data.ChipMaker:
			p.Offers = []data.Offer{{Layer: data.LayerChips, Needs: []data.LayerID{data.LayerFab}, Own: []data.LayerID{data.LayerFab}}}
		}
		m.Parties = append(m.Parties, p)
	}
	for i := range firms / firmsPerProduct {
		m.Parties = append(m.Parties, data.Party{
			ID: data.PartyID(fmt.Sprintf("product%d", i)), Name: name(i*firmsPerProduct) + " One",
			Kind: data.Product, Parent: m.Parties[i*firmsPerProduct].ID,
		})
	}
}

// name is the name of a firm by its number: three syllables, no two alike among
// the first 13,824.
func name(n int) string {
	syllables := []string{
		"ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "dor", "fen",
		"gal", "hem", "jor", "kal", "lum", "mor", "nel", "pol", "quo", "ris", "sol", "tev",
	}
	k := len(syllables)
	text := syllables[n*7%k] + syllables[n/k*5%k] + syllables[n/k/k%k]
	if n >= k*k*k {
		text += fmt.Sprint(n / (k * k * k))
	}
	return string(text[0]-'a'+'A') + text[1:]
}

func (m *maker) sources(n int) {
	kinds := data.SourceKinds()
	for i := range n {
		s := data.Source{
			ID: data.SourceID(fmt.Sprintf("s%d", i)), Title: fmt.Sprintf("Document number %d on deals", i),
			Publisher: "The " + name(i) + " Observer", Kind: kinds[i%len(kinds)], Reliability: string(rune('A' + m.IntN(4))),
		}
		if m.chance(95) {
			s.Published = day(m.someDay())
			s.URL = fmt.Sprintf("https://example.org/document/%d", i)
		}
		m.Sources = append(m.Sources, s)
	}
}

func (m *maker) agreements(n int) {
	for i := range n {
		from := m.IntN(m.firms)
		m.Agreements = append(m.Agreements, data.Agreement{
			ID: data.AgreementID(fmt.Sprintf("a%d", i)), Title: fmt.Sprintf("Package number %d", i),
			Parties: []data.PartyID{m.Parties[from].ID, m.Parties[m.other(from)].ID}, Date: day(m.someDay()),
		})
	}
}

// other is a firm that is not that one.
func (m *maker) other(firm int) int { return (firm + 1 + m.IntN(m.firms-1)) % m.firms }

func (m *maker) notes(n int) {
	for i := range n {
		about := m.IntN(m.firms)
		note := data.Note{
			ID: data.NoteID(fmt.Sprintf("n%d", i)), About: []string{string(m.Parties[about].ID)}, Topic: one(m, []string{"aggregate", "forecast", "rivalry", "exposure"}),
			Title: "What is said of " + m.Parties[about].Name,
		}
		s := m.statement(data.StatementID(fmt.Sprintf("n%d.0", i)), nil)
		s.Says = m.Parties[about].Name + " is spoken of in general."
		note.Statements = []data.Statement{s}
		m.Notes = append(m.Notes, note)
	}
}
