package picture

import (
	"image"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/golden"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func stripOf(t testing.TB, s *Subject, theme style.Theme, change func(*scene.Timeline)) (*scene.Strip, image.Image) {
	t.Helper()
	line := s.Timeline(s.Events())
	if change != nil {
		change(line)
	}
	strip := scene.ComposeTimeline(line, 900, style.Of(theme), newRuler(t))
	p, err := paper.NewPainter()
	require.NoError(t, err)
	return strip, p.Raster(slices.Collect(strip.Marks()), strip.Page, geom.Point{}, 1, 900, int(scene.StripHeight))
}

func TestGoldenTimeline(t *testing.T) {
	for name, c := range map[string]struct {
		s      *Subject
		theme  style.Theme
		change func(*scene.Timeline)
	}{
		"builtin-light": {core(builtin(t)), style.Light, nil},
		"builtin-dark":  {core(builtin(t)), style.Dark, nil},
		"example-light": {everything(example(t)), style.Light, nil},
		"example-months": {everything(example(t)), style.Light, func(l *scene.Timeline) {
			l.From, l.To = float64(data.DayOf(2024, 12, 1)), float64(data.DayOf(2025, 12, 31))
			l.AsOf = scene.Flag{Day: data.DayOf(2025, 7, 1), Words: "1 Jul 2025"}
			l.KnownOn = scene.Flag{Day: data.DayOf(2025, 9, 1), Words: "known on 1 Sep 2025"}
			l.Since = scene.Flag{Day: data.DayOf(2025, 1, 1), Words: "since 1 Jan 2025"}
		}},
	} {
		_, img := stripOf(t, c.s, c.theme, c.change)
		golden.Image(t, "timeline-"+name+".png", img, 0.004)
	}
}

func TestEveryEventHasAMark(t *testing.T) {
	for _, s := range []*Subject{everything(builtin(t)), everything(example(t))} {
		events := s.Events()
		require.NotEmpty(t, events)
		strip, _ := stripOf(t, s, style.Light, nil)
		seen := map[int]int{}
		for _, b := range strip.Bars {
			for _, i := range b.Events {
				seen[i]++
			}
		}
		for i, e := range events {
			assert.Equal(t, 1, seen[i], "%s %s", e.Kind, e.Date)
		}
	}
}
