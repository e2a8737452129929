package brief

import (
	"cmp"
	"slices"
	"strings"

	"entangle/data"
	"entangle/ui/picture"
	"entangle/ui/scene"
)

// List says which records a sheet lists.
type List int

// The lists of the table.
const (
	Ties List = iota
	Statements
	Sources
)

// Lists are all of them, in the order in which they are offered.
func Lists() []List { return []List{Ties, Statements, Sources} }

// Noun is what a list is of, for one.
func (l List) Noun() string { return [...]string{"tie", "statement", "source"}[l] }

// Column is one of a sheet.
type Column struct {
	Name  string
	Share float64 // of the width, beside the shares of the others
	Right bool    // numbers line up at the right
	Rank  int     // where there is no room, the highest is left out first; never 0
}

// Line is a record of a sheet.
type Line struct {
	Ref      scene.Ref // what following it selects
	Parties  []string  // that it is about
	Sources  []string  // that speak in it
	Layer    data.LayerID
	Faint    bool // not in force, or superseded
	Disputed bool
	at       int // in the order in which it was listed first
}

// Sheet is a list of records as a table: words for every column, made when they
// are asked for. It is immutable; sorting makes another one.
type Sheet struct {
	List    List
	Columns []Column
	Lines   []Line

	words  func(line, column int) string
	number func(line, column int) (float64, bool) // by which a column is sorted; false: by its words
}

// NewSheet lists what is in view of a subject.
func NewSheet(s *picture.Subject, l List) *Sheet {
	var sheet *Sheet
	switch l {
	case Statements:
		sheet = statementSheet(s)
	case Sources:
		sheet = sourceSheet(s)
	default:
		sheet = tieSheet(s)
	}
	return sheet.numbered()
}

// SheetOf makes a sheet of lines and of what they say in each column, sorted by
// these words.
func SheetOf(l List, columns []Column, lines []Line, words func(line, column int) string) *Sheet {
	s := &Sheet{List: l, Columns: columns, Lines: slices.Clone(lines), words: words}
	s.number = func(int, int) (float64, bool) { return 0, false }
	return s.numbered()
}

// numbered notes in which order the lines were listed first.
func (s *Sheet) numbered() *Sheet {
	for i := range s.Lines {
		s.Lines[i].at = i
	}
	return s
}

// Cell is what a line says in a column.
func (s *Sheet) Cell(line, column int) string { return s.words(s.Lines[line].at, column) }

// Sorted returns the sheet in the order of a column, falling if down. Lines that
// say nothing there come last both ways; equals stay as they were listed first.
func (s *Sheet) Sorted(column int, down bool) *Sheet {
	type key struct {
		line   Line
		text   string
		number float64
		known  bool
	}
	keys := make([]key, len(s.Lines))
	for i, l := range s.Lines {
		k := key{line: l, text: strings.ToLower(s.words(l.at, column))}
		k.known = k.text != ""
		if n, ok := s.number(l.at, column); ok {
			k.number, k.text = n, ""
		}
		keys[i] = k
	}
	sign := 1
	if down {
		sign = -1
	}
	slices.SortFunc(keys, func(a, b key) int {
		if a.known != b.known {
			return cmp.Or(btoi(b.known)-btoi(a.known), cmp.Compare(a.line.at, b.line.at))
		}
		return cmp.Or(sign*cmp.Compare(a.number, b.number), sign*cmp.Compare(a.text, b.text), cmp.Compare(a.line.at, b.line.at))
	})
	sorted := *s
	sorted.Lines = make([]Line, len(keys))
	for i := range keys {
		sorted.Lines[i] = keys[i].line
	}
	return &sorted
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Find returns the first line that is about a record: itself, or the party that
// it is a tie of; -1 for none.
func (s *Sheet) Find(ref scene.Ref) int {
	return slices.IndexFunc(s.Lines, func(l Line) bool { return l.Holds(ref) })
}

// Holds says whether a line is about the record.
func (l Line) Holds(ref scene.Ref) bool {
	switch ref.Kind {
	case scene.Party:
		return slices.Contains(l.Parties, ref.ID)
	case scene.Source:
		return l.Ref == ref || slices.Contains(l.Sources, ref.ID)
	}
	return ref.Kind != scene.None && l.Ref == ref
}

// Counts says how many records each list has in view.
func Counts(s *picture.Subject) map[List]int {
	out := map[List]int{Ties: len(s.Result.Ties), Sources: len(s.Result.Sources)}
	for _, t := range s.Result.Ties {
		out[Statements] += len(t.Verdicts)
	}
	for _, n := range s.Result.Notes {
		out[Statements] += len(n.Verdicts)
	}
	return out
}
