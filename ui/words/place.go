package words

import "fmt"

// Chosen says which engine places a map though nobody asked for it, and why.
func Chosen(engine, why string) string { return "placed by " + engine + ", since " + why }

// TooMany says why an engine cannot be waited for.
func TooMany(parties, lines int, engine string) string {
	return fmt.Sprintf("%s with %s are more than %s can place in time", Count(parties, "party"), Count(lines, "line"), engine)
}

// TooLong says why the picture of an engine could not be read.
func TooLong(parties int, engine string) string {
	return fmt.Sprintf("%s would draw %s in a strip much longer than wide", engine, Count(parties, "party"))
}

// Placing says that a map is being placed.
func Placing(parties int) string { return "Placing " + Count(parties, "party") + " …" }

// Refining says that a map is a draft for now.
func Refining(parties int, engine string) string {
	return fmt.Sprintf("A draft; %s is placing %s …", engine, Count(parties, "party"))
}

// Cancelled says what is left when placing was cancelled: a draft, or the map as
// it was.
func Cancelled(draft bool) string {
	if draft {
		return "Cancelled; the map stays as drafted."
	}
	return "Cancelled; the map is as it was."
}
