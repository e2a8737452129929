package command

import (
	"fmt"
	"os"

	"entangle/ui/disk"
)

// output is one file to be written.
type output struct {
	name    string
	content []byte
}

// write puts all files in place, or none. - is standard output. The dataset that
// was read is never replaced.
func (c *call) write(files []output, dataset string) error {
	var targets []disk.File
	for _, f := range files {
		switch {
		case f.name == "-":
			c.out.Write(f.content)
		case same(f.name, dataset):
			return fmt.Errorf("%s is the dataset itself; name another OUT", f.name)
		default:
			targets = append(targets, disk.File{Name: f.name, Content: f.content})
		}
	}
	return disk.Write(targets...)
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
