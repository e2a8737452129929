package format

import (
	"bytes"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/seeds"
)

// No text of a dataset is a part of its file, which would stay in memory as a whole:
// here most of it is a comment.
func TestADatasetHoldsNothingOfItsFile(t *testing.T) {
	const comment = 8 * mb
	inUse := func() int {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	content := append(bytes.Clone(seeds.FrontierAI), bytes.Repeat([]byte("# nothing\n"), comment/10)...)
	before := inUse()
	d, err := Parse("x.yaml", content)
	require.NoError(t, err)
	assert.Less(t, inUse()-before, comment/2)
	runtime.KeepAlive(content)
	runtime.KeepAlive(d)
}

func TestTextsAreKept(t *testing.T) {
	var k keeper
	long := string(bytes.Repeat([]byte("long "), keptBlock))
	for range 3 {
		for _, s := range []string{"", "a", "2026-04-23", "a text of some length, which is kept by itself", long} {
			assert.Equal(t, s, k.text(s))
			assert.Equal(t, s, k.again(s))
		}
	}
	for i := range 2 * keptKnown {
		s := string(rune('a'+i%26)) + string(rune(i+0x400))
		require.Equal(t, s, k.again(s), "nothing that was kept is written over")
	}
	assert.LessOrEqual(t, len(k.known), keptKnown)
}
