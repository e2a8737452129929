package graphviz

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/worker"
)

var update = flag.Bool("update", false, "write the golden files in testdata anew")

// TestMain makes the test binary a layout process as well: the engines that start
// with random numbers give the same result in a fresh process only.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == worker.Arg {
		if err := worker.Serve(context.Background(), os.Stdin, os.Stdout, Layout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// newClient returns a client of a layout process that ends with the test.
func newClient(t testing.TB) *worker.Client {
	t.Helper()
	c := worker.New()
	t.Cleanup(func() { assert.NoError(t, c.Close()) })
	return c
}

// golden compares with a file in testdata, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o600))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "see the flag -update")
}
