package command

import (
	"cmp"
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// diffShape is what `diff --json` prints. The four lists have every tie that is
// present on some side once; amendments say what changed in the amended ones.
type diffShape struct {
	times
	From       sideShape       `json:"from"`
	To         sideShape       `json:"to"`
	Added      []data.TieID    `json:"added"`
	Ended      []data.TieID    `json:"ended"`
	Amended    []data.TieID    `json:"amended"`
	Unchanged  []data.TieID    `json:"unchanged"`
	Amendments []amendment     `json:"amendments"`
	Neither    int             `json:"in_force_on_neither"`
	Jaccard    *float64        `json:"jaccard"`
	Statements []statementLine `json:"statements"` // those that the amendments name, of either side
}

// sideShape is one side: its file (null where both are of one) and its day.
type sideShape struct {
	File   *string `json:"file"`
	AsOf   string  `json:"as_of"`
	Hidden hidden  `json:"hidden"`
}

type amendment struct {
	ID     data.TieID       `json:"id"`
	Fields []amendmentField `json:"fields"`
}

type amendmentField struct {
	Field  string      `json:"field"`
	Before fieldOfSide `json:"before"`
	After  fieldOfSide `json:"after"`
}

// fieldOfSide is a field in words and by whom.
type fieldOfSide struct {
	Words      string             `json:"words"`
	Statements []data.StatementID `json:"statements"`
}

// statementLine says where a statement is from.
type statementLine struct {
	ID      data.StatementID `json:"id"`
	Source  data.SourceID    `json:"source"`
	Locator *string          `json:"locator"`
	Says    string           `json:"says"`
}

func diffOf(from, to side, diff *query.Diff) diffShape {
	shape := diffShape{
		times: timesOf(to.view), From: sideOf(from, from.dataset != to.dataset), To: sideOf(to, from.dataset != to.dataset),
		Added: tieIDs(diff.Added), Ended: tieIDs(diff.Ended), Amended: tieIDs(diff.Amended), Unchanged: tieIDs(diff.Unchanged),
		Amendments: []amendment{}, Neither: diff.Neither, Jaccard: diff.Jaccard,
	}
	statements := cited{}
	for _, t := range diff.Amended {
		a := amendment{ID: t.ID}
		for _, f := range t.Fields {
			a.Fields = append(a.Fields, amendmentField{f.Field, fieldOf(t.From, f.Field, f.From), fieldOf(t.To, f.Field, f.To)})
			statements.add(from.dataset, f.From)
			statements.add(to.dataset, f.To)
		}
		shape.Amendments = append(shape.Amendments, a)
	}
	shape.Statements = statements.lines()
	return shape
}

func sideOf(s side, file bool) sideShape {
	shape := sideShape{AsOf: s.view.AsOf.String(), Hidden: hiddenOf(s.result.Hidden)}
	if file {
		shape.File = &s.name
	}
	return shape
}

func tieIDs(list []query.TieDiff) []data.TieID {
	ids := make([]data.TieID, len(list))
	for i, t := range list {
		ids[i] = t.ID
	}
	return ids
}

func fieldOf(s *resolve.State, field string, by []data.StatementID) fieldOfSide {
	return fieldOfSide{words.Plain(words.FieldValue(s, field)), listOf(by)}
}

// cited collects statements of either side, once each.
type cited map[statementKey]statementLine

// statementKey tells statements apart: two files may have different ones of one
// id.
type statementKey struct {
	id     data.StatementID
	source data.SourceID
	says   string
}

func (c cited) add(of *data.Dataset, ids []data.StatementID) {
	for _, id := range ids {
		if place, ok := of.Statement(id); ok {
			s := place.Statement()
			c[statementKey{s.ID, s.Source, s.Says}] = statementLine{s.ID, s.Source, textOf(s.Locator), s.Says}
		}
	}
}

func (c cited) lines() []statementLine {
	return listOf(slices.SortedFunc(maps.Values(c), func(a, b statementLine) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Says, b.Says))
	}))
}
