package ui

// afterFirstMap does what a huge web can wait for: not before its first map is
// there, which then has all processors.
func (w *Window) afterFirstMap(work func()) {
	if w.firstFrame == 0 && w.state.Subject().Huge() {
		w.afterFirst = append(w.afterFirst, work)
		return
	}
	work()
}
