package worker

import (
	"errors"
	"os"
	"os/exec"
	"runtime"
)

// command says how a layout process is started.
type command struct {
	path string // the running program when empty
	args []string
	env  []string
}

// inWorker is set in the environment of a layout process. It keeps a program that
// does not know Arg, such as a test, from starting itself again and again.
const inWorker = "ENTANGLE_LAYOUT_WORKER"

var errNested = errors.New("a layout process does not start another one")

func (c command) prepare() (*exec.Cmd, error) {
	if os.Getenv(inWorker) != "" {
		return nil, errNested
	}
	path, args := c.path, c.args
	if path == "" {
		var err error
		if path, err = itself(); err != nil {
			return nil, err
		}
		args = []string{Arg}
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), inWorker+"=1")
	cmd.Env = append(cmd.Env, c.env...)
	return cmd, nil
}

// itself returns a path that starts the running program. On Linux that also holds
// when its file has been replaced or removed since.
func itself() (string, error) {
	const self = "/proc/self/exe"
	if runtime.GOOS == "linux" {
		if _, err := os.Stat(self); err == nil {
			return self, nil
		}
	}
	return os.Executable()
}
