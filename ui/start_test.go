package ui

import (
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestStartUncollected: the reader of a large file sets the collector too; the start
// must leave it alone then, and put back what it found otherwise.
func TestStartUncollected(t *testing.T) {
	percent := func() int {
		p := debug.SetGCPercent(50)
		debug.SetGCPercent(p)
		return p
	}
	before := percent()
	collect := startUncollected("web.yaml")
	assert.Equal(t, before, percent(), "a file")
	collect()
	assert.Equal(t, before, percent())

	collect = startUncollected("")
	assert.Equal(t, -1, percent(), "the built-in dataset")
	collect()
	assert.Equal(t, before, percent())
}
