// Package assets holds the files that travel inside the program: fonts and the
// icon. It only embeds; it must not know what they are used for.
package assets

import _ "embed"

// The faces of the map, the panel and the exported pictures (SIL Open Font
// Licence, see fonts/OFL.txt): Latin, Greek and Cyrillic, then Hebrew, then
// Arabic, each upright and bold.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	NotoSans []byte
	//go:embed fonts/NotoSans-Bold.ttf
	NotoSansBold []byte
	//go:embed fonts/NotoSansHebrew-Regular.ttf
	NotoSansHebrew []byte
	//go:embed fonts/NotoSansHebrew-Bold.ttf
	NotoSansHebrewBold []byte
	//go:embed fonts/NotoSansArabic-Regular.ttf
	NotoSansArabic []byte
	//go:embed fonts/NotoSansArabic-Bold.ttf
	NotoSansArabicBold []byte
)

// Icon is the program's icon, PNG, 256 × 256 pixels.
//
//go:embed icon.png
var Icon []byte
