package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/brief"
	"entangle/ui/scene"
	"entangle/ui/timeline"
)

// dated is a web of two ties: one from March 2025 that ends in 2027 and is
// amended in 2026, one from June 2025.
const dated = `format: entangle/1
title: Dated
as_of: 2026-05-01
sources: [{id: s, title: S}, {id: old, title: Old, published: 2025-03-10}]
parties: [{id: a, name: Alpha, kind: ai-lab}, {id: b, name: Beta, kind: cloud}, {id: c, name: Gamma, kind: investor}]
ties:
  - {id: t1, kind: cloud-commitment, from: a, to: b, statements: [
    {id: x1, source: old, says: One., status: signed, end: 2027-06-30, amount: {exact: 5e9, unit: USD, kind: committed}},
    {id: x2, source: s, says: More., effective: 2026-02-01, amount: {exact: 7e9, unit: USD, kind: committed}}]}
  - {id: t3, kind: equity, from: c, to: a, statements: [{id: x3, source: s, says: Three., status: signed, effective: 2025-06-01}]}
`

func sitInTime(t *testing.T) *desk {
	t.Helper()
	file := filepath.Join(t.TempDir(), "dated.yaml")
	require.NoError(t, os.WriteFile(file, []byte(dated), 0o600))
	d := sit(t, file)
	d.until("the events are read", func() bool { return len(d.clock.events) > 0 })
	return d
}

// A step through a small web comes to the map in one piece, drawn.
func TestAStepComesDrawn(t *testing.T) {
	d := sitInTime(t)
	d.item("Time", "Previous event").Action()
	assert.NotSame(t, d.state.Subject(), d.patches.next.Subject, "the picture is made in the background")
	d.until("its scene is set", func() bool { return d.patches.next.Subject == d.state.Subject() })
	assert.True(t, d.showsView(), "and what is visible of it comes with it")
}

func (d *desk) asOf() string { return d.state.View().AsOf.String() }

func TestSteppingFromEventToEvent(t *testing.T) {
	d := sitInTime(t)
	asked := len(d.asked)
	var days []string
	for range 4 {
		d.item("Time", "Previous event").Action()
		days = append(days, d.asOf())
	}
	assert.Equal(t, []string{"2026-02-01", "2025-06-01", "2025-03-10", "2025-03-10"}, days)
	assert.Equal(t, "No event before this day.", d.bar.message.Text)
	d.item("Time", "Next event").Action()
	assert.Equal(t, "2025-06-01", d.asOf())
	d.until("the map follows", func() bool { return d.patches.next.Subject == d.state.Subject() })
	assert.Len(t, d.asked, asked, "nothing was placed anew")
	d.state.Undo()
	assert.Equal(t, "2026-05-01", d.asOf(), "steps in a row are one")
}

// What is selected changes no event: they are not read again.
func TestEventsAreReadOnce(t *testing.T) {
	d := sitInTime(t)
	d.until("the events are read", func() bool { return d.clock.subject == d.state.Subject() && !d.clock.reading })
	line := d.clock.line
	d.state.Select(tie("t1"))
	d.until("all is done", func() bool { return d.jobs.busy.Load() == 0 && !d.clock.reading })
	assert.Same(t, line, d.clock.line)
	d.clock.step(false)
	d.until("those of another day are read", func() bool { return d.clock.line != line })
}

func TestPlayingStopsAtTheEnd(t *testing.T) {
	d := sitInTime(t)
	d.clock.beat = 20 * time.Millisecond
	d.clock.set(timeline.AsOf, data.DayOf(2025, 1, 1), false)
	d.item("Time", "Play or stop").Action()
	assert.True(t, d.clock.playing)
	assert.Equal(t, "2025-03-10", d.asOf(), "at once, and then on")
	d.until("it has come to the end", func() bool { return !d.clock.playing })
	assert.Equal(t, "2027-07-01", d.asOf(), "the day after the last day in force")

	d.clock.play()
	assert.Equal(t, "2025-03-10", d.asOf(), "from the end it begins anew")
	d.clock.play()
	assert.False(t, d.clock.playing)
	at := d.asOf()
	d.clock.tick(d.clock.played)
	assert.Equal(t, at, d.asOf(), "what was stopped goes on no more")
}

func TestTypingDays(t *testing.T) {
	d := sitInTime(t)
	d.clock.controls.OnDate(timeline.AsOf, data.DayOf(2025, 12, 31))
	d.clock.controls.OnDate(timeline.KnownOn, data.DayOf(2024, 12, 31))
	assert.Equal(t, data.DayOf(2024, 12, 31), d.state.View().KnownOn)
	assert.Contains(t, d.bar.shows.Text, "as known on 31 Dec 2024")
	assert.Len(t, d.state.Subject().Result.Ties, 1, "what the undated source says was always known")
	d.item("Time", "Known when the next source appeared").Action()
	assert.Equal(t, data.DayOf(2025, 3, 10), d.state.View().KnownOn)
	d.item("Time", "Known when the next source appeared").Action()
	assert.Equal(t, data.MaxDay, d.state.View().KnownOn, "beyond the last there is no limit")
	d.item("Time", "Known when the source before appeared").Action()
	d.item("Time", "All that is known").Action()
	assert.Equal(t, data.MaxDay, d.state.View().KnownOn)
	_, err := timeline.ReadDay("nonsense")
	d.clock.controls.OnRefuse(err)
	assert.Contains(t, d.bar.message.Text, "No day: ")
}

func TestComparingTwoDays(t *testing.T) {
	d := sitInTime(t)
	compare := d.item("Time", "Compare with another day, or end it")
	compare.Action()
	assert.Equal(t, data.DayOf(2026, 1, 31), d.state.View().Since, "the day before the last event")
	assert.Equal(t, brief.WhatChanged, d.state.Question())
	assert.Contains(t, d.bar.shows.Text, "0 added, 0 ended, 1 amended, 1 unchanged")
	d.clock.controls.OnDate(timeline.Since, data.DayOf(2025, 1, 1))
	assert.Contains(t, d.bar.shows.Text, "2 added")
	d.until("the legend explains it", func() bool {
		for _, e := range d.scene.Shown.Entries {
			if e.Sign == scene.ChangeSign && e.Change == scene.Added {
				return true
			}
		}
		return false
	})
	compare.Action()
	assert.Zero(t, d.state.View().Since)
	assert.NotContains(t, d.bar.shows.Text, "added")
}

func TestEndedTiesInTheWindow(t *testing.T) {
	d := sitInTime(t)
	d.clock.controls.OnDate(timeline.AsOf, data.DayOf(2028, 1, 1))
	assert.Len(t, d.state.Subject().Result.Ties, 2)
	d.item("Time", "Ties that are over: hidden").Action()
	assert.Len(t, d.state.Subject().Result.Ties, 1)
	assert.Equal(t, 1, d.state.Subject().Result.Hidden.Ties, "and it is counted")
	d.item("Time", "Ties that are over: dimmed").Action()
	assert.Equal(t, query.EndedDimmed, d.state.View().Ended)
	d.item("Time", "Ties that are over: dotted").Action()
	assert.Equal(t, query.EndedDotted, d.state.View().Ended)
	assert.Equal(t, []string{"Ties that are over: dotted"}, d.ticks("Time"), "the choice that holds is ticked")
}

func TestTheHistoryOfATieInTheWindow(t *testing.T) {
	d := sitInTime(t)
	history := d.item("Time", "History of the selected tie")
	history.Action()
	assert.Contains(t, d.bar.message.Text, "Select a tie first")
	d.pick(scene.Ref{Kind: scene.Tie, ID: "t1"})
	history.Action()
	page := d.state.Page()
	assert.Contains(t, page.Lead, "2 versions")
	assert.Equal(t, "t1", d.state.Selection().ID, "the tie stays selected")
	d.act(brief.Act{Verb: brief.LookAsOf, Value: "2025-03-10"})
	assert.Equal(t, "2025-03-10", d.asOf())
	assert.Equal(t, "t1", d.state.Selection().ID)
	d.act(brief.Act{Verb: brief.LookAsOf, Value: "2024-01-01"})
	assert.Equal(t, "t1", d.state.Selection().ID, "who follows a tie reads it on days without it too")
	d.state.Undo()
	assert.Equal(t, "2025-03-10", d.asOf())
}

func TestPointingAtEventsSaysThem(t *testing.T) {
	d := sitInTime(t)
	d.clock.point([]int{0})
	assert.Contains(t, d.clock.controls.Words(), "10 Mar 2025")
	d.clock.point([]int{0, 1})
	assert.Contains(t, d.clock.controls.Words(), "and 1 event more")
	d.clock.point(nil)
	assert.Empty(t, d.clock.controls.Words())
	assert.IsType(t, &fyne.Container{}, d.clock.controls.Object())
}
