// Package typeface knows which face every letter of a text is drawn with. Faces
// for Latin, Greek, Cyrillic, Hebrew and Arabic travel with the program; for
// other scripts one of the system is looked for, and what was used and what no
// face has is remembered, so that a reader can be told. It must not know what is
// written, or how letters are drawn.
package typeface

import (
	"maps"
	"slices"
	"sync"
	"unicode"
)

// Set is the faces that text is drawn with. It is safe for several goroutines.
type Set struct {
	mu      sync.Mutex
	faces   [2][]*Face // upright and bold: those of the program, then those that were found
	chosen  map[letter]*Face
	missing map[rune]bool
	find    func(r rune, bold bool) *Face // among the faces of the system; nil for none
}

type letter struct {
	rune rune
	bold bool
}

// NewSet returns the faces of the program and, behind them, of the system.
func NewSet() *Set { return newSet(systemFace) }

func newSet(find func(rune, bool) *Face) *Set {
	return &Set{
		faces:  [2][]*Face{embedded(false), embedded(true)},
		chosen: map[letter]*Face{}, missing: map[rune]bool{}, find: find,
	}
}

// Main returns the face that most of a text is drawn with.
func (s *Set) Main(bold bool) *Face { return s.faces[weight(bold)][0] }

func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// Span is a part of a line in one face.
type Span struct {
	Text string
	Face *Face
}

// Spans parts a line into the faces that draw it, in the order in which it is
// read.
func (s *Set) Spans(text string, bold bool) []Span {
	s.mu.Lock()
	defer s.mu.Unlock()
	var spans []Span
	var now *Face
	start := 0
	for i, r := range text {
		face := s.face(r, bold, now)
		if face != now && now != nil {
			spans = append(spans, Span{text[start:i], now})
			start = i
		}
		now = face
	}
	if now != nil {
		spans = append(spans, Span{text[start:], now})
	}
	return spans
}

// face chooses the face of a letter after one that was drawn with now. What
// belongs to a letter stays with it.
func (s *Set) face(r rune, bold bool, now *Face) *Face {
	if now != nil && (unseen(r) || unicode.IsMark(r) && now.Has(r)) {
		return now
	}
	key := letter{r, bold}
	if f := s.chosen[key]; f != nil {
		return f
	}
	f := s.choose(r, bold)
	s.chosen[key] = f
	return f
}

func (s *Set) choose(r rune, bold bool) *Face {
	faces := s.faces[weight(bold)]
	for _, f := range faces {
		if f.Has(r) {
			return f
		}
	}
	if unseen(r) {
		return faces[0]
	}
	if s.find != nil {
		if f := s.find(r, bold); f != nil && f.Has(r) {
			s.faces[weight(bold)] = append(faces, f)
			return f
		}
	}
	s.missing[r] = true
	return faces[0]
}

// unseen says whether a letter steers others and has no shape of its own.
func unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Variation_Selector, r)
}

// Missing lists the letters that no face has, in the order of Unicode.
func (s *Set) Missing() []rune {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.missing))
}

// FromSystem lists the families of the system that letters were found in.
func (s *Set) FromSystem() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	names := map[string]bool{}
	for _, faces := range s.faces {
		for _, f := range faces {
			if f.System {
				names[f.Family] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}
