package words

import (
	"cmp"
	"strconv"
	"strings"
)

// Number writes every digit, in groups of three: 250,000,000,000 and 0.5.
func Number(x float64) string { return Format{}.Number(x) }

// Number writes every digit in the format.
func (f Format) Number(x float64) string { return f.group(strconv.FormatFloat(x, 'f', -1, 64)) }

// scale is a word for a power of ten.
type scale struct {
	places int
	word   string
	least  float64 // the smallest number that it is used for
}

// sums are the scales of money, largest first.
func sums() []scale {
	return []scale{{12, "tn", 1e12}, {9, "bn", 1e9}, {6, "m", 1e6}}
}

// counts are the scales of everything else, where "m" could be a metre.
func counts() []scale { return []scale{{12, "tn", 1e12}, {9, "bn", 1e9}} }

// mostDecimals is how many decimals a scaled number may have; a number that
// needs more is written on a smaller scale, for nothing is ever rounded.
const mostDecimals = 3

// scaled writes a number on the largest scale that it fits, and the word of
// that scale: 38, bn. Half a billion and more is billions where one decimal is
// enough: 0.5, bn.
func (f Format) scaled(x float64, scales []scale) (digits, word string) {
	written := strconv.FormatFloat(x, 'f', -1, 64)
	for _, s := range scales {
		shifted := shift(written, s.places)
		d := decimals(shifted)
		half := s.word == "bn" && x >= s.least/2 && d <= 1
		if half || (x >= s.least && d <= mostDecimals) {
			return f.group(shifted), s.word
		}
	}
	return f.group(written), ""
}

// shift moves the point of a decimal to the left, exactly.
func shift(written string, places int) string {
	whole, fraction, _ := strings.Cut(written, ".")
	whole = strings.Repeat("0", max(0, places+1-len(whole))) + whole
	cut := len(whole) - places
	fraction = strings.TrimRight(whole[cut:]+fraction, "0")
	if fraction == "" {
		return whole[:cut]
	}
	return whole[:cut] + "." + fraction
}

func decimals(written string) int {
	_, fraction, _ := strings.Cut(written, ".")
	return len(fraction)
}

// measure is how a unit is written around its number.
type measure struct {
	before, after string
	between       string  // two numbers; "" is a dash
	scales        []scale // none: every digit is written
	format        Format
}

// measureOf knows the signs of the common currencies; other currencies stand
// before the number by their code, other units behind it.
func (f Format) measureOf(unit string) measure {
	signs := map[string]string{"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
	if sign, ok := signs[unit]; ok {
		return measure{before: sign, scales: sums(), format: f}
	}
	if isCurrency(unit) {
		return measure{before: unit + " ", scales: sums(), format: f}
	}
	if unit == "" {
		return measure{scales: counts(), format: f}
	}
	return measure{after: " " + unit, scales: counts(), format: f}
}

func isCurrency(unit string) bool {
	const codes = " AED AUD BRL CAD CHF CNY CZK DKK HKD HUF IDR ILS INR KRW KWD MXN MYR NOK NZD PLN QAR RUB SAR SEK SGD THB TRY TWD VND ZAR "
	return len(unit) == 3 && strings.Contains(codes, " "+unit+" ")
}

// quantity writes a number with its unit: $38 bn, 2 GW, 27 %, CHF 5 m.
func (m measure) quantity(x float64) string {
	digits, word := m.format.scaled(x, m.scales)
	return m.before + digits + spaced(word) + m.after
}

// span writes two numbers with one unit: $5–6 bn, or $5 m to $1 bn.
func (m measure) span(low, high float64) string {
	a, wordA := m.format.scaled(low, m.scales)
	b, wordB := m.format.scaled(high, m.scales)
	if wordA == wordB {
		return m.before + a + cmp.Or(m.between, "–") + b + spaced(wordB) + m.after
	}
	return m.before + a + spaced(wordA) + " to " + m.before + b + spaced(wordB) + m.after
}

func spaced(word string) string {
	if word == "" {
		return ""
	}
	return " " + word
}
