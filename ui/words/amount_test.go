package words

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

func ptr(x float64) *float64 { return &x }

func TestAmount(t *testing.T) {
	usd := func(a data.Amount) data.Amount { a.Unit, a.Kind = "USD", data.Committed; return a }
	perYear, eight := data.Horizon{PerYear: true}, data.Horizon{MinYears: 8, MaxYears: 8}
	for _, c := range []struct {
		amount      data.Amount
		want, exact string
	}{
		{usd(data.Amount{Exact: ptr(250e9)}), "$250 bn", "250,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(1.4e12)}), "$1.4 tn", "1,400,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(38e9)}), "$38 bn", "38,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(650e6)}), "$650 m", "650,000,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(38123456789)}), "$38,123,456,789", "38,123,456,789 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(1.2345e9)}), "$1,234.5 m", "1,234,500,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(0)}), "none", "none (0) USD committed, one-off"},
		{usd(data.Amount{Max: ptr(50e9), Condition: "an IPO"}), "up to $50 bn", "up to 50,000,000,000 USD committed, one-off; condition: an IPO"},
		{usd(data.Amount{Min: ptr(5e9)}), "at least $5 bn", "at least 5,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Min: ptr(5e9), Max: ptr(6e9)}), "$5–6 bn", "5,000,000,000 to 6,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Min: ptr(400e6), Max: ptr(6e9)}), "$400 m to $6 bn", "400,000,000 to 6,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Over: ptr(500e6), Horizon: perYear}), "> $0.5 bn a year", "more than 500,000,000 USD committed, a year"},
		{usd(data.Amount{Under: ptr(7e9), About: true}), "< about $7 bn", "less than about 7,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(5e9), About: true}), "about $5 bn", "about 5,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Exact: ptr(100e9), Horizon: eight, Increase: true}), "a further $100 bn over 8 years", "on top of what it replaces: 100,000,000,000 USD committed, over 8 years"},
		{usd(data.Amount{Exact: ptr(1), Horizon: data.Horizon{MinYears: 5, MaxYears: 6}}), "$1 over 5–6 years", "1 USD committed, over 5–6 years"},
		{usd(data.Amount{Over: ptr(5e9), Max: ptr(7e9)}), "> $5 bn, up to $7 bn", "more than 5,000,000,000, up to 7,000,000,000 USD committed, one-off"},
		{usd(data.Amount{Min: ptr(5e9), Under: ptr(7e9)}), "at least $5 bn, < $7 bn", "at least 5,000,000,000, less than 7,000,000,000 USD committed, one-off"},
		{data.Amount{Unknown: true, Text: "billions"}, "undisclosed (“billions”)", "undisclosed (“billions”), one-off"},
		{data.Amount{Unknown: true}, "undisclosed", "undisclosed, one-off"},
		{data.Amount{}, NotRecorded, NotRecorded + ", one-off"},
		{data.Amount{Exact: ptr(27), Unit: "%", Kind: data.Paid}, "27 %", "27 % paid, one-off"},
		{data.Amount{Exact: ptr(2), Unit: "GW", Kind: data.Option}, "2 GW", "2 GW as an option, one-off"},
		{data.Amount{Over: ptr(1e6), Unit: "chips", Kind: data.Paid}, "> 1,000,000 chips", "more than 1,000,000 chips paid, one-off"},
		{data.Amount{Exact: ptr(5e6), Unit: "CHF", Kind: data.Paid}, "CHF 5 m", "5,000,000 CHF paid, one-off"},
	} {
		assert.Equal(t, c.want, Amount(c.amount))
		assert.Equal(t, c.exact, AmountExact(c.amount))
	}
}

func TestAmountWithKind(t *testing.T) {
	a := data.Amount{Exact: ptr(250e9), Unit: "USD", Kind: data.Committed}
	assert.Equal(t, "$250 bn committed", AmountWithKind(a))
	a.Kind = data.Option
	assert.Equal(t, "$250 bn as an option", AmountWithKind(a))
	assert.Equal(t, "undisclosed (“billions”), paid", AmountWithKind(data.Amount{Unknown: true, Text: "billions", Kind: data.Paid}))
	assert.Equal(t, "none", AmountWithKind(data.Amount{Exact: ptr(0), Unit: "%", Kind: data.Paid}))
	for _, k := range data.AmountKinds() {
		assert.NotEmpty(t, AmountKindMeaning(k), k)
	}
}

func TestNothingIsRounded(t *testing.T) {
	for _, x := range []float64{0.1, 999_999_999, 1_000_000_001, 123_456_789_012.5, 1.0005e12, 5.25e8, 499_999_999, 1e15} {
		digits, word := Format{}.scaled(x, sums())
		places := map[string]int{"": 0, "m": 6, "bn": 9, "tn": 12}[word]
		assert.Equal(t, Number(x), Number(back(digits)*math.Pow10(places)), "%v reads %s %s", x, digits, word)
	}
}

func back(digits string) float64 {
	x, scale, fraction := 0.0, 1.0, false
	for _, r := range digits {
		switch {
		case r == '.':
			fraction = true
		case r != ',':
			x = x*10 + float64(r-'0')
			if fraction {
				scale *= 10
			}
		}
	}
	return x / scale
}

func TestInterval(t *testing.T) {
	inf := math.Inf(1)
	for want, i := range map[string]data.Interval{
		"undisclosed":     {Max: inf},
		"> $5 bn":         {Min: 5e9, MinOpen: true, Max: inf},
		"at least $5 bn":  {Min: 5e9, Max: inf},
		"$5 bn":           {Min: 5e9, Max: 5e9},
		"up to $5 bn":     {Max: 5e9},
		"< $5 bn":         {Max: 5e9, MaxOpen: true},
		"$5–6 bn":         {Min: 5e9, Max: 6e9},
		"$0.5–6 bn":       {Min: 5e8, Max: 6e9},
		"$2 m to $0.5 bn": {Min: 2e6, Max: 5e8},
	} {
		assert.Equal(t, want, Interval(i, "USD"))
	}
}
