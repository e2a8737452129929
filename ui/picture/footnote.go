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

// Sources lists the sources of what is drawn, by id: of what is in view, and in a
// comparison of what was in view on the second day.
func (s *Subject) Sources() []data.SourceID {
	if s.Compared == nil {
		return s.Result.Sources
	}
	return union(s.Result.Sources, s.Compared.Before.Sources)
}

// Numbering gives the sources their numbers, from 1 on. Pictures of several days
// in one frame share theirs: a source has the same number in each.
func (s *Subject) Numbering() map[data.SourceID]int {
	all := s.Sources()
	if len(s.framed) > 0 {
		all = union(all, s.framed)
	}
	numbers := map[data.SourceID]int{}
	for i, id := range all {
		numbers[id] = i + 1
	}
	return numbers
}

// Footnotes lists the sources of what is drawn, in the order of Sources.
func (s *Subject) Footnotes() []paper.Footnote {
	var out []paper.Footnote
	numbers := s.Numbering()
	for _, id := range s.Sources() {
		source := s.Dataset.Source(id)
		out = append(out, paper.Footnote{Number: numbers[id], Text: words.SourceCitation(source, ""), Link: words.SafeLink(source.URL)})
	}
	return out
}

// union returns the ids of both lists once each, sorted.
func union(a, b []data.SourceID) []data.SourceID {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// index finds what marks stand for; a picture asks for every one of them.
type index struct {
	s       *Subject
	numbers map[data.SourceID]int
	ties    map[scene.Ref][]*resolve.State
	bundles map[string]*query.Bundle
}

func (s *Subject) index() *index {
	x := &index{s: s, numbers: s.Numbering(), ties: map[scene.Ref][]*resolve.State{}, bundles: map[string]*query.Bundle{}}
	for i := range s.Drawing.Bundles {
		b := &s.Drawing.Bundles[i]
		x.bundles[b.ID] = b
		x.ties[scene.Ref{Kind: scene.Bundle, ID: b.ID}] = b.Ties
		for _, t := range b.Ties {
			x.ties[scene.Ref{Kind: scene.Tie, ID: string(t.Tie.ID)}] = []*resolve.State{t}
		}
	}
	return x
}

// cited lists the numbers of the sources behind a mark, each once.
func (x *index) cited(ref scene.Ref) []int {
	var out []int
	for _, t := range x.ties[ref] {
		for _, statement := range query.Counting(t) {
			if n := x.numbers[statement.Source]; n > 0 && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return out
}

// link returns where a mark leads: to the source of the first statement that
// stands, of the first tie that has one with a link.
func (x *index) link(ref scene.Ref) string {
	fallback := ""
	for _, t := range x.ties[ref] {
		for _, v := range t.Verdicts {
			source := x.s.Dataset.Source(v.Statement.Source)
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

// behind lists the ties behind a line of several.
func (x *index) behind(ref scene.Ref) []scene.Ref {
	if ref.Kind != scene.Bundle {
		return nil
	}
	var out []scene.Ref
	for _, t := range x.ties[ref] {
		out = append(out, scene.Ref{Kind: scene.Tie, ID: string(t.Tie.ID)})
	}
	return out
}

// name says in words what a mark stands for.
func (x *index) name(ref scene.Ref) string {
	d := x.s.Dataset
	switch ref.Kind {
	case scene.Bundle:
		if b := x.bundles[ref.ID]; b != nil {
			return words.Plain(words.Party(d, b.From) + " to " + words.Party(d, b.To))
		}
	case scene.Tie:
		for _, t := range x.ties[ref] {
			return words.Plain(words.Sentence(d, t.Tie))
		}
	case scene.Party:
		if d.Party(data.PartyID(ref.ID)) != nil {
			return words.Plain(words.Party(d, data.PartyID(ref.ID)))
		}
	}
	return ref.ID
}

// numberSize is that of a footnote's number on a label, in points.
const numberSize = 8.0

// marks sets the numbers of the sources at the upper right corner of every
// label, each a link to its source; at the lower one of the cells of a matrix,
// which have their sign of disagreement above.
func (x *index) marks(sc *scene.Scene, pal *style.Palette, ruler *style.Ruler) (marks []scene.Mark, links map[int]string) {
	links = map[int]string{}
	for _, label := range sc.Labels() {
		text := ranges(x.cited(label.Ref))
		if text == "" {
			continue
		}
		width, edge := ruler.Width(text, numberSize, true), label.Rect.Min.Y
		if x.s.View.Arranged() == Matrix {
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
		links[len(marks)-1] = x.link(label.Ref)
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
