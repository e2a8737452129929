// Package e2e drives the real program in a real window: it builds the binary,
// opens it on a virtual display, moves the pointer, types, and reads what the
// window says it shows. It has tests only.
package e2e
