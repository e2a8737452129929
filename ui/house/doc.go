// Package house holds the house to its rules: which package may know of which,
// where goroutines begin, how long files and functions are, what lies at the
// top of the repository. ARCHITECTURE.md says why; the tests of this package
// say where a rule is broken.
//
// It has no code but tests. It reads the source as text, so that it sees every
// file whatever its build tags, and must not import any package of the program.
package house
