package annex

import (
	"fmt"
	"strings"

	"entangle/ui/pace"
	"entangle/ui/paper"
	"entangle/ui/picture"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Sizes of type on paper, in page points, and how far statements are set in.
const (
	titleSize = 22.0
	tieSize   = 15.0
	textSize  = 13.0
	smallSize = 11.5
	indent    = 44.0
)

// If returns Pages where an annex is asked for, else nil.
func If(asked bool) func(*picture.Subject, string, *style.Ruler, pace.Pace) []*paper.Page {
	if !asked {
		return nil
	}
	return Pages
}

// Pages sets the evidence behind a picture on pages that follow it; none when it
// had to end.
func Pages(s *picture.Subject, title string, ruler *style.Ruler, pc pace.Pace) []*paper.Page {
	pal := style.Of(style.Print)
	prose := &paper.Prose{
		Left: "Evidence: " + title, Right: s.Dates(), Foot: s.Provenance(), Palette: pal, Ruler: ruler,
	}
	entries := Evidence(s)
	prose.Block([]paper.Bookmark{{Name: "Evidence"}},
		paper.Paragraph{Text: "Evidence", Size: titleSize, Bold: true, Colour: pal.Ink},
		paper.Paragraph{
			Text: words.Capital(s.Dates()) + ". " + words.Capital(s.Counts()) + ". Each statement gives what its source says " +
				"in words of the dataset, and how it stands on the day. Numbers in brackets are those of the sources in the picture and at the end.",
			Size: textSize, Colour: pal.Muted, Before: 4,
		})
	for i, e := range entries {
		if pc.At(0.1+0.9*float64(i)/float64(len(entries))) != nil {
			return nil
		}
		set(prose, pal, e)
	}
	sources(prose, pal, s)
	return prose.Pages(2)
}

// set puts an entry down: its head and first statement are kept together.
func set(prose *paper.Prose, pal *style.Palette, e Entry) {
	head := []paper.Paragraph{{
		Text: e.Title, Label: fmt.Sprint(e.Number), Size: tieSize, Bold: true, Colour: pal.Ink, Indent: indent, Before: 18,
	}}
	for _, text := range []string{words.Capital(e.Kind), strings.Join(e.Facts, " · ")} {
		if text != "" {
			head = append(head, paper.Paragraph{Text: text, Size: smallSize, Colour: pal.Muted, Indent: indent})
		}
	}
	if e.Disagrees != "" {
		head = append(head, paper.Paragraph{Text: "Sources disagree: " + e.Disagrees, Size: smallSize, Bold: true, Colour: pal.Ink, Indent: indent})
	}
	marks := []paper.Bookmark{{Name: fmt.Sprintf("%d %s", e.Number, e.Title), Level: 1}}
	for _, st := range e.Statements {
		prose.Block(marks, append(head, statement(pal, st)...)...)
		head, marks = nil, nil
	}
}

func statement(pal *style.Palette, st Statement) []paper.Paragraph {
	colour := pal.Ink
	if st.Past {
		colour = pal.Muted
	}
	how := st.How
	if st.Source > 0 {
		how = fmt.Sprintf("[%d] %s", st.Source, how)
	}
	return []paper.Paragraph{
		{Text: st.Says, Label: st.Label, Size: textSize, Colour: colour, Indent: indent, Before: 7},
		{Text: how, Size: smallSize, Colour: pal.Muted, Indent: indent, Link: st.Link},
	}
}

// sources lists the sources of what is in view, with the ids that they have in
// the dataset and in a bibliography of it.
func sources(prose *paper.Prose, pal *style.Palette, s *picture.Subject) {
	head := []paper.Paragraph{{Text: "Sources", Size: titleSize, Bold: true, Colour: pal.Ink, Before: 28}}
	marks := []paper.Bookmark{{Name: "Sources"}}
	ids := s.Sources()
	for i, f := range s.Footnotes() {
		prose.Block(marks, append(head, paper.Paragraph{
			Text: f.Text, Label: fmt.Sprintf("[%d]", f.Number), Size: textSize, Colour: pal.Ink, Indent: indent, Link: f.Link, Before: 6,
		}, paper.Paragraph{
			Text: string(ids[i]), Size: smallSize, Colour: pal.Muted, Indent: indent,
		})...)
		head, marks = nil, nil
	}
}
