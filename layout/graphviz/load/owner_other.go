//go:build !unix

package load

import "io/fs"

// ours trusts the folder for caches, which Windows keeps inside the user's profile.
func ours(fs.FileInfo) bool { return true }
