package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

func TestFieldValue(t *testing.T) {
	year, err := data.ParseDate("2032")
	require.NoError(t, err)
	sum := 38e9
	amount := data.Amount{Exact: &sum, Unit: "USD", Kind: data.Committed}
	s := &resolve.State{
		Status: []resolve.StatusReading{{Value: data.Signed}, {Value: data.Lapsed}},
		End:    []resolve.DateReading{{Value: year}},
		Amounts: []resolve.AmountField{{
			Field: amount.Field(), Readings: []resolve.AmountReading{{Value: amount, Interval: amount.Interval()}},
		}},
		Disputed: []string{"holds", "status"},
	}
	for field, want := range map[string]string{
		"status": "signed or lapsed", "start": "not stated", "end": "2032", "holds": "the sources disagree",
		amount.Field(): "$38 bn committed", "amount/GW/paid/one-off": "not recorded",
	} {
		assert.Equal(t, want, FieldValue(s, field), field)
	}
	assert.Equal(t, "not disputed", FieldValue(&resolve.State{}, "holds"))
}
