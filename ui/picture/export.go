package picture

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/ui/pace"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Export is how a picture is written.
type Export struct {
	Format        string // one of Formats or DataFormats
	Theme         style.Theme
	Width, Height float64 // points; 0 takes the natural size
	Scale         float64 // pixels per point of PNG; 0 is 1
	Transparent   bool
	White         bool   // a white ground instead of the theme's
	Title         string // "" takes the dataset's
	NoTitle       bool   // none at all
	NoCaption     bool
	Lit           []string   // ids of parties and ties that are lit, the rest is dimmed
	Only          []string   // ids of what is drawn of the picture, where it lies in the whole; empty for all
	OutlineText   bool       // SVG: the shapes of letters instead of text
	FrameOf       []data.Day // days whose pictures share size, scale and place with this one
	Frame         *Frame     // the same, already measured
	// Annex makes the pages that follow the picture in a PDF, of what is drawn;
	// nil for none.
	Annex func(s *Subject, title string, ruler *style.Ruler, pc pace.Pace) []*paper.Page
	Pace  pace.Pace // of all that is done for the picture
}

// Formats lists the formats that pictures can be written in.
func Formats() []string { return []string{"svg", "png", "pdf"} }

// Drawn is a picture as it is written.
type Drawn struct {
	Content []byte
	Notes   []string // what a person should know of it, in words
}

// Write places the subject and draws it.
func (s *Subject) Write(ctx context.Context, engine layout.Engine, ruler *style.Ruler, e Export) (*Drawn, error) {
	graph := s.Graph(ruler)
	placed, err := Place(ctx, engine, graph)
	if err != nil {
		return nil, fmt.Errorf("placing the picture: %w", err)
	}
	if e, err = s.Framed(ctx, engine, ruler, e); err != nil {
		return nil, err
	}
	drawn, err := s.Draw(placed, ruler, e)
	if chosen := s.View.Chosen(graph); err == nil && chosen != "" {
		drawn.Notes = append(drawn.Notes, chosen)
	}
	return drawn, err
}

// Draw draws the subject as it is placed. It ends when the pace of the export
// does, with its error.
func (s *Subject) Draw(placed layout.Placed, ruler *style.Ruler, e Export) (*Drawn, error) {
	if s.View.Arranged() == Table {
		return nil, errors.New("a table is no picture; write it as csv")
	}
	scale := e.Scale
	if scale == 0 {
		scale = 1
	}
	s, err := s.asDrawn(e)
	if err != nil {
		return nil, err
	}
	if err := e.Pace.At(0); err != nil {
		return nil, err
	}
	if !slices.Contains(Formats(), e.Format) {
		content, err := s.data(e.Format, placed)
		if err == nil {
			err = e.Pace.At(1)
		}
		if err != nil {
			return nil, err
		}
		return &Drawn{Content: content}, nil
	}
	pages, err := s.pages(placed, ruler, e)
	if err != nil {
		return nil, err
	}
	var file *paper.File
	switch drawing := e.Pace.Part(setting, 1); e.Format {
	case "png":
		file, err = paper.PNG(pages[0], scale, drawing)
	case "pdf":
		file, err = paper.PDF(pages, drawing)
	default:
		file, err = paper.SVG(pages[0], scale, e.OutlineText, drawing)
	}
	if err != nil {
		return nil, err
	}
	return &Drawn{file.Content, append(letterNotes(file), e.notes()...)}, nil
}

// setting is which share of the work is done before anything is drawn.
const setting = 0.25

// pages sets the picture on its page, and in a PDF the annex on those that follow.
func (s *Subject) pages(placed layout.Placed, ruler *style.Ruler, e Export) ([]*paper.Page, error) {
	work := e.Pace
	e.Pace = work.Part(0, setting)
	annexed := e.Format == "pdf" && e.Annex != nil
	if annexed {
		e.Pace = work.Part(0, setting/2)
	}
	pages := []*paper.Page{s.page(placed, ruler, e)}
	if annexed && work.Err() == nil {
		pages = append(pages, e.Annex(s, s.title(e), ruler, work.Part(setting/2, setting))...)
	}
	return pages, work.Err()
}

// asDrawn is the subject as an export draws it: the part that is selected, with
// the numbers of its frame.
func (s *Subject) asDrawn(e Export) (*Subject, error) {
	s, err := s.selected(e.Only)
	if err != nil || e.Frame == nil {
		return s, err
	}
	framed := *s
	framed.framed = e.Frame.sources
	return &framed, nil
}

// notes says what a person may not expect of the choices made.
func (e Export) notes() []string {
	if e.Theme == style.Dark && (e.White || e.Transparent) {
		return []string{"the dark colours have light letters, which cannot be read on a white ground; light or print is made for it"}
	}
	return nil
}

// selected returns the part of the subject that the ids hold, at the place that
// it has in the whole; no ids hold everything.
func (s *Subject) selected(ids []string) (*Subject, error) {
	if len(ids) == 0 {
		return s, nil
	}
	part := *s
	part.Result = query.Narrow(s.Result, s.Web, ids)
	part.Drawing, part.said = s.Placed.On(part.Result), &said{}
	if len(part.Result.Ties) == 0 {
		return nil, fmt.Errorf("nothing of the selection is in view: %s has no tie that the filters let pass", words.List(ids))
	}
	return &part, nil
}

// letterNotes says which letters are not drawn with a face of the program, and
// which links had no room.
func letterNotes(f *paper.File) []string {
	var notes []string
	if len(f.Faces) > 0 {
		notes = append(notes, "letters that the program's fonts lack are drawn with fonts of this system: "+words.List(f.Faces))
	}
	if len(f.Missing) > 0 {
		var letters []string
		for _, r := range f.Missing {
			letters = append(letters, fmt.Sprintf("%c (%U)", r, r))
		}
		notes = append(notes, "no font has "+words.List(letters)+"; a box stands in the picture instead")
	}
	if f.Unlinked > 0 {
		notes = append(notes, "programs that show PDF take 10,000 links on a page: there is no room for those of "+words.Count(f.Unlinked, "label")+"; the numbers on them name their sources")
	}
	return notes
}

func (e Export) palette() *style.Palette {
	if e.Theme == "" {
		return style.Of(style.Print)
	}
	return style.Of(e.Theme)
}

// page composes the picture and lays it out with its caption; nil when it had to
// end.
func (s *Subject) page(placed layout.Placed, ruler *style.Ruler, e Export) *paper.Page {
	pal, x := e.palette(), s.index()
	sc := s.onPaper(placed, scene.Look{Palette: pal, Lit: e.Lit, Pace: e.Pace.Part(0, 0.8)}, ruler)
	if e.Pace.At(0.8) != nil {
		return nil
	}
	sheet := paper.Sheet{Width: e.Width, Height: e.Height, Crop: len(e.Only) > 0}
	if e.Frame != nil {
		sheet.Frame, sheet.Beside = e.Frame.Room, e.Frame.captions
	}
	var caption *paper.Caption
	if !e.NoCaption {
		caption = s.Caption(s.title(e), sc, pal, ruler)
		sheet.Notes, sheet.NoteLinks = x.marks(sc, pal, ruler)
		if e.Format == "pdf" {
			sheet.NoteLinks = nil // the label that a number stands on leads there
		}
	}
	if e.Pace.At(0.9) != nil {
		return nil
	}
	page := paper.Fit(sc, caption, sheet)
	page.Names, page.Links, page.Behind = x.name, x.link, x.behind
	for _, label := range sc.Labels() {
		page.Layers[0].Areas = append(page.Layers[0].Areas, paper.Area{Rect: label.Rect, Link: x.link(label.Ref)})
	}
	page.Title, page.Description = s.title(e), s.describe()
	page.Mark(page.Title)
	switch {
	case e.Transparent:
		page.Background.A = 0
	case e.White:
		page.Background = style.Colour{R: 255, G: 255, B: 255, A: 255}
	}
	return page
}

// title is the one that was asked for, else the dataset's.
func (s *Subject) title(e Export) string {
	if e.Title == "" && !e.NoTitle {
		return words.Plain(s.Dataset.Title)
	}
	return words.Plain(e.Title)
}

// describe says in words what the picture shows, for readers who do not see it.
func (s *Subject) describe() string {
	parts := []string{words.Capital(s.Dates()) + ": " + s.Counts() + "."}
	for _, b := range s.Drawing.Bundles {
		for _, t := range b.Ties {
			parts = append(parts, words.Plain(words.Sentence(s.Dataset, t.Tie))+" ("+words.Statuses(t)+").")
		}
	}
	return strings.Join(parts, " ")
}
