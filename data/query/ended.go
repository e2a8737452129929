package query

import (
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Ended says what becomes of ties that are over.
type Ended string

// The choices: dotted like everything that is not in force, dimmed besides, or
// hidden and counted.
const (
	EndedDotted Ended = ""
	EndedDimmed Ended = "dimmed"
	EndedHidden Ended = "hidden"
)

// beingOver is the name of the filter that hides such ties.
const beingOver = "being over"

// EndedChoices lists the choices by the words of their flag.
func EndedChoices() []string { return []string{"dotted", string(EndedDimmed), string(EndedHidden)} }

// ParseEnded reads the word of the flag.
func ParseEnded(word string) (Ended, bool) {
	if word == "dotted" {
		word = ""
	}
	return Ended(word), word == "" || slices.Contains(EndedChoices(), word)
}

// Over says whether a tie is over on a day: by every reading it lapsed or was
// terminated, or its last day has passed. What was said not to exist, or has not
// begun, is not over.
func Over(s *resolve.State, day data.Day) bool {
	if s.StatusEnded() == resolve.True {
		return !slices.ContainsFunc(s.Status, func(r resolve.StatusReading) bool { return r.Value == data.Absent })
	}
	return len(s.End) > 0 && !slices.ContainsFunc(s.End, func(r resolve.DateReading) bool { return r.Value.Last() >= day })
}

// RestsOnUndated says whether a tie rests on undated statements alone: none of those
// that count has a date of its own or from its source, so that they count on
// every day, however early.
func RestsOnUndated(d *data.Dataset, s *resolve.State) bool {
	counts := false
	for i := range s.Verdicts {
		if v := &s.Verdicts[i]; v.Standing.Counts() {
			if counts = true; !v.Statement.EffectiveIn(d).IsZero() {
				return false
			}
		}
	}
	return counts
}

// Spoken returns the day up to which a dataset speaks: its own as-of day, else
// the last day on which one of its sources is known to have been known. It is
// MinDay when it has neither.
func Spoken(d *data.Dataset) data.Day {
	if !d.AsOf.IsZero() && d.AsOf.Last() != data.MaxDay {
		return d.AsOf.Last()
	}
	last := data.MinDay
	for i := range d.Sources {
		if known := d.Sources[i].KnownFrom(); !known.IsZero() && known.Last() != data.MaxDay {
			last = max(last, known.Last())
		}
	}
	return last
}
