// Package outline writes a view as indented text: for reading aloud, for an
// e-mail, for whoever does not see the map. The window and the command line show
// the same words. It must not know of files, of flags, of Fyne or of drawing.
package outline

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// Text writes what is in view: parties by what they are, under each what it gives
// and what it gets; then what is to come, the notes and the sources. Whatever is
// not in view is counted.
func Text(d *data.Dataset, r *query.Result) string {
	o := &outliner{dataset: d, view: r.View, result: r, numbers: map[data.SourceID]int{}, byWeight: slices.Clone(r.Ties)}
	slices.SortStableFunc(o.byWeight, query.MoreImportant)
	for i, id := range r.Sources {
		o.numbers[id] = i + 1
	}
	o.head()
	for _, kind := range data.PartyKinds() {
		o.parties(kind)
	}
	o.upcoming()
	o.notes()
	o.sources()
	return o.text.String()
}

// outliner writes one outline; sources are numbered as in its list of sources.
type outliner struct {
	text     strings.Builder
	dataset  *data.Dataset
	view     query.View
	result   *query.Result
	numbers  map[data.SourceID]int
	byWeight []*resolve.State // the ties in view, the most important first
}

func (o *outliner) printf(format string, args ...any) { fmt.Fprintf(&o.text, format, args...) }

// paragraph adds a line of text from data at an indent; an empty text adds
// nothing.
func (o *outliner) paragraph(indent int, text string) {
	if text = words.Plain(text); text != "" {
		o.printf("%s%s\n", strings.Repeat(" ", indent), text)
	}
}

func (o *outliner) head() {
	r := o.result
	o.paragraph(0, o.dataset.Title)
	o.paragraph(0, words.Capital(words.AsOf(o.view.AsOf, o.view.KnownOn))+".")
	o.paragraph(0, words.Count(len(r.Parties), "party")+" and "+words.Count(len(r.Ties), "tie")+" are shown.")
	if line := words.HiddenLine(r.Hidden); line != "" {
		o.paragraph(0, words.Capital(line)+".")
	}
	if n := len(query.Disputes(r)); n > 0 {
		o.paragraph(0, "Sources disagree about "+words.Number(float64(n))+" of the ties and notes; it is said where.")
	}
}

// parties prints the parties of a kind that are in view.
func (o *outliner) parties(kind data.PartyKind) {
	heading := "\n" + strings.ToUpper(words.Plural(kind.Words())) + "\n"
	for _, id := range o.result.Parties {
		p := o.dataset.Party(id)
		if p.Kind != kind {
			continue
		}
		o.printf("%s", heading)
		heading = ""
		name := p.Name
		if p.Parent != "" {
			name += ", of " + words.Party(o.dataset, p.Parent)
		}
		o.paragraph(2, name)
		o.ties("from it", id, o.gives)
		o.ties("to it", id, o.gets)
	}
}

// ties prints the ties of a party in one direction.
func (o *outliner) ties(heading string, id data.PartyID, line func(*resolve.State, data.PartyID) string) {
	for _, s := range o.byWeight {
		text := line(s, id)
		if text == "" {
			continue
		}
		if heading != "" {
			o.paragraph(4, heading)
			heading = ""
		}
		o.paragraph(6, text)
	}
}

// gives tells a tie in full, at the party that it comes from; at a further
// party in short.
func (o *outliner) gives(s *resolve.State, id data.PartyID) string {
	d, t := o.dataset, s.Tie
	for _, w := range t.With {
		if w == id {
			return "with " + words.Party(d, t.From) + ", to " + words.Party(d, t.To) + ": " + words.Chip(d, s)
		}
	}
	if t.From != id {
		return ""
	}
	facts := []string{words.Holds(s)}
	for _, f := range s.Amounts {
		facts = append(facts, words.AmountFieldWithKind(f))
	}
	if len(s.Start) > 0 {
		facts = append(facts, "from "+words.Dates(s.Start))
	}
	if len(s.End) > 0 {
		facts = append(facts, "until "+words.Dates(s.End))
	}
	if s.IsDisputed() {
		facts = append(facts, words.Disputed(s))
	}
	return words.Title(d, t) + ": " + words.Sentence(d, t) + ". " + words.Capital(strings.Join(facts, "; ")) + ". " + o.cites(s)
}

// gets tells a tie in short, at the party that it goes to.
func (o *outliner) gets(s *resolve.State, id data.PartyID) string {
	if s.Tie.To != id {
		return ""
	}
	from := append([]data.PartyID{s.Tie.From}, s.Tie.With...)
	return "from " + words.List(words.Parties(o.dataset, from)) + ": " + words.Chip(o.dataset, s)
}

// cites lists the sources of a tie or note with their places: [1 ¶9, 2 ¶4].
func (o *outliner) cites(s *resolve.State) string {
	var list []string
	seen := map[string]bool{}
	for _, statement := range query.Counting(s) {
		cite := strings.TrimSpace(fmt.Sprintf("%d %s", o.numbers[statement.Source], statement.Locator))
		if !seen[cite] {
			seen[cite] = true
			list = append(list, cite)
		}
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// upcoming lists what begins and ends next.
func (o *outliner) upcoming() {
	heading := "\nCOMING UP\n"
	for _, e := range query.Upcoming(o.result) {
		o.printf("%s", heading)
		heading = ""
		verb := "ends"
		if e.Begins {
			verb = "begins"
		}
		line := words.Title(o.dataset, e.Tie.Tie) + ", " + words.Ends(o.dataset, e.Tie.Tie) + ": " + verb + " " + words.Date(e.Date) + ", " + words.DaysLeft(e.Least, e.Most)
		if e.Disputed {
			line += " (sources disagree)"
		}
		o.paragraph(2, line)
	}
}

func (o *outliner) notes() {
	heading := "\nNOTES\n"
	for _, s := range o.result.Notes {
		o.printf("%s", heading)
		heading = ""
		facts := ""
		for _, f := range s.Amounts {
			facts += ": " + words.AmountFieldWithKind(f)
		}
		title := s.Note.Title
		if title == "" {
			title = string(s.Note.ID)
		}
		o.paragraph(2, title+facts+" "+o.cites(s))
	}
}

func (o *outliner) sources() {
	heading := "\nSOURCES\n"
	for i, id := range o.result.Sources {
		o.printf("%s", heading)
		heading = ""
		o.paragraph(2, fmt.Sprintf("%d  %s", i+1, words.SourceCitation(o.dataset.Source(id), "")))
	}
}
