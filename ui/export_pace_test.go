package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data/deals"
)

// A file of a large web takes seconds: a bar moves meanwhile, and Cancel leaves
// everything as it was.
func TestALongExportMovesABarAndCanBeCancelled(t *testing.T) {
	d := sit(t, webOf(t, deals.Size{Parties: 1000, Ties: 3000, Statements: 4500}))
	dir := t.TempDir()
	for format, annexed := range map[string]bool{"svg": false, "pdf": true} {
		path := filepath.Join(dir, "picture."+format)
		write(t, path, "old")
		form := d.newExportForm()
		form.format.SetSelected(format)
		form.annex.SetChecked(annexed)
		form.size.SetText("3000x3000")
		form.path.SetText(path)
		d.bar.message.SetText("")
		d.export(form)
		d.press("Yes") // it replaces the file
		d.until("it says what it does", func() bool { return strings.Contains(d.dialog(), path) })
		bar := all[*widget.ProgressBar](d.win.Canvas().Overlays().Top())[0]
		seen := []float64{bar.Value}
		d.until("the bar moves", func() bool {
			require.GreaterOrEqual(t, bar.Value, seen[len(seen)-1], "and never backwards")
			if bar.Value > seen[len(seen)-1] {
				seen = append(seen, bar.Value)
			}
			return len(seen) > 8
		})
		at := time.Now()
		d.press("Cancel")
		d.until("it is said", func() bool { return strings.Contains(d.bar.message.Text, "cancelled") })
		t.Logf("%s ended %v after it was cancelled, at %.2f", format, time.Since(at), bar.Value)
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, "old", string(content))
		require.NoError(t, os.Remove(path))
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left, "nothing lies beside the files")
	assert.Empty(t, d.notice())
	d.exported(filepath.Join(dir, "picture.csv"), func(f *exportForm) { f.format.SetSelected("csv") })
}
