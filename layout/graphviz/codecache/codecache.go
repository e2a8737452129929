// Package codecache gives go-graphviz a folder of its own.
//
// go-graphviz compiles Graphviz to native code in its package initialiser and keeps
// the code in os.TempDir()/go-graphviz, a folder that on most systems is shared: who
// creates it first could plant code there. This package, which sorts before
// github.com/goccy and imports nothing but a little of the standard library, is
// initialised earlier and points os.TempDir at a private folder in the user's cache.
// Restore, called once go-graphviz is initialised, takes that back.
//
// It must not import anything that go-graphviz does not import as well: then it
// might be initialised too late.
package codecache
