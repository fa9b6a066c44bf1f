"""Chart, a plain description of what is drawn, and its faces: plotly dict, SVG, table."""
