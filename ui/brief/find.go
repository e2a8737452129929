package brief

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"entangle/data"
	"entangle/data/query/find"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Found is the page of what a question found, the best first; chosen is the row
// where the keyboard is.
func Found(s *picture.Subject, question string, a find.Answer, chosen int) *Brief {
	b := &Brief{Kicker: "find", Title: "“" + words.Plain(question) + "”"}
	if len(a.Hits) == 0 {
		b.Lead = "Nothing in the dataset holds these words. Try fewer of them, or the beginning of a name."
		return b
	}
	b.Lead = s.Numbers.Count(len(a.Hits)+a.More, "place") + ". Up and Down choose, Enter goes there, Escape leaves."
	section := Section{}
	for i, h := range a.Hits {
		row := foundRow(s, h)
		row.Chosen, row.Act = i == chosen, Act{Verb: JumpTo, Value: strconv.Itoa(i)}
		section.Rows = append(section.Rows, row)
	}
	if a.More > 0 {
		section.Rows = append(section.Rows, Row{Words: s.Numbers.Number(float64(a.More)) + " more; another word narrows them down.", Faint: true})
	}
	b.Sections = []Section{section}
	return b
}

// Target is the record that a hit leads to: of a statement its tie or note.
func Target(d *data.Dataset, h find.Hit) scene.Ref {
	switch h.Kind {
	case find.Party:
		return scene.Ref{Kind: scene.Party, ID: h.ID}
	case find.Tie:
		return scene.Ref{Kind: scene.Tie, ID: h.ID}
	case find.Source:
		return scene.Ref{Kind: scene.Source, ID: h.ID}
	case find.Statement:
		if d.Tie(data.TieID(h.Of)) != nil {
			return scene.Ref{Kind: scene.Tie, ID: h.Of}
		}
		return scene.Ref{Kind: scene.Note, ID: h.Of}
	default:
		return scene.Ref{Kind: scene.Note, ID: h.ID}
	}
}

// foundRow names the record and what sort it is; where something else than its
// name answers the question, that stands below.
func foundRow(s *picture.Subject, h find.Hit) Row {
	d, ref := s.Dataset, Target(s.Dataset, h)
	r := Row{Ref: ref}
	switch ref.Kind {
	case scene.Party:
		p := d.Party(data.PartyID(ref.ID))
		r.Words, r.Aside = words.Plain(p.Name), p.Kind.Words()
		if p.Parent != "" {
			r.Aside += " of " + words.Plain(words.Party(d, d.Top(p.ID)))
		}
		r.Faint = !s.Result.HoldsParty(p.ID) && !s.Result.HoldsParty(d.Top(p.ID))
	case scene.Tie:
		t := d.Tie(data.TieID(ref.ID))
		r.Words, r.Aside, r.Layer = words.Plain(words.Title(d, t)), ends(d, t), d.LayerOf(t)
		r.Faint = !s.Result.Holds(t.ID)
	case scene.Source:
		r.Words, r.Aside = words.Plain(d.Source(data.SourceID(ref.ID)).Title), "source"
	default:
		r.Words, r.Aside = noteTitle(d.Note(data.NoteID(ref.ID))), "note, no tie"
	}
	if r.Faint {
		r.Aside = join(" · ", r.Aside, "not on the map")
	}
	if words.Plain(h.Field.Text) == r.Words {
		r.Found = pieces(h.Field.Text, h.Spans)
		return r
	}
	if label := fieldWords(h.Field.Name); label != "" {
		r.Quote = append(r.Quote, Piece{Text: label + ": "})
	}
	r.Quote = append(r.Quote, pieces(excerpt(h.Field.Text, h.Spans))...)
	return r
}

// fieldWords says where a text stands; what is said needs no word.
func fieldWords(n find.FieldName) string {
	return map[find.FieldName]string{
		find.Alias: "also known as", find.PartyKind: "a party of kind", find.TieKind: "kind", find.Layer: "layer", find.Identifier: "listed as", find.Parties: "between",
		find.Package: "part of", find.Amount: "amount", find.Scope: "scope", find.Condition: "condition", find.Publisher: "publisher",
		find.Author: "author", find.SourceKind: "source of kind", find.Topic: "topic", find.By: "according to", find.Locator: "at", find.ID: "id",
	}[n]
}

// pieces cuts a text where it was found.
func pieces(text string, spans []find.Span) []Piece {
	var out []Piece
	at := 0
	add := func(to int, lit bool) {
		if to > at {
			out = append(out, Piece{words.PlainPart(text[at:to]), lit})
		}
		at = to
	}
	for _, s := range spans {
		add(s.From, false)
		add(s.To, true)
	}
	add(len(text), false)
	return out
}

// The room of an excerpt, in bytes: so much before the first word that was found,
// and so much in all.
const (
	excerptBefore = 60
	excerptLength = 180
)

// excerpt cuts a long text down to where it was found, at the ends of words.
func excerpt(text string, spans []find.Span) (string, []find.Span) {
	if len(text) <= excerptLength || len(spans) == 0 {
		return text, spans
	}
	from := max(0, spans[0].From-excerptBefore)
	if from > 0 {
		from = wordEnd(text, from)
	}
	to := max(from+excerptLength, spans[0].To)
	if to < len(text) {
		to = wordEnd(text, to)
	} else {
		to = len(text)
	}
	before, after := "", ""
	if from > 0 {
		before = "…"
	}
	if to < len(text) {
		after = " …"
	}
	var moved []find.Span
	for _, s := range spans {
		if s.From >= from && s.To <= to {
			moved = append(moved, find.Span{From: s.From - from + len(before), To: s.To - from + len(before)})
		}
	}
	return before + text[from:to] + after, moved
}

// wordEnd is the end of the word at a place, or the place where a character
// begins when the word is endless.
func wordEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], ' '); n >= 0 && n < 30 {
		return at + n
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// plainPieces is what pieces say without what stands out.
func plainPieces(list []Piece) string {
	var b strings.Builder
	for _, p := range list {
		b.WriteString(p.Text)
	}
	return b.String()
}
