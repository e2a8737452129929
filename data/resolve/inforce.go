package resolve

import "entangle/data"

// inForce is rule 6. The three conditions are independent, so that every
// combination of readings and ends says yes when each condition always does,
// and none does when one never does.
func (s *State) inForce(day data.Day) Truth {
	binding := 0
	for _, r := range s.Status {
		if r.Value == data.Signed || r.Value == data.InForce {
			binding++
		}
	}
	if binding == 0 {
		return False
	}
	begun := bound(s.Start, func(d data.Day) bool { return d <= day })
	going := bound(s.End, func(d data.Day) bool { return day <= d })
	return truth(binding, len(s.Status)).and(begun).and(going)
}

// bound judges a condition on one end by every end of every reading of it. An
// absent bound is open.
func bound(readings []DateReading, holds func(data.Day) bool) Truth {
	if len(readings) == 0 {
		return True
	}
	yes := 0
	for _, r := range readings {
		if holds(r.Value.First()) {
			yes++
		}
		if holds(r.Value.Last()) {
			yes++
		}
	}
	return truth(yes, 2*len(readings))
}

// InForceOn says whether the tie is in force on a day (rule 6) by what holds at
// the moment of the state: "as far as we know today, on that day".
func (s *State) InForceOn(day data.Day) Truth { return s.inForce(day) }
