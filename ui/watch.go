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
type watcher struct{ notify *fsnotify.Watcher }

// watch follows the file on screen, and no other any more.
func (w *Window) watch(src source) {
	if w.watcher != nil && w.watcher.path() == filepath.Dir(src.path) && src.path != "" {
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
	w.watcher = &watcher{notify}
	w.await(w.watcher)
}

// await waits for the file to be saved and then reads it again.
func (w *Window) await(from *watcher) {
	w.jobs.run("watching the file", func(ctx context.Context) (func(), error) {
		path := ""
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
				if event.Op&(fsnotify.Write|fsnotify.Create|fsnotify.Rename) != 0 {
					path = event.Name
					quiet.Reset(settle)
				}
			case err, open := <-from.notify.Errors:
				if !open {
					return nil, nil
				}
				return func() { w.again(from, "") }, err
			case <-quiet.C:
				return func() { w.again(from, path) }, nil
			}
		}
	})
}

// again reads the file when it was the one that changed, and goes on waiting.
func (w *Window) again(from *watcher, path string) {
	if w.watcher != from {
		return
	}
	if filepath.Clean(path) == filepath.Clean(w.file.path) {
		w.open(w.file, false)
	}
	w.await(from)
}

func (w *watcher) path() string {
	if list := w.notify.WatchList(); len(list) > 0 {
		return list[0]
	}
	return ""
}

func (w *watcher) close() {
	if w != nil {
		_ = w.notify.Close()
	}
}
