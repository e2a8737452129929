package picture

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Number returns the number of a source in every list of this view: the
// footnotes of a picture, the annex, the exported sources. It is 0 for a source
// that nothing in view cites.
func (s *Subject) Number(id data.SourceID) int { return s.Result.Number(id) }

// Footnotes lists the sources of what is in view.
func (s *Subject) Footnotes() []paper.Footnote {
	var out []paper.Footnote
	for i, id := range s.Result.Sources {
		source := s.Dataset.Source(id)
		out = append(out, paper.Footnote{Number: i + 1, Text: words.SourceCitation(source, ""), Link: words.SafeLink(source.URL)})
	}
	return out
}

// cited lists the numbers of the sources of some ties, each once.
func (s *Subject) cited(ties []*resolve.State) []int {
	var out []int
	for _, t := range ties {
		for _, statement := range query.Counting(t) {
			if n := s.Number(statement.Source); n > 0 && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// behind lists the ties that a mark stands for.
func (s *Subject) behind(ref scene.Ref) []*resolve.State {
	switch ref.Kind {
	case scene.Bundle:
		if b := s.Bundle(ref.ID); b != nil {
			return b.Ties
		}
	case scene.Tie:
		for _, t := range s.Result.Ties {
			if string(t.Tie.ID) == ref.ID {
				return []*resolve.State{t}
			}
		}
	}
	return nil
}

// link returns where a mark leads: to the source of the first statement that
// stands, of the first tie that has one with a link.
func (s *Subject) link(ref scene.Ref) string {
	fallback := ""
	for _, t := range s.behind(ref) {
		for _, v := range t.Verdicts {
			source := s.Dataset.Source(v.Statement.Source)
			if source == nil || !v.Standing.Counts() || words.SafeLink(source.URL) == "" {
				continue
			}
			if v.Standing == resolve.Stands {
				return words.SafeLink(source.URL)
			}
			if fallback == "" {
				fallback = words.SafeLink(source.URL)
			}
		}
	}
	return fallback
}

// numberSize is that of a footnote's number on a label, in points.
const numberSize = 8.0

// numbers sets the numbers of the sources at the upper right corner of every
// label, each a link to its source; at the lower one of the cells of a matrix,
// which have their sign of disagreement above.
func (s *Subject) numbers(sc *scene.Scene, pal *style.Palette, ruler *style.Ruler) (marks []scene.Mark, links map[int]string) {
	links = map[int]string{}
	for _, label := range sc.Labels() {
		text := ranges(s.cited(s.behind(label.Ref)))
		if text == "" {
			continue
		}
		width, edge := ruler.Width(text, numberSize, true), label.Rect.Min.Y
		if s.View.Arranged() == Matrix {
			edge = label.Rect.Max.Y
		}
		at := geom.Point{X: label.Rect.Max.X - width - 3, Y: edge + numberSize*0.36}
		ground := geom.Rect{
			Min: geom.Point{X: at.X - 2.5, Y: edge - numberSize*0.55},
			Max: geom.Point{X: at.X + width + 2.5, Y: edge + numberSize*0.55},
		}
		marks = append(marks,
			scene.Mark{Shape: scene.Rect{Rect: ground, Radius: 3, Fill: pal.Page}, Bounds: ground},
			scene.TextMark(ruler, text, at, numberSize, true, pal.Muted))
		links[len(marks)-1] = s.link(label.Ref)
	}
	return marks, links
}

// ranges writes sorted numbers in short: 1–3, 7.
func ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, fmt.Sprint(numbers[i]))
		case j == i+1:
			parts = append(parts, fmt.Sprint(numbers[i]), fmt.Sprint(numbers[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ",")
}
