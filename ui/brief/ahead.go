package brief

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// aheadSections lists what lies ahead of the as-of day with the days left: what
// ends, what begins or takes effect, what hangs on a condition, what is planned.
func aheadSections(s *picture.Subject) []Section {
	due := query.Upcoming(s.Result)
	out := []Section{dueSection(s, "Ends ahead of "+words.Day(s.View.AsOf), endings(due), "No tie in view states an end that still lies ahead.")}
	begins := slices.DeleteFunc(slices.Clone(due), func(e query.Due) bool { return !e.Begins })
	if section := dueSection(s, "Begins", begins, ""); len(section.Rows) > 0 {
		out = append(out, section)
	}
	for _, section := range []Section{effectSection(s), conditionSection(s), plannedSection(s)} {
		if len(section.Rows) > 0 {
			out = append(out, section)
		}
	}
	return out
}

func dueSection(s *picture.Subject, title string, due []query.Due, none string) Section {
	section := Section{Title: title}
	for _, e := range due {
		row := tieRow(s, e.Tie, s.Numbers.DaysLeft(e.Least, e.Most))
		row.Words = words.Date(e.Date) + " · " + words.Plain(words.Title(s.Dataset, e.Tie.Tie)) + ", " + ends(s.Dataset, e.Tie.Tie)
		section.Rows = append(section.Rows, row)
	}
	if len(section.Rows) == 0 {
		section.Text = none
	}
	return listed(s, section, "date")
}

// effectSection lists the statements that are known and take effect later.
func effectSection(s *picture.Subject) Section {
	section := Section{Title: "Takes effect"}
	for _, e := range s.Events() {
		if e.Kind != query.TakesEffect || !e.Known || e.Day() <= s.View.AsOf {
			continue
		}
		state := s.Web.Tie(e.Tie.ID)
		least, most := int(e.Day()-s.View.AsOf), -1
		if e.Date.Last() != data.MaxDay {
			most = int(e.Date.Last() - s.View.AsOf)
		}
		row := tieRow(s, state, s.Numbers.DaysLeft(least, most))
		what, becomes := words.Event(s.Dataset, e)
		row.Words = words.Date(e.Date) + " · " + words.Plain(what+" "+becomes) + ", " + ends(s.Dataset, e.Tie)
		section.Rows = append(section.Rows, row)
	}
	return listed(s, section, "statement")
}

// conditionSection lists the ties that hang on something, as the statements that
// stand have it.
func conditionSection(s *picture.Subject) Section {
	section := Section{Title: "Hangs on a condition"}
	for _, state := range s.Result.Ties {
		if state.StatusEnded() == resolve.True {
			continue
		}
		for _, condition := range conditions(state) {
			row := tieRow(s, state, "if: "+condition)
			row.Words += ", " + ends(s.Dataset, state.Tie)
			section.Rows = append(section.Rows, row)
		}
	}
	return listed(s, section, "condition")
}

// conditions lists what a tie hangs on, each once.
func conditions(state *resolve.State) []string {
	var out []string
	add := func(text string) {
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for i := range state.Verdicts {
		v := &state.Verdicts[i]
		if !v.Standing.Counts() || v.Standing == resolve.Superseded {
			continue
		}
		add(v.Statement.Condition)
		for _, a := range v.Statement.Amounts {
			add(a.Condition)
		}
	}
	return out
}

// plannedSection lists the ties that are not signed yet, the firmest first.
func plannedSection(s *picture.Subject) Section {
	section := Section{Title: "Planned, not signed"}
	ties := slices.DeleteFunc(slices.Clone(s.Result.Ties), func(state *resolve.State) bool {
		status, one := state.StatusValue()
		return !one || status.Rung() < 0 || status.Rung() >= data.Signed.Rung()
	})
	slices.SortStableFunc(ties, func(a, b *resolve.State) int {
		x, _ := a.StatusValue()
		y, _ := b.StatusValue()
		return y.Rung() - x.Rung()
	})
	for _, state := range ties {
		row := tieRow(s, state, words.Statuses(state))
		row.Words += ", " + ends(s.Dataset, state.Tie)
		section.Rows = append(section.Rows, row)
	}
	return listed(s, section, "tie")
}

// listed counts the rows of a section beside its title and leaves the first of too
// many.
func listed(s *picture.Subject, section Section, noun string) Section {
	if len(section.Rows) > 0 {
		section.Aside = s.Numbers.Count(len(section.Rows), noun)
		section.Rows = capped(s, section.Rows)
	}
	return section
}

// capped leaves the first rows of a list that is too long to be read, and says how
// many more there are.
func capped(s *picture.Subject, rows []Row) []Row {
	if len(rows) <= mostRows {
		return rows
	}
	more := Row{Words: s.Numbers.Number(float64(len(rows)-mostRows)) + " more; a filter makes them fewer.", Faint: true}
	return append(rows[:mostRows:mostRows], more)
}
