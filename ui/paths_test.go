package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"

	"entangle/ui/brief"
	"entangle/ui/scene"
)

func party(id string) scene.Ref { return scene.Ref{Kind: scene.Party, ID: id} }

// Select one party, ask for paths, click the other: the paths are read and lit.
func TestPathsFromHereTo(t *testing.T) {
	d := sit(t)
	ask := d.item("Find", "Paths from the selected party to …").Action
	ask()
	assert.Contains(t, d.bar.message.Text, "Select a party first")
	d.pick(party("a"))
	ask()
	assert.Contains(t, d.bar.message.Text, "click or find the party that Alpha may depend on")
	d.pick(party("b"))
	d.drawn()
	assert.Contains(t, d.page().Text(), "How Alpha depends on Beta")
	assert.Contains(t, d.page().Text(), "Alpha needs Beta")
	d.panel.OnAct(brief.Act{Verb: brief.PathsTo, Of: "b", Value: "a"})
	assert.Contains(t, d.page().Text(), "No path")
	d.panel.OnAct(brief.Act{Verb: brief.PathsUpTo, Value: "6"})
	assert.Contains(t, d.page().Text(), "up to 6 hops")
	d.panel.OnAct(brief.Act{Verb: brief.LightPath, Value: "0"})

	d.pick(party("c"))
	ask()
	d.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.pick(party("b"))
	assert.NotContains(t, d.page().Text(), "How Gamma depends", "Escape leaves")

	d.state.SelectAll([]scene.Ref{party("a"), party("c")})
	ask()
	assert.Contains(t, d.page().Text(), "How Alpha depends on Gamma", "of two that are selected")
	d.pick(party("a"))
	ask()
	d.seek("gamma")
	d.press1(fyne.KeyReturn)
	assert.Contains(t, d.page().Text(), "How Alpha depends on Gamma", "the other may be found as well")
}
