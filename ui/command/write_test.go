package command

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// names lists what lies in a folder, hidden files too.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(b)
}

func TestExportReplacesAFileWhole(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out.json")
	require.NoError(t, os.WriteFile(out, []byte("old"), 0o640))
	require.NoError(t, os.Symlink(out, filepath.Join(dir, "link.json")))
	a := run(t, "export", "-o", filepath.Join(dir, "link.json"))
	require.Equal(t, Done, a.exit, a.stderr)
	assert.Contains(t, content(t, out), `"title": "A small web"`)
	assert.Equal(t, []string{"link.json", "out.json"}, names(t, dir), "the link stays, nothing else is left")
	info, err := os.Stat(out)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), info.Mode().Perm(), "permissions stay")
}

func TestAFailedExportTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out.svg")
	require.NoError(t, os.WriteFile(out, []byte("old"), 0o644))
	locked := filepath.Join(dir, "locked.svg")
	require.NoError(t, os.WriteFile(locked, []byte("old"), 0o444))
	require.NoError(t, os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "lost.svg")))
	before := names(t, dir)
	for args, says := range map[string]string{
		"export -o DIR/out.svg --title fail":                        "no layout",
		"export -o DIR/out.svg --focus nobody":                      "no party",
		"export -o DIR/out.svg testdata/broken.yaml":                "testdata/broken.yaml:3:",
		"export -o DIR/locked.svg":                                  "is read-only",
		"export -o DIR/lost.svg":                                    "is a link that leads nowhere",
		"export -o DIR/out.svg/x.svg":                               "not a directory",
		"export -o DIR/none/{date}.svg --as-of 2025,2026":           "is not there",
		"export -o DIR/" + strings.Repeat("n", 300) + ".svg":        "name too long",
		"export -o DIR/out.svg --select nobody":                     "no party or tie",
		"export -o DIR/out.svg --theme print --no-caption x y":      "one FILE at the most",
		"export -o DIR/{date}.svg --as-of 2025,2026 --focus nobody": "no party",
		"export -o DIR/out.svg none.yaml":                           "no such file",
	} {
		a := run(t, strings.Fields(strings.ReplaceAll(args, "DIR", dir))...)
		assert.NotEqual(t, Done, a.exit, args)
		assert.Contains(t, a.stderr, says, args)
		assert.Equal(t, before, names(t, dir), args)
		assert.Equal(t, "old", content(t, out), args)
		assert.Equal(t, "old", content(t, locked), args)
	}
}

func TestSeveralDaysAreSeveralFilesOrNone(t *testing.T) {
	dir := t.TempDir()
	a := run(t, "export", "-o", filepath.Join(dir, "o-{date}.svg"), "--as-of", "2025,2026-04-30")
	require.Equal(t, Done, a.exit, a.stderr)
	assert.Equal(t, []string{"o-2025.svg", "o-2026-04-30.svg"}, names(t, dir), "dates stand as typed")
	assert.Contains(t, content(t, filepath.Join(dir, "o-2025.svg")), "as of 2025-12-31")

	dir = t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "o-2026.svg"), 0o755))
	a = run(t, "export", "-o", filepath.Join(dir, "o-{date}.svg"), "--as-of", "2025,2026")
	assert.Equal(t, AtFault, a.exit)
	assert.Equal(t, []string{"o-2026.svg"}, names(t, dir), "the first file is not written when the second cannot be")

	a = run(t, "export", "-o", filepath.Join(dir, "x-{date}.svg"))
	require.Equal(t, Done, a.exit, a.stderr)
	assert.Contains(t, names(t, dir), "x-2026-05-01.svg")
}

func TestExportHandsEveryFlagToDraw(t *testing.T) {
	a := run(t, strings.Fields("export -o - --format png --layout neato --theme dark --size 1600x900 --scale 2 --background white --title T --no-caption --select lab,round --outline-text --products --as-of 2026 --frame-of 2025..2026-03")...)
	require.Equal(t, Done, a.exit, a.stderr)
	assert.Contains(t, a.stdout, "png as of 2026-12-31: ")
	for _, part := range []string{
		"Format:png", "Layout:neato", "Theme:dark", "Background:white", "Width:1600", "Height:900", "Scale:2", "Title:T", "NoCaption:true",
		"OutlineText:true", "Select:[lab round]", "Products:true", "FrameOf:[2025-12-31 2026-03-31]",
	} {
		assert.Contains(t, a.stdout, part)
	}
	assert.Contains(t, a.stderr, "hidden (", "what the filters hide is said")
	assert.Contains(t, a.stderr, "entangle: a note on the picture\n")
	assert.Contains(t, run(t, "export", "-o", "-", "--format", "svg", "--transparent").stdout, "Background:none")
}

func TestWithoutAPainterPicturesAreNotBuilt(t *testing.T) {
	e, _, stderr := env(t)
	e.Draw = nil
	exit, _ := Run(context.Background(), []string{"export", "-o", "-", "--format", "svg"}, e)
	assert.Equal(t, Misused, exit)
	assert.Contains(t, stderr.String(), "the format svg is not built yet")
}

// full is a standard output without room.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: errors.New("no space left on device")}
}

func TestAFullStandardOutputIsAnError(t *testing.T) {
	for _, args := range []string{"outline", "kinds", "show lab --json", "export -o - --format json", "validate testdata/web.yaml"} {
		e, _, stderr := env(t)
		e.Stdout = full{}
		exit, _ := Run(context.Background(), strings.Fields(args), e)
		assert.Equal(t, AtFault, exit, args)
		assert.Contains(t, stderr.String(), "writing to standard output: no space left on device", args)
	}
}

func TestTablesFillAFolder(t *testing.T) {
	dir := t.TempDir()
	tables := []string{"parties.csv", "sources.csv", "statements.csv", "ties.csv"}
	for _, out := range []string{dir, dir + "/", dir + "/new/", dir + "/as-of-{date}/"} {
		a := run(t, "export", "-o", out, "--format", "csv")
		require.Equal(t, Done, a.exit, a.stderr)
	}
	assert.Equal(t, []string{"as-of-2026-05-01", "new", "parties.csv", "sources.csv", "statements.csv", "ties.csv"}, names(t, dir))
	assert.Equal(t, tables, names(t, filepath.Join(dir, "new")))
	assert.Equal(t, tables, names(t, filepath.Join(dir, "as-of-2026-05-01")), "the day as the dataset has it")
	assert.Equal(t, run(t, "export", "-o", "-", "--format", "csv").stdout, content(t, filepath.Join(dir, "ties.csv")), "one table alone is that of the ties")

	require.NoError(t, os.Chmod(filepath.Join(dir, "new", "ties.csv"), 0o444))
	require.NoError(t, os.Remove(filepath.Join(dir, "new", "parties.csv")))
	a := run(t, "export", "-o", dir+"/new/", "--format", "csv")
	assert.Equal(t, AtFault, a.exit)
	assert.NotContains(t, names(t, filepath.Join(dir, "new")), "parties.csv", "all tables or none")
}

// Who interrupts a long export gets no file, not even half of one.
func TestAnInterruptedExportWritesNothing(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out-{date}.svg")
	kept := filepath.Join(dir, "out-2025.svg")
	require.NoError(t, os.WriteFile(kept, []byte("old"), 0o644))
	for name, ends := range map[string]bool{"within the drawing": true, "when it is drawn": false} {
		ctx, cancel := context.WithCancel(t.Context())
		e, stdout, stderr := env(t)
		draw := e.Draw
		e.Draw = func(ctx context.Context, r DrawRequest) (*Drawn, error) {
			cancel()
			if ends {
				return nil, ctx.Err()
			}
			return draw(context.WithoutCancel(ctx), r)
		}
		exit, _ := Run(ctx, []string{"export", "-o", out, "--as-of", "2025,2026"}, e)
		assert.Equal(t, AtFault, exit, name)
		assert.Equal(t, "entangle: interrupted; nothing is written\n", stderr.String(), name)
		assert.Empty(t, stdout.String(), name)
		assert.Equal(t, []string{"out-2025.svg"}, names(t, dir), name)
		assert.Equal(t, "old", content(t, kept), name)
	}
}
