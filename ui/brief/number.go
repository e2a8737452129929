package brief

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// numbered gives the statements of a page numbers, as footnotes have: an id is
// for files, a number can be found on the page.
type numbered struct {
	s       *picture.Subject
	numbers map[data.StatementID]int
}

// number gives numbers to all statements of the tie that a page is about, nil for
// none, and then to those that count of other ties and notes on the page.
func number(s *picture.Subject, about *resolve.State, others ...*resolve.State) numbered {
	n := numbered{s, map[data.StatementID]int{}}
	if about != nil {
		n.add(about.Verdicts)
	}
	for _, o := range others {
		n.add(counting(o))
	}
	return n
}

func (n numbered) add(verdicts []resolve.Verdict) {
	for i := range verdicts {
		n.numbers[verdicts[i].Statement.ID] = len(n.numbers) + 1
	}
}

func counting(state *resolve.State) []resolve.Verdict {
	return slices.DeleteFunc(slices.Clone(state.Verdicts), func(v resolve.Verdict) bool { return !v.Standing.Counts() })
}

// mark is the number before a card's source; a lone card has none.
func (n numbered) mark(id data.StatementID) string {
	if len(n.numbers) < 2 {
		return ""
	}
	return fmt.Sprintf("[%d] ", n.numbers[id])
}

// name names a statement: by its number on this page, else by its tie or note
// and its source.
func (n numbered) name(id data.StatementID) string {
	if i, ok := n.numbers[id]; ok {
		return fmt.Sprintf("[%d]", i)
	}
	place, ok := n.s.Dataset.Statement(id)
	if !ok {
		return string(id)
	}
	title := ""
	if place.Tie != nil {
		title = words.Title(n.s.Dataset, place.Tie)
	} else {
		title = place.Note.Title
	}
	st := place.Statement()
	if src := n.s.Dataset.Source(st.Source); src != nil {
		title += " (" + words.SourceLine(src, st.Locator) + ")"
	}
	return words.Plain(title)
}

func (n numbered) names(ids []data.StatementID) string {
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(a, b data.StatementID) int { return n.numbers[a] - n.numbers[b] })
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = n.name(id)
	}
	return words.List(list)
}

// says tells which statements a value comes from; a lone one need not be named.
func (n numbered) says(ids []data.StatementID) string {
	switch {
	case len(ids) == 0:
		return "recorded with the tie itself"
	case len(n.numbers) < 2:
		return ""
	}
	return "says " + n.names(ids)
}

// who names the sources of a reading, a line for each statement, as they stand
// beside those of the other readings.
func (n numbered) who(ids []data.StatementID) string {
	if len(ids) == 0 {
		return n.says(ids)
	}
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(a, b data.StatementID) int { return n.numbers[a] - n.numbers[b] })
	var lines []string
	for _, id := range ids {
		place, ok := n.s.Dataset.Statement(id)
		if !ok {
			continue
		}
		st, line := place.Statement(), n.name(id)
		if _, numbered := n.numbers[id]; numbered {
			if src := n.s.Dataset.Source(st.Source); src != nil {
				line += " " + words.SourceLine(src, st.Locator)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

// why explains a verdict with the statements that it comes from.
func (n numbered) why(v *resolve.Verdict) string {
	if !v.Standing.Counts() {
		return ""
	}
	var parts []string
	add := func(what string, ids []data.StatementID) {
		if len(ids) > 0 {
			parts = append(parts, what+" "+n.names(ids))
		}
	}
	if v.Standing == resolve.Superseded {
		add("superseded by", v.ReplacedBy)
	} else {
		add("in part replaced by", v.ReplacedBy)
	}
	add("disputed by", v.DisputedBy)
	add("agrees with", v.Corroborates)
	return words.Capital(strings.Join(parts, "; "))
}
