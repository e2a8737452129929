package picture

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/layouttest"
)

func TestDataFormats(t *testing.T) {
	s, r := core(builtin(t)), newRuler(t)
	for _, f := range DataFormats() {
		drawn, err := s.Write(t.Context(), layouttest.Grid, r, Export{Format: f.Name})
		require.NoError(t, err, f.Name)
		assert.NotEmpty(t, drawn.Content, f.Name)
		assert.NotEmpty(t, f.Words)
	}
}

// TestNativeDotPlacesThePictureAsWeDo: the boxes of our placement, in the same
// places, and nothing that is not there on the day.
func TestNativeDotPlacesThePictureAsWeDo(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil && os.Getenv("CI") == "" {
		t.Skip("dot is not installed; make test installs it")
	}
	s, r := everything(builtin(t)), newRuler(t)
	ours := placed(t, s, r)
	drawnDOT, err := s.Draw(ours, r, Export{Format: "dot"})
	require.NoError(t, err)
	cmd := exec.Command("dot", "-Tplain")
	cmd.Stdin = bytes.NewReader(drawnDOT.Content)
	out, err := cmd.Output()
	require.NoError(t, err)
	const inch = 72
	drawn := map[string][2]float64{}
	for line := range bytes.Lines(out) {
		var id string
		var x, y float64
		if n, _ := fmt.Sscanf(string(line), "node %s %g %g", &id, &x, &y); n == 3 {
			drawn[string(bytes.Trim([]byte(id), `"`))] = [2]float64{x * inch, -y * inch}
		}
	}
	require.Len(t, drawn, len(s.Drawing.Nodes))
	first := s.Drawing.Nodes[0].Party
	for _, b := range ours.Boxes {
		at, there := drawn[b.ID]
		if !there {
			continue // placed for another day
		}
		if b.ID == string(first) {
			for id, p := range drawn {
				drawn[id] = [2]float64{p[0] + b.Rect.Center().X - at[0], p[1] + b.Rect.Center().Y - at[1]}
			}
		}
	}
	for _, b := range ours.Boxes {
		if at, there := drawn[b.ID]; there {
			assert.InDelta(t, b.Rect.Center().X, at[0], 0.05, b.ID)
			assert.InDelta(t, b.Rect.Center().Y, at[1], 0.05, b.ID)
		}
	}
}
