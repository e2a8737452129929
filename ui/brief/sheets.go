package brief

import (
	"math"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// tieSheet lists the ties in view.
func tieSheet(s *picture.Subject) *Sheet {
	d, ties := s.Dataset, s.Result.Ties
	sheet := &Sheet{List: Ties, Columns: []Column{
		{"From", 11, false, 0},
		{"To", 11, false, 0},
		{"What", 19, false, 0},
		{"Kind", 12, false, 3},
		{"Layer", 11, false, 6},
		{"Basis", 10.5, false, 5},
		{"Status", 10, false, 1},
		{"Amount", 12, true, 1},
		{"Start", 8, false, 4},
		{"End", 8, false, 2},
		{"Sources", 8.5, true, 4},
	}}
	for _, t := range ties {
		sheet.Lines = append(sheet.Lines, Line{
			Ref: scene.Ref{Kind: scene.Tie, ID: string(t.Tie.ID)}, Parties: partiesOf(d, t.Tie), Layer: d.LayerOf(t.Tie),
			Sources: speakers(t), Faint: t.InForce == resolve.False, Disputed: t.IsDisputed(),
		})
	}
	sheet.words = func(line, column int) string { return words.Plain(tieCell(d, ties[line], column)) }
	sheet.number = func(line, column int) (float64, bool) {
		switch t := ties[line]; column {
		case 7:
			return amountOrder(t)
		case 8:
			return firstDay(t.Start)
		case 9:
			return firstDay(t.End)
		case 10:
			return float64(len(sourcesOf(t))), true
		}
		return 0, false
	}
	return sheet
}

func tieCell(d *data.Dataset, t *resolve.State, column int) string {
	switch column {
	case 0:
		return words.List(words.Parties(d, append([]data.PartyID{t.Tie.From}, t.Tie.With...)))
	case 1:
		return words.Party(d, t.Tie.To)
	case 2:
		return words.Title(d, t.Tie)
	case 3:
		return words.Kind(d, t.Tie.Kind)
	case 4:
		return words.Layer(d, d.LayerOf(t.Tie))
	case 5:
		return words.BasisName(d.BasisOf(t.Tie))
	case 6:
		return words.Statuses(t)
	case 7:
		if f := words.LeadingAmount(t); f != nil {
			return words.AmountField(*f)
		}
		return ""
	case 8:
		return datesCell(t.Start)
	case 9:
		return datesCell(t.End)
	default:
		return words.Number(float64(len(sourcesOf(t))))
	}
}

// datesCell says nothing where nothing is stated, so that a column can be read
// down.
func datesCell(readings []resolve.DateReading) string {
	if len(readings) == 0 {
		return ""
	}
	return words.Dates(readings)
}

// partiesOf lists the parties of a tie and the firms that they belong to, since a
// unit is drawn as its firm.
func partiesOf(d *data.Dataset, t *data.Tie) []string {
	var out []string
	for _, p := range t.Parties() {
		out = append(out, string(p))
		if top := d.Top(p); top != p {
			out = append(out, string(top))
		}
	}
	return out
}

// speakers lists the sources that say something of a tie, each once.
func speakers(t *resolve.State) []string {
	var out []string
	for i := range t.Verdicts {
		if id := string(t.Verdicts[i].Statement.Source); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// amountOrder sorts amounts: by the least that they can be, within a unit.
func amountOrder(t *resolve.State) (float64, bool) {
	f := words.LeadingAmount(t)
	if f == nil {
		return 0, false
	}
	n := f.Interval.Min
	if r := f.Readings[0].Value; r.Unknown {
		n = math.Inf(-1)
	} else if r.Unit != "USD" {
		n -= 1e15 // shares and chips are not to be read among sums of money
	}
	return n, true
}

func firstDay(readings []resolve.DateReading) (float64, bool) {
	if len(readings) == 0 {
		return 0, false
	}
	return float64(readings[0].Value.First()), true
}

// sourcesOf lists the sources of the statements of a tie that count, each once.
func sourcesOf(t *resolve.State) map[data.SourceID]bool {
	out := map[data.SourceID]bool{}
	for i := range t.Verdicts {
		if v := &t.Verdicts[i]; v.Standing.Counts() {
			out[v.Statement.Source] = true
		}
	}
	return out
}

// claim is a statement with the tie or note that it is of.
type claim struct {
	of      *resolve.State
	verdict *resolve.Verdict
}

// statementSheet lists the statements of the ties and notes in view.
func statementSheet(s *picture.Subject) *Sheet {
	d := s.Dataset
	sheet := &Sheet{List: Statements, Columns: []Column{
		{"From", 10, false, 2},
		{"To", 10, false, 2},
		{"What", 14, false, 0},
		{"Says", 34, false, 0},
		{"Source", 14, false, 1},
		{"Where", 8, true, 1},
		{"Stance", 10, false, 4},
		{"Effective", 11, false, 3},
		{"Standing", 9, false, 0},
	}}
	var claims []claim
	for _, list := range [][]*resolve.State{s.Result.Ties, s.Result.Notes} {
		for _, state := range list {
			for i := range state.Verdicts {
				claims = append(claims, claim{state, &state.Verdicts[i]})
			}
		}
	}
	for _, c := range claims {
		line := Line{Sources: []string{string(c.verdict.Statement.Source)}, Faint: !c.verdict.Standing.Counts() || c.verdict.Standing == resolve.Superseded, Disputed: c.verdict.Standing == resolve.Disputed}
		if t := c.of.Tie; t != nil {
			line.Ref, line.Parties, line.Layer = scene.Ref{Kind: scene.Tie, ID: string(t.ID)}, partiesOf(d, t), d.LayerOf(t)
		} else {
			line.Ref, line.Parties = scene.Ref{Kind: scene.Note, ID: string(c.of.Note.ID)}, c.of.Note.About
		}
		sheet.Lines = append(sheet.Lines, line)
	}
	sheet.words = func(line, column int) string { return words.Plain(claimCell(d, claims[line], column)) }
	sheet.number = func(line, column int) (float64, bool) {
		if date := claims[line].verdict.Statement.EffectiveIn(d); column == 7 && !date.IsZero() {
			return float64(date.First()), true
		}
		return 0, false
	}
	return sheet
}

func claimCell(d *data.Dataset, c claim, column int) string {
	s := c.verdict.Statement
	switch column {
	case 0, 1, 2:
		if c.of.Tie != nil {
			return tieCell(d, c.of, column)
		}
		return noteCell(d, c.of.Note, column)
	case 3:
		return s.Says
	case 4:
		if src := d.Source(s.Source); src != nil {
			return src.Title
		}
		return string(s.Source)
	case 5:
		return s.Locator
	case 6:
		return words.Stance(s.Stance)
	case 7:
		if date := s.EffectiveIn(d); !date.IsZero() {
			return words.Date(date)
		}
		return ""
	default:
		return words.Verdict(c.verdict)
	}
}

// noteCell is what a note says in the columns of a tie's ends and title.
func noteCell(d *data.Dataset, n *data.Note, column int) string {
	switch column {
	case 0:
		var about []string
		for _, id := range n.About {
			about = append(about, words.Party(d, data.PartyID(id)))
		}
		return words.List(about)
	case 1:
		return ""
	default:
		return n.Title
	}
}

// sourceSheet lists the sources of what is in view, and how much of it they say.
func sourceSheet(s *picture.Subject) *Sheet {
	d := s.Dataset
	sheet := &Sheet{List: Sources, Columns: []Column{
		{"Title", 36, false, 0},
		{"Publisher", 14, false, 1},
		{"Author", 12, false, 4},
		{"Published", 10, false, 1},
		{"Kind", 12, false, 3},
		{"Reliability", 9, false, 5},
		{"Statements", 9, true, 2},
		{"Ties", 5, true, 2},
	}}
	said, tied := map[data.SourceID]int{}, map[data.SourceID]int{}
	for _, list := range [][]*resolve.State{s.Result.Ties, s.Result.Notes} {
		for _, state := range list {
			for i := range state.Verdicts {
				if v := &state.Verdicts[i]; v.Standing.Counts() {
					said[v.Statement.Source]++
				}
			}
			if state.Tie != nil {
				for id := range sourcesOf(state) {
					tied[id]++
				}
			}
		}
	}
	sources := s.Result.Sources
	for _, id := range sources {
		sheet.Lines = append(sheet.Lines, Line{Ref: scene.Ref{Kind: scene.Source, ID: string(id)}})
	}
	sheet.words = func(line, column int) string {
		return words.Plain(sourceCell(d.Source(sources[line]), column, said[sources[line]], tied[sources[line]]))
	}
	sheet.number = func(line, column int) (float64, bool) {
		switch src := d.Source(sources[line]); {
		case column == 3 && !src.Published.IsZero():
			return float64(src.Published.First()), true
		case column == 6:
			return float64(said[src.ID]), true
		case column == 7:
			return float64(tied[src.ID]), true
		}
		return 0, false
	}
	return sheet
}

func sourceCell(src *data.Source, column, said, tied int) string {
	switch column {
	case 0:
		return src.Title
	case 1:
		return src.Publisher
	case 2:
		return src.Author
	case 3:
		if src.Published.IsZero() {
			return ""
		}
		return words.Date(src.Published)
	case 4:
		return words.SourceKind(src.Kind)
	case 5:
		return src.Reliability
	case 6:
		return words.Number(float64(said))
	default:
		return words.Number(float64(tied))
	}
}
