package command

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// tieShape is a tie or note of `show --json`.
type tieShape struct {
	ID               string           `json:"id"`
	Kind             *string          `json:"kind"`
	Title            *string          `json:"title"`
	*ends                             // of a tie
	*about                            // of a note
	Basis            *string          `json:"basis"`
	Layer            *string          `json:"layer"`
	Assets           []data.PartyID   `json:"assets"`
	Agreement        *string          `json:"agreement"`
	Substitutability *string          `json:"substitutability"`
	InForce          resolve.Truth    `json:"in_force"`
	Status           *string          `json:"status"`
	Start            *string          `json:"start"`
	End              *string          `json:"end"`
	Amounts          []amountField    `json:"amounts"`
	Disputed         []string         `json:"disputed"`
	Readings         readings         `json:"readings"`
	Statements       []statementShape `json:"statements"`
	Notes            []data.NoteID    `json:"notes"`
	times
}

type ends struct {
	From data.PartyID   `json:"from"`
	To   data.PartyID   `json:"to"`
	With []data.PartyID `json:"with"`
}

type about struct {
	About []string `json:"about"`
	Topic *string  `json:"topic"`
}

// readings lists every value of the three plain fields with its statements.
type readings struct {
	Status []reading `json:"status"`
	Start  []reading `json:"start"`
	End    []reading `json:"end"`
}

type reading struct {
	Value      string             `json:"value"`
	Statements []data.StatementID `json:"statements"`
}

func tieOf(d *data.Dataset, s *resolve.State, v query.View) tieShape {
	t := s.Tie
	shape := stateOf(d, s, t.Statements, v)
	shape.ID, shape.Kind, shape.Title = string(t.ID), textOf(t.Kind), textOf(t.Title)
	shape.ends = &ends{t.From, t.To, sorted(t.With)}
	shape.Basis, shape.Layer = textOf(d.BasisOf(t)), textOf(d.LayerOf(t))
	shape.Assets, shape.Agreement = sorted(t.Assets), textOf(t.Agreement)
	if word, ok := s.SubstitutabilityValue(); ok {
		shape.Substitutability = textOf(word)
	}
	return shape
}

func noteOf(d *data.Dataset, s *resolve.State, v query.View) tieShape {
	n := s.Note
	shape := stateOf(d, s, n.Statements, v)
	shape.ID, shape.Title = string(n.ID), textOf(n.Title)
	shape.about = &about{sorted(n.About), textOf(n.Topic)}
	shape.Assets = []data.PartyID{}
	return shape
}

// stateOf fills in what a tie and a note have in common.
func stateOf(d *data.Dataset, s *resolve.State, statements []data.Statement, v query.View) tieShape {
	shape := tieShape{
		InForce: s.InForce, Status: valueOf(s.Status, statusReading), Start: valueOf(s.Start, dateReading), End: valueOf(s.End, dateReading),
		Disputed: listOf(s.Disputed), Amounts: []amountField{}, Statements: []statementShape{}, times: timesOf(v),
		Readings: readings{each(s.Status, statusReading), each(s.Start, dateReading), each(s.End, dateReading)},
	}
	for _, f := range s.Amounts {
		shape.Amounts = append(shape.Amounts, amountFieldOf(f))
	}
	for i := range statements {
		shape.Statements = append(shape.Statements, statementOf(d, &statements[i], s.Verdict(statements[i].ID)))
	}
	shape.Statements = byID(shape.Statements, func(s statementShape) string { return string(s.ID) })
	id := ""
	if s.Tie != nil {
		id = string(s.Tie.ID)
	} else {
		id = string(s.Note.ID)
	}
	shape.Notes = notesAbout(d, id)
	return shape
}

func statusReading(r resolve.StatusReading) reading {
	return reading{string(r.Value), listOf(r.Statements)}
}

func dateReading(r resolve.DateReading) reading {
	return reading{r.Value.String(), listOf(r.Statements)}
}

func each[R any](list []R, shape func(R) reading) []reading {
	out := []reading{}
	for _, r := range list {
		out = append(out, shape(r))
	}
	return out
}

// valueOf is the value of a field that has exactly one reading, else nil.
func valueOf[R any](list []R, shape func(R) reading) *string {
	if len(list) != 1 {
		return nil
	}
	return textOf(shape(list[0]).Value)
}

// statementShape is a statement of `show --json`.
type statementShape struct {
	ID               data.StatementID   `json:"id"`
	Source           data.SourceID      `json:"source"`
	Locator          *string            `json:"locator"`
	Says             string             `json:"says"`
	By               *string            `json:"by"`
	Stance           *string            `json:"stance"`
	Effective        *string            `json:"effective"`
	Status           *string            `json:"status"`
	Amount           any                `json:"amount"` // null, one, or a list
	Start            *string            `json:"start"`
	End              *string            `json:"end"`
	Scope            *scope             `json:"scope"`
	Condition        *string            `json:"condition"`
	Change           *string            `json:"change"`
	Substitutability *string            `json:"substitutability"`
	Supersedes       []data.StatementID `json:"supersedes"`
	Withdraws        []data.StatementID `json:"withdraws"`
	Disputes         []data.StatementID `json:"disputes"`
	Confidence       *int               `json:"confidence"`
	Standing         resolve.Standing   `json:"standing"`
	ReplacedBy       []data.StatementID `json:"replaced_by"`
	Corroborates     []data.StatementID `json:"corroborates"`
	DisputedBy       []data.StatementID `json:"disputed_by"`
}

type scope struct {
	Text      *string  `json:"text"`
	Products  []string `json:"products"`
	Customers []string `json:"customers"`
	Clouds    []string `json:"clouds"`
}

func statementOf(d *data.Dataset, s *data.Statement, v *resolve.Verdict) statementShape {
	shape := statementShape{
		ID: s.ID, Source: s.Source, Locator: textOf(s.Locator), Says: s.Says, By: textOf(s.By), Stance: textOf(s.Stance),
		Effective: dateOf(s.EffectiveIn(d)), Status: textOf(s.Status), Start: dateOf(s.Start), End: dateOf(s.End),
		Condition: textOf(s.Condition), Change: textOf(s.Change), Substitutability: textOf(s.Substitutability),
		Supersedes: sorted(s.Supersedes), Withdraws: sorted(s.Withdraws), Disputes: sorted(s.Disputes),
		Confidence: placeOf(s.Confidence), Amount: amountsOf(s.Amounts),
		Standing: v.Standing, ReplacedBy: listOf(v.ReplacedBy), Corroborates: listOf(v.Corroborates), DisputedBy: listOf(v.DisputedBy),
	}
	if !s.Scope.IsZero() {
		shape.Scope = &scope{textOf(s.Scope.Text), listOf(s.Scope.Products), listOf(s.Scope.Customers), listOf(s.Scope.Clouds)}
	}
	return shape
}
