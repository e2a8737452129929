package command

import (
	"strings"
	"unicode/utf8"

	"entangle/data"
)

// kindShape is a kind of tie in JSON.
type kindShape struct {
	ID      data.KindID `json:"id"`
	Name    string      `json:"name"`
	From    string      `json:"from"`
	To      string      `json:"to"`
	Basis   data.Basis  `json:"basis"`
	Layer   *string     `json:"layer"`
	Money   data.Money  `json:"money"`
	Needs   data.Needs  `json:"needs"`
	Meaning string      `json:"meaning"`
}

// kinds prints the table of the kinds that ship in the program.
func (c *call) kinds([]string) error {
	kinds := data.BuiltinKinds()
	if c.options.JSON {
		var shapes []kindShape
		for _, k := range kinds {
			shapes = append(shapes, kindShape{k.ID, k.Name, k.From, k.To, k.Basis, textOf(k.Layer), k.Money, k.Needs, k.Meaning})
		}
		return c.printJSON(struct {
			Kinds []kindShape `json:"kinds"`
			times
		}{byID(shapes, func(k kindShape) string { return string(k.ID) }), times{}})
	}
	rows := [][]string{{"kind", "from → to", "basis", "layer", "money goes", "who needs whom"}}
	for _, k := range kinds {
		layer := string(k.Layer)
		if layer == "" {
			layer = "(the tie names it)"
		}
		rows = append(rows, []string{string(k.ID), k.From + " → " + k.To, string(k.Basis), layer, moneyWords(k.Money), needsWords(k.Needs)})
	}
	c.table(rows)
	return nil
}

func moneyWords(m data.Money) string {
	return map[data.Money]string{data.MoneyFromTo: "from → to", data.MoneyToFrom: "to → from", data.NoMoney: "–"}[m]
}

func needsWords(n data.Needs) string {
	return map[data.Needs]string{
		data.NeedsFromTo: "from needs to", data.NeedsToFrom: "to needs from", data.NeedsBoth: "both ways", data.NeedsNone: "–",
	}[n]
}

// table prints rows with their columns below each other.
func (c *call) table(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		c.printf("%s\n", strings.TrimRight(line, " "))
	}
}
