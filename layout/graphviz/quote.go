package graphviz

import "strings"

// quote returns s as a double-quoted DOT string that ends where it should, whatever
// s holds. The scanner of DOT reads \" as a quote, drops a backslash before a
// newline, and keeps \\ as two backslashes, which Graphviz takes for one where it
// interprets an attribute (an escString). So quotes are escaped and backslashes
// doubled. NUL would end the string and is replaced.
//
// No string of a graph comes here: what is quoted are words and numbers of ours.
func quote(s string) string {
	return `"` + quoter.Replace(s) + `"`
}

var quoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\x00", "\uFFFD")
