package ui

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/ui/words"
)

func TestNumbersOfSystem(t *testing.T) {
	for _, c := range []struct{ all, numeric, lang, want string }{
		{"de_DE.UTF-8", "en_US", "en_US", "1.234,5"},
		{"", "de_DE.UTF-8", "en_US", "1.234,5"},
		{"", "", "de_DE.UTF-8", "1.234,5"},
		{"C", "de_DE", "de_DE", "1,234.5"},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_NUMERIC", c.numeric)
		t.Setenv("LANG", c.lang)
		assert.Equal(t, c.want, numbersOfSystem().Number(1234.5), "%+v", c)
	}
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_NUMERIC", "")
	t.Setenv("LANG", "")
	assert.NotEmpty(t, numbersOfSystem().Number(1234.5), "then the system is asked")
	assert.Equal(t, "1,234.5", words.Number(1234.5), "what is no window is the same everywhere")
}
