package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entangle/data"
	"entangle/data/resolve"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	someDates    = []string{"2024", "2025", "2026", "2024-03", "2025-06", "2025-06-15", "2026-01", "2026-01-10", "2025-21", "2025-02/..", "../2025-03", "2024-06/2025-07", "202X"}
	someAmounts  = []string{"$5", "$5", "$7", "$12", "$0", "$4-6", "$4-", "$-9", "$>5", "$<7", "$<5", "$?", "+$5", "+$7", "+$2-3", "+$?", "+$>4", "+$<2", "$5/paid", "$9/paid", "+$4/paid", "$5/8y", "$?/-"}
	someStatuses = data.Statuses()
)

// randomText writes a dataset of a few ties and a note in the notation of
// dataset, with links in every direction but no cycle of supersedes.
func randomText(r *rand.Rand, ties, most int) string {
	var ids []string
	for c := 'a'; c < 'a'+rune((ties+1)*most); c++ {
		ids = append(ids, string(c))
	}
	r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	var lines []string
	used := 0
	for t := range ties + 1 {
		if t < ties {
			lines = append(lines, fmt.Sprintf("tie t%d", t))
		} else {
			lines = append(lines, "note n")
		}
		for range 1 + r.IntN(most) {
			lines = append(lines, ids[used]+randomClaims(r))
			used++
		}
	}
	return strings.Join(randomLinks(r, lines, ids[:used]), "\n")
}

func randomClaims(r *rand.Rand) string {
	var b strings.Builder
	maybe := func(percent int, prefix string, from []string) {
		if r.IntN(100) < percent {
			b.WriteString(" " + prefix + from[r.IntN(len(from))])
		}
	}
	maybe(80, "@", someDates)
	maybe(30, "k", someDates)
	maybe(30, "p", someDates)
	maybe(20, "", []string{"opinion"})
	if r.IntN(100) < 60 {
		b.WriteString(" " + string(someStatuses[r.IntN(len(someStatuses))]))
	}
	maybe(50, "", someAmounts)
	maybe(10, "", someAmounts)
	maybe(25, "start=", someDates)
	maybe(25, "end=", someDates)
	maybe(15, "sub=", []string{"easy", "medium"})
	return b.String()
}

// randomLinks adds links to some statements: `supersedes` only to ones earlier
// in a random order.
func randomLinks(r *rand.Rand, lines, ids []string) []string {
	rank := r.Perm(len(ids))
	n := 0
	for i, line := range lines {
		if strings.HasPrefix(line, "tie ") || strings.HasPrefix(line, "note ") {
			continue
		}
		own := n
		n++
		for _, word := range []string{"sup:", "wd:", "dis:"} {
			var to []string
			for other, id := range ids {
				near := other-own < 4 && own-other < 4
				if other != own && near && r.IntN(100) < 8 && (word != "sup:" || rank[other] < rank[own]) {
					to = append(to, id)
				}
			}
			if len(to) > 0 {
				lines[i] += " " + word + strings.Join(to, ",")
			}
		}
	}
	return lines
}

func randomMoment(r *rand.Rand) resolve.Moment {
	m := resolve.On(day(someDates[r.IntN(9)]))
	if r.IntN(2) == 0 {
		m.KnownOn = day(someDates[r.IntN(9)])
	}
	return m
}

// print writes a state in the notation of reference.print.
func printState(s *resolve.State) string {
	var out []string
	put := func(name string, texts []string) {
		if len(texts) > 0 {
			slices.Sort(texts)
			out = append(out, name+" "+strings.Join(texts, "|"))
		}
	}
	date := func(r resolve.DateReading) string { return list(r.Statements) + r.Value.String() }
	put("status", each(s.Status, func(r resolve.StatusReading) string { return list(r.Statements) + string(r.Value) }))
	put("start", each(s.Start, date))
	put("end", each(s.End, date))
	for _, f := range s.Amounts {
		put(f.Field, each(f.Readings, func(r resolve.AmountReading) string { return list(r.Statements) + span(r.Interval) }))
	}
	return strings.Join(append(out, fmt.Sprint(s.Disputed, s.InForce)), "; ")
}

func rounds(t *testing.T, full int) int {
	if testing.Short() {
		return full / 10
	}
	return full
}

func TestAgainstReference(t *testing.T) {
	for seed := range rounds(t, 4000) {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		text, m := randomText(r, 1+r.IntN(3), 1+r.IntN(5)), randomMoment(r)
		d := dataset(text)
		web, ref := resolve.At(d, m), newReference(d, m)
		about := fmt.Sprintf("as of %s, known on %s:\n%s", m.AsOf, m.KnownOn, text)
		compare := func(home string, s *resolve.State) {
			require.Equal(t, ref.print(home), printState(s), "%s %s", home, about)
			for _, v := range s.Verdicts {
				require.Equal(t, ref.standing(v.Statement.ID), standings(&resolve.State{Verdicts: []resolve.Verdict{v}}), about)
			}
		}
		for s := range web.Ties() {
			compare("tie "+string(s.Tie.ID), s)
		}
		for s := range web.Notes() {
			compare("note "+string(s.Note.ID), s)
		}
	}
}

func TestProperties(t *testing.T) {
	for seed := range rounds(t, 1000) {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		text, m := randomText(r, 1+r.IntN(3), 1+r.IntN(5)), randomMoment(r)
		d := dataset(text)
		web := resolve.At(d, m)
		for s := range web.Ties() {
			sourced(t, s, web)
		}
		assertOrderIsNothing(t, r, d, web)
		assertKnowsMore(t, r, d, web)
		for i := range d.Ties {
			require.Equal(t, web.Tie(d.Ties[i].ID), resolve.Tie(d, &d.Ties[i], m), "one tie alone")
		}
		require.Equal(t, describe(web), describe(resolve.At(dataset(twice(text)), m)), "a link twice is a link once:\n%s", text)
		assertTwiceIsOnce(t, r, d, web)
		if t.Failed() {
			t.Fatal(text)
		}
	}
}

// sourced: every reading lists statements that count and speak of its field,
// its value is one of theirs, and readings come by first statement id.
func sourced(t *testing.T, s *resolve.State, web *resolve.Web) {
	counted := func(ids []data.StatementID) []*data.Statement {
		require.NotEmpty(t, ids)
		require.True(t, slices.IsSorted(ids))
		return each(ids, func(id data.StatementID) *data.Statement {
			v := web.Verdict(id)
			require.True(t, v.Standing.Counts())
			return v.Statement
		})
	}
	for _, r := range s.Status {
		from := counted(r.Statements)
		assert.True(t, slices.ContainsFunc(from, func(x *data.Statement) bool { return x.Status == r.Value }))
	}
	for _, r := range s.Start {
		from := counted(r.Statements)
		assert.True(t, slices.ContainsFunc(from, func(x *data.Statement) bool { return x.Start == r.Value }))
	}
	for _, f := range s.Amounts {
		bounds := f.Readings[0].Interval
		for i, r := range f.Readings {
			from := counted(r.Statements)
			bounds = bounds.Hull(r.Interval)
			assert.Equal(t, f.Field, r.Value.Field())
			if i > 0 {
				assert.LessOrEqual(t, slices.Compare(f.Readings[i-1].Statements, r.Statements), 0)
			}
			if len(r.OnTopOf) > 0 {
				assert.Equal(t, r.Interval, r.Value.Interval(), "a sum is written out")
				assert.Subset(t, r.Statements, r.OnTopOf)
				continue
			}
			assert.True(t, slices.ContainsFunc(from, func(x *data.Statement) bool {
				return slices.ContainsFunc(x.Amounts, func(a data.Amount) bool { return assert.ObjectsAreEqual(a, r.Value) })
			}))
		}
		assert.Equal(t, bounds, f.Interval)
	}
	assert.True(t, slices.IsSorted(s.Disputed))
}

// describe writes everything that holds, by id.
func describe(web *resolve.Web) map[string]string {
	out := map[string]string{}
	put := func(id string, s *resolve.State) {
		out[id] = fields(s)
		for _, v := range s.Verdicts {
			out[id+"/"+string(v.Statement.ID)] = fmt.Sprint(v.Standing, v.ReplacedBy, v.Corroborates, v.DisputedBy)
		}
	}
	for s := range web.Ties() {
		put(string(s.Tie.ID), s)
	}
	for s := range web.Notes() {
		put(string(s.Note.ID), s)
	}
	return out
}

// twice doubles every link.
func twice(text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		for _, link := range []string{"sup:", "wd:", "dis:"} {
			if to, ok := strings.CutPrefix(w, link); ok {
				body, rest, more := strings.Cut(to, "\n")
				words[i] = link + body + "," + body
				if more {
					words[i] += "\n" + rest
				}
			}
		}
	}
	return strings.Join(words, " ")
}

// assertTwiceIsOnce: when a second statement says and links the same as one that
// supersedes, and is linked to as that one is, the values are the same.
func assertTwiceIsOnce(t *testing.T, r *rand.Rand, d *data.Dataset, web *resolve.Web) {
	again := &data.Dataset{Sources: d.Sources, Ties: slices.Clone(d.Ties), Notes: slices.Clone(d.Notes)}
	var heirs []data.StatementID
	for i := range again.Ties {
		again.Ties[i].Statements = slices.Clone(again.Ties[i].Statements)
		for _, s := range again.Ties[i].Statements {
			if len(s.Supersedes) > 0 && !slices.ContainsFunc(s.Amounts, func(a data.Amount) bool { return a.Increase }) {
				heirs = append(heirs, s.ID)
			}
		}
	}
	if len(heirs) == 0 {
		return
	}
	heir := heirs[r.IntN(len(heirs))]
	twin := heir + "+"
	link := func(to []data.StatementID) []data.StatementID {
		if slices.Contains(to, heir) {
			return append(slices.Clone(to), twin)
		}
		return to
	}
	double := func(list []data.Statement) []data.Statement {
		for i := range list {
			s := &list[i]
			s.Supersedes, s.Withdraws, s.Disputes = link(s.Supersedes), link(s.Withdraws), link(s.Disputes)
		}
		if i := slices.IndexFunc(list, func(s data.Statement) bool { return s.ID == heir }); i >= 0 {
			copied := list[i]
			copied.ID = twin
			list = append(list, copied)
		}
		return list
	}
	for i := range again.Ties {
		again.Ties[i].Statements = double(again.Ties[i].Statements)
	}
	for i := range again.Notes {
		again.Notes[i].Statements = double(slices.Clone(again.Notes[i].Statements))
	}
	once, both := web, resolve.At(again.Build(), web.Moment())
	for s := range once.Ties() {
		require.Equal(t, values(s), values(both.Tie(s.Tie.ID)), "%s twice", heir)
	}
}

// values writes the values that a state leaves, without who says so.
func values(s *resolve.State) string {
	out := []string{fmt.Sprint(s.Counts, s.InForce, s.Disputed)}
	for _, r := range s.Status {
		out = append(out, "status "+string(r.Value))
	}
	for _, r := range s.Start {
		out = append(out, fmt.Sprint("start ", r.Value.First(), r.Value.Last()))
	}
	for _, r := range s.End {
		out = append(out, fmt.Sprint("end ", r.Value.First(), r.Value.Last()))
	}
	for _, f := range s.Amounts {
		for _, r := range f.Readings {
			out = append(out, f.Field+span(r.Interval))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// assertOrderIsNothing: the order of ties, statements and sources in the file
// changes nothing but the order of the answers.
func assertOrderIsNothing(t *testing.T, r *rand.Rand, d *data.Dataset, web *resolve.Web) {
	mixed := &data.Dataset{Sources: slices.Clone(d.Sources), Ties: slices.Clone(d.Ties), Notes: slices.Clone(d.Notes)}
	shuffle(r, mixed.Sources)
	shuffle(r, mixed.Ties)
	for i := range mixed.Ties {
		mixed.Ties[i].Statements = slices.Clone(mixed.Ties[i].Statements)
		shuffle(r, mixed.Ties[i].Statements)
	}
	require.Equal(t, describe(web), describe(resolve.At(mixed.Build(), web.Moment())))
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// assertKnowsMore: what counts early counts later, and what is not yet known
// leaves no trace.
func assertKnowsMore(t *testing.T, r *rand.Rand, d *data.Dataset, web *resolve.Web) {
	early := randomMoment(r)
	early.AsOf, early.KnownOn = min(early.AsOf, web.Moment().AsOf), min(early.KnownOn, web.Moment().KnownOn)
	before := web.At(early)
	fresh := resolve.At(d, early)
	for i := range d.Ties {
		id := d.Ties[i].ID
		require.Equal(t, fresh.Tie(id), before.Tie(id), "from another moment as from none")
	}
	require.Equal(t, describe(fresh), describe(before))
	less := &data.Dataset{Sources: d.Sources, Ties: slices.Clone(d.Ties), Notes: slices.Clone(d.Notes)}
	keep := func(all []data.Statement) []data.Statement {
		return slices.DeleteFunc(slices.Clone(all), func(s data.Statement) bool {
			then, now := before.Verdict(s.ID).Standing.Counts(), web.Verdict(s.ID).Standing.Counts()
			require.True(t, now || !then)
			return !then
		})
	}
	for i := range less.Ties {
		less.Ties[i].Statements = keep(less.Ties[i].Statements)
	}
	for i := range less.Notes {
		less.Notes[i].Statements = keep(less.Notes[i].Statements)
	}
	erased := resolve.At(less.Build(), early)
	for s := range before.Ties() {
		require.Equal(t, fields(s), fields(erased.Tie(s.Tie.ID)), "what does not count is as good as not written")
	}
}
