"""What is drawn, and its faces: plotly dict, SVG, table. No Dash: pages and packs draw the same."""
