package deals_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/format"
)

var small = deals.Size{Parties: 120, Ties: 360, Statements: 1200}

func TestTheFileIsTheWeb(t *testing.T) {
	d := deals.Make(small, 3)
	for name, write := range map[string]func(*bytes.Buffer) error{
		"web.yaml": func(b *bytes.Buffer) error { return deals.WriteYAML(b, d) },
		"web.json": func(b *bytes.Buffer) error { return deals.WriteJSON(b, d) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, write(&b))
			read, err := format.Parse(name, b.Bytes())
			require.NoError(t, err)
			assert.Empty(t, format.Warnings(read))
			for i := range d.Ties {
				require.Equal(t, d.Ties[i], read.Ties[i])
			}
			d.Digest = read.Digest // a web that was made has no file
			assert.Equal(t, d, read)
		})
	}
}

func TestSameSeedSameWeb(t *testing.T) {
	assert.Equal(t, deals.Make(small, 1), deals.Make(small, 1))
	assert.NotEqual(t, deals.Make(small, 1).Ties, deals.Make(small, 2).Ties)
}

func TestWhatAWebHolds(t *testing.T) {
	d := deals.Make(small, 1)
	require.Len(t, d.Ties, small.Ties)
	degree, pairs, statements := map[data.PartyID]int{}, map[[2]data.PartyID]int{}, 0
	kinds, statuses, stances := map[data.KindID]bool{}, map[data.Status]bool{}, map[data.Stance]bool{}
	var supersedes, disputes, withdraws, amounts, vague, increases int
	for _, tie := range d.Ties {
		degree[tie.From]++
		degree[tie.To]++
		pairs[[2]data.PartyID{min(tie.From, tie.To), max(tie.From, tie.To)}]++
		kinds[tie.Kind] = true
		statements += len(tie.Statements)
		require.NotEmpty(t, tie.Statements)
		for _, s := range tie.Statements {
			statuses[s.Status], stances[s.Stance] = true, true
			supersedes, disputes, withdraws = supersedes+len(s.Supersedes), disputes+len(s.Disputes), withdraws+len(s.Withdraws)
			amounts += len(s.Amounts)
			if s.Effective.Vague() {
				vague++
			}
			for _, a := range s.Amounts {
				if a.Increase {
					increases++
				}
			}
		}
	}
	assert.Equal(t, small.Statements, statements)
	assert.Len(t, degree, small.Parties, "every party is tied")
	assert.Len(t, kinds, len(data.BuiltinKinds()))
	assert.Len(t, statuses, len(data.Statuses())+1, "all, and none stated")
	assert.Len(t, stances, len(data.Stances()))
	for what, n := range map[string]int{
		"supersedes": supersedes, "disputes": disputes, "withdraws": withdraws, "amounts": amounts,
		"vague": vague, "increases": increases, "parallel": small.Ties - len(pairs),
	} {
		assert.Positive(t, n, what)
	}
	most := 0
	for _, n := range degree {
		most = max(most, n)
	}
	assert.Greater(t, most, 10*2*small.Ties/small.Parties/2, "a few have very many")
}

func TestSizes(t *testing.T) {
	for _, size := range deals.Sizes()[:3] {
		d := deals.Make(size, 1)
		names := map[string]bool{}
		for _, p := range d.Parties {
			assert.False(t, names[p.Name], "%s: two are called %s", size, p.Name)
			names[p.Name] = true
		}
	}
}
