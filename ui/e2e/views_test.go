package e2e

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The same selection in every arrangement, by keys and by the mouse: a cell of the
// matrix is clicked, and the stack, the table and the web have its tie selected.
func TestViews(t *testing.T) {
	d := sit(t, 1280, 800)
	d.open()
	d.key("alt+3")
	s := d.until("the matrix is drawn", func(s seen) bool { return s.Arranged == "matrix" && s.Sharp && len(s.Lines) > 0 })
	d.click(s, s.Lines["microsoft/openai/contractual"])
	s = d.until("a cell is read", func(s seen) bool { return s.Selected.ID != "" && s.Sharp })
	tie := s.Selected
	d.key("alt+2")
	s = d.until("the stack is drawn", func(s seen) bool { return s.Arranged == "stack" && s.Sharp })
	assert.Equal(t, tie, s.Selected)
	assert.Greater(t, s.Boxes["nvidia"].Y, s.Boxes["amazon"].Y, "chips lie below clouds")
	assert.Greater(t, s.Boxes["amazon"].Y, s.Boxes["openai"].Y, "and clouds below models")
	d.key("alt+4")
	s = d.until("the table is made", func(s seen) bool { return s.Arranged == "table" && s.Rows == s.Ties && s.Sharp })
	assert.Equal(t, tie, s.Selected)
	d.key("Home", "Down", "Down", "Return")
	s = d.until("a line of the table is read", func(s seen) bool { return s.Selected != tie && s.Selected.ID != "" })
	tie = s.Selected
	d.key("ctrl+t")
	d.until("statements are listed", func(s seen) bool { return s.Rows > 2*s.Ties })
	d.key("alt+1")
	s = d.until("the web is drawn", func(s seen) bool { return s.Arranged == "web" && s.Sharp })
	assert.Equal(t, tie, s.Selected)
	d.key("alt+r")
	d.until("boxes stand by role", func(s seen) bool { return s.Sharp && s.Arranged == "web" })
}

// TestPicturesOfViews makes the pictures of the stack, the matrix and the table.
func TestPicturesOfViews(t *testing.T) {
	if !*pictures {
		t.Skip("make pictures makes them anew")
	}
	folder, err := filepath.Abs("../../assets/pictures")
	require.NoError(t, err)
	d := sit(t, 1440, 900)
	d.prefer(map[string]any{"theme": "light", "window.width": 1440.0, "window.height": 900.0})
	d.open()
	d.do("xdotool", "mousemove", "700", "130")
	for key, name := range map[string]string{"alt+2": "stack", "alt+3": "matrix", "alt+4": "table"} {
		d.key(key)
		d.until(name+" is drawn", func(s seen) bool { return s.Arranged == name && s.Sharp })
		if name != "table" {
			d.do("xdotool", "mousemove", "24", "160", "click", "1") // by the mouse there is no ring around the map
		}
		d.until(name+" is drawn", func(s seen) bool { return s.Arranged == name && s.Sharp })
		d.shot(filepath.Join(folder, "view-"+name+".png"))
	}
}
