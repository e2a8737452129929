package palette

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/ui/style"
)

// Ground is a plain opaque colour behind other things. Where OpenGL is computed
// by the processor, Fyne's rectangle takes eight times as long as the shader
// here, since it asks of every pixel whether it lies on an edge or in a shadow;
// a window of rectangles would need longer than a frame for them alone.
type Ground struct {
	shader *canvas.Shader
	plain  *canvas.Rectangle // where there are no shaders
}

// NewGround returns a ground of that colour.
func NewGround(c color.Color) *Ground {
	g := &Ground{}
	if Shaders() {
		g.shader = canvas.NewShader("entangle-ground", []byte("#version 110\n"+groundSource), []byte(ES+groundSource))
	} else {
		g.plain = canvas.NewRectangle(c)
	}
	g.Paint(c)
	return g
}

// Object is the ground as a part of a window.
func (g *Ground) Object() fyne.CanvasObject {
	if g.shader != nil {
		return g.shader
	}
	return g.plain
}

// SetMinSize keeps room for what lies on the ground, in units.
func (g *Ground) SetMinSize(s fyne.Size) {
	if g.shader != nil {
		g.shader.SetMinSize(s)
		return
	}
	g.plain.SetMinSize(s)
}

// Paint changes the colour. Transparency is left out.
func (g *Ground) Paint(c color.Color) {
	if g.shader == nil {
		g.plain.FillColor = c
		g.plain.Refresh()
		return
	}
	red, green, blue, _ := c.RGBA()
	g.shader.Uniforms = map[string]float32{
		"red": float32(red) / 0xffff, "green": float32(green) / 0xffff, "blue": float32(blue) / 0xffff,
	}
	g.shader.Refresh()
}

// Shaders says whether the toolkit draws with OpenGL and so with shaders of our
// own: its driver for tests does not.
func Shaders() bool {
	app := fyne.CurrentApp()
	if app == nil {
		return false
	}
	_, ok := app.Driver().(desktop.Driver)
	return ok
}

// cleared returns what Fyne must be told for a window to be cleared to a colour:
// its OpenGL painter divides by 255 × 255, not by 257 × 255, and so clears to
// something lighter. On a cleared window the page of the map needs no ground.
func cleared(c style.Colour) color.Color {
	if !Shaders() {
		return c
	}
	return color.NRGBA64{R: 0xff * uint16(c.R), G: 0xff * uint16(c.G), B: 0xff * uint16(c.B), A: 0xffff}
}

// ES begins the source of a shader for OpenGL ES.
const ES = `#version 100
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
`

const groundSource = `
uniform float red;
uniform float green;
uniform float blue;

void main() {
	gl_FragColor = vec4(red, green, blue, 1.0);
}
`
