package command

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
)

// The flags of facets let through what the facet does, and say what they hide.
func TestFacetFlags(t *testing.T) {
	ties := func(args ...string) (ids []string, hidden map[string]int) {
		t.Helper()
		a := run(t, append([]string{"export", "-o", "-", "--format", "json", "--status", "all"}, args...)...)
		require.Zero(t, a.exit, a.stderr)
		var shape struct {
			Ties   []struct{ ID string }
			Hidden struct{ By map[string]int }
		}
		require.NoError(t, json.Unmarshal([]byte(a.stdout), &shape))
		for _, tie := range shape.Ties {
			ids = append(ids, tie.ID)
		}
		return ids, shape.Hidden.By
	}
	all, _ := ties()
	disputed, by := ties("--disputed")
	others, _ := ties("--disputed=false")
	assert.NotEmpty(t, disputed)
	assert.NotEmpty(t, others)
	assert.ElementsMatch(t, all, append(disputed, others...))
	assert.Equal(t, map[string]int{"disputed": len(others)}, by)
	for _, name := range []query.Facet{query.ByPartyKind, query.ByRung, query.ByAmount, query.BySourceKind, query.ByReliability, query.ByConfidence} {
		closed := query.Values(&data.Dataset{}, name)
		var some []string
		for _, value := range closed {
			ids, _ := ties("--"+string(name), value)
			some = append(some, ids...)
		}
		assert.Subset(t, some, all, "%s: each tie has one of the values", name)
	}
}

func TestFacetFlagsThatAreWrong(t *testing.T) {
	for args, exit := range map[string]int{
		"--layers nowhere": 1, "--sources nobody": 1, "--layers a,,b": 2, "--party-kinds firm": 2, "--rungs firm": 2,
		"--amounts much": 2, "--source-kinds rumour": 2, "--reliability G": 2, "--confidence 7": 2, "--disputed=perhaps": 2, "--sources": 2,
	} {
		a := run(t, append([]string{"outline"}, strings.Fields(args)...)...)
		assert.Equal(t, exit, a.exit, args)
		assert.Empty(t, a.stdout, args)
		assert.NotEmpty(t, a.stderr, args)
	}
}
