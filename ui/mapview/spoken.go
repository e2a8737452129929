package mapview

import "fyne.io/fyne/v2"

var _ fyne.Accessible = (*View)(nil)

// AccessibilityLabel is what a screen reader says of the map. The toolkit hands it
// on where it was built with the tag accessibility, on macOS and Windows.
func (v *View) AccessibilityLabel() string {
	if v.Words == nil {
		return "Map"
	}
	return v.Words()
}

// AccessibilityRole is text: the toolkit knows no better one for a picture.
func (v *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
