package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data/deals"
	"entangle/ui/scene"
)

// sitAtLarge opens a web that is too large to be drawn at once.
func sitAtLarge(t *testing.T) *desk {
	t.Helper()
	file := filepath.Join(t.TempDir(), "large.yaml")
	out, err := os.Create(file)
	require.NoError(t, err)
	require.NoError(t, deals.WriteYAML(out, deals.Make(deals.Size{Parties: 150, Ties: 300, Statements: 900}, 4)))
	require.NoError(t, out.Close())
	d := sit(t, file)
	d.state.ShowAll()
	d.settle()
	require.False(t, d.state.Subject().Light())
	return d
}

// settle waits until the present picture is on the map, and can be patched.
func (d *desk) settle() {
	d.t.Helper()
	d.until("the picture is there", func() bool {
		return d.patches.next.Subject == d.state.Subject() && d.view.Base() == d.scene && !d.composing && !d.patches.soon && !d.patches.waits && !d.view.Patched() && d.clock.subject == d.patches.next.Subject
	})
}

// A step through a large web is on the map when the key comes back, as a patch over the
// picture from before; in the end the picture is what a window shows that never showed
// another day.
func TestAStepOfALargeWebIsPatched(t *testing.T) {
	d := sitAtLarge(t)
	before := d.scene
	for range 3 { // quickly, one after the other
		d.item("Time", "Previous event").Action()
		assert.True(t, d.view.Patched())
		assert.Same(t, before, d.scene)
	}
	d.settle()
	assert.NotSame(t, before, d.scene)
	placed, _ := d.state.Placement()
	fresh := d.state.Subject().Compose(placed, scene.Look{Palette: d.pal()}, d.ruler)
	assert.Equal(t, slices.Collect(fresh.Marks()), slices.Collect(d.scene.Marks()))

	d.item("Time", "Next event").Action()
	d.item("Time", "Previous event").Action()
	d.settle()
	assert.Equal(t, slices.Collect(fresh.Marks()), slices.Collect(d.scene.Marks()))
}

// What is selected in a large web stands out at once.
func TestASelectionInALargeWebIsPatched(t *testing.T) {
	d := sitAtLarge(t)
	party := scene.Ref{Kind: scene.Party, ID: string(d.state.Subject().Drawing.Nodes[70].Party)}
	d.pick(party)
	assert.True(t, d.view.Patched())
	d.settle()
	assert.Equal(t, party, d.patches.base.Look.Selected)
	d.pick(scene.Ref{})
	assert.False(t, d.view.Patched(), "all of it changes")
	d.settle()
}

// When a picture cannot be made the patch does not stay.
func TestAPatchDoesNotOutliveAnError(t *testing.T) {
	d := sitAtLarge(t)
	d.item("Time", "Previous event").Action()
	require.True(t, d.view.Patched())
	d.composing = true
	d.composedAs(d.composed, d.state.Subject(), nil)
	assert.False(t, d.view.Patched())
}
