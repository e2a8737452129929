package ui

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
)

func env(values map[string]string) func(string) string {
	return func(name string) string { return values[name] }
}

func TestNoDisplay(t *testing.T) {
	for _, c := range []struct {
		goos string
		env  map[string]string
		can  bool
	}{
		{"linux", nil, false},
		{"linux", map[string]string{"DISPLAY": ":0"}, true},
		{"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, true},
		{"freebsd", nil, false},
		{"windows", nil, true},
		{"darwin", nil, true},
	} {
		why := noDisplay(c.goos, env(c.env))
		assert.Equal(t, c.can, why == "", "%+v", c)
		assert.NotContains(t, why, "\n", "one line")
	}
	assert.Contains(t, noDisplay("linux", env(nil)), "DISPLAY")
}

func TestSystemSpeaks(t *testing.T) {
	for _, c := range []struct {
		goos   string
		env    map[string]string
		file   string
		speaks bool
	}{
		{"linux", nil, "", false},
		{"linux", map[string]string{"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"}, "", true},
		{"linux", map[string]string{"FYNE_THEME": "dark"}, "", true},
		{"linux", map[string]string{"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/bus", true},
		{"linux", map[string]string{"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/2/bus", false},
		{"linux", nil, "/bus", false},
		{"windows", nil, "", true},
		{"darwin", nil, "", true},
	} {
		exists := func(path string) bool { return path == c.file }
		assert.Equal(t, c.speaks, systemSpeaks(c.goos, env(c.env), exists), "%+v", c)
	}
}

// What the toolkit prints when it cannot open a window is told in one line and
// ends the program; anything else it prints is for the log.
func TestGraphicsLog(t *testing.T) {
	var stderr bytes.Buffer
	var exits []int
	g := &graphicsLog{stderr: &stderr, exit: func(status int) { exits = append(exits, status) }}
	say := func(line string) {
		n, err := g.Write([]byte(line))
		assert.NoError(t, err)
		assert.Len(t, line, n)
	}
	say("2026/01/01 Fyne error:  settings could not be read\n")
	say("  Cause: something else\n")
	assert.Empty(t, exits)
	say("Fyne error:  window creation error\n")
	assert.Empty(t, exits, "the reason comes in the next line")
	say("  Cause: APIUnavailable: GLX: Failed to find a suitable GLXFBConfig\n  At: window.go:1\n")
	assert.Equal(t, []int{1}, exits)
	assert.Equal(t, "entangle: no window can be opened: APIUnavailable: GLX: Failed to find a suitable GLXFBConfig; a display with OpenGL 2.1 or newer is needed, in software too (Mesa)\n", stderr.String())
}
