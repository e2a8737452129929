package deals

import (
	"fmt"

	"entangle/data"
)

// ties makes the ties with their statements. First every firm is tied to an
// earlier one; then pairs are drawn, and some of those that are there again.
func (m *maker) ties(size Size) {
	kinds, layers := data.BuiltinKinds(), data.BuiltinLayers()
	ends := []int{0} // every firm as often as it has ties
	pairs := make([][2]int, 0, size.Ties)
	for i := range size.Ties {
		pair := m.pair(i, ends, pairs)
		pairs, ends = append(pairs, pair), append(ends, pair[0], pair[1])
		if m.chance(50) {
			pair[0], pair[1] = pair[1], pair[0]
		}
		k := kinds[(i+m.IntN(3))%len(kinds)]
		t := data.Tie{ID: data.TieID(fmt.Sprintf("t%d", i)), Kind: k.ID, From: m.Parties[pair[0]].ID, To: m.Parties[pair[1]].ID}
		t.Title = fmt.Sprintf("%s number %d", words(k.Name), i)
		if k.Layer == "" || m.chance(3) {
			t.Layer = layers[m.IntN(len(layers))].ID
		}
		if k.Basis == data.Technical && m.chance(60) {
			t.Substitutability = one(m, data.Substitutabilities())
		}
		if with := m.IntN(m.firms); m.chance(2) && with != pair[0] && with != pair[1] {
			t.With = []data.PartyID{m.Parties[with].ID}
		}
		if m.chance(4) {
			t.Agreement = one(m, m.Agreements).ID
		}
		if products := m.Parties[m.firms:]; m.chance(10) && len(products) > 0 {
			t.Assets = []data.PartyID{one(m, products).ID}
		}
		m.Ties = append(m.Ties, t)
	}
	for i := range size.Statements {
		tie := i
		if i >= size.Ties {
			tie = m.IntN(1 + m.IntN(size.Ties)) // some ties are much spoken of
		}
		t := &m.Ties[tie]
		t.Statements = append(t.Statements, m.statement(data.StatementID(fmt.Sprintf("%s.%d", t.ID, len(t.Statements))), t))
	}
}

// pair takes two different firms for the next tie.
func (m *maker) pair(next int, ends []int, pairs [][2]int) [2]int {
	if newcomer := next + 1; newcomer < m.firms {
		return [2]int{newcomer, one(m, ends)}
	}
	if m.chance(parallelInHundred) {
		return one(m, pairs)
	}
	from := one(m, ends)
	to := one(m, ends)
	if from == to {
		to = m.other(from)
	}
	return [2]int{from, to}
}

// words begins a text with a capital letter.
func words(text string) string {
	if c := text[0]; c >= 'a' && c <= 'z' {
		return string(c-'a'+'A') + text[1:]
	}
	return text
}

// statement makes one claim; of a note when tie is nil.
func (m *maker) statement(id data.StatementID, tie *data.Tie) data.Statement {
	s := data.Statement{
		ID: id, Source: one(m, m.Sources).ID, Locator: fmt.Sprintf("¶%d", 1+m.IntN(40)),
		Stance: data.Stances()[max(0, m.IntN(9)-4)], // mostly facts
	}
	if m.chance(40) {
		s.Effective = day(m.someDate())
	}
	if tie == nil {
		return s
	}
	s.Says = fmt.Sprintf("The firms agreed on %s, it is said, and what each of them owes the other was put down in writing.", tie.Kind)
	s.Status = m.status(len(tie.Statements) == 0)
	m.terms(&s)
	m.links(&s, tie.Statements)
	return s
}

// status is mostly that of a deal that holds; none is left out at times, but by
// the first to speak of a tie.
func (m *maker) status(first bool) data.Status {
	switch {
	case m.chance(35):
		return data.Signed
	case m.chance(35):
		return data.InForce
	case !first && m.chance(40):
		return ""
	case m.chance(70):
		return one(m, data.Ladder()[1:])
	default:
		return one(m, data.Statuses())
	}
}

// terms are dates, amounts and the like.
func (m *maker) terms(s *data.Statement) {
	if m.chance(30) {
		s.Amounts = append(s.Amounts, m.amount())
	}
	if m.chance(3) && len(s.Amounts) > 0 {
		s.Amounts = append(s.Amounts, m.amount())
	}
	if m.chance(20) {
		s.Start = day(m.yearMonth(2019, 6))
	}
	if m.chance(25) {
		s.End = day(m.someEnd())
	}
	if m.chance(8) {
		s.Scope = data.Scope{Text: "stateless services", Customers: []string{"public bodies"}}
	}
	if m.chance(8) {
		s.Condition = "once the authorities agree"
	}
	if m.chance(10) {
		s.Change = one(m, data.Changes())
	}
	if m.chance(20) {
		s.Confidence = 1 + m.IntN(6)
	}
}

// links ties a statement to earlier ones of the same tie, so that nothing can
// run in a circle.
func (m *maker) links(s *data.Statement, before []data.Statement) {
	if len(before) == 0 {
		return
	}
	last := []data.StatementID{before[m.IntN(len(before))].ID}
	switch {
	case m.chance(25):
		s.Supersedes = last
		for i := range s.Amounts {
			s.Amounts[i].Increase = m.chance(20)
		}
	case m.chance(6):
		s.Disputes = last
	case m.chance(2):
		s.Withdraws = last
	}
}
