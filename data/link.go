package data

import (
	"net/url"
	"strings"
	"unicode"
)

// SafeLink returns a link that may be written or opened: http, https or mailto,
// without white space and without characters that do not show; any other is "".
func SafeLink(link string) string {
	unfit := func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) || r == unicode.ReplacementChar }
	u, err := url.Parse(link)
	if err != nil || strings.ContainsFunc(link, unfit) {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
		return link
	case "mailto":
		return link
	}
	return ""
}
