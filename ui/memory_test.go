package ui

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Where little is in use the limit stays, and there is always room to work in.
func TestTheLimitOfMemory(t *testing.T) {
	assert.EqualValues(t, ownMemory, limitFor(0, false))
	assert.EqualValues(t, ownMemory, limitFor(160<<20, false))
	assert.Greater(t, limitFor(160<<20, true), int64(ownMemory))
	assert.Greater(t, limitFor(300<<20, false), int64(355<<20))
	for live := int64(0); live < 1<<30; live += 10 << 20 {
		assert.Greater(t, limitFor(live, false), live+live/10)
		assert.Greater(t, limitFor(live, true), live+live/4)
	}
}
