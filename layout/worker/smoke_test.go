package worker

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"testing"
	"time"

	"entangle/layout"
	"entangle/layout/graphviz"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Arg {
		if err := Serve(context.Background(), os.Stdin, os.Stdout, graphviz.Layout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestSmoke(t *testing.T) {
	c := New()
	defer c.Close()
	r := rand.New(rand.NewSource(1))
	var g layout.Graph
	for i := range 45 {
		g.Boxes = append(g.Boxes, layout.Box{ID: fmt.Sprint(i), W: 72 + r.Float64()*150, H: 40})
	}
	for j := range 100 {
		a, b := r.Intn(45), r.Intn(45)
		if a == b {
			b = (a + 1) % 45
		}
		g.Lines = append(g.Lines, layout.Line{ID: fmt.Sprint(j), From: fmt.Sprint(a), To: fmt.Sprint(b)})
	}
	for _, e := range layout.Engines {
		g.Options.Engine = e
		for range 3 {
			s := time.Now()
			p, err := c.Layout(context.Background(), g)
			t.Log(e, time.Since(s), err, p.Bounds, p.Note, len(p.Lines))
		}
	}
}
