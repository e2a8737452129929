package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data/deals"
)

// Ctrl+C ends an export soon, whether it reads, places or draws, and leaves no
// file, not even half of one.
func TestAnInterruptedExport(t *testing.T) {
	need(t, "go")
	home := t.TempDir()
	var web bytes.Buffer
	require.NoError(t, deals.WriteYAML(&web, deals.Make(deals.Size{Parties: 3000, Ties: 9000, Statements: 13_500}, 1)))
	file := filepath.Join(home, "web.yaml")
	require.NoError(t, os.WriteFile(file, web.Bytes(), 0o600))
	out := filepath.Join(home, "out")
	require.NoError(t, os.Mkdir(out, 0o755))
	for _, after := range []time.Duration{300 * time.Millisecond, 1500 * time.Millisecond, 4 * time.Second} {
		cmd := exec.Command(binary(t), "export", "-o", filepath.Join(out, "web.pdf"), file)
		cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home}
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		require.NoError(t, cmd.Start())
		time.Sleep(after)
		require.NoError(t, cmd.Process.Signal(os.Interrupt))
		at := time.Now()
		_ = cmd.Wait() // the status is looked at below
		assert.Equal(t, 1, cmd.ProcessState.ExitCode(), "after %v", after)
		assert.Equal(t, "entangle: interrupted; nothing is written\n", stderr.String(), "after %v", after)
		assert.Less(t, time.Since(at), 4*time.Second)
		t.Logf("interrupted after %v, it ended within %v", after, time.Since(at))
		left, err := os.ReadDir(out)
		require.NoError(t, err)
		assert.Empty(t, left)
	}
}
