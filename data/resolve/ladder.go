package resolve

import "entangle/data"

// AllStatuses is what `--status all` asks: everything that counts, absences and
// ties of unknown status too.
const AllStatuses data.Status = "all"

// Reaches is the filter `--status RUNG` of views (contracts.md 2): that rung or
// better, any reading counts; `in-force` asks rule 6 (Maybe passes); a tie no
// statement of which counts never passes.
func (s *State) Reaches(rung data.Status) bool {
	if s.Counts && rung == data.InForce {
		return s.InForce != False
	}
	return s.ReachesWord(rung)
}

// ReachesWord is the filter of measures (contracts.md 2.2), which asks the
// status word for `in-force` too. A tie that lapsed or was terminated passes
// when a counting statement of it, replaced or not, gives that rung or better,
// or none gives any rung.
func (s *State) ReachesWord(rung data.Status) bool {
	if !s.Counts {
		return false
	}
	if rung == AllStatuses {
		return true
	}
	for _, r := range s.Status {
		switch {
		case r.Value == rung:
			return true
		case r.Value.Ends():
			if r.Value != data.Absent && rung.Rung() >= 0 && (s.gave(rung) || !s.gave(data.Rumoured)) {
				return true
			}
		case rung.Rung() >= 0 && r.Value.Rung() >= rung.Rung():
			return true
		}
	}
	return false
}

// gave says whether a statement that counts gives that rung or better.
func (s *State) gave(rung data.Status) bool {
	for i := range s.Verdicts {
		v := &s.Verdicts[i]
		if v.Standing.Counts() && v.Statement.Status.Rung() >= rung.Rung() {
			return true
		}
	}
	return false
}

// StatusEnded says whether the status is lapsed, terminated or absent: true when
// every reading is, false when none is or nothing is known.
func (s *State) StatusEnded() Truth {
	ended := 0
	for _, r := range s.Status {
		if r.Value.Ends() {
			ended++
		}
	}
	if ended == 0 {
		return False
	}
	return truth(ended, len(s.Status))
}
