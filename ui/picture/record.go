package picture

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"entangle/data"
	"entangle/layout/geom"
)

// record is a saved view while it is written.
type record map[string]any

func (r record) put(key, text string) {
	if text != "" {
		r[key] = text
	}
}

func (r record) texts(key string, list []string) {
	if len(list) > 0 {
		r[key] = listOf(list)
	}
}

func listOf(list []string) []any {
	var out []any
	for _, s := range list {
		out = append(out, s)
	}
	return out
}

func (r record) places(key string, p Places) {
	if len(p) == 0 {
		return
	}
	out := map[string]any{}
	for id, at := range p {
		out[string(id)] = point(at)
	}
	r[key] = out
}

// point and number write to the hundredth, exact as precisely as can be.
func point(p geom.Point) []any { return []any{number(p.X), number(p.Y)} }

func number(x float64) json.Number { return exact(math.Round(x*100)/100 + 0) }

func exact(x float64) json.Number { return json.Number(strconv.FormatFloat(x, 'f', -1, 64)) }

// reading is a saved view while it is read. It notes what cannot be read.
type reading struct {
	rest  map[string]any
	wrong []string
}

// fault notes that the value of a key cannot be read.
func (r *reading) fault(key string) { r.wrong = append(r.wrong, "its "+key) }

func (r *reading) text(key string) string {
	switch x := r.rest[key].(type) {
	case nil:
	case string:
		return x
	case json.Number:
		return x.String()
	default:
		r.fault(key)
	}
	return ""
}

// word takes one of some words.
func (r *reading) word(key string, into *string, words []string) {
	switch s := r.text(key); {
	case s == "":
	case slices.Contains(words, s):
		*into = s
	default:
		r.fault(key)
	}
}

func (r *reading) day(key string, into *data.Day) {
	s := r.text(key)
	if s == "" {
		return
	}
	d, err := data.ParseDate(s)
	if err != nil || d.Last() == data.MaxDay {
		r.fault(key)
		return
	}
	*into = d.Last()
}

func (r *reading) truth(key string) bool {
	x := r.rest[key]
	yes, ok := x.(bool)
	if x != nil && !ok {
		r.fault(key)
	}
	return yes
}

func (r *reading) count(key string, into *int) {
	if r.rest[key] == nil {
		return
	}
	n, err := strconv.Atoi(r.text(key))
	if err != nil || n < 0 {
		r.fault(key)
		return
	}
	*into = n
}

// list takes several texts, or one.
func (r *reading) list(key string) []string {
	var out []string
	switch x := r.rest[key].(type) {
	case nil:
	case []any:
		for _, item := range x {
			switch item := item.(type) {
			case string:
				out = append(out, item)
			case json.Number:
				out = append(out, item.String())
			default:
				r.fault(key)
			}
		}
	default:
		if s := r.text(key); s != "" {
			out = []string{s}
		}
	}
	return out
}

// inner takes a map; what is wrong in it is noted as wrong of the whole.
func (r *reading) inner(key string) *reading {
	x := r.rest[key]
	m, ok := x.(map[string]any)
	if x != nil && !ok {
		r.fault(key)
	}
	return &reading{rest: m}
}

func (r *reading) places(key string) Places {
	inner := r.inner(key)
	if len(inner.rest) == 0 {
		return nil
	}
	out := Places{}
	for id := range inner.rest {
		p, ok := inner.point(id)
		if !ok {
			r.fault(key)
			continue
		}
		out[data.PartyID(id)] = p
	}
	return out
}

// far bounds what is believed of a place, in points.
const far = 1e6

func (r *reading) point(key string) (geom.Point, bool) {
	list, _ := r.rest[key].([]any)
	if len(list) != 2 {
		return geom.Point{}, false
	}
	var at [2]float64
	for i, item := range list {
		x, ok := numberOf(item)
		if !ok || math.Abs(x) > far {
			return geom.Point{}, false
		}
		at[i] = x
	}
	return geom.Point{X: at[0], Y: at[1]}, true
}

// numberOf reads a finite number.
func numberOf(x any) (float64, bool) {
	n, ok := x.(json.Number)
	if !ok {
		return 0, false
	}
	f, err := n.Float64()
	return f, err == nil
}

func (r *reading) camera() *Camera {
	inner := r.inner(keyCamera)
	if len(inner.rest) == 0 {
		return nil
	}
	middle, ok := inner.point("middle")
	c := &Camera{Middle: middle}
	for key, into := range map[string]*float64{"zoom": &c.Zoom, "width": &c.Width, "height": &c.Height} {
		x, some := numberOf(inner.rest[key])
		ok = ok && some && x > 0 && x < far
		*into = x
	}
	if !ok {
		r.fault(keyCamera)
		return nil
	}
	return c
}
