package data

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func ptr(x float64) *float64 { return &x }

func TestAmountInterval(t *testing.T) {
	for name, c := range map[string]struct {
		amount Amount
		json   string
	}{
		"exact":   {Amount{Exact: ptr(250e9)}, `{"min":250000000000,"max":250000000000}`},
		"up to":   {Amount{Max: ptr(50)}, `{"min":0,"max":50}`},
		"from":    {Amount{Min: ptr(5)}, `{"min":5,"max":null}`},
		"range":   {Amount{Min: ptr(5), Max: ptr(6.5)}, `{"min":5,"max":6.5}`},
		"over":    {Amount{Over: ptr(0.5)}, `{"min":0.5,"max":null,"min_open":true}`},
		"under":   {Amount{Under: ptr(7)}, `{"min":0,"max":7,"max_open":true}`},
		"a sum":   {Amount{Min: ptr(100), Under: ptr(107)}, `{"min":100,"max":107,"max_open":true}`},
		"unknown": {Amount{Unknown: true, Text: "billions"}, `{"min":0,"max":null}`},
	} {
		got, err := json.Marshal(c.amount.Interval())
		assert.NoError(t, err)
		assert.Equal(t, c.json, string(got), name)
	}
}

func TestAmountField(t *testing.T) {
	assert.Equal(t, "amount/USD/committed/8y", Amount{Unit: "USD", Kind: Committed, Horizon: Horizon{MinYears: 8, MaxYears: 8}}.Field())
	assert.Equal(t, "amount/USD/announced/5-6y", Amount{Unit: "USD", Kind: Promised, Horizon: Horizon{MinYears: 5, MaxYears: 6}}.Field())
	assert.Equal(t, "amount/USD/paid/per-year", Amount{Unit: "USD", Kind: Paid, Horizon: Horizon{PerYear: true}}.Field())
	assert.Equal(t, "amount/-/-/one-off", Amount{Unknown: true}.Field())
}

func TestIntervalOverlap(t *testing.T) {
	over5 := Interval{Min: 5, MinOpen: true, Max: math.Inf(1)}
	five := Interval{Min: 5, Max: 5}
	assert.False(t, over5.Overlaps(five), "more than five is not five")
	assert.False(t, five.Overlaps(over5))
	assert.True(t, Interval{Min: 5, Max: math.Inf(1)}.Overlaps(five))
	assert.True(t, over5.Overlaps(Interval{Min: 1, Max: 6}))
	assert.False(t, Interval{Min: 0, Max: 5, MaxOpen: true}.Overlaps(five))
}

func TestIntervalHullAndSum(t *testing.T) {
	over5, up6 := Interval{Min: 5, MinOpen: true, Max: 7}, Interval{Min: 5, Max: 6}
	assert.Equal(t, Interval{Min: 5, Max: 7}, over5.Hull(up6))
	assert.Equal(t, Interval{Min: 5, Max: 7}, up6.Hull(over5))
	assert.Equal(t, Interval{Min: 10, MinOpen: true, Max: 13}, over5.Add(up6))
}
