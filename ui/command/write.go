package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entangle/data/interchange"
	"entangle/ui/disk"
)

// output is one file to be written.
type output struct {
	name    string
	content []byte
	folder  bool // it is made when it is not there
}

// write puts all files in place, or none. - is standard output. The dataset that
// was read is never replaced.
func (c *call) write(files []output, dataset string) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
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
	made, err := makeFolders(files)
	if err == nil {
		err = disk.Write(c.ctx, targets...)
	}
	if err != nil {
		for _, dir := range made {
			_ = os.Remove(dir) // it is empty, or was filled by somebody else
		}
	}
	return err
}

// makeFolders makes the folders that tables are to be put in, but not the folders
// around those. It returns the ones that it made.
func makeFolders(files []output) ([]string, error) {
	var made []string
	for _, f := range files {
		dir := filepath.Dir(f.name)
		if _, err := os.Stat(dir); !f.folder || err == nil {
			continue
		}
		if err := os.Mkdir(dir, 0o777); err != nil {
			return made, fmt.Errorf("making the folder %s: %s", dir, cause(err))
		}
		made = append(made, dir)
	}
	return made, nil
}

// isFolder says whether OUT is a folder by the way it is written.
func isFolder(out string) bool {
	return strings.HasSuffix(out, "/") || strings.HasSuffix(out, string(filepath.Separator))
}

// tables makes the four tables of a view as files of a folder.
func tables(l *look, dir string) ([]output, error) {
	var files []output
	for _, t := range interchange.Tables(l.web, l.result) {
		content, err := t.CSV()
		if err != nil {
			return nil, err
		}
		files = append(files, output{filepath.Join(dir, t.Name+".csv"), content, true})
	}
	return files, nil
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
