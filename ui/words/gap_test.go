package words

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data/query"
)

func TestEveryGapHasWords(t *testing.T) {
	for _, g := range query.Gaps() {
		assert.NotEmpty(t, Gap(g))
		assert.NotEmpty(t, Format{}.GapRule(g, 365))
	}
	assert.Equal(t, "1 tie", Format{}.GapCounts(query.Thin{Ties: 1}))
	assert.Equal(t, "12 ties: 3 of one source, 1 stale", Format{}.GapCounts(query.Thin{Ties: 12, With: [5]int{3, 0, 0, 0, 1}}))
}
