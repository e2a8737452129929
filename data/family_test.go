package data

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFamily(t *testing.T) {
	d := (&Dataset{Parties: []Party{
		{ID: "m", Kind: Cloud},
		{ID: "az", Kind: Product, Parent: "m"},
		{ID: "foundry", Kind: Product, Parent: "az"},
		{ID: "a", Kind: Group},
		{ID: "aws", Kind: Cloud, Parent: "a"},
		{ID: "bedrock", Kind: Product, Parent: "aws"},
		{ID: "linux", Kind: Product},
	}}).Build()
	assert.Equal(t, []PartyID{"foundry", "az", "m"}, d.Owners("foundry"))
	assert.True(t, d.Within("foundry", "m"))
	assert.True(t, d.Within("m", "m"))
	assert.False(t, d.Within("m", "foundry"))
	assert.Equal(t, []PartyID{"m", "az", "foundry"}, d.Family("m"))
	assert.Equal(t, []PartyID{"linux"}, d.Family("linux"))
}
