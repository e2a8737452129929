package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Accessible = (*spoken)(nil)
	_ fyne.Accessible = (*row)(nil)
)

// spoken gives the words of the page to screen readers. The toolkit shows them
// nothing that lies within a widget, and all of the page lies in one that scrolls.
type spoken struct {
	widget.BaseWidget
	words string
}

func newSpoken() *spoken {
	s := &spoken{}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws nothing.
func (s *spoken) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// AccessibilityLabel is the page as text.
func (s *spoken) AccessibilityLabel() string { return s.words }

// AccessibilityRole is part of fyne.Accessible.
func (s *spoken) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what the row says.
func (w *row) AccessibilityLabel() string { return w.words }

// AccessibilityRole is that of what can be followed.
func (w *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }
