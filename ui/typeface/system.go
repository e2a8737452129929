package typeface

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// quiet takes what the search for fonts has to say about broken ones.
type quiet struct{}

func (quiet) Printf(string, ...any) {}

// systemFace finds a face of this machine that has the letter: the same one as
// long as the same fonts are installed.
func systemFace(r rune, bold bool) *Face {
	prints, err := fontscan.SystemFonts(quiet{}, indexFolder())
	if err != nil {
		return nil
	}
	return best(prints, r, bold)
}

// indexFolder is where the list of the system's fonts is kept, so that it need
// not be made again; "" leaves the choice to the library.
func indexFolder() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	folder := filepath.Join(cache, "entangle", "fonts")
	if os.MkdirAll(folder, 0o700) != nil {
		return ""
	}
	return folder
}

// best chooses among the faces that have a letter: upright before slanted, of
// the weight that is asked for, without serifs, then by name.
func best(prints []fontscan.Footprint, r rune, bold bool) *Face {
	has := slices.DeleteFunc(slices.Clone(prints), func(p fontscan.Footprint) bool { return !p.Runes.Contains(r) })
	if len(has) == 0 {
		return nil
	}
	slices.SortFunc(has, func(a, b fontscan.Footprint) int {
		return cmp.Or(
			cmp.Compare(unlike(a, bold), unlike(b, bold)),
			cmp.Compare(a.Family, b.Family), cmp.Compare(a.Location.File, b.Location.File),
			cmp.Compare(a.Location.Index, b.Location.Index))
	})
	p := has[0]
	return &Face{Family: p.Family, Bold: bold, System: true, Joins: true, path: p.Location.File, index: int(p.Location.Index)}
}

// unlike says how far a face is from the look of the program's own.
func unlike(p fontscan.Footprint, bold bool) int {
	score := 0
	if p.Aspect.Style == font.StyleItalic {
		score += 8
	}
	if (p.Aspect.Weight >= font.WeightSemibold) != bold {
		score += 4
	}
	if !strings.HasPrefix(p.Family, "notosans") { // names of families stand without their spaces here
		score += 2
	}
	if strings.Contains(p.Family, "serif") || strings.Contains(p.Family, "mono") {
		score++
	}
	return score
}
