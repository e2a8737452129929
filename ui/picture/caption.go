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
// is shown and hidden, the dataset, the sources.
func (s *Subject) Caption(title string, sc *scene.Scene, pal *style.Palette, ruler *style.Ruler) *paper.Caption {
	return &paper.Caption{
		Title: title, Dates: words.Capital(s.Dates()), Legend: sc.Shown.Entries, Palette: pal, Ruler: ruler,
		Layer: func(id data.LayerID) string { return words.Plain(words.Layer(s.Dataset, id)) },
		Lines: []string{s.shownLine(sc), s.Provenance()}, Sources: s.Footnotes(),
	}
}

// Dates says as of which day and as known on which day the view is,
// and with which it is compared.
func (s *Subject) Dates() string {
	text := words.AsOf(s.View.AsOf, s.View.KnownOn)
	if s.View.Comparing() {
		text += ", compared with " + words.Day(s.View.Since)
	}
	return text
}

// Counts says how much is in view.
func (s *Subject) Counts() string {
	return s.Numbers.Count(len(s.Drawing.Nodes), "party") + ", " + s.Numbers.Count(len(s.Result.Ties), "tie")
}

// HiddenWords says how much the filters hide, "" for nothing.
func HiddenWords(h query.Hidden, n words.Format) string {
	switch {
	case h.Ties == 0 && h.Parties == 0:
		return ""
	case h.Parties == 0:
		return n.Count(h.Ties, "tie") + " hidden"
	default:
		return n.Count(h.Parties, "party") + " and " + n.Count(h.Ties, "tie") + " hidden"
	}
}

// shownLine counts what is drawn, and what is not and why.
func (s *Subject) shownLine(sc *scene.Scene) string {
	line := words.Capital(s.Counts()) + "."
	if hidden := HiddenWords(s.Result.Hidden, s.Numbers); hidden != "" {
		var by []string
		for _, r := range s.Result.Hidden.By {
			by = append(by, fmt.Sprintf("%s (%d)", r.Filter, r.Ties))
		}
		line += " " + words.Capital(hidden) + " by filter: " + strings.Join(by, ", ") + "."
	}
	if s.Compared != nil {
		line += " Compared with " + words.Day(s.View.Since) + ": " + s.Compared.Counts() + "."
	}
	if undated := s.UndatedTies(); undated != "" {
		line += " " + words.Capital(undated) + "."
	}
	if focus := s.Focus(); focus != "" {
		line += " Focus: " + focus + "."
	}
	if n := sc.Shown.Unframed; n > 0 {
		line += " " + Unframed(n)
	}
	if n := sc.Shown.Bare; n > 0 {
		line += " " + s.Numbers.Count(n, "line") + " without a label for want of room."
	}
	if len(s.Sources()) == 0 {
		line += " No sources in view."
	} else if len(sc.Labels()) > 0 {
		line += " Small numbers on the labels name the sources."
	}
	return line
}

// digestShown is how many digits of a dataset's digest are printed: enough to
// tell any two files apart that somebody would mix up.
const digestShown = 16

// Provenance names the dataset and its version: its own as-of day and the
// beginning of the SHA-256 of its file.
func (s *Subject) Provenance() string {
	d := s.Dataset
	title := words.Plain(d.Title)
	if title == "" {
		title = "without a title"
	}
	line := "Dataset: " + words.Apart(title)
	if !d.AsOf.IsZero() {
		line += ", as of " + words.Date(d.AsOf)
	}
	if len(d.Digest) >= digestShown {
		line += ", SHA-256 " + d.Digest[:digestShown] + "…"
		return line
	}
	return line + "."
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
