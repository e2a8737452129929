package words

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

func TestNumbersOfALocale(t *testing.T) {
	for locale, want := range map[string]string{
		"":            "1,234 · 1,234,567,890.25 · -12,345.5",
		"C.UTF-8":     "1,234 · 1,234,567,890.25 · -12,345.5",
		"POSIX":       "1,234 · 1,234,567,890.25 · -12,345.5",
		"no such one": "1,234 · 1,234,567,890.25 · -12,345.5",
		"en_US.UTF-8": "1,234 · 1,234,567,890.25 · -12,345.5",
		"de_DE.UTF-8": "1.234 · 1.234.567.890,25 · -12.345,5",
		"de_AT@euro":  "1\u00a0234 · 1\u00a0234\u00a0567\u00a0890,25 · -12\u00a0345,5",
		"fr":          "1\u00a0234 · 1\u00a0234\u00a0567\u00a0890,25 · -12\u00a0345,5",
		"de-CH":       "1’234 · 1’234’567’890.25 · -12’345.5",
		"es_ES":       "1.234 · 1.234.567.890,25 · -12.345,5",
		"en_IN":       "1,234 · 1,23,45,67,890.25 · -12,345.5",
		"ar_EG":       "1,234 · 1,234,567,890.25 · -12,345.5",
	} {
		f := FormatOf(locale)
		assert.Equal(t, want, f.Number(1234)+" · "+f.Number(1234567890.25)+" · "+f.Number(-12345.5), locale)
	}
}

// TestALocaleKeepsEveryDigit: signs between the digits are all that differs.
func TestALocaleKeepsEveryDigit(t *testing.T) {
	german := FormatOf("de_DE")
	x, y := 0.5e9, 625e9
	assert.Equal(t, "> $0,5 bn a year", german.Amount(data.Amount{Over: &x, Unit: "USD", Horizon: data.Horizon{PerYear: true}}))
	assert.Equal(t, "625.000.000.000 USD paid, one-off", german.AmountExact(data.Amount{Exact: &y, Unit: "USD", Kind: data.Paid}))
	assert.Equal(t, "$0,5–625 bn", german.Interval(data.Interval{Min: x, Max: y}, "USD"))
	assert.Equal(t, "30.000 ties", german.Count(30_000, "tie"))
	long := 123456789.123456
	assert.Equal(t, "123.456.789,123456", german.Number(long))
}
