package interchange

import (
	"entangle/data"
	"entangle/data/query"
)

// cslItem is a source in CSL-JSON (citationstyles.org).
type cslItem struct {
	ID        data.SourceID `json:"id"`
	Type      string        `json:"type"`
	Title     string        `json:"title"`
	Author    []cslName     `json:"author,omitempty"`
	Publisher string        `json:"publisher,omitempty"`
	Genre     string        `json:"genre,omitempty"`
	Issued    *cslDate      `json:"issued,omitempty"`
	Accessed  *cslDate      `json:"accessed,omitempty"`
	URL       string        `json:"URL,omitempty"`
	Archive   string        `json:"archive_location,omitempty"`
}

// cslName is a name that is not taken apart.
type cslName struct {
	Literal string `json:"literal"`
}

// cslDate is one day, month or year, or a span of two days. A date that has no
// first or no last day is only told as it is written.
type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// cslJSON writes the sources of a view as CSL-JSON.
func cslJSON(d *data.Dataset, r *query.Result) ([]byte, error) {
	items := []cslItem{}
	for _, id := range r.Sources {
		s := d.Source(id)
		if s == nil {
			continue
		}
		item := cslItem{
			ID: s.ID, Type: cslType(s.Kind), Title: s.Title, Publisher: s.Publisher, Genre: string(s.Kind),
			Issued: cslDateOf(s.Published), Accessed: cslDateOf(s.Retrieved), URL: data.SafeLink(s.URL), Archive: data.SafeLink(s.Archive),
		}
		if s.Author != "" {
			item.Author = []cslName{{s.Author}}
		}
		items = append(items, item)
	}
	return JSON(items)
}

func cslType(k data.SourceKind) string {
	switch k {
	case "news", "digest":
		return "article-newspaper"
	case "research", "filing", "official":
		return "report"
	}
	return "document"
}

// cslDateOf writes a day, month or year as such, and any other date by its first
// and last day.
func cslDateOf(d data.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	if dayText(d.First()) == "" || dayText(d.Last()) == "" {
		return &cslDate{Literal: d.String()}
	}
	first, last := d.First().Time(), d.Last().Time()
	from := []int{first.Year(), int(first.Month()), first.Day()}
	to := []int{last.Year(), int(last.Month()), last.Day()}
	switch year, month := yearAndMonth(d); {
	case d.First() == d.Last():
		return &cslDate{Parts: [][]int{from}}
	case month != "" && first.Day() == 1 && last.AddDate(0, 0, 1).Day() == 1:
		return &cslDate{Parts: [][]int{from[:2]}}
	case year != "" && first.YearDay() == 1 && last.AddDate(0, 0, 1).YearDay() == 1:
		return &cslDate{Parts: [][]int{from[:1]}}
	}
	return &cslDate{Parts: [][]int{from, to}}
}
