package query

import (
	"cmp"
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Gap is a way in which a tie may be thinly sourced.
type Gap int

// The gaps, each by one rule. No score is made of them.
const (
	SingleSourced Gap = iota // all its statements that count are of one source
	Uncited                  // no statement of it that stands says where in its source it is
	Undated                  // none of its statements that count is dated, by itself or by its source
	Torn                     // sources disagree about it
	Stale                    // the newest of its dated statements that count is older than a number of days
	gaps
)

// Gaps lists the gaps in the order in which they are shown.
func Gaps() []Gap { return []Gap{SingleSourced, Uncited, Undated, Torn, Stale} }

// StaleAfter is how old the newest statement about a tie may be, in days, where
// nobody says otherwise.
const StaleAfter = 365

// Thin counts ties, and of them those with each gap.
type Thin struct {
	Ties int
	With [gaps]int
}

// Thinness says where a web is thinly sourced on a day. Every tie that counts on
// the day counts, whatever the filters.
type Thinness struct {
	StaleAfter int // days
	All        Thin
	Ties       [gaps][]data.TieID // by id
	Parties    []ThinParty        // by id of the topmost owner; a tie counts for each of its firms
	Kinds      []ThinKind         // by id
	Sources    []ThinSource       // by id; every source of the file
}

// ThinParty is the thinness of the ties of a firm, its units and its products.
type ThinParty struct {
	Party data.PartyID
	Thin
}

// ThinKind is the thinness of the ties of a kind.
type ThinKind struct {
	Kind data.KindID
	Thin
}

// ThinSource is the thinness of the ties that a source speaks of on the day.
type ThinSource struct {
	Source     data.SourceID
	Statements int  // of ties and notes, that count
	Unplaced   int  // of them, those that do not say where in the source
	Dated      bool // the source says when it was published, or is said to be known from some day
	Thin
}

// FindGaps tells where the ties of a web are thinly sourced. A tie is stale when
// the newest of its dated statements is more than staleAfter days older than the
// as-of day. A statement is as old as its source is published, or else known,
// or else as its own effective date; of a vague date the last day counts.
func FindGaps(web *resolve.Web, staleAfter int) *Thinness {
	d := web.Dataset()
	t := &Thinness{StaleAfter: staleAfter}
	parties, kinds, sources := map[data.PartyID]*Thin{}, map[data.KindID]*Thin{}, map[data.SourceID]*Thin{}
	for _, s := range counting(web) {
		has := gapsOf(d, s, web.Moment().AsOf, staleAfter)
		t.All.add(has)
		for g, yes := range has {
			if yes {
				t.Ties[g] = append(t.Ties[g], s.Tie.ID)
			}
		}
		for p := range topsOf(d, s.Tie) {
			addTo(parties, p, has)
		}
		addTo(kinds, s.Tie.Kind, has)
		for source := range citedBy(s) {
			addTo(sources, source, has)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(parties)) {
		t.Parties = append(t.Parties, ThinParty{p, *parties[p]})
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		t.Kinds = append(t.Kinds, ThinKind{k, *kinds[k]})
	}
	t.addSources(web, sources)
	return t
}

func (t *Thin) add(has [gaps]bool) {
	t.Ties++
	for g, yes := range has {
		if yes {
			t.With[g]++
		}
	}
}

func addTo[K comparable](counts map[K]*Thin, key K, has [gaps]bool) {
	if counts[key] == nil {
		counts[key] = &Thin{}
	}
	counts[key].add(has)
}

func gapsOf(d *data.Dataset, s *resolve.State, asOf data.Day, staleAfter int) (has [gaps]bool) {
	has[SingleSourced], has[Torn] = SingleSource(s), s.IsDisputed()
	newest, dated := newestOf(d, s)
	has[Undated] = !dated
	has[Stale] = dated && int(asOf)-int(newest) > staleAfter
	has[Uncited] = true
	for i := range s.Verdicts {
		v := &s.Verdicts[i]
		if (v.Standing == resolve.Stands || v.Standing == resolve.Disputed) && v.Statement.Locator != "" {
			has[Uncited] = false
		}
	}
	return has
}

// newestOf returns the day of the newest counting statement of a tie, and
// whether any is dated.
func newestOf(d *data.Dataset, s *resolve.State) (data.Day, bool) {
	newest, dated := data.MinDay, false
	for _, st := range Counting(s) {
		if made := madeOn(d, st); !made.IsZero() {
			newest, dated = max(newest, made.Last()), true
		}
	}
	return newest, dated
}

// madeOn returns when a statement was made, zero when nobody can say.
func madeOn(d *data.Dataset, st *data.Statement) data.Date {
	if source := d.Source(st.Source); source != nil {
		if !source.Published.IsZero() {
			return source.Published
		}
		if !source.Known.IsZero() {
			return source.Known
		}
	}
	return st.Effective
}

// topsOf returns the firms of the parties of a tie.
func topsOf(d *data.Dataset, t *data.Tie) map[data.PartyID]bool {
	tops := map[data.PartyID]bool{}
	for _, p := range t.Parties() {
		tops[d.Top(p)] = true
	}
	return tops
}

// citedBy returns the sources of the statements of a tie that count.
func citedBy(s *resolve.State) map[data.SourceID]bool {
	sources := map[data.SourceID]bool{}
	for _, st := range Counting(s) {
		sources[st.Source] = true
	}
	return sources
}

// addSources counts what every source of the file says on the day.
func (t *Thinness) addSources(web *resolve.Web, ties map[data.SourceID]*Thin) {
	d := web.Dataset()
	rows := map[data.SourceID]*ThinSource{}
	for i := range d.Sources {
		s := &d.Sources[i]
		row := &ThinSource{Source: s.ID, Dated: !s.KnownFrom().IsZero()}
		if thin := ties[s.ID]; thin != nil {
			row.Thin = *thin
		}
		rows[s.ID] = row
	}
	count := func(s *resolve.State) {
		for _, st := range Counting(s) {
			if row := rows[st.Source]; row != nil {
				row.Statements++
				if st.Locator == "" {
					row.Unplaced++
				}
			}
		}
	}
	for s := range web.Ties() {
		count(s)
	}
	for s := range web.Notes() {
		count(s)
	}
	for _, row := range rows {
		t.Sources = append(t.Sources, *row)
	}
	slices.SortFunc(t.Sources, func(a, b ThinSource) int { return cmp.Compare(a.Source, b.Source) })
}
