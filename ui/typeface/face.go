package typeface

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"entangle/assets"
)

// Face is one face of a family. It is read when it is first needed.
type Face struct {
	Family string
	Bold   bool
	System bool // of this machine, not of the program
	// Joins says that its letters join, or carry marks that rules of the face put
	// in place: it cannot be parted letter by letter where somebody else shapes.
	Joins bool

	file  []byte
	path  string // of a face of the system
	index int    // within a collection
	once  sync.Once
	font  *font.Face
	err   error
}

// embedded lists the faces of the program, in the order in which a letter is
// looked for.
func embedded(bold bool) []*Face {
	faces := []*Face{
		{Family: "Noto Sans", file: assets.NotoSans},
		{Family: "Noto Sans Hebrew", file: assets.NotoSansHebrew, Joins: true},
		{Family: "Noto Sans Arabic", file: assets.NotoSansArabic, Joins: true},
	}
	if bold {
		faces[0].file, faces[1].file, faces[2].file = assets.NotoSansBold, assets.NotoSansHebrewBold, assets.NotoSansArabicBold
	}
	for _, f := range faces {
		f.Bold = bold
	}
	return faces
}

// File returns the font file and which face of it is meant.
func (f *Face) File() (content []byte, index int, err error) {
	f.read()
	return f.file, f.index, f.err
}

// Font returns the face for measuring, nil when it cannot be read.
func (f *Face) Font() *font.Face {
	f.read()
	return f.font
}

// Has says whether the face has a letter.
func (f *Face) Has(r rune) bool {
	if f.Font() == nil {
		return false
	}
	_, ok := f.font.NominalGlyph(r)
	return ok
}

func (f *Face) read() {
	f.once.Do(func() {
		if f.font, f.err = f.parse(); f.err != nil {
			f.err = fmt.Errorf("reading the font %s: %w", f.Family, f.err)
		}
	})
}

func (f *Face) parse() (*font.Face, error) {
	if f.file == nil {
		content, err := os.ReadFile(f.path)
		if err != nil {
			return nil, err
		}
		f.file = content
	}
	loaders, err := opentype.NewLoaders(bytes.NewReader(f.file))
	if err != nil {
		return nil, err
	}
	if f.index >= len(loaders) {
		return nil, errors.New("the collection is shorter than it was")
	}
	face, err := font.NewFont(loaders[f.index])
	if err != nil {
		return nil, err
	}
	if name := face.Describe().Family; f.System && name != "" {
		f.Family = name // as people know it
	}
	return font.NewFace(face), nil
}
