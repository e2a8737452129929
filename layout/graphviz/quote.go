package graphviz

import "strings"

// quote returns s as a double-quoted DOT string. Within one, DOT knows a single
// escape, \" for a quote, and a single continuation, a backslash before a newline,
// which is dropped. So a backslash is left alone except where it would pair with
// what follows: before a quote and at the end, where no spelling exists for it. It
// is doubled there, as it is everywhere else, and Graphviz reads a doubled
// backslash in every attribute that it interprets (escString) as one.
//
// NUL ends a string in C and is replaced.
func quote(s string) string {
	return `"` + quoter.Replace(s) + `"`
}

var quoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\x00", "\uFFFD")
