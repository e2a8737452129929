package query

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

func shape(dr Drawing) (nodes, bundles []string) {
	for _, n := range dr.Nodes {
		text := string(n.Party)
		for _, m := range n.Members {
			text += "+" + string(m)
		}
		nodes = append(nodes, text)
	}
	for _, b := range dr.Bundles {
		bundles = append(bundles, b.ID+ids(b.Ties))
	}
	return nodes, bundles
}

func TestDrawRollsProductsUp(t *testing.T) {
	d := web(t)
	nodes, bundles := shape(Draw(d, look(t, d, func(v *View) {
		v.Parties = []data.PartyID{"a", "o", "z", "m", "g"}
		v.Kinds = []data.KindID{"distribution", "cloud-commitment", "exclusivity", "first-launch", "equity"}
	}), false))
	assert.Equal(t, []string{"a", "g", "m", "o", "z+br"}, nodes)
	assert.Equal(t, []string{"a/z/contractual t6", "g/o/contractual t2", "o/m/contractual t1 t3 t4", "z/o/contractual t2"}, bundles,
		"each further party has a line of its own; parallel ties share one, those in force first")
}

func TestDrawKeepsAProductThatWouldVanish(t *testing.T) {
	d := web(t)
	nodes, bundles := shape(Draw(d, look(t, d, func(v *View) { v.Parties = []data.PartyID{"m"} }), false))
	assert.Equal(t, []string{"az", "m"}, nodes)
	assert.Equal(t, []string{"m/az/contractual t7", "m/az/technical tc"}, bundles)
}

func TestDrawWithProducts(t *testing.T) {
	d := web(t)
	nodes, bundles := shape(Draw(d, look(t, d, func(v *View) { v.Kinds = []data.KindID{"distribution"} }), true))
	assert.Equal(t, []string{"a", "br"}, nodes)
	assert.Equal(t, []string{"a/br/contractual t6"}, bundles)
}

func TestImportance(t *testing.T) {
	d := web(t)
	r := look(t, d, func(v *View) { v.Status = StatusAll })
	state := func(id string) int {
		for i, s := range r.Ties {
			if string(s.Tie.ID) == id {
				return i
			}
		}
		t.Fatal(id)
		return 0
	}
	before := func(a, b string) {
		assert.Negative(t, MoreImportant(r.Ties[state(a)], r.Ties[state(b)]), "%s before %s", a, b)
	}
	before("t1", "t2") // 250 bn before up to 50 bn
	before("t2", "t5") // a known sum before none
	before("t5", "t7") // silicon supply before hosting
	before("t7", "t3") // in force before ended
	before("t3", "t4") // exclusivity before first launch
}
