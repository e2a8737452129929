package ui

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data/deals"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
	"entangle/ui/picture"
)

// crowd is a file of a web that takes an engine long, but for sfdp.
func crowd(t *testing.T) string {
	t.Helper()
	return webOf(t, deals.Size{Parties: 400, Ties: 1000, Statements: 1000})
}

func webOf(t *testing.T, size deals.Size) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, deals.WriteYAML(&b, deals.Make(size, 1)))
	path := filepath.Join(t.TempDir(), "crowd.yaml")
	write(t, path, b.String())
	return path
}

// waiting is an engine that is done when the channel is closed.
func waiting(done chan struct{}) layout.Engine {
	return func(ctx context.Context, g layout.Graph) (layout.Placed, error) {
		select {
		case <-done:
			return layouttest.Grid(ctx, g)
		case <-ctx.Done():
			return layout.Placed{}, ctx.Err()
		}
	}
}

func TestADraftIsShownAndRefined(t *testing.T) {
	d := sit(t, crowd(t))
	assert.Contains(t, d.bar.shows.Text, "placed by sfdp, since dot would draw 395 parties in a strip", "it says what was chosen and why")
	assert.Contains(t, d.page().Text(), "Placed by sfdp, since dot would draw 395 parties in a strip", "in full on the first page")
	done := make(chan struct{})
	d.lay(waiting(done))
	d.setEngine(layout.Neato)
	d.until("a draft is shown", func() bool { return d.drafted() && d.view.Scene() == d.scene })
	assert.Contains(t, d.bar.message.Text, "A draft; neato is placing 395 parties")
	assert.True(t, d.bar.cancel.Visible())
	assert.NotContains(t, d.bar.shows.Text, "placed by", "it is what was asked for")
	close(done)
	d.until("it is refined", func() bool { return !d.drafted() })
	placed, _ := d.state.Placement()
	assert.Equal(t, layout.Neato, placed.Engine)
	assert.False(t, d.bar.cancel.Visible())
}

func TestCancelKeepsTheDraft(t *testing.T) {
	d := sit(t, crowd(t))
	d.lay(waiting(make(chan struct{})))
	d.setEngine(layout.FDP)
	d.until("a draft is shown", d.drafted)
	test.Tap(d.bar.cancel)
	assert.True(t, d.drafted())
	assert.Equal(t, layout.FDP, d.state.View().Engine)
	assert.Equal(t, "Cancelled; the map stays as drafted.", d.bar.message.Text)
}

func TestCancelBeforeThereIsADraft(t *testing.T) {
	d := sit(t)
	d.lay(waiting(make(chan struct{})))
	d.setEngine(layout.FDP)
	test.Tap(d.bar.cancel)
	assert.False(t, d.drafted())
	assert.Equal(t, "Cancelled; the map is as it was.", d.bar.message.Text)
}

// The lines of a draft have no labels, those of a huge web that is placed have them
// where somebody is near.
func TestTheLabelsOfAHugeWeb(t *testing.T) {
	done := make(chan struct{})
	d := seat(t, webOf(t, deals.Size{Parties: 1200, Ties: 3600, Statements: 3600}))
	d.lay(waiting(done))
	d.until("a draft is shown", func() bool { return d.scene != nil && d.drafted() })
	near := func() int { return len(d.scene.CloseUp(geom.RectAround(d.scene.Bounds.Center(), 1500, 1500), 1)) }
	assert.Zero(t, near())
	assert.Contains(t, d.bar.shows.Text, "are more than dot can place in time")
	close(done)
	d.until("it is refined", func() bool { return !d.drafted() && near() > 0 })
	assert.Zero(t, d.scene.Shown.Labels, "from afar there are none")
}

// What was seen is seen again when a step, or taking one back, is cancelled.
func TestCancelShowsWhatWasSeen(t *testing.T) {
	d := sit(t)
	d.toggleRoles()
	d.drawn()
	d.view.ZoomBy(2)
	_, zoom, _ := d.view.Camera()
	d.lay(waiting(make(chan struct{})))
	for name, step := range map[string]func(){"step": func() { d.arrange(picture.Stack) }, "undo": d.state.Undo} {
		step()
		test.Tap(d.bar.cancel)
		d.drawn()
		_, now, fitted := d.view.Camera()
		assert.False(t, fitted, name)
		assert.InDelta(t, zoom, now, 1e-9, name)
		assert.Equal(t, picture.Web, d.state.View().Arranged())
		assert.True(t, d.state.View().Roles, name)
	}
}
