package format

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"entangle/data/format/syntax"
)

// decimal is how YAML 1.2's core schema and JSON write decimal numbers.
var decimal = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)

// number is a field that holds a number that is finite and not negative.
func number[T any](name string, at func(*T) **float64) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		if x, ok := d.number(n); ok {
			*at(into) = &x
		}
	}}
}

func (d *decoder) number(n syntax.Node) (float64, bool) {
	s, ok := d.text(n)
	if !ok {
		return 0, false
	}
	if !decimal.MatchString(s) {
		d.problemf(n, func() string { return notANumber(s) })
		return 0, false
	}
	if !d.tree.Plain(n) {
		d.problemf(n, func() string { return "a number stands without quotes; write " + shortened(s) })
		return 0, false
	}
	x, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil || math.IsInf(x, 0):
		d.problemf(n, func() string { return shown(s) + " is too large a number" })
		return 0, false
	case x < 0:
		d.problemf(n, func() string {
			return shown(s) + " is negative; numbers are 0 or more"
		})
		return 0, false
	}
	return x + 0, true // no negative zero
}

// notANumber says how a number is written that was meant by s.
func notANumber(s string) string {
	wrong := shown(s) + " is no number; "
	bare := strings.TrimSpace(strings.NewReplacer("_", "", ",", "", "$", "", "%", "", " ", "", "'", "").Replace(s))
	switch lower := strings.ToLower(s); {
	case strings.HasSuffix(lower, ".inf"), strings.HasSuffix(lower, ".nan"):
		return shown(s) + " is not finite; leave it out, or write over: or unknown: true"
	case bare != s && decimal.MatchString(bare):
		return wrong + "write " + shortened(bare)
	default:
		return wrong + "write digits as in 27, 0.5, 250000000000 or 250e9"
	}
}
