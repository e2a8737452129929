package interchange

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// line is one tie from one of the parties on its from side.
type line struct {
	id       string // the tie's; of several lines TIE/PARTY
	from, to data.PartyID
	state    *resolve.State
}

// lines lists the lines of a view by tie.
func lines(r *query.Result) []line {
	var all []line
	for _, s := range r.Ties {
		givers := append([]data.PartyID{s.Tie.From}, s.Tie.With...)
		for _, giver := range givers {
			l := line{string(s.Tie.ID), giver, s.Tie.To, s}
			if len(givers) > 1 {
				l.id += "/" + string(giver)
			}
			all = append(all, l)
		}
	}
	return all
}

// attribute is a named text, or a number written as one.
type attribute struct {
	name, value string
	number      bool
}

// typed returns the word for a text or the one for a number.
func (a attribute) typed(text, number string) string {
	if a.number {
		return number
	}
	return text
}

func textAttributes(pairs [][2]string) []attribute {
	list := make([]attribute, len(pairs))
	for i, p := range pairs {
		list[i] = attribute{name: p[0], value: p[1]}
	}
	return list
}

// amountFields lists the amount fields of the ties of a view by name.
func amountFields(r *query.Result) []string {
	fields := map[string]bool{}
	for _, s := range r.Ties {
		for _, f := range s.Amounts {
			fields[f.Field] = true
		}
	}
	return slices.Sorted(maps.Keys(fields))
}

// tieAttributes lists what is said of a tie, "" where nothing is. Behind the
// texts stand two numbers for each of the fields, the outer bounds of all
// readings: amount/USD/committed/one-off/min and …/max. Where no amount is
// recorded both are empty; an undisclosed one has 0 and no upper end.
func tieAttributes(d *data.Dataset, s *resolve.State, fields []string) []attribute {
	list := textAttributes(tieTexts(d, s))
	for _, name := range fields {
		low, high := "", ""
		if f := s.Amount(name); f != nil {
			low, high = number(f.Interval.Min), number(f.Interval.Max)
		}
		list = append(list, attribute{name + "/min", low, true}, attribute{name + "/max", high, true})
	}
	return list
}

// noTie has the attributes of any tie, without values.
func noTie() *resolve.State { return &resolve.State{Tie: &data.Tie{}} }

func tieTexts(d *data.Dataset, s *resolve.State) [][2]string {
	t := s.Tie
	hard, _ := s.SubstitutabilityValue()
	start, end := spanOf(s.Start), spanOf(s.End)
	return [][2]string{
		{"tie", string(t.ID)},
		{"kind", string(t.Kind)},
		{"title", t.Title},
		{"basis", string(d.BasisOf(t))},
		{"layer", string(d.LayerOf(t))},
		{"status", joined(s.Status, func(r resolve.StatusReading) string { return string(r.Value) })},
		{"in_force", s.InForce.String()},
		{"start", joined(s.Start, writtenDate)},
		{"end", joined(s.End, writtenDate)},
		{"start_first", start.first},
		{"start_last", start.last},
		{"end_first", end.first},
		{"end_last", end.last},
		{"amounts", amounts(s.Amounts)},
		{"disputed", list(s.Disputed)},
		{"agreement", string(t.Agreement)},
		{"assets", list(t.Assets)},
		{"substitutability", string(hard)},
		{"statements", list(statementIDs(s))},
		{"sources", list(sourceIDs(s))},
	}
}

// partyAttributes lists what the file says of a party.
func partyAttributes(p *data.Party) []attribute {
	return textAttributes([][2]string{
		{"name", p.Name},
		{"kind", string(p.Kind)},
		{"parent", string(p.Parent)},
		{"aliases", list(p.Aliases)},
		{"ticker", p.Identifiers["ticker"]},
		{"lei", p.Identifiers["lei"]},
	})
}

// graphAttributes says what the whole is, and as of when.
func graphAttributes(d *data.Dataset, r *query.Result) []attribute {
	known := ""
	if r.View.KnownOn != data.MaxDay {
		known = r.View.KnownOn.String()
	}
	return []attribute{
		{"title", d.Title, false},
		{"as_of", r.View.AsOf.String(), false},
		{"known_on", known, false},
		{"hidden_ties", strconv.Itoa(r.Hidden.Ties), true},
		{"hidden_parties", strconv.Itoa(r.Hidden.Parties), true},
	}
}

// span is the earliest and the latest day that a date may be; "" is open.
type span struct{ first, last string }

func spanOf(readings []resolve.DateReading) span {
	if len(readings) == 0 {
		return span{}
	}
	first, last := data.MaxDay, data.MinDay
	for _, r := range readings {
		first, last = min(first, r.Value.First()), max(last, r.Value.Last())
	}
	return span{dayText(first), dayText(last)}
}

func dayText(d data.Day) string {
	if d == data.MinDay || d == data.MaxDay {
		return ""
	}
	return d.String()
}

func writtenDate(r resolve.DateReading) string { return r.Value.String() }

// joined writes readings beside each other.
func joined[R any](readings []R, write func(R) string) string {
	texts := make([]string, len(readings))
	for i, r := range readings {
		texts[i] = write(r)
	}
	return strings.Join(texts, " | ")
}

// list writes the items of a list.
func list[S ~string](items []S) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = string(item)
	}
	return strings.Join(texts, "; ")
}

func statementIDs(s *resolve.State) []data.StatementID {
	var ids []data.StatementID
	for _, st := range query.Counting(s) {
		ids = append(ids, st.ID)
	}
	slices.Sort(ids)
	return ids
}

func sourceIDs(s *resolve.State) []data.SourceID {
	var ids []data.SourceID
	for _, st := range query.Counting(s) {
		ids = append(ids, st.Source)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
