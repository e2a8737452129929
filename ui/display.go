package ui

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"strings"
)

// noDisplay says in one line why no window can be opened, "" when one can be
// tried.
func noDisplay(goos string, env func(string) string) string {
	if goos == "windows" || goos == "darwin" || env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != "" {
		return ""
	}
	return "no display: neither DISPLAY nor WAYLAND_DISPLAY is set; the window needs a desktop, the other commands do not (see entangle help)"
}

func missingDisplay() string { return noDisplay(runtime.GOOS, os.Getenv) }

// preferX11 keeps the toolkit from asking for Wayland where there is none: its
// library would complain on the terminal.
func preferX11() {
	if runtime.GOOS == "linux" && os.Getenv("WAYLAND_DISPLAY") == "" && os.Getenv("FYNE_PLATFORM") == "" {
		_ = os.Setenv("FYNE_PLATFORM", "x11") // a failure leaves the toolkit its own choice
	}
}

// systemSpeaks says whether the desktop can tell if it is light or dark: on
// Linux it does so over D-Bus. Where it does not the window is light.
func systemSpeaks(goos string, env func(string) string, exists func(string) bool) bool {
	if goos == "windows" || goos == "darwin" || env("DBUS_SESSION_BUS_ADDRESS") != "" || env("FYNE_THEME") != "" {
		return true
	}
	run := env("XDG_RUNTIME_DIR")
	return run != "" && exists(run+"/bus")
}

// graphicsLog takes what the toolkit prints. A window that cannot be made is
// told in one line and ends the program; the rest goes to the program's log.
type graphicsLog struct {
	stderr io.Writer
	exit   func(int)
	failed string
}

// Write is given one line at a time by package log.
func (g *graphicsLog) Write(line []byte) (int, error) {
	text := strings.TrimSpace(string(line))
	switch {
	case strings.Contains(text, "window creation error"), strings.Contains(text, "failed to initialise GLFW"):
		g.failed = text
	case g.failed != "" && strings.Contains(text, "Cause:"):
		_, cause, _ := strings.Cut(text, "Cause:")
		cause, _, _ = strings.Cut(strings.TrimSpace(cause), "\n")
		fmt.Fprintf(g.stderr, "entangle: no window can be opened: %s; a display with OpenGL 2.1 or newer is needed, in software too (Mesa)\n", cause)
		g.exit(1)
	default:
		slog.Debug(text)
	}
	return len(line), nil
}
