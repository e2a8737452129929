package query

import (
	"testing"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/resolve"
)

// BenchmarkChoices30000 counts what each value of each facet would show, as the
// page of filters does after every choice.
func BenchmarkChoices30000(b *testing.B) {
	d := deals.Make(deals.Spoken(), 1)
	v := Default(d, data.DayOf(2026, 5, 1))
	web := resolve.At(d, v.Moment())
	for name, v := range map[string]View{"all": v, "filtered": v.Choose(ByLayer, "cloud", "chips"), "focused": focused(v, d)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Choices(web, v)
			}
		})
	}
}

func focused(v View, d *data.Dataset) View {
	v.Focus, v.Hops = d.Ties[0].From, 2
	return v
}

// BenchmarkApply30000 filters as a view does that has every sort of filter.
func BenchmarkApply30000(b *testing.B) {
	d := deals.Make(deals.Spoken(), 1)
	v := Default(d, data.DayOf(2026, 5, 1))
	web := resolve.At(d, v.Moment())
	for name, v := range map[string]View{"all": v, "filtered": v.Choose(ByLayer, "cloud", "chips").Choose(ByDispute, Undisputed).Choose(ByReliability, "A", "B")} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Apply(web, v)
			}
		})
	}
}

// BenchmarkPaths30000 looks for paths between two firms of a huge web.
func BenchmarkPaths30000(b *testing.B) {
	d := deals.Make(deals.Spoken(), 1)
	v := Default(d, data.DayOf(2026, 5, 1))
	r := Apply(resolve.At(d, v.Moment()), v)
	from, to := d.Top(d.Ties[0].From), d.Top(d.Ties[len(d.Ties)-1].To)
	for b.Loop() {
		FindPaths(d, r, from, to, 6, 30)
	}
}
