package disk

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWriteAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	kept, folder := filepath.Join(dir, "kept"), filepath.Join(dir, "folder")
	require.NoError(t, os.WriteFile(kept, []byte("old"), 0o600))
	require.NoError(t, os.Mkdir(folder, 0o755))

	err := Write(t.Context(), File{kept, []byte("new")}, File{folder, []byte("x")})
	assert.ErrorContains(t, err, folder)
	content, err := os.ReadFile(kept)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content), "nothing is replaced when one file cannot be written")

	require.NoError(t, Write(t.Context(), File{kept, []byte("new")}, File{filepath.Join(dir, "more"), []byte("y")}))
	content, err = os.ReadFile(kept)
	require.NoError(t, err)
	assert.Equal(t, "new", string(content))
	info, err := os.Stat(kept)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "permissions stay")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 3, "nothing is left beside the files")
}

func TestWriteEndsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, "kept")
	require.NoError(t, os.WriteFile(kept, []byte("old"), 0o600))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, content := range []string{"", "new"} {
		require.ErrorIs(t, Write(ctx, File{kept, []byte(content)}), context.Canceled)
	}
	content, err := os.ReadFile(kept)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "nothing is left beside the file")
}

func TestWriteSaysWhatIsInTheWay(t *testing.T) {
	dir := t.TempDir()
	locked := filepath.Join(dir, "locked")
	require.NoError(t, os.WriteFile(locked, nil, 0o444))
	for path, says := range map[string]string{
		locked:                              "is read-only",
		filepath.Join(dir, "none", "x"):     "is not there",
		dir:                                 "is a folder",
		filepath.Join(dir, "a") + "/":       "is a folder",
		filepath.Join(locked, "inside", ""): "not a directory",
	} {
		assert.ErrorContains(t, Write(t.Context(), File{path, []byte("x")}), says, path)
	}
}
