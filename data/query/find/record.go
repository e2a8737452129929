package find

import (
	"strings"

	"entangle/data"
)

// Kind is what sort of record was found. Of equally good ones the earlier kind
// stands first.
type Kind int

// The kinds of record.
const (
	Party Kind = iota
	Tie
	Source
	Note
	Statement
)

// FieldName says which part of a record a text is.
type FieldName int

// The parts of records.
const (
	Name FieldName = iota
	Alias
	Title
	PartyKind
	TieKind
	Layer
	Identifier
	Parties // the ends of a tie
	Package // the agreement that a tie is part of
	Amount
	Scope
	Condition
	Publisher
	Author
	SourceKind
	Topic
	Says
	By
	Locator
	ID
	Context // what a statement is about: it helps to find it, and is no answer by itself
)

// weight is how much a word tells that stands in such a field.
func (n FieldName) weight() float32 {
	switch n {
	case Name:
		return 10
	case Alias:
		return 9
	case Title, Publisher, Author:
		return 7
	case Identifier:
		return 6
	case TieKind, PartyKind, SourceKind:
		return 5
	case Parties, Amount, Layer:
		return 4
	case Scope, Condition, Says, Package:
		return 3
	case By, Topic:
		return 2
	case Context:
		return 0.5
	default:
		return 1
	}
}

// Field is a text of a record.
type Field struct {
	Name FieldName
	Text string
}

// record is what can be found.
type record struct {
	kind   Kind
	id, of string
	fields []Field
}

func (r *record) add(name FieldName, texts ...string) {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			r.fields = append(r.fields, Field{name, text})
		}
	}
}

// reader makes records of a dataset.
type reader struct {
	d      *data.Dataset
	amount func(data.Amount) string
	list   []record
}

func (r *reader) read() []record {
	for i := range r.d.Parties {
		r.party(&r.d.Parties[i])
	}
	for i := range r.d.Ties {
		r.tie(&r.d.Ties[i])
	}
	for i := range r.d.Notes {
		r.note(&r.d.Notes[i])
	}
	for i := range r.d.Sources {
		r.source(&r.d.Sources[i])
	}
	return r.list
}

func (r *reader) party(p *data.Party) {
	rec := record{kind: Party, id: string(p.ID)}
	rec.add(Name, p.Name)
	rec.add(Alias, p.Aliases...)
	rec.add(PartyKind, p.Kind.Words())
	rec.add(Identifier, p.Identifiers["ticker"], p.Identifiers["lei"])
	rec.add(ID, string(p.ID))
	r.list = append(r.list, rec)
}

func (r *reader) tie(t *data.Tie) {
	rec := record{kind: Tie, id: string(t.ID)}
	kind, _ := r.d.Kind(t.Kind)
	names := r.names(t)
	rec.add(Title, t.Title)
	rec.add(TieKind, kind.Name)
	if l, ok := r.d.Layer(r.d.LayerOf(t)); ok {
		rec.add(Layer, l.Name)
	}
	rec.add(Parties, names)
	if a := r.d.Agreement(t.Agreement); a != nil {
		rec.add(Package, a.Title)
	}
	about := once{}
	for i := range t.Statements {
		s := &t.Statements[i]
		for _, a := range s.Amounts {
			about.add(&rec, Amount, r.amount(a))
			about.add(&rec, Condition, a.Condition)
		}
		scope := append([]string{s.Scope.Text}, s.Scope.Products...)
		about.add(&rec, Scope, append(append(scope, s.Scope.Customers...), s.Scope.Clouds...)...)
		about.add(&rec, Condition, s.Condition)
	}
	rec.add(ID, string(t.ID))
	r.list = append(r.list, rec)
	context := t.Title
	if context == "" {
		context = kind.Name
	}
	r.statements(t.Statements, string(t.ID), context, names)
}

// names lists the parties of a tie, giver first.
func (r *reader) names(t *data.Tie) string {
	var list []string
	for _, id := range t.Parties() {
		if p := r.d.Party(id); p != nil {
			list = append(list, p.Name)
		}
	}
	return strings.Join(list, ", ")
}

func (r *reader) note(n *data.Note) {
	rec := record{kind: Note, id: string(n.ID)}
	rec.add(Title, n.Title)
	rec.add(Topic, n.Topic)
	for i := range n.Statements {
		for _, a := range n.Statements[i].Amounts {
			rec.add(Amount, r.amount(a))
		}
	}
	rec.add(ID, string(n.ID))
	r.list = append(r.list, rec)
	r.statements(n.Statements, string(n.ID), n.Title)
}

func (r *reader) statements(list []data.Statement, of string, context ...string) {
	for i := range list {
		s := &list[i]
		rec := record{kind: Statement, id: string(s.ID), of: of}
		rec.add(Says, s.Says)
		by := s.By
		if p := r.d.Party(data.PartyID(s.By)); p != nil {
			by = p.Name
		}
		rec.add(By, by)
		rec.add(Locator, s.Locator)
		if src := r.d.Source(s.Source); src != nil {
			rec.add(Context, src.Publisher, src.Author)
		}
		rec.add(Context, context...)
		r.list = append(r.list, rec)
	}
}

func (r *reader) source(s *data.Source) {
	rec := record{kind: Source, id: string(s.ID)}
	rec.add(Title, s.Title)
	rec.add(Publisher, s.Publisher)
	rec.add(Author, s.Author)
	rec.add(SourceKind, strings.ReplaceAll(string(s.Kind), "-", " "))
	rec.add(ID, string(s.ID))
	r.list = append(r.list, rec)
}

// once keeps what several statements repeat from being a field again and again.
type once map[Field]bool

func (o once) add(rec *record, name FieldName, texts ...string) {
	for _, text := range texts {
		if f := (Field{name, text}); !o[f] {
			o[f] = true
			rec.add(name, text)
		}
	}
}
