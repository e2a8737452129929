package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const printed = `{"first_frame_ms": 2900, "layout_ms": 8400, "parties": 9918, "ties": 28322, "base_ms": {"p50": 20, "p95": 22}, "pan_ms": {"p95": 30}, "peak_map_mb": 330, "peak_mb": 350}
{"first_frame_ms": 430.4, "layout_ms": 21, "parties": 39, "ties": 88, "base_ms": {"p95": 20}, "peak_mb": 200}
{"first_frame_ms": 1900, "layout_ms": 100, "parties": 9918, "ties": 28322, "base_ms": {"p50": 20, "p95": 20},
 "pan_ms": {"p95": 28}, "zoom_ms": {"p95": 36}, "pan_work_ms": {"p95": 0.31}, "zoom_work_ms": {"p95": 1.1}, "hover_ms": {"p95": 12}, "step_ms": {"p50": 64, "max": 93}, "peak_mb": 310, "renderer": "OpenGL"}
`

func TestTheTable(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.md")
	require.NoError(t, os.WriteFile(page, []byte("before\n\n"+begin+"\nold\n"+end+"\n\nafter\n"), 0o600))
	for range 2 { // a second time as the first
		require.NoError(t, run(strings.NewReader(printed), page))
	}
	content, err := os.ReadFile(page)
	require.NoError(t, err)
	got := string(content)
	assert.True(t, strings.HasPrefix(got, "before\n\n"+begin+"\nMeasured by `make bench` on "), got)
	assert.True(t, strings.HasSuffix(got, end+"\n\nafter\n"))
	assert.NotContains(t, got, "old")
	assert.Equal(t, 1, strings.Count(got, "| 39 / 88 | 430 ms · 430 ms | 21 ms |"))
	assert.Contains(t, got, "| 9,918 / 28,322 | 2.9 s · 1.9 s | 8.4 s | 20 ms | 28 ms (1.4×) | 36 ms (1.8×) | 0.3 ms · 1.1 ms | 12 ms | 64 ms · 93 ms | 330 MB · 350 MB |")
	assert.Less(t, strings.Index(got, "| 39 /"), strings.Index(got, "| 9,918 /"), "smallest first")
}

func TestWhatCannotBeWritten(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.md")
	assert.ErrorContains(t, run(strings.NewReader(""), page), "nothing was measured")
	assert.ErrorContains(t, run(strings.NewReader("{"), page), "reading what was measured")
	require.NoError(t, os.WriteFile(page, []byte("no marks"), 0o600))
	assert.ErrorContains(t, run(strings.NewReader(printed), page), "are missing")
	content, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.Equal(t, "no marks", string(content))
}

func TestThisMachine(t *testing.T) {
	assert.Contains(t, thisMachine("a painter"), "processors")
	assert.Contains(t, thisMachine("a painter"), ", a painter, on ")
}
