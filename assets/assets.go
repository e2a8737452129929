// Package assets holds the files that travel inside the program: fonts and the
// icon. It only embeds; it must not know what they are used for.
package assets

import _ "embed"

// NotoSans and NotoSansBold are the faces of the map, the panel and the
// exported pictures (SIL Open Font Licence, see fonts/OFL.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	NotoSans []byte
	//go:embed fonts/NotoSans-Bold.ttf
	NotoSansBold []byte
)

// Icon is the program's icon, PNG, 256 × 256 pixels.
//
//go:embed icon.png
var Icon []byte
