package ui

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/ui/scene"
)

// bench measures the window as a person feels it and prints the figures as
// JSON (contracts.md 2.1): milliseconds, megabytes.
type bench struct {
	w       *Window
	figures figures
	steps   []func(next func())
}

type figures struct {
	FirstFrame float64 `json:"first_frame_ms"`
	Layout     float64 `json:"layout_ms"`
	Parties    int     `json:"parties"`
	Ties       int     `json:"ties"`
	Base       spread  `json:"base_ms"`
	Pan        spread  `json:"pan_ms"`
	Zoom       spread  `json:"zoom_ms"`
	PanWork    spread  `json:"pan_work_ms"`
	ZoomWork   spread  `json:"zoom_work_ms"`
	Hover      spread  `json:"hover_ms"`
	Step       most    `json:"step_ms"` // to the next event, until a frame shows it
	Select     most    `json:"select_ms"`
	Leap       most    `json:"leap_ms"`     // to another part of the timeline
	MapPeak    float64 `json:"peak_map_mb"` // before days are gone through
	Peak       float64 `json:"peak_mb"`
	Renderer   string  `json:"renderer"`
}

type spread struct {
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
}

// settling is how long there has to be nothing to do, looked at every so often,
// and longest when the window is measured all the same.
const (
	settling = 2 * time.Second
	calmer   = 250 * time.Millisecond
	longest  = time.Minute
)

// benchFrames is how many frames each part takes.
const benchFrames = 90

// startBench begins when the map has been drawn for the first time.
func (w *Window) startBench() {
	b := &bench{w: w}
	b.figures.FirstFrame = ms(w.firstFrame)
	b.figures.Layout = ms(w.placing)
	s := w.state.Subject()
	b.figures.Parties, b.figures.Ties = len(s.Drawing.Nodes), len(s.Result.Ties)
	b.figures.Renderer = fmt.Sprintf("OpenGL by Fyne, %s/%s, %d processors", runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	b.steps = []func(func()){b.base, b.pan, b.zoom, b.hover, b.mapped, b.stepThrough, b.selectThrough, b.finish}
	b.settle(int(settling / calmer))
}

// settle waits until nothing has been worked on in the background for a while:
// what starts with the window has the processors until then.
func (b *bench) settle(left int) {
	b.w.jobs.later(calmer, func() {
		switch {
		case b.w.jobs.busy.Load() > 0 && time.Since(b.w.options.Started) < longest:
			b.settle(int(settling / calmer))
		case left > 0:
			b.settle(left - 1)
		default:
			b.next()
		}
	})
}

func (b *bench) next() {
	step := b.steps[0]
	b.steps = b.steps[1:]
	b.w.jobs.later(400*time.Millisecond, func() { step(b.next) })
}

// base shows nothing but one moving rectangle in the same window.
func (b *bench) base(next func()) {
	mover := canvas.NewRectangle(b.w.pal().Accent)
	mover.Resize(fyne.NewSize(80, 80))
	content := b.w.win.Content()
	b.w.win.SetContent(container.NewWithoutLayout(mover))
	b.frames(func(i int) { mover.Move(fyne.NewPos(float32(50+3*i), 200)) }, func(frame, _ spread) {
		b.figures.Base = frame
		b.w.win.SetContent(content)
		next()
	})
}

func (b *bench) pan(next func()) {
	b.frames(func(i int) {
		d := float32(9)
		if i%60 >= 30 {
			d = -d
		}
		b.w.view.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(d, d/2)})
	}, func(frame, work spread) {
		b.w.view.DragEnd()
		b.figures.Pan, b.figures.PanWork = frame, work
		next()
	})
}

func (b *bench) zoom(next func()) {
	at := fyne.NewPos(b.w.view.Size().Width/2, b.w.view.Size().Height/2)
	b.frames(func(i int) {
		d := float32(10)
		if i%40 >= 20 {
			d = -d
		}
		b.w.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, d)})
	}, func(frame, work spread) {
		b.figures.Zoom, b.figures.ZoomWork = frame, work
		next()
	})
}

// frames runs a piece of work on every tick of an animation. A frame lasts from
// its tick to the earlier of the next one and a function queued in it.
func (b *bench) frames(work func(i int), done func(frame, work spread)) {
	var starts, ends []time.Time
	var own []time.Duration
	var run *fyne.Animation
	run = fyne.NewAnimation(time.Hour, func(float32) {
		i := len(starts)
		if i > benchFrames {
			return
		}
		now := time.Now()
		starts = append(starts, now)
		if i == benchFrames {
			run.Stop()
			done(spreadOf(lasting(starts, ends)), spreadOf(own))
			return
		}
		ends = append(ends, time.Time{})
		b.w.jobs.hand(func() { ends[i] = time.Now() })
		work(i)
		own = append(own, time.Since(now))
	})
	run.Start()
}

func lasting(starts, ends []time.Time) []time.Duration {
	var out []time.Duration
	for i := range ends {
		d := starts[i+1].Sub(starts[i])
		if !ends[i].IsZero() {
			d = min(d, ends[i].Sub(starts[i]))
		}
		out = append(out, d)
	}
	return out
}

// hover goes from line to line and waits for each to light up.
func (b *bench) hover(next func()) {
	var refs []scene.Ref
	for _, r := range b.w.scene.Refs() {
		if at, ok := b.w.view.ScreenOf(r); ok && inside(at, b.w.view.Size()) {
			refs = append(refs, r)
		}
	}
	refs = refs[:min(len(refs), 30)]
	var took []time.Duration
	var step func(i int)
	step = func(i int) {
		if i == len(refs) {
			b.w.view.OnLit = nil
			b.figures.Hover = spreadOf(took)
			next()
			return
		}
		started := time.Now()
		b.w.view.OnLit = func(scene.Ref) {
			took = append(took, time.Since(started))
			b.w.view.OnLit = nil
			b.w.jobs.later(30*time.Millisecond, func() { step(i + 1) })
		}
		at, _ := b.w.view.ScreenOf(refs[i])
		b.w.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	b.calm(4, func() { step(0) }) // the frame with the sheet of the last zoom is none of its own
}

func inside(p fyne.Position, size fyne.Size) bool {
	return p.X > 4 && p.Y > 4 && p.X < size.Width-4 && p.Y < size.Height-4
}

// mapped notes what opening and looking about took.
func (b *bench) mapped(next func()) {
	b.figures.MapPeak = peakMB()
	next()
}

// finish prints the figures and closes the window.
func (b *bench) finish(func()) {
	b.figures.Peak = peakMB()
	content, err := json.MarshalIndent(b.figures, "", "  ")
	if err == nil {
		_, err = os.Stdout.Write(append(content, '\n'))
	}
	if err != nil {
		os.Stderr.WriteString("entangle: " + err.Error() + "\n")
		b.w.bar.exit = 1
	}
	b.w.win.Close()
}

// peakMB is the memory that the program has asked of the system, in millions of
// bytes; where the system tells its own peak, that.
func peakMB() float64 {
	if kb, ok := peakResident(); ok {
		return kb * 1024 / 1e6
	}
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return float64(sample[0].Value.Uint64()) / 1e6
}

// peakResident reads the largest resident size so far in kilobytes, on Linux.
func peakResident() (float64, bool) {
	content, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, false
	}
	var kb float64
	for line := range strings.Lines(string(content)) {
		if n, _ := fmt.Sscanf(line, "VmHWM: %g kB", &kb); n == 1 {
			return kb, true
		}
	}
	return 0, false
}

func spreadOf(list []time.Duration) spread {
	if len(list) == 0 {
		return spread{}
	}
	sorted := slices.Sorted(slices.Values(list))
	at := func(share float64) float64 {
		return ms(sorted[int(math.Ceil(share*float64(len(sorted))))-1])
	}
	return spread{P50: at(0.5), P95: at(0.95)}
}

func ms(d time.Duration) float64 { return math.Round(d.Seconds()*1e5) / 100 }
