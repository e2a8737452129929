// Command table puts what `entangle bench` printed into a page, as a table between
// two marks, with the machine that it was measured on. It reads the answers from
// standard input, two for each dataset: of a window that opens it for the first
// time, and of one that remembers where things lie.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
)

// answer is what bench prints.
type answer struct {
	FirstFrame float64 `json:"first_frame_ms"`
	Layout     float64 `json:"layout_ms"`
	Parties    int     `json:"parties"`
	Ties       int     `json:"ties"`
	Base       spread  `json:"base_ms"`
	Pan        spread  `json:"pan_ms"`
	Zoom       spread  `json:"zoom_ms"`
	PanWork    spread  `json:"pan_work_ms"`
	ZoomWork   spread  `json:"zoom_work_ms"`
	Hover      spread  `json:"hover_ms"`
	Step       most    `json:"step_ms"`
	MapPeak    float64 `json:"peak_map_mb"`
	Peak       float64 `json:"peak_mb"`
	Renderer   string  `json:"renderer"`
}

type spread struct{ P50, P95 float64 }

type most struct{ P50, Max float64 }

func main() {
	page := flag.String("page", "README.md", "the page that holds the marks")
	flag.Parse()
	if err := run(os.Stdin, *page); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, page string) error {
	answers, err := read(in)
	if err != nil {
		return err
	}
	content, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	content, err = between(content, text(answers, thisMachine(answers[0].Renderer)))
	if err != nil {
		return fmt.Errorf("%s: %w", page, err)
	}
	return os.WriteFile(page, content, 0o600)
}

// read reads answers one after the other.
func read(in io.Reader) ([]answer, error) {
	var all []answer
	for d := json.NewDecoder(in); ; {
		var a answer
		switch err := d.Decode(&a); {
		case errors.Is(err, io.EOF) && len(all) > 0:
			return all, nil
		case errors.Is(err, io.EOF):
			return nil, errors.New("nothing was measured")
		case err != nil:
			return nil, fmt.Errorf("reading what was measured: %w", err)
		}
		all = append(all, a)
	}
}

// The marks that the table stands between.
const (
	begin = "<!-- figures of make bench -->"
	end   = "<!-- end of the figures -->"
)

// between puts the table between the marks of a page.
func between(page []byte, table string) ([]byte, error) {
	head, rest, ok := bytes.Cut(page, []byte(begin))
	_, tail, closed := bytes.Cut(rest, []byte(end))
	if !ok || !closed {
		return nil, fmt.Errorf("the marks %s and %s are missing", begin, end)
	}
	return slices.Concat(head, []byte(begin+"\n"+table+end), tail), nil
}
