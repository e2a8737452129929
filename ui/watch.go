package ui

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must have been left alone before it is read again:
// editors write in several steps.
const settle = 150 * time.Millisecond

// watcher tells when the open file is saved. It watches the folder, since many
// editors replace the file instead of writing into it.
type watcher struct {
	file   string
	notify *fsnotify.Watcher
}

// watch follows the file on screen, and no other any more.
func (w *Window) watch(src source) {
	if w.watcher != nil && w.watcher.file == src.path {
		return
	}
	w.watcher.close()
	w.watcher = nil
	if src.path == "" {
		return
	}
	notify, err := fsnotify.NewWatcher()
	if err == nil {
		if err = notify.Add(filepath.Dir(src.path)); err != nil {
			err = errors.Join(err, notify.Close())
		}
	}
	if err != nil {
		w.fail("watching "+src.path, errors.Join(errors.New("changes will not be shown until the file is opened again"), err))
		return
	}
	w.watcher = &watcher{src.path, notify}
	w.await(w.watcher)
}

// await waits for the file to be saved and then reads it again. What happens to
// other files of the folder, such as the copies that editors keep, is no matter.
func (w *Window) await(from *watcher) {
	w.jobs.wait("watching the file", func(ctx context.Context) (func(), error) {
		quiet := time.NewTimer(time.Hour)
		quiet.Stop()
		for {
			select {
			case <-ctx.Done():
				return nil, nil
			case event, open := <-from.notify.Events:
				if !open {
					return nil, nil
				}
				if filepath.Clean(event.Name) == filepath.Clean(from.file) && event.Op&(fsnotify.Write|fsnotify.Create|fsnotify.Rename) != 0 {
					quiet.Reset(settle)
				}
			case err, open := <-from.notify.Errors:
				if !open {
					return nil, nil
				}
				return func() { w.again(from, false) }, err
			case <-quiet.C:
				return func() { w.again(from, true) }, nil
			}
		}
	})
}

// again reads the file when it was saved, and goes on waiting.
func (w *Window) again(from *watcher, saved bool) {
	if w.watcher != from {
		return
	}
	if saved {
		w.open(w.file, false)
	}
	w.await(from)
}

func (w *watcher) close() {
	if w != nil {
		_ = w.notify.Close()
	}
}
