package paper

// File is a picture as it is written, and what is to be said about its letters.
type File struct {
	Content []byte
	Missing []rune   // letters that no face has, drawn as boxes
	Faces   []string // families of the system that letters were taken from
	// Unlinked is how many links a page of PDF had no room for.
	Unlinked int
}

func (p *Painter) file(content []byte) *File {
	return &File{Content: content, Missing: p.faces.Missing(), Faces: p.faces.FromSystem()}
}
