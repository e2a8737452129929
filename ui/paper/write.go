package paper

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteFile writes a file beside its target and renames it: the target is
// replaced by a complete new one or stays as it was. An existing target keeps
// its permissions.
func WriteFile(path string, content []byte) (err error) {
	mode := os.FileMode(0o644)
	if info, statErr := os.Stat(path); statErr == nil {
		if info.IsDir() {
			return fmt.Errorf("writing %s: it is a folder; name a file in it", path)
		}
		mode = info.Mode().Perm()
		if mode&0o200 == 0 {
			return fmt.Errorf("writing %s: the file is read-only; choose another name", path)
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".entangle-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("writing %s: %w; nothing was changed", path, err), os.Remove(f.Name()))
		}
	}()
	if _, err = f.Write(content); err != nil {
		return errors.Join(err, f.Close())
	}
	if err = errors.Join(f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
