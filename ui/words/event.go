package words

import (
	"entangle/data"
	"entangle/data/query"
)

// Event says what happens, without when, as a subject and what becomes of it:
// "Revenue share", "ends"; "Azure commitment", "is signed".
func Event(d *data.Dataset, e query.Event) (what, becomes string) {
	if e.Tie == nil {
		if src := d.Source(e.Source); src != nil {
			return src.Title, "appears"
		}
		return string(e.Source), "appears"
	}
	title := Title(d, e.Tie)
	switch e.Kind {
	case query.Ends:
		return title, "ends"
	case query.Begins:
		return title, "begins"
	}
	status := data.Status("")
	if place, ok := d.Statement(e.Statement); ok {
		status = place.Statement().Status
	}
	return title, becoming(status)
}

// becoming says what a statement of that status makes of a tie.
func becoming(s data.Status) string {
	switch s {
	case "":
		return "is stated anew"
	case data.InForce:
		return "is in force"
	case data.InNegotiation:
		return "is negotiated"
	case data.LetterOfIntent:
		return "has a letter of intent"
	case data.Lapsed:
		return "lapses"
	case data.Absent:
		return "is said not to exist"
	}
	return "is " + string(s)
}
