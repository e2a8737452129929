//go:build linux

package disk

import (
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A disk that is full is played by a limit on the size of files.
func TestAFullDiskTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "picture.svg")
	require.NoError(t, os.WriteFile(target, []byte("old"), 0o644))
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	limit := before
	limit.Cur = 4096
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	err := Write(t.Context(), File{target, []byte(strings.Repeat("x", 10_000))})
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before))

	require.ErrorContains(t, err, "writing "+target+": file too large")
	content, err := os.ReadFile(target)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "nothing is left beside the target")
}

func TestADeviceIsWrittenToAsItIs(t *testing.T) {
	assert.ErrorContains(t, Write(t.Context(), File{"/dev/full", []byte("x")}), "no space left on device")
	assert.NoError(t, Write(t.Context(), File{"/dev/null", []byte("x")}))
	info, err := os.Stat("/dev/null")
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeDevice, "it is still a device")
}
