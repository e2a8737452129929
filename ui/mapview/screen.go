//go:build !ci && ((!gles && !arm && !arm64 && !android && !ios && !mobile && !wasm && !test_web_driver) || (darwin && !mobile && !ios))

package mapview

import (
	"os"
	"strings"

	"github.com/go-gl/gl/v2.1/gl"

	"entangle/ui/palette"
)

// keepsWindow says whether a window's next frame begins with what was painted in
// the one before, and whether that could be found out. OpenGL promises nothing;
// Mesa's drivers for the processor copy to an X11 window and keep what they
// copied. Graphics cards swap, and need none of this.
func keepsWindow() (keeps, known bool) {
	if !palette.Shaders() || os.Getenv("WAYLAND_DISPLAY") != "" {
		return false, true
	}
	name := gl.GetString(gl.RENDERER)
	if name == nil {
		return false, false // no window is being painted
	}
	renderer := gl.GoStr(name)
	return strings.Contains(renderer, "llvmpipe") || strings.Contains(renderer, "softpipe"), true
}

// confine lets OpenGL clear and paint nothing outside a rectangle, in pixels from
// the bottom left corner.
func confine(x, y, w, h int) {
	gl.Enable(gl.SCISSOR_TEST)
	gl.Scissor(int32(x), int32(y), int32(max(w, 0)), int32(max(h, 0)))
}

func release() { gl.Disable(gl.SCISSOR_TEST) }
