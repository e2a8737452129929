package ui

import (
	"context"

	"entangle/ui/brief"
	"entangle/ui/picture"
)

// countedAtOnce is up to how many ties the page of the filters is written at
// once: a twentieth of a second. Of a larger web it is counted in the background.
const countedAtOnce = 3000

// filterPage is the page of the filters and what it was counted for.
type filterPage struct {
	atOnce int // up to how many ties it is written at once
	of     *picture.Subject
	making *picture.Subject
	page   *brief.Brief
}

// filterPage returns the page of the filters, the one before or a word of
// patience while it is being counted.
func (w *Window) filterPage() *brief.Brief {
	s, f := w.state.Subject(), &w.filters
	switch {
	case len(s.Dataset.Ties) <= f.atOnce:
		return brief.Filters(s)
	case f.of == s:
		return f.page
	}
	if f.making != s {
		f.making = s
		w.jobs.run("counting what the filters would show", func(context.Context) (func(), error) {
			page := brief.Filters(s)
			return func() {
				if f.making != s {
					return // another choice was made since
				}
				f.of, f.page, f.making = s, page, nil
				w.showPage()
			}, nil
		})
	}
	if f.page == nil || f.of.Dataset != s.Dataset {
		return &brief.Brief{Kicker: "filter", Title: "What the map shows", Lead: "Counting …", Stays: true}
	}
	return f.page
}
