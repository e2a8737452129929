package draft

import "cmp"

// ranked is a box with what it is sorted by.
type ranked struct {
	by  float64
	box int
}

// byRank sorts upwards, and what is equal by the numbers of the boxes.
func byRank(a, b ranked) int { return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.box, b.box)) }
