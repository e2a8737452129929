package find

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"github.com/sahilm/fuzzy"
)

// want is a word of the question, and the words of the dataset that answer it.
type want struct {
	token string
	stem  string   // the token without the ending of the plural, "" for none
	words []answer // by id
	whole bool     // they answer as a whole, being misspelt or shortened
}

// answer is a word of the dataset and how well it answers, 1 at best.
type answer struct {
	id    int
	worth float32
}

// How well a word answers.
const (
	worthExact   = 1
	worthPrefix  = 0.8 // and up to 0.15 more, the less of the word is still to come
	worthPlural  = 0.7 // a word of which the token is the plural
	worthInside  = 0.5
	worthTypo    = 0.45 // of one letter; half of two
	worthLetters = 0.2
)

// want returns the words that answer one word of a question: those that begin
// with it or hold it; where there are none those that it may be a misspelling
// of; where there are none either those of names that have its letters in their
// order.
func (x *Index) want(token string) want {
	w := want{token: token, stem: stem(token), words: x.holding(token)}
	if id, ok := slices.BinarySearch(x.words, w.stem); ok && w.stem != "" {
		w.words = append(w.words, answer{id, worthPlural})
	}
	if len(w.words) > 0 {
		return w
	}
	w.whole = true
	if w.words = x.misspelt(token); len(w.words) == 0 {
		w.words = x.lettered(token)
	}
	return w
}

// stem takes the ending of a plural off an English word, "" for none.
func stem(token string) string {
	s, plural := strings.CutSuffix(token, "s")
	if !plural || len(s) < 2 || strings.HasSuffix(s, "s") {
		return ""
	}
	return s
}

// holding returns the words that begin with the token, and those that hold it
// elsewhere.
func (x *Index) holding(token string) []answer {
	var out []answer
	first, _ := slices.BinarySearch(x.words, token)
	last := first
	for ; last < len(x.words) && strings.HasPrefix(x.words[last], token); last++ {
		worth := float32(worthExact)
		if len(x.words[last]) > len(token) {
			worth = worthPrefix + 0.15*float32(len(token))/float32(len(x.words[last]))
		}
		out = append(out, answer{last, worth})
	}
	if utf8.RuneCountInString(token) < 2 {
		return out
	}
	set := lettersOf(token)
	for id, w := range x.words {
		if (id < first || id >= last) && set&^x.letters[id] == 0 && strings.Contains(w, token) {
			out = append(out, answer{id, worthInside})
		}
	}
	return out
}

// typos is how many letters of a token may be wrong. Figures are never guessed.
func typos(token string) int {
	n := utf8.RuneCountInString(token)
	switch {
	case strings.ContainsFunc(token, unicode.IsDigit) || n < 3:
		return 0
	case n < 6:
		return 1
	default:
		return 2
	}
}

func (x *Index) misspelt(token string) []answer {
	most := typos(token)
	if most == 0 {
		return nil
	}
	var out []answer
	set, n := lettersOf(token), utf8.RuneCountInString(token)
	for id, w := range x.words {
		if bits.OnesCount64(set&^x.letters[id]) > most {
			continue
		}
		if d := distance(token, n, w, most); d <= most {
			out = append(out, answer{id, worthTypo / float32(d)})
		}
	}
	return out
}

// distance is the number of letters by which a token differs from a word or,
// since people look while they type, from its beginning; more than most when it
// is larger than that. Two letters that changed places count once.
func distance(token string, n int, w string, most int) int {
	letters := []rune(w[:min(len(w), utf8.UTFMax*(n+most))])
	if len(letters) < n-most {
		return most + 1
	}
	least := most + 1
	for k := max(1, n-1); k <= n+1; k++ {
		least = min(least, levenshtein.ComputeDistance(token, string(letters[:min(k, len(letters))])))
	}
	if least == 2 && swapped([]rune(token), letters) {
		return 1
	}
	return least
}

// swapped says whether a token is the beginning of a word but for two
// neighbours that changed places.
func swapped(token, letters []rune) bool {
	if len(letters) < len(token) {
		return false
	}
	for i := range token {
		if token[i] != letters[i] {
			return i+1 < len(token) && token[i] == letters[i+1] && token[i+1] == letters[i] && slices.Equal(token[i+2:], letters[i+2:len(token)])
		}
	}
	return false
}

// lettered returns the words of names and titles that begin with the token's
// first letter and have the others in their order: msft for Microsoft.
func (x *Index) lettered(token string) []answer {
	if utf8.RuneCountInString(token) < 3 {
		return nil
	}
	var out []answer
	for _, m := range fuzzy.FindFromNoSort(token, names{x}) {
		if m.MatchedIndexes[0] == 0 {
			out = append(out, answer{m.Index, worthLetters})
		}
	}
	return out
}

// names gives the words of names and titles to the library; the others are
// empty.
type names struct{ *Index }

// Len is part of fuzzy.Source.
func (n names) Len() int { return len(n.words) }

// String is part of fuzzy.Source.
func (n names) String(i int) string {
	if n.short[i] {
		return n.words[i]
	}
	return ""
}

// telling returns the field of a record that answers most of the question.
func (x *Index) telling(r *record, wants []want) Field {
	best, most := r.fields[0], float32(-1)
	for _, f := range r.fields {
		if f.Name == Context {
			continue
		}
		list, sum := split(f.Text), float32(0)
		for _, want := range wants {
			worth := float32(0)
			for _, w := range list {
				worth = max(worth, x.worth(want, w.folded))
			}
			sum += worth
		}
		if sum*f.Name.weight() > most {
			best, most = f, sum*f.Name.weight()
		}
	}
	return best
}

// worth is how well a word answers one word of the question, 0 for not at all.
func (x *Index) worth(want want, folded string) float32 {
	id, known := slices.BinarySearch(x.words, folded)
	if !known {
		return 0
	}
	i := slices.IndexFunc(want.words, func(a answer) bool { return a.id == id })
	if i < 0 {
		return 0
	}
	return want.words[i].worth
}

// spans returns what of a text answers the words of a question.
func (x *Index) spans(text string, wants []want) []Span {
	var out []Span
	for _, w := range split(text) {
		if s, ok := x.span(text, w, wants); ok {
			out = append(out, s)
		}
	}
	return out
}

// span returns the longest part of a word that answers a word of the question.
func (x *Index) span(text string, w word, wants []want) (Span, bool) {
	var best Span
	for _, want := range wants {
		from, to := w.from, w.to
		if want.whole {
			if x.worth(want, w.folded) == 0 {
				continue
			}
		} else {
			at := strings.Index(w.folded, want.token)
			switch {
			case at >= 0:
				a, b := part(text[w.from:w.to], at, at+len(want.token))
				from, to = w.from+a, w.from+b
			case w.folded != want.stem:
				continue
			}
		}
		if to-from > best.To-best.From {
			best = Span{from, to}
		}
	}
	return best, best.To > best.From
}
