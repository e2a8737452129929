package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func titles(b *Brief) []string {
	var out []string
	for _, s := range b.Sections {
		out = append(out, s.Title)
	}
	return out
}

func TestAPartyShowsItsTiesByLayerAndDirection(t *testing.T) {
	b := Party(subject(t, web), "lab")
	assert.Equal(t, "AI lab", b.Kicker)
	assert.Equal(t, "Lab", b.Title)
	assert.Empty(t, b.Lead)
	assert.Equal(t, []Fact{{Label: "Also known as", Value: "The Lab and LAB"}, {Label: "Units, products", Value: "Lab One"}}, b.Facts)
	assert.Equal(t, []string{
		"Pays or gives: $100 bn committed over 8 years", "Pays or gives: $40 bn committed", "Gets: announced in USD", "Gets: as an option in %",
		"Chips: from others", "Cloud: to others", "Models and IP: within", "Capital: from others", "Rights: from others",
		"Absent, say the sources", "Notes",
	}, titles(b))
	for title, want := range map[string][]string{
		"Chips: from others":    {"Silicon supply | from Chips"},
		"Cloud: to others":      {"Cloud deal · $100 bn over 8 years | to Host", "Hosting | to Host X · not in force"},
		"Models and IP: within": {"Product access | Lab to Lab One"},
		"Capital: from others":  {"Equity · up to $50 bn or > $50 bn | from Fund and Second Fund"},
		"Rights: from others":   {"Carve-out | from Host"},
	} {
		section := sectionOf(t, b, title)
		var rows []string
		for _, r := range section.Rows {
			rows = append(rows, r.Words+" | "+r.Aside)
			assert.NotEmpty(t, r.Layer)
		}
		assert.Equal(t, want, rows, title)
	}
	assert.True(t, sectionOf(t, b, "Capital: from others").Rows[0].Disputed)
}

func TestWhatAPartyHasNot(t *testing.T) {
	b := Party(subject(t, web), "host")
	absent := sectionOf(t, b, "Absent, say the sources")
	assert.Equal(t, "Daily · A. Writer · 23 Apr 2026", cardOf(t, absent, "There is no exclusivity.").Cite)
	for _, s := range b.Sections {
		for _, r := range s.Rows {
			assert.NotEqual(t, "none", r.Ref.ID, "an absence is no tie")
		}
	}
}

func TestTheNotesOfAParty(t *testing.T) {
	b := Party(subject(t, web), "lab")
	notes := sectionOf(t, b, "Notes")
	assert.Equal(t, "no ties, never drawn or summed", notes.Aside)
	first := cardOf(t, notes, "All pledges: All pledges come to 1.4 trillion dollars.")
	assert.Equal(t, "[2] Daily · A. Writer · 23 Apr 2026 · ¶1", first.Cite, "numbered after the absence")
	assert.Equal(t, "Disputed by [3]", first.Why)
}

func TestUnitsAndPartners(t *testing.T) {
	s := subject(t, web)
	unit := Party(s, "host-x")
	assert.Equal(t, "Belongs to Host.", unit.Lead)
	assert.Equal(t, []string{"Cloud: from others"}, titles(unit))
	partner := Party(s, "fund-2")
	assert.Equal(t, []string{"Pays or gives: announced in USD", "Pays or gives: as an option in %", "Capital: to others"}, titles(partner), "who invests beside another has the tie too")
	one := Party(s, "lab-one")
	assert.Equal(t, []string{"Models and IP: from others"}, titles(one))
	assert.Equal(t, "No tie of this party counts on this day.", Party(s, "alone").Sections[0].Text)
	assert.Nil(t, Party(s, "nobody"))
}

func TestAPartyShowsWhatItsAmountsComeTo(t *testing.T) {
	lab := Party(subject(t, web), "lab")
	years := sectionOf(t, lab, "Pays or gives: $100 bn committed over 8 years")
	assert.Equal(t, "1 of 1 amount known", years.Aside)
	assert.Empty(t, years.Text)
	require.Len(t, years.Rows, 1)
	assert.Equal(t, "$100 bn over 8 years · Cloud deal", years.Rows[0].Words)
	assert.Equal(t, "Lab to Host · Daily · A. Writer · 23 Apr 2026 · ¶4", years.Rows[0].Aside)
	assert.Equal(t, "deal", years.Rows[0].Ref.ID)
	round := sectionOf(t, lab, "Gets: announced in USD")
	assert.Equal(t, "0 of 1 amount known, 1 disputed", round.Aside)
	assert.Contains(t, round.Text, "several give together")
	assert.True(t, round.Rows[0].Disputed)
}
