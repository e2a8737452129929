// Command make writes webs of invented deals as dataset files, for benchmarks of
// the whole program. Without flags it writes one of each size that figures are
// given for.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"entangle/data/deals"
)

func main() {
	dir := flag.String("to", ".", "the folder to write into")
	seed := flag.Uint64("seed", 1, "of what is drawn by lot")
	format := flag.String("format", "yaml", "yaml or json")
	var size deals.Size
	flag.IntVar(&size.Parties, "parties", 0, "how many parties; 0 writes the usual sizes")
	flag.IntVar(&size.Ties, "ties", 0, "how many ties; 0 for three to a party")
	flag.IntVar(&size.Statements, "statements", 0, "how many statements; 0 for three to two ties")
	flag.Parse()
	if err := run(*dir, *format, *seed, sizes(size)); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

func sizes(s deals.Size) []deals.Size {
	if s.Parties == 0 {
		return deals.Sizes()
	}
	if s.Ties == 0 {
		s.Ties = 3 * s.Parties
	}
	if s.Statements == 0 {
		s.Statements = s.Ties * 3 / 2
	}
	s.Parties, s.Statements = max(s.Parties, 2), max(s.Statements, s.Ties)
	return []deals.Size{s}
}

func run(dir, format string, seed uint64, sizes []deals.Size) error {
	write := deals.WriteYAML
	switch format {
	case "yaml":
	case "json":
		write = deals.WriteJSON
	default:
		return fmt.Errorf("no web can be written as %q; write yaml or json", format)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, size := range sizes {
		path := filepath.Join(dir, size.String()+"."+format)
		f, err := os.Create(path)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(f)
		err = write(out, deals.Make(size, seed))
		if err == nil {
			err = out.Flush()
		}
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		fmt.Println(path)
	}
	return nil
}
