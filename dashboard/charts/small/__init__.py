"""Small pictures without an axis, as SVG coloured by the stylesheet: a series, a place, a spread."""
