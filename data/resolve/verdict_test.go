package resolve_test

import (
	"sync"
	"testing"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/resolve"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a panel says beside the standing: whom a statement corroborates, and who
// is at odds with it.
func TestCompany(t *testing.T) {
	s := example{text: `a @2025 $5 signed
	                    b @2025 $4-6
	                    c @2025 $9
	                    d @2025 $?
	                    e @2025 opinion $7
	                    f @2025 signed dis:a`}.state()
	company := func(id data.StatementID) [2]string {
		v := s.Verdict(id)
		return [2]string{list(v.Corroborates), list(v.DisputedBy)}
	}
	assert.Equal(t, [2]string{"()", "(c,f)"}, company("a"))
	assert.Equal(t, [2]string{"(a)", "(c)"}, company("b"))
	assert.Equal(t, [2]string{"()", "(a,b)"}, company("c"))
	assert.Equal(t, [2]string{"(a,c)", "()"}, company("d"), "it fits both")
	assert.Equal(t, [2]string{"()", "()"}, company("e"))
	assert.Equal(t, [2]string{"(a)", "(a)"}, company("f"), "it says the same, and that both cannot hold")
	assert.Nil(t, s.Verdict("z"))
}

func TestWeb(t *testing.T) {
	d := dataset("a @2025 signed\ntie u\nb @2030 signed\nnote n\nc @2025 $5")
	m := resolve.Moment{AsOf: day("2026"), KnownOn: day("2027")}
	web := resolve.At(d, m)
	assert.Same(t, d, web.Dataset())
	assert.Same(t, d, resolve.Prepare(d).Dataset())
	assert.Equal(t, m, web.Moment())
	assert.True(t, m.Limited())
	assert.False(t, resolve.On(day("2026")).Limited())
	assert.Same(t, web, web.At(m))
	assert.Same(t, &d.Ties[0], web.Tie("t").Tie)
	assert.Same(t, &d.Notes[0], web.Note("n").Note)
	assert.Nil(t, web.Tie("n"))
	assert.Nil(t, web.Note("t"))
	assert.Nil(t, web.Verdict("z"))
	assert.Equal(t, resolve.NotYetEffective, web.Verdict("b").Standing)
	assert.Equal(t, resolve.Stands, web.At(resolve.On(day("2030"))).Verdict("b").Standing)
	assert.Equal(t, resolve.Stands, web.Verdict("c").Standing)
	for s := range web.Ties() {
		assert.Equal(t, data.TieID("t"), s.Tie.ID)
		break
	}
	for s := range web.Notes() {
		assert.Equal(t, data.NoteID("n"), s.Note.ID)
		break
	}
	assert.Len(t, resolve.Standings(), 5)
	assert.Equal(t, "maybe", resolve.Maybe.String())
	assert.False(t, web.Tie("t").IsDisputed())
	_, one := web.Tie("t").StartValue()
	assert.False(t, one)
	end, one := example{text: "a end=2030"}.state().EndValue()
	assert.True(t, one)
	assert.Equal(t, "2030", end.String())
	_, one = example{text: "a signed\nb absent"}.state().StatusValue()
	assert.False(t, one)
	_, one = web.Tie("t").SubstitutabilityValue()
	assert.False(t, one)
}

// A draft of a tie stands in for the tie of the same id.
func TestTieDraft(t *testing.T) {
	d := dataset("a @2025 signed $5\ntie u\nb @2025 $7 wd:a\nc @2025 $9 dis:a")
	m := resolve.On(day("2026"))
	draft := d.Ties[0]
	draft.Statements = append([]data.Statement{{ID: "n", Status: data.InForce, Supersedes: []data.StatementID{"a"}}}, draft.Statements...)
	s := resolve.Tie(d, &draft, m)
	assert.Equal(t, "status in-force(n); in force true", fields(s))
	assert.Equal(t, "n stands; a superseded<b,n>", standings(s))
	assert.Same(t, &draft, s.Tie)

	other := data.Tie{ID: "new", Statements: []data.Statement{{ID: "x", Status: data.Signed, Withdraws: []data.StatementID{"c"}}}}
	assert.Equal(t, "status signed(x); in force true", fields(resolve.Tie(d, &other, m)))
	assert.Equal(t, resolve.At(d, m).Tie("u"), resolve.Tie(d, d.Tie("u"), m))
}

// Many goroutines may read and resolve at once.
func TestConcurrentUse(t *testing.T) {
	d := deals.Make(deals.Size{Parties: 1000, Ties: 3000, Statements: 9000}, 1)
	prepared := resolve.Prepare(d)
	want := prepared.At(resolve.On(day("2025")))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			got := prepared.At(resolve.On(day("2025")))
			for i := range d.Ties {
				id := d.Ties[i].ID
				assert.Equal(t, fields(want.Tie(id)), fields(got.Tie(id)))
			}
		})
	}
	wait.Wait()
	require.Equal(t, describe(want), describe(resolve.At(d, resolve.On(day("2025")))), "the same every time")
}
