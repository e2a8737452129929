package palette

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

func TestAGroundIsPlainWithoutShaders(t *testing.T) {
	test.NewTempApp(t)
	assert.False(t, Shaders(), "the driver for tests has none")
	g := NewGround(color.White)
	g.SetMinSize(fyne.NewSize(30, 20))
	assert.Equal(t, fyne.NewSize(30, 20), g.Object().MinSize())
	g.Paint(color.Black)
	assert.Equal(t, color.Black, g.Object().(*canvas.Rectangle).FillColor)
}

func TestAGroundIsAShader(t *testing.T) {
	g := &Ground{shader: &canvas.Shader{}}
	g.Paint(color.NRGBA{R: 255, G: 51, B: 0, A: 255})
	assert.Equal(t, map[string]float32{"red": 1, "green": 0.2, "blue": 0}, g.Object().(*canvas.Shader).Uniforms)
	g.SetMinSize(fyne.NewSize(3, 2))
	assert.Equal(t, fyne.NewSize(3, 2), g.Object().MinSize())
}
