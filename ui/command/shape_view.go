package command

import "entangle/data/query"

// hidden counts what the filters hide, and by which filter.
type hidden struct {
	Ties    int            `json:"ties"`
	Parties int            `json:"parties"`
	By      map[string]int `json:"by"` // ties
}

func hiddenOf(h query.Hidden) hidden {
	out := hidden{Ties: h.Ties, Parties: h.Parties, By: map[string]int{}}
	for _, r := range h.By {
		out.By[r.Filter] = r.Ties
	}
	return out
}
