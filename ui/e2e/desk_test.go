package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// desk is a virtual screen with one window of the program on it.
type desk struct {
	t       *testing.T
	display string
	home    string
	probe   string
	process *exec.Cmd
	stderr  *printed
}

// patience is how long a test waits for the window; a busy machine is slow.
const patience = 60 * time.Second

var build struct {
	once sync.Once
	path string
	err  error
}

// binary builds the program once for all tests.
func binary(t *testing.T) string {
	t.Helper()
	build.once.Do(func() {
		dir, err := os.MkdirTemp("", "entangle-e2e-")
		if err != nil {
			build.err = err
			return
		}
		build.path = filepath.Join(dir, "entangle")
		out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_emoji", "-o", build.path, "entangle").CombinedOutput()
		if err != nil {
			build.err = fmt.Errorf("building the program: %w\n%s", err, out)
		}
	})
	require.NoError(t, build.err)
	return build.path
}

func TestMain(m *testing.M) {
	code := m.Run()
	if build.path != "" {
		_ = os.RemoveAll(filepath.Dir(build.path))
	}
	os.Exit(code)
}

// need skips a test where a program of the desktop is missing; make test
// installs them, and under CI a missing one is a failure.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is not installed; make test installs it", p)
			}
			t.Skipf("%s is not installed; make test installs it", p)
		}
	}
}

// sit opens a virtual screen of that size in pixels.
func sit(t *testing.T, width, height int) *desk {
	t.Helper()
	need(t, "Xvfb", "xdotool", "import")
	d := &desk{t: t, home: t.TempDir(), stderr: &printed{}}
	d.probe = filepath.Join(d.home, "probe.json")
	read, write, err := os.Pipe()
	require.NoError(t, err)
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"+extension", "GLX", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	require.NoError(t, screen.Start())
	require.NoError(t, write.Close())
	t.Cleanup(func() {
		_ = screen.Process.Kill()
		_ = screen.Wait()
	})
	number, err := bufio.NewReader(read).ReadString('\n')
	require.NoError(t, err, "the virtual screen says its number")
	d.display = ":" + strings.TrimSpace(number)
	return d
}

// env is a person of whom nothing is known yet: another home, no desktop bus.
func (d *desk) env(more ...string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + d.home, "DISPLAY=" + d.display, "LANG=en_US.UTF-8",
		"ENTANGLE_PROBE=" + d.probe,
	}
	return append(env, more...)
}

// printed is what the program has printed so far, while it runs.
type printed struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (p *printed) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

func (p *printed) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// prefer writes preferences as an earlier run of the program would have.
func (d *desk) prefer(values map[string]any) {
	dir := filepath.Join(d.home, ".config", "fyne", "org.entangle.Entangle")
	require.NoError(d.t, os.MkdirAll(dir, 0o700))
	content, err := json.Marshal(values)
	require.NoError(d.t, err)
	require.NoError(d.t, os.WriteFile(filepath.Join(dir, "preferences.json"), content, 0o600))
}

// open starts the program and waits until the map has been drawn.
func (d *desk) open(args ...string) seen {
	d.t.Helper()
	d.process = exec.Command(binary(d.t), args...)
	d.process.Env = d.env()
	d.process.Stderr, d.process.Stdout = d.stderr, d.stderr
	require.NoError(d.t, d.process.Start())
	d.t.Cleanup(func() {
		_ = d.process.Process.Kill()
		_ = d.process.Wait()
	})
	return d.until("the map is drawn", func(s seen) bool { return s.Sharp && len(s.Lines) > 0 })
}

// seen is what the window says it shows.
type seen struct {
	Arranged                      string
	Rows                          int
	Title, Engine, Panel, Failure string
	Selected                      struct{ ID string }
	Sharp                         bool
	Scale                         float64
	Boxes, Lines, Handles         map[string]struct{ X, Y float64 }
	AsOf                          string `json:"as_of"`
	KnownOn                       string `json:"known_on"`
	Ties, Labels                  int
	Chip, Focus                   string
	Keyboard, Undo                string
	Also, Pinned, Saved           []string
}

func (d *desk) look() (seen, bool) {
	var s seen
	content, err := os.ReadFile(d.probe)
	return s, err == nil && json.Unmarshal(content, &s) == nil
}

// until waits for the window to show something.
func (d *desk) until(what string, is func(seen) bool) seen {
	d.t.Helper()
	var last seen
	calm := 0 // how often in a row the same was seen: the window has settled
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		s, ok := d.look()
		if !ok || !is(s) || !reflect.DeepEqual(s, last) {
			calm, last = 0, s
			continue
		}
		if calm++; calm >= 5 {
			return s
		}
	}
	d.shot(filepath.Join(os.TempDir(), "entangle-e2e-failed.png"))
	d.t.Fatalf("waited in vain until %s; last seen: title %q, engine %q, selected %q, failure %q, sharp %v\nprinted: %s",
		what, last.Title, last.Engine, last.Selected.ID, last.Failure, last.Sharp, d.stderr)
	return last
}

// do runs a program on the virtual screen.
func (d *desk) do(name string, args ...string) {
	d.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = d.env()
	out, err := cmd.CombinedOutput()
	require.NoError(d.t, err, "%s: %s", name, out)
}

// click moves the pointer to a place that the probe named and clicks.
func (d *desk) click(s seen, at struct{ X, Y float64 }) {
	d.t.Helper()
	x, y := fmt.Sprint(int(at.X*s.Scale)), fmt.Sprint(int(at.Y*s.Scale))
	d.do("xdotool", "mousemove", x, y)
	time.Sleep(200 * time.Millisecond) // a hand rests before it clicks
	d.do("xdotool", "click", "1")
}

func (d *desk) key(keys ...string) {
	d.t.Helper()
	d.do("xdotool", append([]string{"key", "--delay", "40"}, keys...)...)
}

// shot writes a picture of the screen.
func (d *desk) shot(path string) {
	d.t.Helper()
	d.do("import", "-window", "root", path)
}
