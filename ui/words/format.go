package words

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Format is how numbers are written: with which sign between the thousands and
// which before the decimals. The words around them stay English, and no digit is
// ever dropped or added.
//
// The zero Format is 1,234.5. Whatever the command line prints or draws has it,
// so that the same input gives the same bytes everywhere; the window, and the
// pictures that are exported from it, have that of the person who looks at it.
type Format struct {
	thousands, decimal string
	near, far          int // digits in the group next to the decimals, and in the others
}

// FormatOf returns the format of a locale as systems name it: de_DE.UTF-8, fr,
// en-IN. One that is not known has the zero Format. Digits are those of ASCII.
func FormatOf(locale string) Format {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	tag, err := language.Parse(strings.ReplaceAll(locale, "_", "-"))
	if err != nil || tag == language.Und {
		return Format{}
	}
	if tag, err = tag.SetTypeForKey("nu", "latn"); err != nil {
		return Format{}
	}
	p := message.NewPrinter(tag)
	digits, between := apart(p.Sprint(number.Decimal(1234567890.5)))
	n := len(digits)
	if n < 2 || strings.Join(digits, "") != "12345678905" {
		return Format{}
	}
	f := Format{decimal: between[n-2], near: 3, far: 3}
	if n > 2 {
		f.thousands, f.near = between[n-3], len(digits[n-2])
		f.far = f.near
	}
	if n > 3 {
		f.far = len(digits[n-3])
	}
	return f
}

// apart takes the digits of a written number and what stands between them apart.
func apart(written string) (digits, between []string) {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' }
	for rest := strings.TrimFunc(written, func(r rune) bool { return !unicode.IsDigit(r) }); rest != ""; {
		end := strings.IndexFunc(rest, func(r rune) bool { return !isDigit(r) })
		if end < 0 {
			return append(digits, rest), between
		}
		digits, rest = append(digits, rest[:end]), rest[end:]
		next := strings.IndexFunc(rest, isDigit)
		if next < 0 {
			return digits, between
		}
		between, rest = append(between, rest[:next]), rest[next:]
	}
	return digits, between
}

// group writes a decimal, which has ASCII digits and a point, in the format.
func (f Format) group(written string) string {
	if f == (Format{}) {
		f = Format{thousands: ",", decimal: ".", near: 3, far: 3}
	}
	whole, fraction, point := strings.Cut(written, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - f.near; i > 0; i -= f.far {
		whole = whole[:i] + f.thousands + whole[i:]
	}
	if point {
		whole += f.decimal + fraction
	}
	return sign + whole
}
