package graphviz

import (
	"bytes"
	"context"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
)

func TestNativeDotUnderstandsTheSame(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		t.Skip("the program dot of Graphviz is not installed; it is only compared with")
	}
	for _, engine := range layout.Engines {
		g := with(layouttest.Deals(30, 50, 1), layout.Options{Engine: engine})
		var dot, answer, problems bytes.Buffer
		require.NoError(t, Compose(&dot, g))
		cmd := exec.Command("dot", "-K"+string(engine), "-Tplain")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = &dot, &answer, &problems
		require.NoError(t, cmd.Run())
		assert.Empty(t, problems.String(), "%s", engine)
		native, err := Parse(&answer, g)
		require.NoError(t, err)
		if engine != layout.Dot {
			continue // what follows is done by us, not by Graphviz
		}
		check(t, g, native)
		ours, err := Layout(context.Background(), g)
		require.NoError(t, err)
		assert.InDelta(t, native.Bounds.H(), ours.Bounds.H(), 1, "as many ranks")
		assert.InEpsilon(t, native.Bounds.W(), ours.Bounds.W(), 0.3)
	}
}
