package query

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
)

// lanesFile has parties that stand in lanes for a reason each.
const lanesFile = `format: entangle/1
title: Lanes
layers: [{id: power, name: Power}]
sources: [{id: s, title: S}]
parties:
- {id: fab, name: F, kind: fab}
- {id: maker, name: M, kind: chip-maker, offers: [{layer: cloud}]}
- {id: bigcloud, name: B, kind: cloud, offers: [{layer: distribution}, {layer: cloud}, {layer: chips}]}
- {id: bank, name: I, kind: investor}
- {id: shop, name: S, kind: customer, offers: [{layer: distribution}]}
- {id: grid, name: G, kind: other, offers: [{layer: power}, {layer: chips}]}
- {id: host, name: H, kind: other}
- {id: both, name: T, kind: other}
- {id: rack, name: R, kind: product, parent: host}
- {id: ministry, name: Y, kind: government}
- {id: reader, name: E, kind: analyst}
- {id: alone, name: A, kind: other}
ties:
- {id: t1, kind: cloud-commitment, from: reader, to: host, statements: [{id: s1, source: s, says: X.}]}
- {id: t2, kind: silicon-supply, from: host, to: shop, statements: [{id: s2, source: s, says: X.}]}
- {id: t3, kind: cloud-supply, from: host, to: shop, statements: [{id: s3, source: s, says: X.}]}
- {id: t4, kind: silicon-supply, from: both, to: shop, statements: [{id: s4, source: s, says: X.}]}
- {id: t5, kind: co-development, from: ministry, to: both, statements: [{id: s5, source: s, says: X.}]}
- {id: t6, kind: partnership, from: rack, to: reader, statements: [{id: s6, source: s, says: X.}]}
`

func TestLanes(t *testing.T) {
	d, err := format.Parse("lanes.yaml", []byte(lanesFile))
	require.NoError(t, err)
	lanes := Lanes(d)
	for id, want := range map[data.PartyID]Lane{
		"fab":      {Layer: data.LayerFab},
		"maker":    {Layer: data.LayerChips, Also: []data.LayerID{data.LayerCloud}},
		"bigcloud": {Layer: data.LayerCloud, Also: []data.LayerID{data.LayerChips, data.LayerDistribution}},
		"bank":     {Layer: data.LayerCapital},
		"shop":     {Also: []data.LayerID{data.LayerDistribution}},
		"grid":     {Layer: "power", Also: []data.LayerID{data.LayerChips}},
		"host":     {Layer: data.LayerCloud}, // two ties need it there, one for chips
		"both":     {Layer: data.LayerChips}, // one tie each: the lower
		"rack":     {Layer: data.LayerCloud}, // like its owner, though its one tie is about rights
		"ministry": {Layer: data.LayerModels},
		"reader":   {}, // it takes, and not rights alone
		"alone":    {},
	} {
		assert.Equal(t, want, lanes[id], id)
	}
	assert.Len(t, lanes, len(d.Parties))
	assert.Equal(t, []data.LayerID{data.LayerFab, data.LayerChips, data.LayerCloud, data.LayerModels, data.LayerDistribution, "power"}, StackOf(d))
}

func TestOnlyRights(t *testing.T) {
	d, err := format.Parse("rights.yaml", []byte(`format: entangle/1
title: Rights
sources: [{id: s, title: S}]
parties: [{id: a, name: A, kind: ai-lab}, {id: b, name: B, kind: other}, {id: c, name: C, kind: customer}]
ties:
- {id: t1, kind: partnership, from: a, to: b, statements: [{id: s1, source: s, says: X.}]}
- {id: t2, kind: partnership, from: a, to: c, statements: [{id: s2, source: s, says: X.}]}
`))
	require.NoError(t, err)
	lanes := Lanes(d)
	assert.Equal(t, data.LayerRights, lanes["b"].Layer)
	assert.Empty(t, lanes["c"].Layer, "a customer stays one")
}
