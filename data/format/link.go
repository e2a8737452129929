package format

import (
	"encoding/hex"
	"net/url"
	"slices"
	"strings"

	"entangle/data/format/syntax"
)

// link is a field that holds an address.
func link[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		s, ok := d.text(n)
		if !ok {
			return
		}
		if wrong := linkFault(s); wrong != "" {
			d.problemf(n, func() string { return wrong + "; write an address that begins with https://, http:// or mailto:" })
			return
		}
		*at(into) = d.keep.text(s)
	}}
}

// linkFault says what keeps s from being an address, "" when nothing does.
func linkFault(s string) string {
	if strings.ContainsAny(s, " \t\r\n\"<>\\^`{|}") {
		return "an address holds no spaces, quotes or brackets"
	}
	u, err := url.Parse(s)
	if err != nil {
		return "no address"
	}
	switch scheme := strings.ToLower(u.Scheme); {
	case scheme == "":
		return "an address without a scheme"
	case !slices.Contains([]string{"http", "https", "mailto"}, scheme):
		return shown(u.Scheme) + " is no scheme that may be opened"
	case scheme == "mailto" && (u.Opaque == "" || !strings.Contains(u.Opaque, "@")):
		return "mailto without an address"
	case scheme != "mailto" && u.Hostname() == "":
		return "an address without a host"
	}
	return ""
}

// sha256 is a field that holds the checksum of a file.
func sha256[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		s, ok := d.text(n)
		if !ok {
			return
		}
		if sum, err := hex.DecodeString(s); err != nil || len(sum) != 32 {
			d.problem(n, "%s is no SHA-256; write its 64 hexadecimal digits", shown(s))
			return
		}
		*at(into) = d.keep.text(s)
	}}
}
