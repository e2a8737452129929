package picture

import (
	"fmt"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Caption returns what is printed with the picture: title, the two days, what
// is hidden, the sources.
func (s *Subject) Caption(title string, sc *scene.Scene, pal *style.Palette, ruler *style.Ruler) *paper.Caption {
	return &paper.Caption{
		Title: s.title(title), Dates: words.Capital(s.Dates()), Legend: sc.Shown.Entries, Palette: pal, Ruler: ruler,
		Layer: func(id data.LayerID) string { return words.Plain(words.Layer(s.Dataset, id)) },
		Lines: append(s.hiddenLines(sc), s.sourceLine()),
	}
}

// Dates says as of which day and as known on which day the view is.
func (s *Subject) Dates() string { return words.AsOf(s.View.AsOf, s.View.KnownOn) }

// Counts says how much is in view.
func (s *Subject) Counts() string {
	return words.Count(len(s.Drawing.Nodes), "party") + ", " + words.Count(len(s.Result.Ties), "tie")
}

// HiddenWords says how much the filters hide, "" for nothing.
func HiddenWords(h query.Hidden) string {
	switch {
	case h.Ties == 0 && h.Parties == 0:
		return ""
	case h.Parties == 0:
		return words.Count(h.Ties, "tie") + " hidden"
	default:
		return words.Count(h.Parties, "party") + " and " + words.Count(h.Ties, "tie") + " hidden"
	}
}

func (s *Subject) hiddenLines(sc *scene.Scene) []string {
	line := words.Capital(s.Counts()) + "."
	if hidden := HiddenWords(s.Result.Hidden); hidden != "" {
		var by []string
		for _, r := range s.Result.Hidden.By {
			by = append(by, fmt.Sprintf("%s (%d)", r.Filter, r.Ties))
		}
		line += " " + words.Capital(hidden) + " by filter: " + strings.Join(by, ", ") + "."
	}
	if n := sc.Shown.Bare; n > 0 {
		line += " " + words.Count(n, "line") + " without a label for want of room."
	}
	return []string{line}
}

// sourceLine numbers the sources of what is in view.
func (s *Subject) sourceLine() string {
	var list []string
	for i, id := range s.Result.Sources {
		list = append(list, fmt.Sprintf("[%d] %s", i+1, words.SourceCitation(s.Dataset.Source(id), "")))
	}
	if len(list) == 0 {
		return "No sources in view."
	}
	return "Sources: " + strings.Join(list, "; ") + "."
}

// Undated says how many of the dataset's sources have no date and so are known
// on every day; "" when all have one.
func Undated(d *data.Dataset) string {
	n := 0
	for i := range d.Sources {
		if d.Sources[i].KnownFrom().IsZero() {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %s undated", n, words.Count(len(d.Sources), "source"))
}
