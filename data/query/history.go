package query

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// VersionSort says what a version did to a tie.
type VersionSort string

// The sorts: what was first said; fields that are replaced; all that was said
// replaced; a status that ends it; nothing but what was said already, or besides.
const (
	Original  VersionSort = "original"
	Amended   VersionSort = "amended"
	Restated  VersionSort = "restated"
	Finished  VersionSort = "ended"
	Confirmed VersionSort = "confirmed"
)

// Version is a tie from the day on which statements take effect.
type Version struct {
	Sort       VersionSort
	Date       data.Date // of its statements; zero: undated, and so earlier than all others
	Statements []*resolve.Verdict
	Fields     []FieldDiff    // what differs from the version before; nil for the first
	Before     *resolve.State // nil for the first
	After      *resolve.State
}

// Day returns the first day of the version; false when it always was.
func (v Version) Day() (data.Day, bool) {
	return v.Date.First(), !v.Date.IsZero() && v.Date.First() > data.MinDay
}

// History lists the versions of a tie in their order, by what is known at the
// moment of the web; statements that are not known then are left out.
func History(web *resolve.Web, id data.TieID) []Version {
	state := web.Tie(id)
	if state == nil {
		return nil
	}
	list := versions(web.Dataset(), state)
	for i := range list {
		v := &list[i]
		day, dated := v.Day()
		if !dated {
			day = 0
			if i+1 < len(list) { // what is undated holds on every day before the first that is not
				day, _ = list[i+1].Day()
				day--
			}
		}
		v.After = web.At(resolve.Moment{AsOf: day, KnownOn: web.Moment().KnownOn}).Tie(id)
		if i > 0 {
			v.Before = list[i-1].After
			v.Fields = differing(v.Before, v.After)
		}
		v.Sort = v.sort()
	}
	return list
}

// versions groups the statements that are known by when they take effect.
func versions(d *data.Dataset, state *resolve.State) []Version {
	var list []Version
	for i := range state.Verdicts {
		verdict := &state.Verdicts[i]
		if verdict.Standing == resolve.NotYetKnown {
			continue
		}
		v := Version{Date: verdict.Statement.EffectiveIn(d)}
		at := slices.IndexFunc(list, func(o Version) bool { return o.begins() == v.begins() })
		if at < 0 {
			at = len(list)
			list = append(list, v)
		}
		list[at].Statements = append(list[at].Statements, verdict)
	}
	slices.SortStableFunc(list, func(a, b Version) int { return cmp.Compare(a.begins(), b.begins()) })
	return list
}

func (v Version) begins() data.Day {
	if day, dated := v.Day(); dated {
		return day
	}
	return data.MinDay
}

// sort says what the version did.
func (v Version) sort() VersionSort {
	has := func(is func(*data.Statement) bool) bool {
		return slices.ContainsFunc(v.Statements, func(s *resolve.Verdict) bool { return is(s.Statement) })
	}
	switch {
	case v.Before == nil:
		return Original
	case v.After.StatusEnded() == resolve.True && v.Before.StatusEnded() != resolve.True:
		return Finished
	case len(v.Fields) == 0 && !has(func(s *data.Statement) bool { return s.Change != "" && s.Change != data.Neutral }):
		return Confirmed
	case has(increases): // on top of what was, which goes on
		return Amended
	case has(func(s *data.Statement) bool { return len(s.Withdraws) > 0 }) || v.replacesAll():
		return Restated
	}
	return Amended
}

func increases(s *data.Statement) bool {
	return slices.ContainsFunc(s.Amounts, func(a data.Amount) bool { return a.Increase })
}

// replacesAll says whether nothing of what the version before it rested on stands
// any more, terms among it: a status alone is passed on from rung to rung.
func (v Version) replacesAll() bool {
	old := slices.DeleteFunc(slices.Clone(v.Before.Verdicts), func(o resolve.Verdict) bool { return o.Standing != resolve.Stands })
	terms := slices.ContainsFunc(old, func(o resolve.Verdict) bool {
		return len(o.Statement.Amounts) > 0 || !o.Statement.Start.IsZero() || !o.Statement.End.IsZero()
	})
	return terms && !slices.ContainsFunc(old, func(o resolve.Verdict) bool {
		now := v.After.Verdict(o.Statement.ID)
		return now == nil || now.Standing != resolve.Superseded
	})
}
