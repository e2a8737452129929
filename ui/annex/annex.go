// Package annex writes the evidence behind a picture: every tie that is drawn,
// with its statements and their sources, numbered as the footnotes of the
// picture are. It must not know of Fyne, of files, or of how pages are drawn.
package annex

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// Entry is the evidence for a tie, or a note about what is drawn.
type Entry struct {
	Number     int
	Title      string
	Kind       string   // what kind of tie; "" for a note
	Facts      []string // status, amounts, dates
	Disagrees  string   // in what its sources disagree; "" when they do not
	Statements []Statement
}

// Statement is one claim of one source.
type Statement struct {
	Label  string // the number of its entry and a letter: 12a
	Says   string
	How    string // who says it where, in which voice, and how it stands
	Source int    // the number of its source
	Link   string // http, https or mailto; "" for none
	Past   bool   // it does not stand, or not yet
}

// Evidence returns the ties in view in the order of the drawing, then the notes.
func Evidence(s *picture.Subject) []Entry {
	w := writer{s: s, labels: map[data.StatementID]string{}, numbers: s.Numbering()}
	states := w.order()
	for i, state := range states {
		for k := range state.Verdicts {
			w.labels[state.Verdicts[k].Statement.ID] = fmt.Sprintf("%d%s", i+1, letter(k))
		}
	}
	entries := make([]Entry, len(states))
	for i, state := range states {
		entries[i] = w.entry(i+1, state)
	}
	return entries
}

// letter counts a, b … z, aa, ab …
func letter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

type writer struct {
	s       *picture.Subject
	labels  map[data.StatementID]string
	numbers map[data.SourceID]int
}

// order lists what is in view: ties as they are drawn, from party to party, then
// those that stand behind no line, then notes.
func (w writer) order() []*resolve.State {
	var out []*resolve.State
	there := map[data.TieID]bool{}
	add := func(t *resolve.State) {
		if !there[t.Tie.ID] {
			there[t.Tie.ID] = true
			out = append(out, t)
		}
	}
	for _, b := range w.s.Drawing.Bundles {
		for _, t := range b.Ties {
			add(t)
		}
	}
	for _, t := range w.s.Result.Ties {
		add(t)
	}
	return append(out, w.s.Result.Notes...)
}

func (w writer) entry(number int, state *resolve.State) Entry {
	d := w.s.Dataset
	e := Entry{Number: number}
	if t := state.Tie; t != nil {
		e.Title = words.Plain(words.Sentence(d, t) + " – " + words.Title(d, t))
		e.Kind = words.Plain(words.Kind(d, t.Kind)) + ", " + words.BasisName(d.BasisOf(t)) + ", " + words.Plain(words.Layer(d, d.LayerOf(t)))
		e.Facts = w.facts(state)
	} else {
		e.Title = "Note: " + words.Plain(state.Note.Title)
	}
	var fields []string
	for _, f := range state.Disputed {
		fields = append(fields, words.Field(f))
	}
	e.Disagrees = words.List(fields)
	for i := range state.Verdicts {
		e.Statements = append(e.Statements, w.statement(&state.Verdicts[i]))
	}
	return e
}

func (w writer) facts(state *resolve.State) []string {
	out := []string{"Status: " + words.Holds(state)}
	for _, a := range state.Amounts {
		out = append(out, "Amount: "+w.s.Numbers.AmountFieldWithKind(a))
	}
	if len(state.Amounts) == 0 {
		out = append(out, "Amount: "+words.NotRecorded)
	}
	return append(out, "Start: "+words.Dates(state.Start), "End: "+words.Dates(state.End))
}

func (w writer) statement(v *resolve.Verdict) Statement {
	d, st := w.s.Dataset, v.Statement
	out := Statement{
		Label: w.labels[st.ID], Says: words.Plain(st.Says), Source: w.numbers[st.Source],
		Past: v.Standing != resolve.Stands && v.Standing != resolve.Disputed,
	}
	var how []string
	if src := d.Source(st.Source); src != nil {
		how = append(how, words.SourceLine(src, st.Locator))
		out.Link = words.SafeLink(src.URL)
	}
	how = append(how, words.Asserter(d, st), words.Stance(st.Stance))
	if !st.Effective.IsZero() {
		how = append(how, words.From(st.Effective))
	}
	why := w.why(v)
	if why == "" {
		why = words.Verdict(v)
	}
	how = append(how, why)
	out.How = strings.Join(slices.DeleteFunc(how, func(part string) bool { return part == "" }), " · ")
	return out
}

// why says which other statements a verdict comes from.
func (w writer) why(v *resolve.Verdict) string {
	var parts []string
	add := func(what string, ids []data.StatementID) {
		var names []string
		for _, id := range ids {
			if label := w.labels[id]; label != "" {
				names = append(names, label)
			} else {
				names = append(names, string(id))
			}
		}
		if len(names) > 0 {
			parts = append(parts, what+" "+words.List(names))
		}
	}
	if v.Standing.Counts() {
		if v.Standing == resolve.Superseded {
			add("superseded by", v.ReplacedBy)
		} else {
			add("in part superseded by", v.ReplacedBy)
		}
		add("disputed by", v.DisputedBy)
		add("agrees with", v.Corroborates)
	}
	return strings.Join(parts, "; ")
}
