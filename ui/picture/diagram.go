// Package picture makes the picture of a view: which boxes and lines are drawn,
// what they say, and the page with its caption. The window and the command line
// both ask it, so a file shows what the window shows. It must not know of Fyne,
// of Graphviz or of files.
package picture

import (
	"slices"
	"sync"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Subject is a view of a dataset, resolved and filtered.
type Subject struct {
	Dataset *data.Dataset
	Web     *resolve.Web
	Result  *query.Result
	Drawing query.Drawing // what is there on the day
	Placed  query.Drawing // what is there on some day: this is what is placed, so that nothing moves with the day
	View    View
	Numbers words.Format    // how numbers are written in it
	InFocus map[string]bool // the parties and ties in focus while the rest is dimmed; nil: nothing is dimmed

	Compared *Comparison // with the second day of the view; nil for none

	framed []data.SourceID // sources of pictures in the same frame

	spoken data.Day      // up to which the dataset speaks
	ever   *query.Result // what Placed draws
	bare   bool          // its lines have no labels
	said   *said
}

// said is the diagram of a subject, made once: each selection draws it again.
type said struct {
	mu      sync.Mutex
	ruler   *style.Ruler // that measured it
	diagram *scene.Diagram
}

// Look resolves and filters a web for a view. web is of the same dataset, at
// any moment.
func Look(web *resolve.Web, v View) *Subject { return look(web, v, nil, words.Format{}) }

// LookIn looks with numbers written in a format.
func LookIn(web *resolve.Web, v View, numbers words.Format) *Subject {
	return look(web, v, nil, numbers)
}

// Look looks at the same dataset in another way. What only moves the two days
// takes over what is placed.
func (s *Subject) Look(v View) *Subject {
	moved := v
	moved.AsOf, moved.KnownOn = s.View.AsOf, s.View.KnownOn
	if moved.Shown().Equal(s.View.Shown()) {
		return look(s.Web, v, s, s.Numbers)
	}
	return look(s.Web, v, nil, s.Numbers)
}

func look(web *resolve.Web, v View, like *Subject, numbers words.Format) *Subject {
	web = web.At(v.Moment())
	s := &Subject{Dataset: web.Dataset(), Web: web, View: v, Numbers: numbers}
	s.spoken = query.Spoken(s.Dataset)
	if like != nil {
		s.Result = like.Result.Apply(web, v.Shown())
		s.ever, s.Placed = like.ever, like.Placed
	} else {
		s.Result = query.Apply(web, v.Shown())
		s.ever = query.Ever(web, v.Shown())
		s.Placed = query.Draw(s.Dataset, s.ever, v.Products)
	}
	drawn := s.Result
	if v.Comparing() {
		s.Compared = compare(web, s.Result, v)
		drawn = s.Compared.drawn(s.Result)
	}
	s.Drawing = s.Placed.On(drawn)
	s.said = &said{}
	s.keep()
	return s
}

// Fan returns the subject with the ties of a bundle drawn side by side; of none for "".
func (s *Subject) Fan(bundle string) *Subject {
	fanned := *s
	fanned.View.Fanned, fanned.said = bundle, &said{}
	return &fanned
}

// Bundle returns the bundle of that id, or nil.
func (s *Subject) Bundle(id string) *query.Bundle {
	for i := range s.Drawing.Bundles {
		if s.Drawing.Bundles[i].ID == id {
			return &s.Drawing.Bundles[i]
		}
	}
	return nil
}

// BundleOf returns the bundle that draws a tie, or nil.
func (s *Subject) BundleOf(id data.TieID) *query.Bundle {
	for i := range s.Drawing.Bundles {
		b := &s.Drawing.Bundles[i]
		if slices.ContainsFunc(b.Ties, func(t *resolve.State) bool { return t.Tie.ID == id }) {
			return b
		}
	}
	return nil
}

// Diagram says in words what is drawn on the day, measured. It must not be changed.
func (s *Subject) Diagram(ruler *style.Ruler) *scene.Diagram {
	m := s.said
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.diagram == nil || m.ruler != ruler {
		m.ruler, m.diagram = ruler, s.diagram(s.Drawing, ruler)
	}
	return m.diagram
}

// stripped is the subject without the words on its lines, which take as long to
// make as the rest, for where nobody reads them.
func (s *Subject) stripped() *Subject {
	bare := *s
	bare.bare, bare.said = true, &said{}
	return &bare
}

func (s *Subject) diagram(drawing query.Drawing, ruler *style.Ruler) *scene.Diagram {
	d := &scene.Diagram{Boxes: make([]scene.Box, 0, len(drawing.Nodes)), Lines: make([]scene.Line, 0, len(drawing.Bundles))}
	for _, n := range drawing.Nodes {
		box := scene.Box{ID: string(n.Party), Name: string(n.Party), Kind: data.OtherParty}
		if p := s.Dataset.Party(n.Party); p != nil {
			box.Name, box.Kind = words.Plain(p.Name), p.Kind
		}
		box.Word = box.Kind.Words()
		_, pinned := s.View.Pins[n.Party]
		box.Pinned = pinned && s.View.Arranged() == Web
		d.Boxes = append(d.Boxes, box)
	}
	for i := range drawing.Bundles {
		d.Lines = append(d.Lines, s.line(&drawing.Bundles[i]))
	}
	switch {
	case s.View.Arranged() == Stack:
		s.stack(d)
	case s.View.Arranged() == Web && s.View.Roles:
		s.roles(d)
	}
	d.Measure(ruler)
	return d
}

// line draws a bundle as its leading tie, with the count of the others.
func (s *Subject) line(b *query.Bundle) scene.Line {
	l := s.tieLine(b, b.Ties[0], b.ID)
	l.Ties = l.Ties[:0]
	for _, t := range b.Ties {
		l.Ties = append(l.Ties, string(t.Tie.ID))
		l.Disputed = l.Disputed || t.IsDisputed()
		l.Undated = l.Undated && s.restsOnUndated(t)
		l.Faint = l.Faint && s.standsBack(t)
	}
	if s.Compared != nil {
		s.Compared.mark(s, b, &l)
	}
	if len(b.Ties) > 1 && b.ID == s.View.Fanned {
		for _, t := range b.Ties {
			l.Fan = append(l.Fan, s.tieLine(b, t, b.ID+"/"+string(t.Tie.ID)))
		}
	}
	return l
}

func (s *Subject) tieLine(b *query.Bundle, t *resolve.State, id string) scene.Line {
	l := scene.Line{
		ID: id, From: string(b.From), To: string(b.To),
		Layer: s.Dataset.LayerOf(t.Tie), Dash: dash(b, t), Disputed: t.IsDisputed(),
		Uncertain: t.InForce == resolve.Maybe, Ties: []string{string(t.Tie.ID)},
		Undated: s.restsOnUndated(t), Faint: s.standsBack(t),
	}
	if !s.bare {
		l.Label = words.Plain(s.Numbers.Chip(s.Dataset, t))
	}
	if s.Compared != nil {
		s.Compared.mark(s, &query.Bundle{Ties: []*resolve.State{t}}, &l)
	}
	return l
}

func dash(b *query.Bundle, t *resolve.State) style.Dash {
	switch {
	case t.InForce == resolve.False:
		return style.Dotted
	case b.Technical:
		return style.Dashed
	default:
		return style.Solid
	}
}
