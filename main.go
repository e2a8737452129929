// Command entangle shows who depends on whom in frontier AI: in a window, or as
// text, JSON and pictures from the command line. It only wires the parts
// together.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/layout/graphviz"
	"entangle/layout/worker"
	"entangle/seeds"
	"entangle/ui"
	"entangle/ui/annex"
	"entangle/ui/command"
	"entangle/ui/pace"
	"entangle/ui/picture"
	"entangle/ui/style"
)

// version is set by the build.
var version = ""

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	started := time.Now()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer context.AfterFunc(ctx, stop)() // who interrupts it twice ends it as it stands
	if len(args) > 0 && args[0] == worker.Arg {
		if worker.Serve(ctx, os.Stdin, os.Stdout, graphviz.Layout) != nil {
			return 1
		}
		return 0
	}
	client := worker.New()
	defer client.Close()
	engine := layout.Pinned(worker.Cached(client.Layout, cacheDir()))
	env := environment(engine)
	status, window := command.Run(ctx, args, env)
	if window == nil {
		return status
	}
	return ui.Run(ui.Options{
		File: window.File, Builtin: env.Builtin, Default: env.Default, View: viewOf(window),
		Engine: engine, Warm: client.Warm, Version: version, Started: started, Bench: window.Bench,
	})
}

func cacheDir() string {
	dir, err := worker.DefaultCacheDir()
	if err != nil {
		return "" // then placements are kept in memory only
	}
	return dir
}

func environment(engine layout.Engine) command.Env {
	return command.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Version: version,
		Today:   func() data.Day { return data.DayAt(time.Now()) },
		Builtin: map[string][]byte{seeds.FrontierAIName: seeds.FrontierAI, seeds.ExampleName: seeds.Example},
		Default: seeds.FrontierAIName,
		Draw: func(ctx context.Context, r command.DrawRequest) (*command.Drawn, error) {
			return draw(ctx, engine, r)
		},
	}
}

// draw hands a request of the command line to the package that draws for the
// window too.
func draw(ctx context.Context, engine layout.Engine, r command.DrawRequest) (*command.Drawn, error) {
	ruler, err := style.NewRuler()
	if err != nil {
		return nil, err
	}
	subject := picture.Look(r.Web, picture.View{View: r.View, Since: r.Since}.LaidOut(r.Layout))
	drawn, err := subject.Write(ctx, engine, ruler, picture.Export{
		Format: r.Format, Theme: style.Theme(r.Theme), Width: float64(r.Width), Height: float64(r.Height),
		Scale: r.Scale, Transparent: r.Background == "none", White: r.Background == "white",
		Title: r.Title, NoTitle: r.TitleGiven && r.Title == "", NoCaption: r.NoCaption, Only: r.Select,
		OutlineText: r.OutlineText, FrameOf: r.FrameOf, Annex: annex.If(r.Annex), Pace: pace.New(ctx, nil),
	})
	return (*command.Drawn)(drawn), err
}

// viewOf turns the flags of the command line into a view when the dataset is
// known; false when no flag asks for anything.
func viewOf(w *command.Request) func(*data.Dataset) (picture.View, bool, error) {
	return func(d *data.Dataset) (picture.View, bool, error) {
		v, err := w.View.View(d, data.DayAt(time.Now()))
		return picture.View{View: v}, !v.Equal(query.Default(d, data.DayAt(time.Now()))), err
	}
}
