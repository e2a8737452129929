// Package seeds holds the datasets that ship inside the program: the web of
// partnerships in frontier AI, and a small invented one that shows how dated,
// revised and disputed statements behave. It knows nothing of their format.
package seeds

import _ "embed"

// Names under which the embedded datasets are listed, and by which messages
// about them are prefixed.
const (
	FrontierAIName = "frontier-ai.yaml"
	ExampleName    = "example.yaml"
)

// FrontierAI is the built-in dataset: who depends on whom in frontier AI,
// statement by statement from five documents.
//
//go:embed frontier-ai.yaml
var FrontierAI []byte

// Example is a small dataset of invented parties.
//
//go:embed example.yaml
var Example []byte
