package deals

import (
	"entangle/data"
)

// fields are the keys of a map in the order in which they are written.
type fields []field

type field struct {
	name  string
	value any // fields, []fields, word, []word, string, []string, float64, int or bool
}

// word is a text that YAML takes without quotes: an id, a date, a word of a list.
type word string

// put adds a field; nothing of an empty one.
func (f fields) put(name string, value any) fields {
	switch v := value.(type) {
	case string:
		if v == "" {
			return f
		}
	case word:
		if v == "" {
			return f
		}
	case []word:
		if len(v) == 0 {
			return f
		}
	case []string:
		if len(v) == 0 {
			return f
		}
	case fields:
		if len(v) == 0 {
			return f
		}
	case []fields:
		if len(v) == 0 {
			return f
		}
	case *float64:
		if v == nil {
			return f
		}
		value = *v
	case bool:
		if !v {
			return f
		}
	case int:
		if v == 0 {
			return f
		}
	}
	return append(f, field{name, value})
}

func bare[T ~string](list []T) []word {
	out := make([]word, len(list))
	for i, v := range list {
		out[i] = word(v)
	}
	return out
}

func each[T any](list []T, tree func(*T) fields) []fields {
	out := make([]fields, len(list))
	for i := range list {
		out[i] = tree(&list[i])
	}
	return out
}

// tree is a web as the keys of the format.
func tree(d *data.Dataset) fields {
	return fields{{"format", word("entangle/1")}}.
		put("title", d.Title).put("as_of", word(d.AsOf.String())).
		put("sources", each(d.Sources, source)).put("parties", each(d.Parties, party)).
		put("agreements", each(d.Agreements, agreement)).put("ties", each(d.Ties, tie)).
		put("notes", each(d.Notes, note)).put("views", each(d.Views, view))
}

func source(s *data.Source) fields {
	return fields{}.put("id", word(s.ID)).put("title", s.Title).put("publisher", s.Publisher).put("kind", word(s.Kind)).
		put("published", word(s.Published.String())).put("url", s.URL).put("reliability", word(s.Reliability))
}

func party(p *data.Party) fields {
	return fields{}.put("id", word(p.ID)).put("name", p.Name).put("kind", word(p.Kind)).put("parent", word(p.Parent)).
		put("aliases", p.Aliases).put("offers", each(p.Offers, offer))
}

func offer(o *data.Offer) fields {
	return fields{}.put("layer", word(o.Layer)).put("needs", bare(o.Needs)).put("own", bare(o.Own))
}

func agreement(a *data.Agreement) fields {
	return fields{}.put("id", word(a.ID)).put("title", a.Title).put("parties", bare(a.Parties)).put("date", word(a.Date.String()))
}

func tie(t *data.Tie) fields {
	return fields{}.put("id", word(t.ID)).put("kind", word(t.Kind)).put("from", word(t.From)).put("to", word(t.To)).
		put("with", bare(t.With)).put("agreement", word(t.Agreement)).put("layer", word(t.Layer)).put("title", t.Title).
		put("assets", bare(t.Assets)).put("substitutability", word(t.Substitutability)).
		put("statements", each(t.Statements, statement))
}

func note(n *data.Note) fields {
	return fields{}.put("id", word(n.ID)).put("about", bare(n.About)).put("topic", n.Topic).put("title", n.Title).
		put("statements", each(n.Statements, statement))
}

func view(v *data.SavedView) fields {
	return fields{}.put("id", word(v.ID)).put("title", v.Title)
}

func statement(s *data.Statement) fields {
	f := fields{}.put("id", word(s.ID)).put("source", word(s.Source)).put("locator", s.Locator).put("says", s.Says).
		put("stance", word(s.Stance)).put("effective", word(s.Effective.String())).put("status", word(s.Status))
	if len(s.Amounts) == 1 {
		f = f.put("amount", amount(&s.Amounts[0]))
	} else {
		f = f.put("amount", each(s.Amounts, amount))
	}
	scope := fields{}.put("text", s.Scope.Text).put("customers", s.Scope.Customers)
	return f.put("start", word(s.Start.String())).put("end", word(s.End.String())).put("scope", scope).
		put("condition", s.Condition).put("change", word(s.Change)).put("supersedes", bare(s.Supersedes)).
		put("withdraws", bare(s.Withdraws)).put("disputes", bare(s.Disputes)).put("confidence", s.Confidence)
}

func amount(a *data.Amount) fields {
	horizon := fields{}
	switch {
	case a.Horizon.PerYear:
		horizon = horizon.put("per", word("year"))
	case a.Horizon.MinYears != a.Horizon.MaxYears:
		horizon = horizon.put("years", fields{{"min", a.Horizon.MinYears}, {"max", a.Horizon.MaxYears}})
	case a.Horizon.MinYears > 0:
		horizon = horizon.put("years", a.Horizon.MinYears)
	}
	return fields{}.put("exact", a.Exact).put("min", a.Min).put("max", a.Max).put("over", a.Over).put("under", a.Under).
		put("unknown", a.Unknown).put("text", a.Text).put("unit", a.Unit).put("kind", word(a.Kind)).
		put("horizon", horizon).put("condition", a.Condition).put("about", a.About).put("increase", a.Increase)
}
