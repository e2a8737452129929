package words

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

func field(values ...data.Amount) resolve.AmountField {
	f := resolve.AmountField{Field: values[0].Field()}
	for _, v := range values {
		f.Readings = append(f.Readings, resolve.AmountReading{Value: v, Interval: v.Interval()})
	}
	return f
}

func TestChip(t *testing.T) {
	d := web(t)
	azure, equity := d.Tie("t"), d.Tie("u")
	usd := func(x float64, k data.AmountKind) data.Amount {
		return data.Amount{Exact: ptr(x), Unit: "USD", Kind: k}
	}
	share := data.Amount{Exact: ptr(27), Unit: "%", Kind: data.Paid}
	for want, s := range map[string]resolve.State{
		"Azure commitment":                                            {Tie: azure},
		"Azure commitment · $250 bn":                                  {Tie: azure, Amounts: []resolve.AmountField{field(usd(1, data.Paid)), field(usd(250e9, data.Committed))}},
		"Azure commitment · $15 bn or $50 bn":                         {Tie: azure, Amounts: []resolve.AmountField{field(usd(15e9, data.Committed), usd(50e9, data.Committed))}},
		"Azure commitment · undisclosed":                              {Tie: azure, Amounts: []resolve.AmountField{field(data.Amount{Unknown: true, Text: "billions"})}},
		"Azure commitment · a further $5 bn on top of an unknown sum": {Tie: azure, Amounts: []resolve.AmountField{field(data.Amount{Exact: ptr(5e9), Unit: "USD", Increase: true})}},
		"Equity · 27 %":                                               {Tie: equity, Amounts: []resolve.AmountField{field(usd(135e9, data.Valuation)), field(share)}},
		"Equity · none":                                               {Tie: equity, Amounts: []resolve.AmountField{field(usd(0, data.Paid))}},
	} {
		assert.Equal(t, want, Chip(d, &s))
	}
	titled := *azure
	titled.Title = "Azure · $250 bn"
	assert.Equal(t, "Azure · $250 bn", Chip(d, &resolve.State{Tie: &titled, Amounts: []resolve.AmountField{field(usd(250e9, data.Committed))}}))
	assert.Equal(t, "$15 bn or $50 bn, committed", AmountFieldWithKind(field(usd(15e9, data.Committed), usd(50e9, data.Committed))))
	assert.Equal(t, "$15 bn committed", AmountFieldWithKind(field(usd(15e9, data.Committed))))
}

func TestReadingsOfStatusAndDates(t *testing.T) {
	s := resolve.State{
		Status: []resolve.StatusReading{{Value: data.Signed}, {Value: data.LetterOfIntent}},
		End:    []resolve.DateReading{{Value: date(t, "2030")}, {Value: date(t, "2032")}},
	}
	assert.Equal(t, "signed or letter of intent", Statuses(&s))
	assert.Equal(t, "2030 or 2032", Dates(s.End))
	assert.Equal(t, "not stated", Dates(s.Start))
	assert.Equal(t, "not recorded", Statuses(&resolve.State{}))
	assert.Equal(t, "perhaps in force", InForce(resolve.Maybe))
}

func TestVerdict(t *testing.T) {
	two := []data.StatementID{"a", "b"}
	for _, c := range []struct {
		verdict   resolve.Verdict
		want, why string
	}{
		{resolve.Verdict{Standing: resolve.Stands}, "stands", ""},
		{resolve.Verdict{Standing: resolve.Stands, Corroborates: two}, "agrees", "agrees with a and b"},
		{resolve.Verdict{Standing: resolve.Stands, ReplacedBy: two}, "stands", "in part superseded by a and b"},
		{resolve.Verdict{Standing: resolve.Superseded, ReplacedBy: two}, "superseded", "superseded by a and b"},
		{resolve.Verdict{Standing: resolve.Disputed, DisputedBy: two, Corroborates: two}, "disputed", "disputed by a and b; agrees with a and b"},
		{resolve.Verdict{Standing: resolve.NotYetKnown}, "not known yet", ""},
		{resolve.Verdict{Standing: resolve.NotYetEffective}, "not the case yet", ""},
	} {
		assert.Equal(t, c.want, Verdict(&c.verdict))
		assert.Equal(t, c.why, VerdictWhy(&c.verdict))
	}
}

func TestField(t *testing.T) {
	for name, want := range map[string]string{
		"status":                        "status",
		"holds":                         "whether it holds",
		"amount/USD/committed/one-off":  "the committed amount in USD",
		"amount/USD/chip/paid/per-year": "the paid amount in USD/chip (per-year)",
		"amount/-/-/one-off":            "the amount",
	} {
		assert.Equal(t, want, Field(name))
	}
}

func TestHolds(t *testing.T) {
	status := func(list ...data.Status) (out []resolve.StatusReading) {
		for _, s := range list {
			out = append(out, resolve.StatusReading{Value: s})
		}
		return out
	}
	for _, c := range []struct {
		state resolve.State
		want  string
	}{
		{resolve.State{}, "no source counts on the day"},
		{resolve.State{Counts: true}, "not recorded"},
		{resolve.State{Counts: true, InForce: resolve.True, Status: status(data.InForce)}, "in force"},
		{resolve.State{Counts: true, InForce: resolve.True, Status: status(data.Signed)}, "signed, in force"},
		{resolve.State{Counts: true, InForce: resolve.Maybe, Status: status(data.Signed, data.Terminated)}, "signed or terminated, perhaps in force on the day"},
		{resolve.State{Counts: true, Status: status(data.InForce)}, "in force, but the day lies outside its dates"},
		{resolve.State{Counts: true, Status: status(data.Announced)}, "announced"},
	} {
		assert.Equal(t, c.want, Holds(&c.state))
	}
}
