package worker

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"testing"

	"entangle/layout"
	"entangle/layout/graphviz"
	"entangle/layout/layouttest"
)

// BenchmarkLayout measures layouts in a warm process, sent there and back.
func BenchmarkLayout(b *testing.B) {
	sizes := []struct {
		boxes, lines int
		engines      []layout.EngineName
	}{
		{45, 100, layout.Engines},
		{200, 300, []layout.EngineName{layout.Dot, layout.Neato, layout.SFDP}},
		{200, 500, []layout.EngineName{layout.Dot}},
		{500, 1000, []layout.EngineName{layout.Dot}},
	}
	for _, size := range sizes {
		for _, engine := range size.engines {
			g := layouttest.Deals(size.boxes, size.lines, 3)
			g.Options.Engine = engine
			b.Run(fmt.Sprintf("%s/%d-%d", engine, size.boxes, size.lines), func(b *testing.B) {
				benchmark(b, g)
			})
		}
	}
}

func benchmark(b *testing.B, g layout.Graph) {
	c := New(inRole("graphviz")...)
	defer c.Close()
	if _, err := c.Layout(context.Background(), pair()); err != nil { // now it is warm
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := c.Layout(context.Background(), g); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCached measures a layout that is known.
func BenchmarkCached(b *testing.B) {
	g := layouttest.Deals(45, 100, 3)
	dir := b.TempDir()
	client := New(inRole("graphviz")...)
	defer client.Close()
	cached := Cached(client.Layout, dir)
	if _, err := cached(context.Background(), g); err != nil {
		b.Fatal(err)
	}
	b.Run("memory", func(b *testing.B) {
		for b.Loop() {
			if _, err := cached(context.Background(), g); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("disk", func(b *testing.B) {
		for b.Loop() {
			if _, err := Cached(client.Layout, dir)(context.Background(), g); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkStart measures a process from its start to its first answer, with
// Graphviz compiled already.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		c := New(inRole("graphviz")...)
		if _, err := c.Layout(context.Background(), pair()); err != nil {
			b.Fatal(err)
		}
		c.Close()
	}
}

// BenchmarkNativeDot measures the program dot with what Graphviz is given here
// ("same"), and with the same graph and none of our limits ("plain").
func BenchmarkNativeDot(b *testing.B) {
	if _, err := exec.LookPath("dot"); err != nil {
		b.Skip("the program dot of Graphviz is not installed; it is only compared with")
	}
	limits := regexp.MustCompile(`(nslimit1?|mclimit)="[^"]*", |splines="line"`)
	for _, size := range [][2]int{{45, 100}, {200, 300}, {200, 500}, {500, 1000}} {
		var dot bytes.Buffer
		if err := graphviz.Compose(&dot, layouttest.Deals(size[0], size[1], 3)); err != nil {
			b.Fatal(err)
		}
		for name, text := range map[string][]byte{"same": dot.Bytes(), "plain": limits.ReplaceAll(dot.Bytes(), nil)} {
			b.Run(fmt.Sprintf("%s/%d-%d", name, size[0], size[1]), func(b *testing.B) {
				for b.Loop() {
					cmd := exec.Command("dot", "-Tplain")
					cmd.Stdin = bytes.NewReader(text)
					if _, err := cmd.Output(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
