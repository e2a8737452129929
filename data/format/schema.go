package format

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (2020-12) of the format.
func Schema() []byte { return slices.Clone(schema) }
