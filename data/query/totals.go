package query

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Totals is what some ties come to. Amounts of different unit, kind or horizon
// never share a total. There is none of percentages and valuations, which are of
// different things, of amounts without a unit or kind, and of what several
// parties give together: those only list their parts.
type Totals struct {
	List        []Total // by kind, unit, horizon; of each field first alone, then jointly
	NotRecorded []*resolve.State
}

// Total is the sum of the amounts of one unit, kind and horizon.
type Total struct {
	Field   string // amount/UNIT/KIND/HORIZON
	Amount  data.Amount
	Joint   bool // of ties in which several give together
	Summed  bool // Sum means something
	Parts   []Part
	Sum     data.Interval   // outer bounds; one amount that is undisclosed leaves the upper end open
	Results []data.Interval // one for each way to read what is disputed; sorted, equal ones once; nil when nothing is, or when there are more than 64 ways
	Known   Knowledge
}

// Part is the amount of one tie in a total.
type Part struct {
	Tie   *resolve.State
	Field *resolve.AmountField
}

// Knowledge counts amounts by how well they are known, each once: disputed
// before undisclosed before ranged before exact.
type Knowledge struct{ Exact, Ranged, Unknown, Disputed int }

// All is how many amounts there are.
func (k Knowledge) All() int { return k.Exact + k.Ranged + k.Unknown + k.Disputed }

// mostWays is how many ways to read disputed amounts are told one by one.
const mostWays = 64

// SumUp adds up what is known of the amounts of ties. Nothing is averaged,
// converted or filled in.
func SumUp(ties []*resolve.State) Totals {
	var t Totals
	for _, s := range ties {
		if len(s.Amounts) == 0 {
			t.NotRecorded = append(t.NotRecorded, s)
		}
		for i := range s.Amounts {
			t.add(Part{s, &s.Amounts[i]})
		}
	}
	for i := range t.List {
		t.List[i].sum()
	}
	slices.SortStableFunc(t.List, func(a, b Total) int {
		return cmp.Or(cmp.Compare(amountRank(a.Amount), amountRank(b.Amount)), cmp.Compare(a.Field, b.Field), first(!a.Joint, !b.Joint))
	})
	return t
}

func (t *Totals) add(p Part) {
	joint := len(p.Tie.Tie.With) > 0
	i := slices.IndexFunc(t.List, func(o Total) bool { return o.Field == p.Field.Field && o.Joint == joint })
	if i < 0 {
		a := p.Field.Readings[0].Value
		i = len(t.List)
		t.List = append(t.List, Total{
			Field: p.Field.Field, Amount: data.Amount{Unit: a.Unit, Kind: a.Kind, Horizon: a.Horizon}, Joint: joint,
			Summed: !joint && a.Unit != "" && a.Unit != "%" && a.Kind != "" && a.Kind != data.Valuation,
		})
	}
	t.List[i].Parts = append(t.List[i].Parts, p)
}

// amountRank orders totals by the kinds of amount, those without a kind last.
func amountRank(a data.Amount) int {
	if i := slices.Index(data.AmountKinds(), a.Kind); i >= 0 {
		return i
	}
	return len(data.AmountKinds())
}

// sum adds the parts up, end by end, and for each way to read them.
func (t *Total) sum() {
	results, disputed := []data.Interval{{}}, false
	for i, p := range t.Parts {
		t.Known.count(p.Field)
		disputed = disputed || p.Field.Disputed()
		if i == 0 {
			t.Sum = p.Field.Interval
		} else {
			t.Sum = t.Sum.Add(p.Field.Interval)
		}
		if results != nil {
			results = combine(results, p.Field.Readings)
		}
	}
	if disputed && t.Summed {
		t.Results = results
	}
}

// combine adds every reading to every result so far; nil when they are too many.
func combine(results []data.Interval, readings []resolve.AmountReading) []data.Interval {
	var out []data.Interval
	for _, r := range results {
		for _, reading := range readings {
			out = append(out, r.Add(reading.Interval))
		}
	}
	slices.SortFunc(out, compareIntervals)
	if out = slices.Compact(out); len(out) > mostWays {
		return nil
	}
	return out
}

func compareIntervals(a, b data.Interval) int {
	return cmp.Or(cmp.Compare(a.Min, b.Min), cmp.Compare(a.Max, b.Max), first(!a.MinOpen, !b.MinOpen), first(a.MaxOpen, b.MaxOpen))
}

func (k *Knowledge) count(f *resolve.AmountField) {
	switch {
	case f.Disputed():
		k.Disputed++
	case f.Readings[0].Value.Unknown:
		k.Unknown++
	case f.Interval.Min != f.Interval.Max:
		k.Ranged++
	default:
		k.Exact++
	}
}

// AmountsOf sums up what a party with its units and products pays or gives, and
// what it gets, of ties that hold or may yet hold on the day: those that count,
// whose status is not lapsed, terminated or absent, and between whose start and
// end the day may lie. Whoever pays is told by the kind of a tie; where no money
// goes, from gives to to. What stays inside counts for neither.
func AmountsOf(web *resolve.Web, party data.PartyID) (gives, gets Totals) {
	d := web.Dataset()
	var out, in []*resolve.State
	for _, s := range counting(web) {
		if !mayHold(s, web.Moment().AsOf) {
			continue
		}
		from := slices.ContainsFunc(givers(s.Tie), func(p data.PartyID) bool { return d.Within(p, party) })
		to := d.Within(s.Tie.To, party)
		if k, _ := d.Kind(s.Tie.Kind); k.Money == data.MoneyToFrom {
			from, to = to, from
		}
		switch {
		case from && !to:
			out = append(out, s)
		case to && !from:
			in = append(in, s)
		}
	}
	return SumUp(out), SumUp(in)
}

// mayHold says whether a tie did not end and may have begun by a day.
func mayHold(s *resolve.State, day data.Day) bool {
	if s.StatusEnded() == resolve.True {
		return false
	}
	begun := func(r resolve.DateReading) bool { return r.Value.First() <= day }
	going := func(r resolve.DateReading) bool { return r.Value.Last() >= day }
	return (len(s.Start) == 0 || slices.ContainsFunc(s.Start, begun)) && (len(s.End) == 0 || slices.ContainsFunc(s.End, going))
}
