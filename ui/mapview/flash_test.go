package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/ui/scene"
)

// What a date changed is marked for a moment, and then not any more.
func TestAFlashComesAndGoes(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	p.all()
	v.Flash([]scene.Ref{tie("v")})
	p.next() // drawn; the wait for its end is parked
	if assert.NotNil(t, v.flash.image) {
		r := test.WidgetRenderer(v).(*renderer)
		assert.Contains(t, r.objects, fyne.CanvasObject(v.flash.image))
		assert.False(t, v.flash.at.Empty())
	}
	v.endFlash(v.flash.number - 1)
	assert.NotNil(t, v.flash.image, "the end of an earlier one")
	v.endFlash(v.flash.number)
	assert.Nil(t, v.flash.image)
}

func TestNothingFlashes(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	for _, refs := range [][]scene.Ref{nil, {{Kind: scene.Tie, ID: "unknown"}}} {
		v.Flash(refs)
		assert.Nil(t, v.flash.image)
	}
}
