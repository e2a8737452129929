package picture

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

func TestTheFirstViewIsTheCore(t *testing.T) {
	web := builtin(t)
	parties := Core(web)
	require.NotEmpty(t, parties)
	s := core(web)
	for _, n := range s.Drawing.Nodes {
		assert.Contains(t, parties, n.Party)
	}
	assert.Len(t, s.Drawing.Nodes, len(parties), "every party of the core has a tie to another")
	assert.NotEmpty(t, s.Drawing.Bundles)
	assert.Positive(t, s.Result.Hidden.Ties, "and the rest is told to be hidden")
	whole := everything(web)
	assert.Less(t, len(s.Result.Ties), len(whole.Result.Ties))
	assert.Equal(t, len(whole.Result.Ties)-len(s.Result.Ties), reason(s, "parties"))
}

func reason(s *Subject, filter string) int {
	for _, r := range s.Result.Hidden.By {
		if r.Filter == filter {
			return r.Ties
		}
	}
	return 0
}

// star is a web of n firms around one, of which the first few are tied twice.
func star(t *testing.T, n int, views string) *resolve.Web {
	t.Helper()
	var b strings.Builder
	b.WriteString("format: entangle/1\ntitle: Star\nsources:\n- {id: s, title: S}\nparties:\n- {id: hub, name: Hub, kind: cloud}\n")
	for i := range n {
		fmt.Fprintf(&b, "- {id: p%02d, name: P%02d, kind: ai-lab}\n", i, i)
	}
	b.WriteString("ties:\n")
	for i := range n {
		for k := range 1 + (n-i)/n + (i+1)/n {
			fmt.Fprintf(&b, "- {id: t%02d-%d, kind: equity, from: hub, to: p%02d, statements: [{id: x%02d-%d, source: s, says: Yes., stance: fact, status: signed}]}\n", i, k, i, i, k)
		}
	}
	return parse(t, "star.yaml", []byte(b.String()+views))
}

func TestACoreOfItsOwn(t *testing.T) {
	web := star(t, 3, "views:\n- {id: core, parties: [p02, nobody, 7, hub]}\n")
	assert.Equal(t, []data.PartyID{"p02", "hub"}, Core(web), "in the order of the file; what the dataset lacks is left out")
	assert.Empty(t, Core(star(t, 3, "views:\n- {id: core, parties: p02}\n")), "a list that is none shows everything")
	assert.Empty(t, Core(star(t, 3, "views:\n- {id: other, parties: [p02]}\n")))
}

func TestACrowdOpensWithTheBusiest(t *testing.T) {
	assert.Empty(t, Core(star(t, crowded-1, "")), "what can be read at once is shown")
	assert.Equal(t, []data.PartyID{"hub", "p00", "p14", "p01", "p02", "p03"}, Core(star(t, crowded+1, "")), "the most ties, then by id")
	assert.Empty(t, Core(example(t)))
}
