package deals

import (
	"fmt"

	"entangle/data"
)

// someDay is a day of the years 2019 to 2026, later ones more often; none after
// the day that the web is as of.
func (m *maker) someDay() string {
	year := 2019 + max(m.IntN(8), m.IntN(8))
	months := 12
	if year == 2026 {
		months = 4
	}
	return fmt.Sprintf("%d-%02d-%02d", year, 1+m.IntN(months), 1+m.IntN(28))
}

func (m *maker) yearMonth(from, years int) string {
	return fmt.Sprintf("%d-%02d", from+m.IntN(years), 1+m.IntN(12))
}

// someDate is a date in any of the ways in which it may be written.
func (m *maker) someDate() string {
	year := 2019 + max(m.IntN(7), m.IntN(7))
	switch m.IntN(10) {
	case 0:
		return fmt.Sprint(year)
	case 1:
		return fmt.Sprintf("%d-%d", year, 21+m.IntN(4))
	case 2:
		return m.yearMonth(2019, 7) + "~"
	case 3:
		return m.yearMonth(2019, 7) + "/.."
	case 4:
		return fmt.Sprintf("%d/%d", year, year+1)
	case 5, 6:
		return m.yearMonth(2019, 7)
	default:
		return m.someDay()
	}
}

// someEnd is a last day in force: behind, ahead, or vague.
func (m *maker) someEnd() string {
	switch m.IntN(5) {
	case 0:
		return fmt.Sprintf("%d-%02d-%02d", 2025+m.IntN(3), 1+m.IntN(12), 1+m.IntN(28))
	case 1:
		return m.yearMonth(2026, 8)
	case 2:
		return "203X"
	default:
		return fmt.Sprint(2026 + m.IntN(10))
	}
}

// amount is an amount of any form, mostly in dollars.
func (m *maker) amount() data.Amount {
	a := data.Amount{Unit: "USD", Kind: one(m, data.AmountKinds())}
	n := float64(1+m.IntN(400)) * 1e8
	switch m.IntN(10) {
	case 0:
		more := n + float64(m.IntN(50))*1e8
		a.Min, a.Max = &n, &more
	case 1:
		a.Max = &n
		a.Condition = "if both sides meet their targets"
	case 2:
		a.Over = &n
	case 3:
		a.Under = &n
	case 4:
		return data.Amount{Unknown: true, Text: "billions", Unit: "USD", Kind: a.Kind}
	case 5:
		share := float64(1 + m.IntN(40))
		return data.Amount{Exact: &share, Unit: "%", Kind: a.Kind}
	case 6:
		a.Exact, a.Horizon = &n, data.Horizon{MinYears: 8, MaxYears: 8}
	case 7:
		a.Exact, a.Horizon = &n, data.Horizon{PerYear: true}
	case 8:
		a.Exact, a.Horizon, a.About = &n, data.Horizon{MinYears: 5, MaxYears: 6}, true
	default:
		a.Exact = &n
	}
	return a
}
