package picture

import (
	"context"
	"fmt"
	"strings"

	"entangle/layout"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Export is how a picture is written.
type Export struct {
	Format        string // svg or png
	Theme         style.Theme
	Width, Height float64 // points; 0 takes the natural size
	Scale         float64 // pixels per point of PNG; 0 is 1
	Transparent   bool
	White         bool   // a white ground instead of the theme's
	Title         string // "" takes the dataset's
	NoCaption     bool
	Select        []string // ids of parties and ties that are lit, the rest is dimmed
	OutlineText   bool     // SVG: the shapes of letters instead of text
}

// Formats lists the formats that pictures can be written in.
func Formats() []string { return []string{"svg", "png"} }

// Write places the subject and draws it.
func (s *Subject) Write(ctx context.Context, engine layout.Engine, ruler *style.Ruler, e Export) ([]byte, error) {
	placed, err := Place(ctx, engine, s.Graph(ruler))
	if err != nil {
		return nil, fmt.Errorf("placing the picture: %w", err)
	}
	return s.Draw(placed, ruler, e)
}

// Draw draws the subject as it is placed.
func (s *Subject) Draw(placed layout.Placed, ruler *style.Ruler, e Export) ([]byte, error) {
	scale := e.Scale
	if scale == 0 {
		scale = 1
	}
	switch e.Format {
	case "svg":
		return paper.SVG(s.page(placed, ruler, e), scale, e.OutlineText)
	case "png":
		return paper.PNG(s.page(placed, ruler, e), scale)
	default:
		return nil, fmt.Errorf("no picture can be written as %q; write %s", e.Format, strings.Join(Formats(), " or "))
	}
}

// page composes the picture and lays it out with its caption.
func (s *Subject) page(placed layout.Placed, ruler *style.Ruler, e Export) *paper.Page {
	theme := e.Theme
	if theme == "" {
		theme = style.Print
	}
	pal := style.Of(theme)
	sc := s.Compose(placed, scene.Look{Palette: pal, Lit: e.Select}, ruler)
	var caption *paper.Caption
	if !e.NoCaption {
		caption = s.Caption(e.Title, sc, pal, ruler)
	}
	page := paper.Fit(sc, caption, e.Width, e.Height)
	page.Names = s.refName
	page.Title, page.Description = s.title(e.Title), s.describe()
	switch {
	case e.Transparent:
		page.Background.A = 0
	case e.White:
		page.Background = style.Colour{R: 255, G: 255, B: 255, A: 255}
	}
	return page
}

// title is the one that was asked for, else the dataset's.
func (s *Subject) title(asked string) string {
	if asked == "" {
		asked = s.Dataset.Title
	}
	return words.Plain(asked)
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

// refName says in words what a mark stands for.
func (s *Subject) refName(ref scene.Ref) string {
	switch ref.Kind {
	case scene.Bundle:
		if b := s.Bundle(ref.ID); b != nil {
			return words.Plain(words.Party(s.Dataset, b.From) + " to " + words.Party(s.Dataset, b.To))
		}
	case scene.Tie:
		for _, t := range s.Result.Ties {
			if string(t.Tie.ID) == ref.ID {
				return words.Plain(words.Sentence(s.Dataset, t.Tie))
			}
		}
	case scene.Party:
		for _, n := range s.Drawing.Nodes {
			if string(n.Party) == ref.ID {
				return words.Plain(words.Party(s.Dataset, n.Party))
			}
		}
	}
	return ref.ID
}
